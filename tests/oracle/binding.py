"""Step 1: observations to the inputs of a data point (FORMAT.md, section 3)."""

from dataclasses import dataclass, field
from fractions import Fraction

from exact import parse

ABSENT_STATUSES = ("O", "M")


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


def earlier(period, years):
    """The same period some years before; a period that is not given has none."""
    return f"{int(period[:4]) - years:04d}{period[4:]}" if period else None


@dataclass
class Bound:
    """The inputs of one data point: which period each comes from, its parts, and everything that was observed."""

    periods: dict
    own: set
    parts: list
    table: dict
    summed: bool
    flags: set = field(default_factory=set)
    sampling: set = field(default_factory=set)

    @property
    def period(self):
        """The period that is evaluated: the latest of the inputs that share one."""
        shared = [period for role, period in self.periods.items() if role not in self.own]
        return max(shared or self.periods.values())

    def units(self):
        """What is evaluated by itself: the whole, or each part."""
        return [None] if self.summed else self.parts

    def number(self, role, unit, years):
        """An input some years before, of one part or summed over all; None when it is absent."""
        period = self.periods[role]
        if years and role not in self.own:
            period = earlier(period, years)
        there = self.table.get(role, {}).get(period, {})
        wanted = self.parts if self.summed else [unit]
        if self.summed and set(there) != set(wanted) or any(there.get(part) is None for part in wanted):
            return None
        return sum((there[part] for part in wanted), Fraction(0))


def observations_of(city, criterion, point):
    """The observations of one data point."""
    first = criterion["data_points"][0]["id"]
    for entry in city.get("observations", []):
        if entry["criterion"] == criterion["id"] and entry.get("data_point", first) == point["id"]:
            yield entry


def observed(city, criterion, point):
    """{role: {period: {part: number or None}}} and the sampling said of each."""
    table, sampling = {}, {}
    for entry in observations_of(city, criterion, point):
        present = entry.get("status", "A") not in ABSENT_STATUSES and entry.get("value") is not None
        key = entry.get("role", "value"), entry.get("period", "")
        table.setdefault(key[0], {}).setdefault(key[1], {})[entry.get("part")] = reported(entry["value"]) if present else None
        if present and "sampling" in entry:
            sampling.setdefault(key, set()).add(entry["sampling"])
    return table, sampling


def choose(point, table, period):
    """The period of each input and the flags, at a period that is asked for or the latest; None when one has none."""
    present = {role: {when for when, parts in by_period.items() if any(each is not None for each in parts.values())}
               for role, by_period in table.items()}
    roles = [each["role"] for each in point["inputs"]]
    own = {each["role"] for each in point["inputs"] if each.get("own_period")}
    if any(not present.get(role) for role in roles):
        return None, set()
    chosen = {role: max(present[role]) for role in roles}
    together = [role for role in roles if role not in own]
    if period is not None:
        if any(period not in present[role] for role in together):
            return None, set()
        chosen.update(dict.fromkeys(together, period))
        return chosen, set()
    common = set.intersection(*(present[role] for role in together)) if together else set()
    if common:
        chosen.update(dict.fromkeys(together, max(common)))
    return chosen, {"mixed_periods"} if together and not common else set()


def bind(criterion, point, city, period=None):
    """The inputs of one data point, or None where a value is missing."""
    table, sampling = observed(city, criterion, point)
    chosen, flags = choose(point, table, period)
    if chosen is None:
        return None
    parts = []
    for role, when in chosen.items():
        parts += [part for part in table[role][when] if part not in parts]
    if any(table[role][when].get(part) is None for role, when in chosen.items() for part in parts):
        return None
    own = {each["role"] for each in point["inputs"] if each.get("own_period")}
    bound = Bound(chosen, own, sorted(parts, key=lambda part: part or ""), table, part_rule(point) == "sum", flags)
    bound.sampling = set().union(*(sampling.get(key, set()) for key in chosen.items()))
    if len(parts) > 1:
        bound.flags = flags | {"parts_summed" if bound.summed else "worst_part"}
    return bound
