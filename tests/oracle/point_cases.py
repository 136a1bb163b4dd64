"""Generated cases of points: `interpolate` and `steps` around each of their edges, with their relief."""

from fractions import Fraction

from building import cited, unit
from exact import parse, text
from points import lowered, points_without_looking


def around(cases, method):
    make = _interpolated if method["method"] == "interpolate" else _stepped
    yield from make(cases, method)
    yield from _not_considered(cases, method)


def _at(cases, asked, value, shift, words, place=None, label=""):
    """One case at a value, or nothing where no data can have it; a value that a whole number cannot have is left out."""
    rows = cases.builder.rows(cases.criterion, value, shift)
    if rows is not None:
        yield cases.case(f"{words} {text(value)}{cases.symbol}{label}", f"{asked}; {cases.told(rows)}",
                         cases.builder.observations(cases.criterion, rows), place)


def _interpolated(cases, method):
    low, high = parse(method["minimum"]), parse(method["maximum"])
    asked = (f"{method['points_min']} points at {method['minimum']}, {method['points_max']} at {method['maximum']}, linear "
             f"between ({cited(method['cites'])})")
    for value, shift, words in ((low, -1, "is just below its minimum"), (low, 0, "is exactly at its minimum"),
                                (low, 1, "is just above its minimum"), (high, -1, "is just below its maximum"),
                                (high, 0, "is exactly at its maximum"), (high, 1, "is just above its maximum"),
                                (2 * high, 0, "is far above its maximum")):
        if low < high or shift <= 0:
            yield from _at(cases, asked, value, shift, words)
    yield from _at(cases, asked, Fraction(0), 0, "is at")
    for part, words in ((Fraction(1, 3), "a third"), (Fraction(1, 2), "half"), (Fraction(5, 6), "five sixths")):
        value = low + (high - low) * part
        rows = cases.builder.rows(cases.criterion, value)
        finite = rows is not None and all(_finite(number) for number in rows.values())
        if finite:
            yield cases.case(f"is {words} of the way", f"{asked}; {cases.told(rows)}",
                             cases.builder.observations(cases.criterion, rows))
    rows = cases.builder.rows(cases.criterion, low)
    if cases.builder.sums_parts(cases.criterion):
        yield cases.case("in two parts is together exactly at its minimum", f"{asked}; the parts are summed: {cases.told(rows)}",
                         cases.builder.parts(cases.criterion, rows))
    yield from _relieved(cases, method, asked)


def _finite(number):
    try:
        return bool(text(number))
    except ValueError:
        return False


def _relieved(cases, method, asked):
    """Where the minimum is lowered, or could be if more were known."""
    relief, low = method.get("relief"), parse(method["minimum"])
    when = {each["attribute"]: each["in"][0] if "in" in each else each["equals"] for each in (relief or {}).get("when", [])}
    here = unit(cases.kind, **(when or {"heritage": True}))
    if relief is None:
        yield from _at(cases, f"{asked}; no minimum is lowered here", low, -1, "is just below its minimum", here, " of a heritage place")
        return
    asked = f"{asked}; the minimum is lowered by {relief['factor']} ({cited(relief['cites'])})"
    edges = sorted(set(lowered(low, relief)))
    for edge in edges:
        for shift, words in ((-1, "is just below"), (0, "is exactly"), (1, "is just above")):
            yield from _at(cases, asked, edge, shift, words, here, " where the minimum is lowered")
    yield from _at(cases, asked, low, 0, "is at the normal minimum of", here, " where it could be lowered")
    if low not in edges:
        yield from _at(cases, asked, low, -1, "is just below the normal minimum of", here, " where it is lowered")
        yield from _at(cases, asked, edges[-1], 0, "is exactly", unit(cases.kind), " where the minimum is not lowered")
        unknown = unit(cases.kind, **dict.fromkeys(when))
        yield from _at(cases, f"{asked}; the attribute is not known: no relief, flagged", edges[-1], 0, "is exactly", unknown,
                       " where it is not known whether the minimum is lowered")


def _stepped(cases, method):
    edges = [parse(each["at_least"]) for each in method["points"]]
    asked = "; ".join(f"{each['points']} points from {each['at_least']}" for each in method["points"]) \
        + f" ({cited(method['cites'])})"
    if cases.builder.point(cases.criterion)["type"] == "ordinal":
        values = [(Fraction(parse(each["step"])), 0) for each in cases.builder.point(cases.criterion)["steps"]]
    else:
        values = [(Fraction(0), 0)] + [(edge, shift) for edge in edges for shift in (-1, 0, 1)] + [(3 * edges[-1], 0)]
    words = {-1: "is just below", 0: "is exactly", 1: "is just above"}
    for value, shift in values:
        yield from _at(cases, asked, value, shift, words[shift])


def _not_considered(cases, method):
    """Where the scheme does not look at the criterion."""
    for rule in cases.builder.scheme.get("not_considered", []):
        if rule["criterion"] != cases.id:
            continue
        when = {each["attribute"]: each["in"][0] if "in" in each else each["equals"] for each in rule["when"]}
        why = f"not considered here: {text(points_without_looking(method))} points ({cited(rule['cites'])})"
        rows = cases.builder.rows(cases.criterion, parse(method["maximum"]))
        shown = cases.builder.observations(cases.criterion, rows)
        yield cases.case("is not considered, without data", why, [], unit(cases.kind, **when))
        yield cases.case("is not considered, whatever its data", why, shown, unit(cases.kind, **when))
        yield cases.case("is considered, flagged, where it is not known whether to",
                         "the attribute is not known, so the condition does not hold", shown,
                         unit(cases.kind, **dict.fromkeys(when)))
