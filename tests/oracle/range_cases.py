"""Generated cases of a range: both ends, what is inside and what is outside."""

from building import cited
from exact import parse, text

SAYS = {"met": "met", "not_met": "not met", "unclear": "unclear"}


def around(cases, method):
    low, high = parse(method["low"]), parse(method["high"])
    asked = (f"{method['low']} to {method['high']}, both included, below {SAYS[method['below']]}, "
             f"above {SAYS[method['above']]} ({cited(method['cites'])})")
    places = [(low, -1, "is just below"), (low, 0, "is exactly"), (low, 1, "is just above"), ((low + high) / 2, 0, "is exactly"),
              (high, -1, "is just below"), (high, 0, "is exactly"), (high, 1, "is just above"), (2 * high, 0, "is exactly")]
    seen = set()
    for value, shift, words in places:
        rows = cases.builder.rows(cases.criterion, value, shift)
        if rows is None or (value, shift) in seen:
            continue
        seen.add((value, shift))
        yield cases.case(f"{words} {text(value)}{cases.symbol}", f"{asked}; {cases.told(rows)}",
                         cases.builder.observations(cases.criterion, rows))
