"""The runner itself: it notices every value that differs, and what a command does wrong. Run: python3 tests/conformance/selftest.py"""

import copy
import io
import json
import shlex
import sys
import unittest
from contextlib import redirect_stdout
from unittest.mock import patch

import cases
import run
from compare import differences, unknown_keys

FEW = [cases.CASES / "weights-strict.json", cases.CASES / "errors-thirds.json", cases.CASES / "window.json"]


def spots(value, path=()):
    """The path of every value that is compared: leaves that are no id."""
    for key, each in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(each, (dict, list)) and each:
            yield from spots(each, (*path, key))
        elif key not in ("id", "level", "pointer") or len(path) == 1:
            yield (*path, key)


def changed(value, path):
    """A copy whose value at a path is another one."""
    out = copy.deepcopy(value)
    at = out
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = "another" if at[path[-1]] is None else None
    return out


class Comparing(unittest.TestCase):
    def test_every_value_that_is_listed_is_compared(self):
        tried = 0
        for path in cases.files([cases.CASES]):
            for case in cases.read(path)["cases"][::9]:
                expect = case["expect"]
                self.assertEqual(differences(expect, expect), [], case["name"])
                for spot in spots(expect):
                    tried += 1
                    self.assertNotEqual(differences(expect, changed(expect, spot)), [], f"{path}: {case['name']}: {spot}")
        self.assertGreater(tried, 5_000)

    def test_a_result_is_no_error_and_an_error_is_no_result(self):
        self.assertNotEqual(differences({"errors": [{"code": "a"}]}, {"self_assessed": {}}), [])
        self.assertNotEqual(differences({"verified": None}, {"errors": [{"code": "a"}]}), [])

    def test_errors_are_counted_and_a_place_may_be_the_entry_it_lies_in(self):
        one = {"errors": [{"code": "a", "pointer": "/observations/1/value"}]}
        for pointer, fits in [("/observations/1/value", True), ("/observations/1", True), ("/observations", False),
                              ("/observations/11", False), ("/observations/0", False), ("", False)]:
            answer = {"errors": [{"code": "a", "pointer": pointer}]}
            self.assertEqual(differences(one, answer) == [], fits, pointer)
        self.assertNotEqual(differences(one, {"errors": one["errors"] * 2}), [])

    def test_a_key_that_nobody_compares_is_noticed(self):
        self.assertEqual(list(unknown_keys({"self_assessed": {"criteria": [{"id": "a", "vaule": 1}]}})), ["expect.self_assessed.criteria.vaule"])

    def test_true_is_not_one(self):
        expect = {"self_assessed": {"levels": [{"level": 1, "reached": True}]}}
        self.assertNotEqual(differences(expect, {"self_assessed": {"levels": [{"level": 1, "reached": 1}]}}), [])


# A command that knows one answer; `{}` is what it does when it is asked to assess.
FAKE = """
import json, sys, time
for line in sys.stdin:
    asked = json.loads(line)
    answer = {"contract": 1, "name": "fake", "without": WITHOUT} if asked["ask"] == "capabilities" else {"set": asked.get("set")}
    if asked["ask"] == "assess":
        ASSESS
    print(json.dumps(answer), flush=True)
"""


class Commands(unittest.TestCase):
    def tried(self, assess, without=(), more=()):
        """Exit code and what is printed."""
        code = FAKE.replace("ASSESS", assess).replace("WITHOUT", json.dumps(list(without)))
        command = shlex.join([sys.executable, "-c", code])
        out = io.StringIO()
        words = ["run.py", "--command", command, "--jobs", "1", "--timeout", "5", *more, *map(str, FEW)]
        with patch.object(sys, "argv", words), redirect_stdout(out):
            return run.main(), out.getvalue()

    def test_an_empty_answer_differs(self):
        exit_code, told = self.tried("answer = {}")
        self.assertEqual(exit_code, 1)
        self.assertIn("0 of ", told)
        self.assertIn("why: ", told)

    def test_what_is_lacked_is_skipped_and_said(self):
        every = [f"aggregate:{each}" for each in ("sum", "weighted_arithmetic", "none", "count_passed")]
        exit_code, told = self.tried("answer = {}", every)
        self.assertEqual(exit_code, 0)
        self.assertRegex(told, r"\n0 of (\d+) pass, 0 in part, \1 skipped, 0 differ\n")
        self.assertIn("lacked: ", told)
        self.assertEqual(self.tried("answer = {}", every, ["--all"])[0], 1)

    def test_an_end_and_a_stranger_answer_are_told(self):
        exit_code, told = self.tried("sys.exit('out of luck')")
        self.assertEqual(exit_code, 1)
        self.assertIn("it ended; it said: out of luck", told)
        self.assertIn("is not started again", self.tried("sys.exit(1)", more=["--show", "99"])[1])
        self.assertIn("not JSON", self.tried("print('hello', flush=True)")[1])

    def test_a_set_that_is_refused_is_told(self):
        code = FAKE.replace("ASSESS", "pass").replace("WITHOUT", "[]").replace('{"set": asked.get("set")}', '{"errors": [{"code": "x"}]}')
        out = io.StringIO()
        with patch.object(sys, "argv", ["run.py", "--command", shlex.join([sys.executable, "-c", code]), *map(str, FEW)]), redirect_stdout(out):
            self.assertEqual(run.main(), 1)
        self.assertIn("the set is refused", out.getvalue())

    def test_no_command_is_no_pass(self):
        out = io.StringIO()
        with patch.object(sys, "argv", ["run.py", "--command", "no-such-command-of-anybody"]), redirect_stdout(out):
            self.assertEqual(run.main(), 2)


if __name__ == "__main__":
    unittest.main()
