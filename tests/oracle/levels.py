"""Step 7 of one run: preconditions, conditions and the level (FORMAT.md, sections 1.4 and 3)."""

from attributes import all_hold, chosen
from exact import compare, parse
from loading import group_nodes, leaves


class Levels:
    """The levels of a scheme over one outcome of each criterion; `high` is the run in which what is unclear holds."""

    def __init__(self, scorer, tree, score, high):
        self.scorer, self.scheme, self.tree, self.score, self.high = scorer, scorer.scheme, tree, score, high
        self.unit = scorer.city["unit"]
        self.reached = {}
        for level in sorted(self.scheme.get("levels", []), key=lambda each: each["level"]):
            self.reached[level["level"]] = self._all(level["conditions"], level["level"])

    @property
    def level(self):
        return max((level for level, holds in self.reached.items() if holds), default=0)

    def _all(self, conditions, level):
        # Every condition is looked at, so that a fault of the set never hides behind one that does not hold.
        return all([self._holds(each, level) for each in conditions])

    def _minimum(self, written, level):
        return self.scorer.minimum(written, level)

    def _subtree(self, group):
        if group is None:
            return self.scheme["tree"]
        return next(node for node in group_nodes(self.scheme["tree"]) if node["group"] == group)

    def counted(self, items, level, tier=None):
        """(met, asked) among leaves at a level."""
        asked = [self.scorer.judged[leaf["criterion"]] for leaf in items]
        asked = [each.id for each in asked if each.asked(level) and (tier is None or each.tier == tier)]
        return sum(self.tree.standings[name].met(level) for name in asked), len(asked)

    def _holds(self, condition, level):
        name = condition["condition"]
        if name in ("all", "any", "at_least"):
            held = sum(self._holds(each, level) for each in condition["of"])
            return held >= {"all": len(condition["of"]), "any": 1, "at_least": condition.get("n")}[name]
        if name == "lower_levels":
            return all(self.reached.values())
        if name == "if":
            here = all_hold(condition["when"], self.unit)
            return self._all(condition["then"] if here else condition.get("otherwise", []), level)
        if name == "unclear":
            return self.high or "of" in condition and self._all(condition["of"], level)
        if name == "mandatory":
            asked = [each for each in condition["criteria"] if self.scorer.judged[each].asked(level)]
            return all(self.tree.standings[each].met(level) for each in asked)
        least = self._minimum(condition["min"], level)
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
        group = condition.get("group")
        if group is None and self.scheme.get("score", {}).get("of") == condition["of"]:
            return self.score
        return getattr(self.tree.nodes[group], condition["of"])


def minimum(written, level, unit, known):
    """A number of a condition: itself, the variant of this place, or the parameter of this level, else the one without."""
    if not isinstance(written, dict):
        return parse(written)
    if "parameter" not in written:
        return parse(chosen(written, unit)[0])
    name = written["parameter"]
    return parse(known[name, level] if (name, level) in known else known[name, None])
