"""Steps 4 to 7: missing data, aggregation, rounding, levels, and the result R (FORMAT.md, sections 3 and 4)."""

from copy import copy
from dataclasses import replace
from fractions import Fraction

from exact import compare, parse, rounded, text, working
from judging import Judge, force, shown_threshold, shown_value
from loading import group_nodes, leaves, scheme_of


class Scorer:
    """One result: self-assessed or verified."""

    def __init__(self, criteria_set, scheme, city, verified=False, parameters=()):
        self.set, self.scheme, self.city = criteria_set, scheme, city
        self.scale = parse(scheme.get("scale", "1"))
        self.overrides = {(each["id"], each.get("level")): each["value"] for each in parameters}
        self.judged_as = self._judged_as()
        self.max_points = {leaf["criterion"]: parse(leaf["max_points"]) if "max_points" in leaf else None
                           for leaf in leaves(scheme["tree"])}
        judge = Judge(criteria_set, scheme, city, verified, self.judged_as)
        by_id = {each["id"]: each for each in criteria_set["criteria"]}
        self.judged = {name: judge.criterion(by_id[name], limit) for name, limit in self.max_points.items()}
        self.as_judged = {name: replace(each) for name, each in self.judged.items()}
        self._finish()

    def forced(self, passed):
        """The level with every criterion without data passed, or failed, at every level."""
        other = copy(self)
        other.judged = {name: force(replace(each), passed, self.max_points[name]) if each.outcome == "no_data"
                        else replace(each) for name, each in self.as_judged.items()}
        other._finish()
        return other.level

    def _finish(self):
        self.nodes = {}
        self.root = self._node(self.scheme["tree"], None)
        self.score = self._score()
        self.refused = self._refused()
        self.reached = self._reached()

    def _judged_as(self):
        unit = self.city["unit"]
        if unit["kind"] == "commune" and unit.get("declared_urban") is False:
            return None
        return next((each["judged_as"] for each in self.set["unit_kinds"] if each["kind"] == unit["kind"]), None)

    # Steps 4 to 6.

    def _rounding(self, stage, value):
        """The value at working precision rounded where the scheme declares the stage, else the value as it is."""
        for rule in self.scheme.get("rounding", []):
            if rule["stage"] == stage and value is not None:
                return rounded(working(value), rule["digits"], rule["mode"])
        return value

    def _node(self, node, name):
        """The value and the share of a node, rounded where the scheme says; None = undecided."""
        aggregate = node["aggregate"]
        if aggregate == "count_passed":
            for child in node["children"]:
                if "group" in child:
                    self._node(child, child["group"])
            value = share = None
        else:
            rows = [self._child(child, aggregate) for child in node["children"]]
            rows = [row for row in rows if row is not None and row[0] != 0]
            most = self._most(node) if aggregate == "sum" else self.scale
            value = self._sum(rows) if aggregate == "sum" else self._weighted(rows)
            if name is not None:
                value = self._rounding("group", value)
            share = value / most if value is not None and most else None
        self.nodes[name] = (value, share)
        return value, share

    def _most(self, child):
        """The points a child of a sum, or the whole tree, can give."""
        if "max_points" in child:
            return parse(child["max_points"])
        return sum((self._most(each) for each in child["children"]), Fraction(0))

    def _child(self, child, aggregate):
        """(weight or points asked, what counts) of a child; None for a criterion that is not counted."""
        weight = parse(child.get("weight", "1")) if aggregate != "sum" else self._most(child)
        if "group" in child:
            value, share = self._node(child, child["group"])
            return weight, value if aggregate == "sum" else share
        result = self.judged[child["criterion"]]
        if result.outcome == "monitored":
            return None
        if aggregate == "sum":
            result.points = self._rounding("criterion", result.points)
            return weight, result.points
        if result.outcome == "not_applicable":
            return None
        if result.share is None:
            return weight, None
        return weight, self._rounding("criterion", self.scale * result.share) / self.scale

    @staticmethod
    def _sum(rows):
        """The points of the children; None when one of them is undecided, missing or does not apply."""
        numbers = [number for _, number in rows]
        return None if None in numbers else sum(numbers, Fraction(0))

    def _weighted(self, rows):
        """Scale times the mean share of what is present; None when the node is undecided."""
        there = [(weight, number) for weight, number in rows if number is not None]
        whole, part = sum(weight for weight, _ in rows), sum(weight for weight, _ in there)
        policy = self.scheme["missing"]
        if len(there) < len(rows) and policy["policy"] != "exclude" or not part:
            return None
        if compare(part, "lt", parse(policy.get("minimum_share", "0")) * whole):
            return None
        return self.scale * sum(weight * number for weight, number in there) / part

    def _score(self):
        rule = self.scheme.get("score")
        if rule is None:
            return None
        return self._rounding("score", self.root[0 if rule["of"] == "value" else 1])

    # Step 7.

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

    def _reached(self):
        reached = {}
        for level in sorted(self.scheme.get("levels", []), key=lambda each: each["level"]):
            number = level["level"]
            reached[number] = all(self._holds(each, number, reached) for each in level["conditions"])
        return reached

    @property
    def level(self):
        if self.refused or not self.reached:
            return None
        return max((level for level, holds in self.reached.items() if holds), default=0)

    def minimum(self, written, level):
        """A number of a condition: itself, or the parameter of this level, else the one without a level."""
        if not isinstance(written, dict):
            return parse(written)
        known = {(each["id"], each.get("level")): each["value"] for each in self.set["parameters"]}
        known.update(self.overrides)
        name = written["parameter"]
        return parse(known[name, level] if (name, level) in known else known[name, None])

    def _subtree(self, group):
        if group is None:
            return self.scheme["tree"]
        return next(node for node in group_nodes(self.scheme["tree"]) if node["group"] == group)

    def counted(self, items, level, tier=None):
        """(met, asked) among leaves at a level."""
        asked = [self.judged[leaf["criterion"]] for leaf in items]
        asked = [each for each in asked if each.asked(level) and each.outcome != "monitored"
                 and (tier is None or each.tier == tier)]
        return sum(each.met(level) for each in asked), len(asked)

    def _holds(self, condition, level, reached):
        name = condition["condition"]
        if name in ("all", "any", "at_least"):
            held = sum(self._holds(each, level, reached) for each in condition["of"])
            return held >= {"all": len(condition["of"]), "any": 1, "at_least": condition.get("n")}[name]
        if name == "lower_levels":
            return all(reached.values())
        if name == "mandatory":
            results = [self.judged[each] for each in condition["criteria"]]
            return all(each.met(level) for each in results if each.asked(level))
        least = self.minimum(condition["min"], level)
        if name == "node_value":
            value = self._node_value(condition)
            return value is not None and compare(value, condition["op"], least)
        tree = self._subtree(condition.get("group"))
        if name == "count_met":
            return compare(self.counted(leaves(tree), level, condition.get("tier"))[0], "ge", least)
        places = [list(leaves(tree))]
        if condition.get("each_group"):
            nodes = list(group_nodes(tree)) + [tree]
            places = [[leaf for leaf in node["children"] if "criterion" in leaf] for node in nodes if node.get("group")]
        counts = [self.counted(items, level, condition.get("tier")) for items in places]
        return all(compare(met, "ge", least * asked) for met, asked in counts)

    def _node_value(self, condition):
        index = 0 if condition["of"] == "value" else 1
        group = condition.get("group")
        if group is None and self.scheme.get("score", {}).get("of") == condition["of"]:
            return self.score
        return self.nodes[group][index]


def result(criteria_set, scheme, city, verified=False, parameters=()):
    """The result R of section 4."""
    scorer = Scorer(criteria_set, scheme, city, verified, parameters)
    numbers = sorted(scorer.reached)
    out = {"level": scorer.level, "refused": scorer.refused, "score": _text(scorer.score)}
    if not scorer.refused and numbers:
        out["range"] = {"low": scorer.forced(False), "high": scorer.forced(True)}
    out["criteria"] = [_criterion(each) for each in scorer.judged.values()]
    out["groups"] = []
    for node in group_nodes(scheme["tree"]):
        value, share = scorer.nodes[node["group"]]
        counts = [(level, *scorer.counted(list(leaves(node)), level)) for level in numbers]
        out["groups"].append({"id": node["group"], "value": _text(value), "share": _text(share),
                              "met": [{"level": level, "met": met, "asked": asked} for level, met, asked in counts]})
    out["levels"] = [{"level": level, "reached": scorer.reached[level]} for level in numbers]
    return out


def _text(value):
    """A decimal as it is shown: at working precision."""
    return None if value is None else text(working(value))


def _criterion(judged):
    out = {"id": judged.id, "outcome": judged.outcome}
    if judged.met_level is not None:
        out["met_level"] = judged.met_level
    if judged.value is not None:
        out["value"] = shown_value(judged)
    for key, value in (("share", judged.share), ("points", judged.points)):
        if value is not None:
            out[key] = _text(value)
    if judged.levels:
        out["levels"] = [{"level": level, "outcome": judged.levels[level], "threshold": shown_threshold(judged, level)}
                         for level in sorted(judged.levels)]
    if judged.sample is not None:
        out["sample_to_settle"] = text(judged.sample)
    if judged.interval is not None:
        out["interval"] = dict(zip(("low", "high"), map(text, judged.interval)))
    out["flags"] = sorted(judged.flags)
    return out


def assess(criteria_set, city, scheme=None, parameters=()):
    """Both results of a city; `verified` is None when no document has a review."""
    chosen = scheme_of(criteria_set, scheme)
    reviewed = any("review" in each for each in city.get("evidence", []))
    return {
        "self_assessed": result(criteria_set, chosen, city, False, parameters),
        "verified": result(criteria_set, chosen, city, True, parameters) if reviewed else None,
    }
