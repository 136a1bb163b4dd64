#!/usr/bin/env python3
"""Holds OSCAL documents of `dothi export` against the models and validators that compliance-trestle ships.

Usage: python3 tests/interchange/check_oscal.py [path of the command, default target/debug/dothi]

The package is installed once, into a virtual environment below `target`.
"""

import json
import logging
import os
import pathlib
import subprocess
import sys
import venv
from types import SimpleNamespace

TRESTLE = "5.2.0"
ROOT = pathlib.Path(__file__).resolve().parents[2]
HOME = ROOT / "target" / f"trestle-{TRESTLE}"
DAY = ["--as-of", "2026-11-21"]

# Set, data, places.
RESULTS = [
    ("vn-ssc", "examples/vi-du.json", ["X-0001", "X-00"]),
    ("vn-ssc@2022", "examples/vi-du-2022.json", ["X-00"]),
    ("dti-922", "examples/dti-922-2022.json", ["48"]),
]


def enter():
    """Runs this script again with the interpreter that has the package."""
    python = HOME / "bin" / "python"
    if pathlib.Path(sys.prefix) == HOME:
        return
    if not (HOME / "installed").exists():
        venv.create(HOME, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-q", f"compliance-trestle=={TRESTLE}"], check=True)
        (HOME / "installed").touch()
    os.execv(python, [str(python), *sys.argv])


def export(command, *arguments):
    line = [command, "export", *arguments, *DAY]
    run = subprocess.run(line, cwd=ROOT, capture_output=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{' '.join(line)}: {run.stderr.decode()}")
    return run.stdout.decode()


def documents(command):
    """Results of the examples, catalogs of every scheme of the embedded sets and of the sets of the cases."""
    for name, data, places in RESULTS:
        for place in places:
            label = f"results {name} {place}"
            yield label, export(command, "--as", "oscal", name, data, "--unit", place)
    own = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "criteria").glob("*/*-u*.json"))
    cases = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests/cases/sets").glob("*.json"))
    for path in own + cases:
        for scheme in json.loads((ROOT / path).read_text(encoding="utf-8"))["schemes"]:
            label = f"catalog {path} {scheme['id']}"
            yield label, export(command, "--as", "oscal-catalog", path, "--scheme", scheme["id"])


def faults(text):
    """What the model or a validator says against a document."""
    from trestle.core.validator_factory import validator_factory
    from trestle.oscal.assessment_results import Model as Results
    from trestle.oscal.catalog import Model as Catalog

    is_catalog = "catalog" in json.loads(text)
    try:
        whole = (Catalog if is_catalog else Results).model_validate_json(text)
    except ValueError as error:
        return [str(error)]
    model = whole.catalog if is_catalog else whole.assessment_results
    modes = ["duplicates", "refs", "links"] + (["catalog"] if is_catalog else [])
    return [mode for mode in modes if not validator_factory.get(SimpleNamespace(mode=mode)).model_is_valid(model, True)]


def broken(text):
    """The same document with one fault each; the check is worth nothing unless all are found."""
    document = json.loads(text)
    results = document["assessment-results"]
    results["uuid"] = "not-a-uuid"
    yield "a wrong identifier", json.dumps(document)
    document = json.loads(text)
    del document["assessment-results"]["import-ap"]
    yield "no plan", json.dumps(document)
    document = json.loads(text)
    document["assessment-results"]["results"][0]["findings"][0]["target"]["status"]["state"] = "passed"
    yield "an unknown state", json.dumps(document)
    document = json.loads(text)
    observations = document["assessment-results"]["results"][0]["observations"]
    observations[1]["uuid"] = observations[0]["uuid"]
    yield "an identifier twice", json.dumps(document)


def main():
    enter()
    logging.disable(logging.CRITICAL)
    command = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/debug/dothi").resolve())
    count, failed, first = 0, [], None
    for label, text in documents(command):
        count += 1
        first = first or text
        failed += [f"{label}: {fault}" for fault in faults(text)]
    for label, text in broken(first):
        if not faults(text):
            failed.append(f"not found: {label}")
    if failed:
        sys.exit("\n".join(failed))
    print(f"{count} documents, all accepted by compliance-trestle {TRESTLE}; every broken one refused")


if __name__ == "__main__":
    main()
