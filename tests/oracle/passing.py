"""Step 3 for methods that are met or not: `pass_fail` and `range` (FORMAT.md, sections 1.3 and 3)."""

from attributes import chosen
from exact import parse


def levels_of(method):
    """The levels a method asks something at, in the order they first appear."""
    if method["method"] == "range":
        return (method["level"],)
    held = [level for part in method.get("of", []) for level in levels_of(part)]
    return tuple(dict.fromkeys(held + [each["level"] for each in method.get("thresholds", [])]))


def needs_unknown(method, unit):
    """Whether a variant of a threshold, or of a part's, hangs on an attribute that is not known."""
    return any(chosen(each, unit)[1] for each in method.get("thresholds", [])) \
        or any(needs_unknown(part, unit) for part in method.get("of", []))


def ranged(method, value):
    """The outcomes of a range, lowest and highest: an end that is unclear may be either."""
    side = "below" if value.passes("lt", parse(method["low"])) else "above" if value.passes("gt", parse(method["high"])) else None
    says = method[side] if side else "met"
    return ("passed" if says == "met" else "below_threshold"), ("below_threshold" if says == "not_met" else "passed")


def passing(method, value, kind, unit):
    """The outcomes by level, lowest and highest; evidence is not looked at."""
    if method["method"] == "range":
        low, high = ranged(method, value)
        return {method["level"]: low}, {method["level"]: high}
    levels = {}
    for threshold in method["thresholds"]:
        if kind == "boolean":
            met = value.number == 1
        else:
            met = value.passes("ge" if kind == "ordinal" else threshold["op"], parse(chosen(threshold, unit)[0]))
        levels[threshold["level"]] = "passed" if met else "below_threshold"
    return levels, dict(levels)


def held_back(levels, fault):
    """Levels that would pass, where the documents do not carry them."""
    return {level: fault if fault and outcome == "passed" else outcome for level, outcome in levels.items()}
