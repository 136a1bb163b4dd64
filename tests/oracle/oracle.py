"""The independent oracle: computes results from criteria/FORMAT.md alone, in exact fractions.

  oracle.py serve                                   answers requests, one JSON line each: the contract of tests/cases/README.md
  oracle.py cover DIRECTORY [--criteria DIR]        names the criteria of published sets that no case passes, or none fails
  oracle.py assess SET CITY.json --as-of D [--scheme S] [--criteria DIR]
                                                    prints the results of the cities of a file
  oracle.py digests FILE                            compares the data digests of a list with what it computes
  oracle.py digest CITY.json                        prints the data digest of each city of a file
  oracle.py record FILE... [--criteria DIR]         compares records with what it computes from their data and their sets
"""

import argparse
import json
import sys
from pathlib import Path

from canonical import digest
from coverage import gaps
from faults import faults
from loading import load_set, read, scheme_of
from naming import named
from recording import faults_of
from serving import serve
from showing import assess


def case_files(directory):
    """The case files below a directory; criteria files under `sets` are not cases."""
    return [path for path in sorted(Path(directory).rglob("*.json")) if "sets" not in path.relative_to(directory).parts]


def cover(arguments):
    documents = [each for each in map(read, case_files(arguments.directory)) if "cases" in each]
    found = [*gaps(documents, arguments.criteria)]
    print("\n".join([*found, f"{len(found)} gaps"]))
    return 1 if found else 0


def assess_cities(arguments):
    criteria_set = load_set(arguments.set, arguments.criteria)
    scheme = scheme_of(criteria_set, arguments.scheme)
    cities, bad = [], False
    for city in (named(criteria_set, each) for each in read(arguments.city)["cities"]):
        found = faults(criteria_set, scheme, city)
        bad = bad or bool(found)
        answer = {"errors": [{"code": code, "pointer": pointer} for code, pointer in found]} if found \
            else assess(criteria_set, city, scheme["id"])
        cities.append({"code": city["unit"]["code"], **answer})
    head = {"set": arguments.set, "scheme": scheme["id"], "as_of": arguments.as_of}
    print(json.dumps({**head, "cities": cities}, ensure_ascii=False, indent=1))
    return 1 if bad else 0


def digests(arguments):
    """Each entry names a file, or has a city itself, and the digests of its cities by code."""
    passed = failed = 0
    for entry in read(arguments.list):
        cities = read(Path(arguments.list).parent / entry["file"])["cities"] if "file" in entry else [entry["city"]]
        found = {city["unit"]["code"]: digest(city) for city in cities}
        same = found == entry["digests"]
        passed, failed = passed + same, failed + (not same)
        if not same:
            print(f"{entry.get('file', entry.get('why'))}: {json.dumps(found, indent=1)}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def print_digests(arguments):
    for city in read(arguments.city)["cities"]:
        print(digest(city), city["unit"]["code"])
    return 0


def records(arguments):
    passed = failed = 0
    for path in arguments.files:
        found = list(faults_of(path, arguments.criteria))
        passed, failed = passed + (not found), failed + bool(found)
        for line in found:
            print(f"{path}: {line}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    commands.add_parser("serve").set_defaults(run=lambda _: serve())
    command = commands.add_parser("cover")
    command.add_argument("directory")
    command.add_argument("--criteria")
    command.set_defaults(run=cover)
    command = commands.add_parser("assess")
    command.add_argument("set")
    command.add_argument("city")
    command.add_argument("--as-of", required=True)
    command.add_argument("--scheme")
    command.add_argument("--criteria")
    command.set_defaults(run=assess_cities)
    command = commands.add_parser("digests")
    command.add_argument("list")
    command.set_defaults(run=digests)
    command = commands.add_parser("digest")
    command.add_argument("city")
    command.set_defaults(run=print_digests)
    command = commands.add_parser("record")
    command.add_argument("files", nargs="+")
    command.add_argument("--criteria")
    command.set_defaults(run=records)
    arguments = parser.parse_args()
    return arguments.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
