"""Both runs over a city, from judging to the level, and the range (FORMAT.md, section 3)."""

from dataclasses import replace
from fractions import Fraction

from exact import compare, parse
from judging import Judge
from levels import Levels, minimum
from loading import leaves
from standing import everywhere
from tree import Tree


class Run:
    """Steps 4 to 7 on one outcome of each criterion."""

    def __init__(self, scorer, standings, high):
        self.standings = {name: replace(each, levels=dict(each.levels)) for name, each in standings.items()}
        self.tree = Tree(scorer.scheme, self.standings)
        rule = scorer.scheme.get("score")
        self.score = self.tree.rounding("score", getattr(self.tree.root, rule["of"])) if rule else None
        self.levels = Levels(scorer, self.tree, self.score, high)
        self.level = self.levels.level


class Scorer:
    """One result: self-assessed or verified."""

    def __init__(self, criteria_set, scheme, city, verified=False, parameters=()):
        self.set, self.scheme, self.city = criteria_set, scheme, city
        self.known = {(each["id"], each.get("level")): each["value"] for each in criteria_set.get("parameters", [])}
        for each in parameters:
            for key in [key for key in self.known if key[0] == each["id"] and each.get("level") in (None, key[1])]:
                self.known[key] = each["value"]
        self.judged_as = self._judged_as()
        limits = {leaf["criterion"]: parse(leaf["max_points"]) if "max_points" in leaf else None
                  for leaf in leaves(scheme["tree"])}
        judge = Judge(criteria_set, scheme, city, verified, self.judged_as)
        by_id = {each["id"]: each for each in criteria_set["criteria"]}
        self.judged = {name: judge.criterion(by_id[name], limit) for name, limit in limits.items()}
        self.refused = self._refused()
        self.low, self.high = self._run("low"), self._run("high")

    def _run(self, side, without_data=None):
        """The low or the high run; criteria without data stand as they are, pass (True) or fail (False)."""
        standings = {}
        for name, judged in self.judged.items():
            standing = getattr(judged, side)
            if without_data is not None and judged.outcome == "no_data":
                standing = _forced(judged, standing, without_data)
            standings[name] = standing
        return Run(self, standings, side == "high")

    def range(self):
        """The level if every criterion without data failed, and if all of them passed."""
        if all(each.outcome != "no_data" for each in self.judged.values()):
            return {"low": self.low.level, "high": self.high.level}
        return {"low": self._run("low", False).level, "high": self._run("high", True).level}

    def _judged_as(self):
        unit = self.city["unit"]
        if unit["kind"] == "commune" and unit.get("declared_urban") is False:
            return None
        if unit["kind"] not in self.scheme.get("unit_kinds", [unit["kind"]]):
            return None
        return next((each["judged_as"] for each in self.set["unit_kinds"] if each["kind"] == unit["kind"]), None)

    def minimum(self, written, level):
        return minimum(written, level, self.city["unit"], self.known)

    def _refused(self):
        if self.judged_as is None:
            return ["out_of_scope"]
        failed = []
        for rule in self.scheme.get("preconditions", []):
            tiered = [each for each in self.judged.values()
                      if ("tier" not in rule or each.tier == rule["tier"]) and each.applies
                      and each.asked_levels and each.outcome != "monitored"]
            claimed = sum(each.claimed for each in tiered)
            limit = self.minimum(rule["min" if "min" in rule else "max"], None)
            few = rule["condition"] == "min_applicable" and compare(len(tiered) - claimed, "lt", limit)
            many = rule["condition"] == "max_not_applicable_share" and compare(claimed, "gt", limit * len(tiered))
            if few or many:
                failed.append(rule["condition"])
        return failed


def _forced(judged, standing, passed):
    """A criterion as it would stand with its missing data passed, with the highest points, or failed, at every level."""
    outcome = "passed" if passed else "below_threshold"
    if not judged.scored:
        return everywhere(outcome, standing.levels)
    points = None if judged.most is None else judged.most * passed
    return everywhere(outcome, share=Fraction(passed), points=points, most=judged.most)
