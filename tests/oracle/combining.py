"""Step 3 for `combine`: several data points, or several readings of one (FORMAT.md, sections 1.3 and 3)."""

from dataclasses import dataclass
from fractions import Fraction

from deriving import measured
from evidence import part_fault
from passing import held_back, levels_of, passing
from points import most_points, points_of
from standing import Standing, everywhere, of_levels


@dataclass
class Part:
    """One part of a combination, at its lowest and its highest outcome."""

    point: dict
    low: Standing
    high: Standing
    value: Fraction | None = None

    @property
    def outcome(self):
        return self.low.outcome if self.low.key() == self.high.key() else "undecided"


def counted(method):
    """The parts that are judged."""
    return [part for part in method["of"] if part["method"] != "monitor"]


def _part(judge, result, criterion, part):
    """A part judged by its own method."""
    points = {each["id"]: each for each in criterion["data_points"]}
    point = points[part["data_point"]] if "data_point" in part else criterion["data_points"][0]
    value, flags = measured(judge.set, criterion, judge.city, point, part.get("derive"))
    result.flags |= flags
    exact = value and value.exact()
    if part["method"] == "monitor":
        standing = everywhere("monitored")
        return Part(point, standing, standing, exact)
    if value is None:
        standing = everywhere("no_data", levels_of(part))
        return Part(point, standing, standing)
    fault = part_fault(part, criterion, judge.city, judge.verified)
    if part["method"] == "target_share":
        number, _, _ = points_of(part, exact, judge.unit, criterion["direction"])
        standing = Standing(fault or "scored", points=Fraction(0) if fault else number, most=most_points(part))
        return Part(point, standing, standing, exact)
    low, high = (of_levels(held_back(levels, fault)) for levels in passing(part, value, point["type"], judge.unit))
    return Part(point, low, high, exact)


def _joined(method, outcomes, high):
    """The outcome at a level from those of the parts; `high` takes the most favourable of several readings."""
    how, met = method["how"], outcomes.count("passed")
    needed = {"any": 1, "all": len(outcomes), "at_least": method.get("n"), "readings": 1 if high else len(outcomes)}[how]
    if met >= needed:
        return "passed"
    failing = [each for each in outcomes if each != "passed"]
    if how in ("any", "at_least"):
        return next((each for each in failing if each != "no_data"), "no_data")
    return failing[0]


def combined(judge, result, criterion, method, max_points):
    """A criterion that is judged by its parts."""
    result.parts = [_part(judge, result, criterion, part) for part in method["of"]]
    if method["how"] == "sum":
        return _sum(judge, result, criterion, method, max_points)
    judged = [part for part in result.parts if part.outcome != "monitored"]
    if not judged:
        return result.stands(everywhere("monitored"))
    sides = [{level: _joined(method, [getattr(part, side).levels[level] for part in judged], side == "high")
              for level in result.asked_levels} for side in ("low", "high")]
    return result.stands(*(judge.with_evidence(criterion, levels) for levels in sides))


def _sum(judge, result, criterion, method, max_points):
    """The points of the parts that are scored."""
    result.scored = True
    could = [most_points(part) for part in counted(method)]
    result.most = sum(could, Fraction(0))
    if not could:
        return result.stands(everywhere("monitored"))
    scored = [part.low for part in result.parts if part.low.points is not None]
    if not scored:
        return result.stands(judge.missing(result, result.most, joined=True))
    fault = judge.fault(criterion)
    points, most = sum(each.points for each in scored), sum(each.most for each in scored)
    return result.stands(judge.scored(points, fault, max_points, most))
