"""A second validator: Python's jsonschema on every criteria file, city file and broken file.

python3 tests/schema/validate.py          (needs the package jsonschema)
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def validator(name):
    schema = read(ROOT / "criteria" / "schema" / f"{name}.json")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def patched(file):
    """The set of a broken file: a set of the cases with changes."""
    out = read(ROOT / "tests/cases/sets" / f"{file['base']}.json")
    for change in file["patch"]:
        *steps, last = change["at"].split("/")[1:]
        node = out
        for step in steps:
            node = node[int(step)] if isinstance(node, list) else node[step]
        if isinstance(node, list):
            if "value" not in change:
                del node[int(last)]
            elif last == "-":
                node.append(change["value"])
            else:
                node[int(last)] = change["value"]
        elif "value" in change:
            node[last] = change["value"]
        else:
            del node[last]
    return out


def shape_codes():
    """Codes of faults of shape that a schema sees, from the list in the library."""
    lines = (ROOT / "src/finding/code.rs").read_text(encoding="utf-8").splitlines()
    names = {line.split('"')[1] for line in lines if ", Shape, Error," in line}
    return names - {"json.doubled_key"}


def main():
    sets, cities = validator("criteria-set"), validator("city-data")
    failures, count = [], 0
    for path in [*ROOT.glob("criteria/*/*-u*.json"), *ROOT.glob("tests/cases/sets/*.json")]:
        count += 1
        failures += [f"{path}: {e.json_path}: {e.message[:200]}" for e in sets.iter_errors(read(path))]
    for path in ROOT.glob("examples/*.json"):
        count += 1
        failures += [f"{path}: {e.json_path}: {e.message[:200]}" for e in cities.iter_errors(read(path))]
    shape, refused = shape_codes(), 0
    for path in sorted((ROOT / "tests/invalid").glob("*.json")):
        file = read(path)
        if file["input"] not in ("set", "city") or not ({"json", "base"} & file.keys()):
            continue
        document = patched(file) if "base" in file else file["json"]
        valid = (sets if file["input"] == "set" else cities).is_valid(document)
        refused += not valid
        if valid and file["code"] in shape:
            failures.append(f"{path}: accepted")
        if not valid and file["code"].startswith("set."):
            failures.append(f"{path}: a fault of meaning is refused")
    print("\n".join(failures) or f"{count} files valid, {refused} broken files refused")
    return 1 if failures or refused < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
