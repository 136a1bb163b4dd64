"""Steps 1 and 2: observations to data points, and the value derived from them (FORMAT.md, section 3)."""

from dataclasses import dataclass, field
from fractions import Fraction

from exact import compare, parse, working

ABSENT_STATUSES = ("O", "M")


@dataclass
class Value:
    """A derived value. A root ratio keeps both sides, so that it is compared without a division."""

    number: Fraction
    over: Fraction | None = None
    raw: dict = field(default_factory=dict)
    sampling: str | None = None

    def shown(self):
        return working(self.number if self.over is None else self.number / self.over)

    def passes(self, op, limit):
        if self.over is None:
            return compare(self.number, op, limit)
        left, right = self.number, limit * self.over
        return compare(left, op, right) if self.over > 0 else compare(-left, op, -right)

    def below(self, other):
        """Whether this value is smaller, by cross-multiplication where both are ratios."""
        mine, theirs = self.over or 1, other.over or 1
        return self.number * theirs < other.number * mine


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
    """The inputs of one data point as [(part, {role: number})], the flags, the sampling; None where a value is missing."""
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
        return None, flags, None
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
        return None, set(), None
    rows = [(part, {role: bound[part, role] for role in roles}) for part in sorted(parts, key=lambda p: p or "")]
    return rows, flags, next(iter(sorted(sampling)), None)


def evaluate(expression, inputs, factor, references):
    """The value of an expression below the root: each operation is W of its operands. None when a reference is absent."""
    op = expression["op"]
    if op == "input":
        return working(inputs[expression["role"]])
    if op == "constant":
        return working(parse(expression["value"]))
    if op == "reference":
        return working(references[expression["id"]]) if expression["id"] in references else None
    operands = [evaluate(each, inputs, factor, references) for each in expression["of"]]
    if None in operands:
        return None
    return working(_operate(op, operands, factor))


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
        product = Fraction(1)
        for operand in operands:
            product *= operand
        return product
    first, second = operands
    if op == "sub":
        return first - second
    if op == "div":
        return first / second
    if op == "ratio":
        return first * factor / second
    raise ValueError(f"unknown operation {op}")


def derive(point, inputs, factor, references):
    """The value of a data point from its inputs."""
    expression = point.get("derive") or {"op": "input", "role": "value"}
    if expression["op"] != "ratio":
        number = evaluate(expression, inputs, factor, references)
        return None if number is None else Value(number, raw=inputs)
    above, below = (evaluate(each, inputs, factor, references) for each in expression["of"])
    if above is None or below is None:
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
    if len(rows) > 1 or rows[0][0] is not None:
        if part_rule(point) == "sum":
            flags.add("parts_summed")
            roles = rows[0][1]
            rows = [(None, {role: working(sum(inputs[role] for _, inputs in rows)) for role in roles})]
        elif part_rule(point) == "each":
            flags.add("worst_part")
    values = [derive(point, inputs, factor, references) for _, inputs in rows]
    if None in values:
        return None, set()
    worst = values[0]
    for value in values[1:]:
        worse = worst.below(value) if criterion["direction"] == "less" else value.below(worst)
        worst = value if worse else worst
    worst.sampling = sampling
    return worst, flags
