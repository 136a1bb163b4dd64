"""Steps 1 and 2: observations to data points, and the value derived from them (FORMAT.md, section 3)."""

from dataclasses import dataclass, field
from fractions import Fraction
from math import prod

from exact import compare, compare_exactly, parse

ABSENT_STATUSES = ("O", "M")


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


def part_rule(point):
    """What several parts mean: the declared rule or the default of the type."""
    return point.get("parts") or ("sum" if point["type"] == "number" else "single")


def reported(token):
    """The number an observation carries: yes is 1, no is 0."""
    if token in (True, "yes"):
        return Fraction(1)
    if token in (False, "no"):
        return Fraction(0)
    return parse(token)


def observations_of(city, criterion, point, first):
    """The observations of one data point."""
    for entry in city.get("observations", []):
        named = entry.get("data_point", criterion["data_points"][0]["id"] if first else None)
        if entry["criterion"] == criterion["id"] and named == point["id"]:
            yield entry


def bind(criterion, point, city):
    """The inputs of one data point as [(part, {role: number})], the flags and the kinds of sampling of what is chosen;
    None in place of the inputs where a value is missing."""
    first = point is criterion["data_points"][0]
    table = {}
    for entry in observations_of(city, criterion, point, first):
        present = entry.get("status", "A") not in ABSENT_STATUSES and entry.get("value") is not None
        by_period = table.setdefault(entry.get("role", "value"), {})
        by_period.setdefault(entry.get("period", ""), []).append((entry, present))
    periods = {}
    for role, by_period in table.items():
        periods[role] = {period for period, entries in by_period.items() if any(present for _, present in entries)}
    flags = set()
    roles = [put["role"] for put in point["inputs"]]
    own = {put["role"] for put in point["inputs"] if put.get("own_period")}
    if any(not periods.get(role) for role in roles):
        return None, flags, set()
    together = [role for role in roles if role not in own]
    chosen = {role: max(periods[role]) for role in roles}
    if together:
        common = set.intersection(*(periods[role] for role in together))
        if common:
            chosen.update({role: max(common) for role in together})
        else:
            flags.add("mixed_periods")
    bound, parts, sampling = {}, [], set()
    for role in roles:
        for entry, present in table[role][chosen[role]]:
            part = entry.get("part")
            if part not in parts:
                parts.append(part)
            if present:
                bound[part, role] = reported(entry["value"])
                if "sampling" in entry:
                    sampling.add(entry["sampling"])
    if any((part, role) not in bound for part in parts for role in roles):
        return None, set(), set()
    rows = [(part, {role: bound[part, role] for role in roles}) for part in sorted(parts, key=lambda p: p or "")]
    return rows, flags, sampling


def evaluate(expression, inputs, factor, references):
    """The exact value of an expression; None when a reference is absent or a divisor is zero."""
    op = expression["op"]
    if op == "input":
        return inputs[expression["role"]]
    if op == "constant":
        return parse(expression["value"])
    if op == "reference":
        return references.get(expression["id"])
    operands = [evaluate(each, inputs, factor, references) for each in expression["of"]]
    if None in operands:
        return None
    if op in ("div", "ratio") and 0 in operands[1:]:
        return None
    return _operate(op, operands, factor)


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


def derive(point, inputs, factor, references):
    """The value of a data point from its inputs."""
    expression = point.get("derive") or {"op": "input", "role": "value"}
    if expression["op"] != "ratio":
        number = evaluate(expression, inputs, factor, references)
        return None if number is None else Value(number, raw=inputs)
    above, below = (evaluate(each, inputs, factor, references) for each in expression["of"])
    if above is None or not below:
        return None
    return Value(above * factor, below, raw=inputs)


def factor_of(criteria_set, name):
    """The factor of a unit."""
    return next((parse(unit.get("factor", 1)) for unit in criteria_set["units"] if unit["id"] == name), Fraction(1))


def measured(criteria_set, criterion, city):
    """The value of the first data point of a criterion (or None) with its flags."""
    point = criterion["data_points"][0]
    rows, flags, sampling = bind(criterion, point, city)
    if rows is None:
        return None, flags
    references = {entry["id"]: parse(entry["value"]) for entry in city.get("references", [])}
    factor = factor_of(criteria_set, point["unit"])
    if len(rows) > 1:
        if part_rule(point) == "sum":
            flags.add("parts_summed")
            roles = rows[0][1]
            rows = [(None, {role: sum(inputs[role] for _, inputs in rows) for role in roles})]
        elif part_rule(point) == "each":
            flags.add("worst_part")
    values = [derive(point, inputs, factor, references) for _, inputs in rows]
    if None in values:
        return None, set()
    worst = values[0]
    for value in values[1:]:
        worse = worst.below(value) if criterion["direction"] == "less" else value.below(worst)
        worst = value if worse else worst
    worst.sampling = min(sampling, default=None)
    return worst, flags
