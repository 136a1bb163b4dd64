"""Writes the generated case files, always the same bytes for the same criteria files.

  generate.py [--check] [--criteria DIR] [--cases DIR] [NAME ...]

NAME is dti-922, vn-ssc ... (default: all); a set whose criteria file is absent or empty is left out.
--check compares bytes and writes nothing.
"""

import argparse
import sys
from itertools import chain
from pathlib import Path

import dti
import nq111
import nq111_cities
import nq111_class1
import nq111_places
import targets
import tt01
import u4ssc
import vn_ssc
import vn_ssc_levels
from casefile import written
from loading import CASES, load_set, set_path

SETS = (
    ("dti-922", dti.SET, (dti,)),
    ("nq111", nq111.SET, (nq111, nq111_places, nq111_class1, nq111_cities)),
    ("tt01", tt01.SET, (tt01,)),
    ("nq148", targets.NQ148, (targets,)),
    ("nq03", targets.NQ03, (targets,)),
    ("u4ssc", u4ssc.SET, (u4ssc,)),
    *(("vn-ssc", name, (vn_ssc, vn_ssc_levels)) for name in vn_ssc.SETS),
)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--criteria")
    parser.add_argument("--cases", default=CASES)
    arguments = parser.parse_args()
    stale = files = cases = 0
    for name, set_name, makers in SETS:
        if arguments.names and name not in arguments.names:
            continue
        there = set_path(set_name, arguments.criteria).is_file()
        criteria_set = load_set(set_name, arguments.criteria) if there else {}
        if "schemes" not in criteria_set:
            print(f"{set_name}: no criteria file, left out")
            continue
        for place, document in chain.from_iterable(maker.files(criteria_set) for maker in makers):
            path, content = Path(arguments.cases) / place, written(document)
            files, cases = files + 1, cases + len(document["cases"])
            if arguments.check:
                if not path.is_file() or path.read_bytes() != content.encode():
                    stale += 1
                    print(f"{place}: differs")
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.encode())
    print(f"{files} files, {cases} cases" + (f", {stale} differ" if arguments.check else ""))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
