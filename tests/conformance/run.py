"""Asks an implementation every case of tests/cases and compares its answers. The contract: tests/cases/README.md.

  run.py --command "COMMAND" [--all] [--show N] [--jobs N] [--timeout S] [--criteria DIR] [FILE or FOLDER ..]
  run.py --features [FILE or FOLDER ..]      what can be lacked, and how many cases each needs or touches

Exit: 0 when nothing differs (and, with --all, nothing was left aside), 1 when something does, 2 when nothing could be tried.
"""

import argparse
import os
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import cases
import features
from command import Broken, Command, Refused
from compare import differences, unknown_keys

CONTRACT = 1


class Suite:
    """The case files with their sets."""

    def __init__(self, names, criteria):
        self.documents, self.sets, self.needs = [], {}, {}
        for path in cases.files(names):
            document = cases.read(path)
            if document["set"] not in self.sets:
                loaded = cases.Set(document["set"], criteria)
                self.sets[document["set"]], self.needs[document["set"]] = loaded, features.of_set(loaded.document)
            self.documents.append((path, document))

    def needed(self, document, case):
        """What a case cannot be tried without."""
        return self.needs[document["set"]] | features.of_case(document, self.sets[document["set"]].document, case)

    def faults(self):
        """Case files that are wrong themselves."""
        for path, document in self.documents:
            often = Counter(case["name"] for case in document["cases"])
            yield from (f"{path}: the name is used twice: {name}" for name, count in often.items() if count > 1)
            for case in document["cases"]:
                yield from (f"{path}: {case['name']}: {key} is not compared by anybody" for key in unknown_keys(case["expect"]))


class Tally:
    """What came of one file."""

    def __init__(self, path):
        self.path, self.passed, self.in_part, self.skipped = path, 0, 0, 0
        self.failed, self.lacked = [], Counter()

    def count(self):
        return self.passed + self.in_part + self.skipped + len(self.failed)


def tried(suite, command, without, path, document):
    """A file, case by case."""
    tally, fields = Tally(path), {each.removeprefix("field:") for each in without if each.startswith("field:")}
    for case in document["cases"]:
        lacked = suite.needed(document, case) & without
        aside = features.fields_of(case) & without
        tally.lacked.update(lacked or aside)
        if lacked:
            tally.skipped += 1
            continue
        expect = {key: value for key, value in case["expect"].items() if key not in fields}
        try:
            command.load(suite.sets[document["set"]])
            found = differences(expect, command.ask(cases.line(cases.request(document, case))), fields)
        except Broken as fault:
            found = [f"no answer: {fault}"]
        except Refused as fault:
            found = [f"the set is refused: {fault}"]
        if found:
            tally.failed.append((case, found))
        elif aside:
            tally.in_part += 1
        else:
            tally.passed += 1
    return tally


def capabilities(command):
    """Who answers, and what it lacks."""
    answer = command.ask(cases.line({"ask": "capabilities", "contract": CONTRACT}))
    if answer.get("contract") != CONTRACT or not isinstance(answer.get("without", []), list):
        raise Broken(f"capabilities: expected contract {CONTRACT}, got {answer}")
    return answer


def run(suite, arguments):
    first = Command(arguments.command, arguments.timeout)
    try:
        told = capabilities(first)
    except (Broken, OSError) as fault:
        print(f"no answer: {fault}")
        return 2
    finally:
        first.close()
    without = set(told.get("without", []))
    unknown = without - set(all_features(suite))
    here, commands = threading.local(), []

    def one(entry):
        if not hasattr(here, "command"):
            here.command = Command(arguments.command, arguments.timeout)
            commands.append(here.command)
        return tried(suite, here.command, without, *entry)

    with ThreadPoolExecutor(arguments.jobs) as pool:
        tallies = list(pool.map(one, suite.documents))
    for command in commands:
        command.close()
    report(told, tallies, unknown, arguments.show)
    failed = any(tally.failed for tally in tallies)
    left = any(tally.in_part or tally.skipped for tally in tallies)
    return 1 if failed or arguments.all and left else 0


def report(told, tallies, unknown, show):
    print(f"{told.get('name', 'unnamed')} {told.get('version', '')}".rstrip())
    print(f"{'cases':>7}{'pass':>7}{'part':>7}{'skip':>7}{'fail':>7}  file")
    for tally in tallies:
        row = (tally.count(), tally.passed, tally.in_part, tally.skipped, len(tally.failed))
        print("".join(f"{each:>7}" for each in row), f" {shown(tally.path)}")
    total, passed = sum(tally.count() for tally in tallies), sum(tally.passed for tally in tallies)
    in_part, skipped = sum(tally.in_part for tally in tallies), sum(tally.skipped for tally in tallies)
    failed = [(tally.path, *each) for tally in tallies for each in tally.failed]
    for path, case, lines in failed[:show]:
        print(f"\n{shown(path)}: {case['name']}\n  why: {case['why']}")
        print("".join(f"  {line}\n" for line in lines[:8]), end="")
    if len(failed) > show:
        print(f"\n{len(failed) - show} more cases differ (--show)")
    lacked = sum((tally.lacked for tally in tallies), Counter())
    if lacked:
        print("\nlacked: " + ", ".join(f"{name} ({count})" for name, count in lacked.most_common()))
    if unknown:
        print(f"\nlacked without any case asking for it: {', '.join(sorted(unknown))}")
    print(f"\n{passed} of {total} pass, {in_part} in part, {skipped} skipped, {len(failed)} differ")


def shown(path):
    return os.path.relpath(path)


def all_features(suite):
    """Every feature, with how many cases need it or expect it."""
    found = Counter()
    for _, document in suite.documents:
        for case in document["cases"]:
            found.update(suite.needed(document, case) | features.fields_of(case))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command")
    parser.add_argument("--features", action="store_true")
    parser.add_argument("--all", action="store_true", help="nothing may be skipped or compared in part")
    parser.add_argument("--show", type=int, default=10, help="how many differing cases are printed")
    parser.add_argument("--jobs", type=int, default=min(4, os.cpu_count() or 1), help="how many commands run side by side")
    parser.add_argument("--timeout", type=float, default=300, help="seconds to wait for one answer")
    parser.add_argument("--criteria", default=cases.REPOSITORY / "criteria", help="another folder of published sets")
    parser.add_argument("paths", nargs="*", default=[cases.CASES])
    arguments = parser.parse_args()
    suite = Suite(arguments.paths, arguments.criteria)
    wrong = list(suite.faults())
    if wrong or not suite.documents or not (arguments.command or arguments.features):
        print("\n".join(wrong) or "neither --command nor --features, or no case file")
        return 2
    if arguments.features:
        print("".join(f"{count:>7}  {name}\n" for name, count in sorted(all_features(suite).items())), end="")
        return 0
    return run(suite, arguments)


if __name__ == "__main__":
    sys.exit(main())
