"""Steps 4 to 6 of one run: missing data, sums and means, rounding (FORMAT.md, section 3)."""

from dataclasses import dataclass
from fractions import Fraction

from exact import compare, parse, rounded, working
from means import mean


@dataclass
class Node:
    """What a node comes to; None = undecided. `most`: the points its value is a share of."""

    value: Fraction | None = None
    share: Fraction | None = None
    most: Fraction | None = None
    applies: bool = True


class Tree:
    """The nodes of a scheme's tree over one outcome of each criterion."""

    def __init__(self, scheme, standings):
        self.scheme, self.standings = scheme, standings
        self.scale = parse(scheme.get("scale", "1"))
        self.nodes = {}
        self.root = self._node(scheme["tree"], None)

    def rounding(self, stage, value):
        """The value at working precision rounded where the scheme declares the stage, else the value as it is."""
        for rule in self.scheme.get("rounding", []):
            if rule["stage"] == stage and value is not None:
                return rounded(working(value), rule["digits"], rule["mode"])
        return value

    def _node(self, node, name):
        make = {"count_passed": self._counted, "none": self._counted, "sum": self._sum,
                "sum_of_scored": self._sum_of_scored}.get(node["aggregate"], self._weighted)
        self.nodes[name] = made = make(node, name)
        return made

    def _finish(self, value, most, name, applies=True):
        """A node of a value, rounded below the root, and its share."""
        if name is not None:
            value = self.rounding("group", value)
        return Node(value, value / most if value is not None and most else None, most, applies)

    def _groups(self, node):
        return [self._node(child, child["group"]) for child in node["children"] if "group" in child]

    def _leaves(self, node):
        return [self.standings[child["criterion"]] for child in node["children"] if "criterion" in child]

    def _counted(self, node, name):
        """Nothing is joined; the nodes below stand for themselves."""
        self._groups(node)
        return Node()

    def _most(self, child):
        """The points a child of a sum, or the whole tree, can give."""
        if "max_points" in child:
            return parse(child["max_points"])
        return sum((self._most(each) for each in child["children"]), Fraction(0))

    def _sum(self, node, name):
        """The points of the children; undecided when one of them is, is missing or does not apply."""
        numbers = []
        for child in node["children"]:
            if "group" in child:
                number = self._node(child, child["group"]).value
            else:
                standing = self.standings[child["criterion"]]
                number = standing.points = self.rounding("criterion", standing.points)
                if standing.outcome == "monitored":
                    continue
            if self._most(child):
                numbers.append(number)
        return self._finish(None if None in numbers else sum(numbers, Fraction(0)), self._most(node), name)

    def _sum_of_scored(self, node, name):
        """The points of what was scored, at any depth, over the most points of the same."""
        rows = [(each.value, each.most) for each in self._groups(node)]
        for standing in self._leaves(node):
            standing.points = self.rounding("criterion", standing.points)
            rows.append((standing.points, standing.most))
        rows = [row for row in rows if row[0] is not None]
        if not rows:
            return Node()
        return self._finish(sum(value for value, _ in rows), sum(most for _, most in rows), name)

    def _weighted(self, node, name):
        """Scale times the mean share, or the least, of what is present."""
        rows = []
        for child in node["children"]:
            if "group" in child:
                made = self._node(child, child["group"])
                applies, share = made.applies, made.share
            else:
                standing = self.standings[child["criterion"]]
                applies, share = standing.outcome not in ("monitored", "not_applicable"), standing.share
                if share is not None:
                    share = self.rounding("criterion", self.scale * share) / self.scale
            weight = parse(child.get("weight", "1"))
            if applies and weight:
                rows.append((weight, share))
        return self._finish(self._mean(node, rows), self.scale, name, applies=bool(rows))

    def _mean(self, node, rows):
        there = [(weight, share) for weight, share in rows if share is not None]
        whole, part = sum(weight for weight, _ in rows), sum(weight for weight, _ in there)
        policy = self.scheme["missing"]
        if len(there) < len(rows) and policy["policy"] != "exclude" or not part:
            return None
        if compare(part, "lt", parse(policy.get("minimum_share", "0")) * whole):
            return None
        return self.scale * mean(node["aggregate"], there, parse(node["exponent"]) if "exponent" in node else None)
