"""Step 2: the value of a data point from its inputs (FORMAT.md, section 3)."""

from dataclasses import dataclass, field
from fractions import Fraction
from math import prod

from binding import bind, earlier
from exact import compare, compare_exactly, parse


@dataclass
class Value:
    """A derived value. A root ratio keeps both sides, so that it is compared without a division."""

    number: Fraction
    over: Fraction | None = None
    raw: dict = field(default_factory=dict)
    sampling: str | None = None

    def exact(self):
        return self.number if self.over is None else self.number / self.over

    def passes(self, op, limit):
        if self.over is None:
            return compare(self.number, op, limit)
        sign = 1 if self.over > 0 else -1
        return compare_exactly(sign * self.number, op, sign * limit * self.over)

    def below(self, other):
        """Whether this value is smaller, exactly."""
        return self.exact() < other.exact()


class References:
    """The comparison values of a city, by period."""

    def __init__(self, city):
        self.known = {(each["id"], each.get("period", "")): parse(each["value"]) for each in city.get("references", [])}

    def at(self, name, period, earlier_too):
        """The value for a period, and whether it is of an earlier one."""
        for when in (period, ""):
            if (name, when) in self.known:
                return self.known[name, when], False
        before = [when for known, when in self.known if known == name and when < period] if earlier_too else []
        return (self.known[name, max(before)], True) if before else (None, False)


class Evaluation:
    """Expressions over the inputs of one data point, of one part or of all."""

    def __init__(self, bound, unit, factor, direction, references):
        self.bound, self.unit, self.factor = bound, unit, factor
        self.direction, self.references = direction, references
        self.flags = set()

    def value(self, expression):
        """The value at the root, or None."""
        raw = {role: self.bound.number(role, self.unit, 0) for role in self.bound.periods}
        if expression["op"] != "ratio":
            number = self.number(expression, 0, False)
            return None if number is None else Value(number, raw=raw)
        above, below = (self.number(each, 0, False) for each in expression["of"])
        if above is None or below is None:
            return None
        if below == 0:
            raise ZeroDivisionError
        return Value(above * self.factor, below, raw=raw)

    def number(self, expression, years, moved):
        """The exact number of an expression some years before; None when something it needs is absent.
        `moved`: inside `at` or `window`, where a reference of an earlier period does not serve."""
        op = expression["op"]
        if op == "input":
            return self.bound.number(expression["role"], self.unit, years)
        if op == "constant":
            return parse(expression["value"])
        if op == "reference":
            when = earlier(self.bound.period, years) if years else self.bound.period
            number, older = self.references.at(expression["id"], when or "", not moved)
            self.flags |= {"mixed_periods"} if older else set()
            return number
        if op == "at":
            return self.number(expression["of"], expression["years_earlier"], True)
        if op == "window":
            return self._window(expression)
        operands = [self.number(each, years, moved) for each in expression["of"]]
        if None in operands:
            return None
        if op in ("div", "ratio") and 0 in operands[1:]:
            raise ZeroDivisionError
        return _operate(op, operands, self.factor)

    def _window(self, expression):
        numbers = [self.number(expression["of"], years, True) for years in range(expression["years"])]
        if None in numbers:
            return None
        if expression["how"] == "mean":
            return sum(numbers, Fraction(0)) / len(numbers)
        return max(numbers) if self.direction == "less" else min(numbers)


def _operate(op, operands, factor):
    if op == "add":
        return sum(operands, Fraction(0))
    if op == "mean":
        return sum(operands, Fraction(0)) / len(operands)
    if op == "min":
        return min(operands)
    if op == "max":
        return max(operands)
    if op == "mul":
        return prod(operands, start=Fraction(1))
    first, *others = operands
    if op == "sub":
        return first - sum(others)
    if op == "div":
        return first / prod(others)
    if op == "ratio":
        return first * factor / others[0]
    raise ValueError(f"unknown operation {op}")


def factor_of(criteria_set, name):
    """The factor of a unit."""
    return next((parse(unit.get("factor", 1)) for unit in criteria_set["units"] if unit["id"] == name), Fraction(1))


def measured(criteria_set, criterion, city, point=None, derive=None, period=None):
    """The value of a data point (the first), at a period (the latest), and its flags; None where it is missing."""
    point = point or criterion["data_points"][0]
    expression = derive or point.get("derive") or {"op": "input", "role": "value"}
    bound = bind(criterion, point, city, period)
    if bound is None:
        return None, set()
    worst, flags = None, set(bound.flags)
    for unit in bound.units():
        evaluation = Evaluation(bound, unit, factor_of(criteria_set, point["unit"]), criterion["direction"], References(city))
        value = evaluation.value(expression)
        if value is None:
            return None, set()
        flags |= evaluation.flags
        if worst is None or (worst.below(value) if criterion["direction"] == "less" else value.below(worst)):
            worst = value
    worst.sampling = min(bound.sampling, default=None)
    return worst, flags
