"""Step 3 for the methods that give points: interpolate, steps, target_share (FORMAT.md, sections 1.3 and 3)."""

from fractions import Fraction

from attributes import all_hold
from exact import ceiling, compare, parse

METHODS = ("interpolate", "steps", "target_share")


def rows(method):
    """The steps or bands of a method as (lower edge, points)."""
    return [(parse(each["at_least"]), parse(each["points"])) for each in method["points" if "points" in method else "bands"]]


def most_points(method):
    """The most points a method can give."""
    return parse(method["points_max"]) if method["method"] == "interpolate" else rows(method)[-1][1]


def points_without_looking(method):
    """What a criterion that is not considered gets."""
    if method["method"] == "interpolate":
        return parse(method["points_min"])
    return next(points for _, points in rows(method) if points > 0)


def reached(method, value):
    """The points of the highest step or band whose lower edge a value reaches; None below the first."""
    points = None
    for edge, more in rows(method):
        if compare(value, "ge", edge):
            points = more
    return points


def percent_of_target(method, value, direction):
    """The value in percent of the target; None where nothing is reached of a target that is better when less."""
    target = parse(method["target"])
    if direction != "less":
        return 100 * value / target
    return None if value == 0 else 100 * target / value


def lowered(minimum, relief):
    """The readings of a lowered minimum: one, or both whole neighbours where the source does not say how it is rounded."""
    low = parse(relief["factor"]) * minimum
    if not relief.get("whole"):
        return low, low
    down = Fraction(low.numerator // low.denominator)
    return max(down, Fraction(1)), max(ceiling(low), Fraction(1))


def interpolated(method, value, unit):
    """(points at the least favourable reading, at the most favourable one, flags); None = below the lowest points."""
    least, most = parse(method["points_min"]), parse(method["points_max"])
    minimum, maximum = parse(method["minimum"]), parse(method["maximum"])
    if compare(value, "ge", maximum):
        return most, most, set()
    if compare(value, "ge", minimum):
        points = least + (most - least) * (value - minimum) / (maximum - minimum)
        return points, points, set()
    relief = method.get("relief")
    here = all_hold(relief["when"], unit) if relief else False
    if here is None:
        return None, None, {"attribute_absent"}
    if not here:
        return None, None, set()
    low, high = ((least if compare(value, "ge", limit) else None) for limit in reversed(lowered(minimum, relief)))
    return low, high, {"relief"} if high is not None else set()


def left_open(method, unit):
    """Below the lowest step, where the source may not say what a place gets."""
    here = all_hold(method["open"]["when"], unit)
    if here is None:
        return None, None, {"attribute_absent"}
    least = min(points for _, points in rows(method) if points > 0)
    return None, least if here else None, {"left_open"} if here else set()


def points_of(method, value, unit, direction):
    """(points at the least favourable reading, at the most favourable one, flags); None = below the lowest points."""
    if method["method"] == "interpolate":
        return interpolated(method, value, unit)
    if method["method"] == "steps":
        points = reached(method, value)
        if points is None and "open" in method:
            return left_open(method, unit)
    else:
        percent = percent_of_target(method, value, direction)
        points = rows(method)[-1][1] if percent is None else reached(method, percent) or Fraction(0)
    return points, points, set()
