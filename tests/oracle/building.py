"""Building blocks of generated cases: observations that put a criterion exactly where a case wants it."""

from fractions import Fraction

from attributes import chosen
from binding import part_rule
from deriving import Value
from exact import ceiling, parse, text
from judging import judgement_of
from loading import leaves
from surveys import survey_outcome

AS_OF = "2026-11-21"
PERIOD, BASE_PERIOD = "2025", "2020"
HAIR = Fraction(1, 10**9)
SIGNS = {"ge": ">=", "gt": ">", "le": "<=", "lt": "<", "eq": "="}
ATTRIBUTES = {"urban_class": "1", "centrally_run": False, "heritage": False, "special_factors": False}
UNITS = {
    "province": {"code": "99", "name": {"vi": "Tỉnh Thử Nghiệm", "en": "Test Province"}, "kind": "province"},
    "commune": {"code": "99999", "name": {"vi": "Phường Thử Nghiệm", "en": "Test Ward"}, "kind": "commune",
                "parent": "99"},
    "urban_area": {"code": "DT-99", "name": {"vi": "Đô thị Thử Nghiệm", "en": "Test Urban Area"}, "kind": "urban_area",
                   "parent": "99", "members": [{"code": "99999", "name": "Phường Thử Nghiệm"}]},
    "new_urban_area": {"code": "KDT-99", "name": {"vi": "Khu đô thị mới Thử Nghiệm", "en": "Test New Urban Area"},
                       "kind": "new_urban_area", "parent": "99"},
    "national": {"code": "VN", "name": {"vi": "Cả nước", "en": "The country"}, "kind": "national"},
}


def unit(kind, **changes):
    """A fictional place whose attributes are all known and match no variant of the criteria; None drops one."""
    merged = {**UNITS[kind], **ATTRIBUTES, **changes}
    return {key: value for key, value in merged.items() if value is not None}


class Builder:
    """Observations for the criteria of one set under one scheme."""

    def __init__(self, criteria_set, scheme):
        self.set, self.scheme = criteria_set, scheme
        self.criteria = {each["id"]: each for each in criteria_set["criteria"]}
        self.units = {each["id"]: each for each in criteria_set["units"]}

    def kinds(self):
        """The kinds of place the scheme judges."""
        held = self.scheme.get("unit_kinds", [each["kind"] for each in self.set["unit_kinds"]])
        return [each for each in self.set["unit_kinds"] if each["kind"] in held]

    def needed(self, criterion):
        """Attributes with which a criterion applies."""
        return {each["attribute"]: each["in"][0] if "in" in each else each["equals"]
                for each in criterion.get("applies_when", [])}

    def scheme_points(self, name):
        """The most points a criterion can give in the tree."""
        return parse(next(leaf["max_points"] for leaf in leaves(self.scheme["tree"]) if leaf["criterion"] == name))

    def point(self, criterion):
        return criterion["data_points"][0]

    def method(self, criterion):
        return judgement_of(criterion, self.scheme)

    def thresholds(self, criterion):
        return self.method(criterion).get("thresholds", [])

    def factor(self, criterion):
        return parse(self.units[self.point(criterion)["unit"]].get("factor", "1"))

    def symbol(self, criterion):
        name = self.units[self.point(criterion)["unit"]]["symbol"]["en"]
        return "" if self.point(criterion)["type"] != "number" else f" {name}"

    def inputs(self, criterion):
        return {each["role"]: each for each in self.point(criterion)["inputs"]}

    def is_ratio(self, criterion):
        derive = self.point(criterion).get("derive", {"op": "input"})
        if derive["op"] not in ("ratio", "input"):
            raise ValueError(f"{criterion['id']}: no builder for {derive['op']}")
        return derive["op"] == "ratio"

    def observation(self, criterion, role, value, **more):
        own = self.inputs(criterion)[role].get("own_period")
        entry = {"criterion": criterion["id"]} if role == "value" else {"criterion": criterion["id"], "role": role}
        value = value if isinstance(value, str) else text(value)
        return {**entry, "value": value, "period": BASE_PERIOD if own else PERIOD, **more}

    def counts(self, criterion, value):
        """Numerator and denominator of an exact ratio, both whole, one count of which is a tenth of the unit or less."""
        share = value / self.factor(criterion)
        step, least = share.denominator, max(1000, 10 * self.factor(criterion))
        denominator = Fraction(step * -(-least // step))
        return share * denominator, denominator

    def allowed(self, criterion, rows):
        """Whether the inputs lie in their domains."""
        inputs = self.inputs(criterion)
        for role, value in rows.items():
            source = inputs[role]
            if source.get("whole") and value.denominator != 1:
                return False
            if "minimum" in source and value < parse(source["minimum"]):
                return False
            if "above" in source and value <= parse(source["above"]):
                return False
            if "within" in source and value > rows[source["within"]]:
                return False
        return True

    def rows(self, criterion, value, shift=0):
        """The inputs {role: number} at a value, or one unit (whole) or 1e-9 of the value away; None when impossible."""
        if not self.is_ratio(criterion):
            rows = {"value": value + shift * (1 if self.inputs(criterion)["value"].get("whole") else HAIR)}
        elif self.inputs(criterion)["numerator"].get("whole"):
            numerator, denominator = self.counts(criterion, value)
            rows = {"numerator": numerator + shift, "denominator": denominator}
        else:
            _, denominator = self.counts(criterion, value)
            rows = {"numerator": (value + shift * HAIR) * denominator / self.factor(criterion),
                    "denominator": denominator}
        return rows if self.allowed(criterion, rows) else None

    def observations(self, criterion, rows, **more):
        return [self.observation(criterion, role, value, **more) for role, value in rows.items()]

    def parts(self, criterion, rows, **more):
        """The same inputs spread over two parts."""
        out = []
        for name, first in (("A", True), ("B", False)):
            for role, value in rows.items():
                half = Fraction(ceiling(value / 2)) if value.denominator == 1 else value / 2
                out.append(self.observation(criterion, role, half if first else value - half, part=name, **more))
        return out

    def sums_parts(self, criterion):
        return part_rule(self.point(criterion)) == "sum"

    # Surveys.

    def survey_passes(self, criterion, x, n, limit):
        value = Value(Fraction(x), raw={"numerator": Fraction(x), "denominator": Fraction(n)})
        share = limit / self.factor(criterion)
        return survey_outcome(value, "probability", share, parse(self.method(criterion)["z"]))[0] == ""

    def smallest_passing(self, criterion, n, limit):
        return next((x for x in range(n + 1) if self.survey_passes(criterion, x, n, limit)), None)

    # Whole criteria.

    def passing(self, criterion, place, up_to=None):
        """Observations that meet every threshold up to a level at this place; None when none is asked there."""
        asked = [each for each in self.thresholds(criterion) if up_to is None or each["level"] <= up_to]
        if not asked:
            return None
        written = [chosen(each, place)[0] for each in asked]
        kind = self.point(criterion)["type"]
        if kind == "boolean":
            return [self.observation(criterion, "value", "yes")]
        limits = [parse(each) for each in written]
        less = criterion["direction"] == "less"
        limit = min(limits) if less else max(limits)
        if self.method(criterion)["method"] == "survey":
            x = self.smallest_passing(criterion, 1000, limit)
            return self.observations(criterion, {"numerator": Fraction(x), "denominator": Fraction(1000)},
                                     sampling="probability")
        strict = any(each["op"] in ("gt", "lt") for each in asked)
        rows = self.rows(criterion, limit, (-1 if less else 1) if strict else 0)
        return self.observations(criterion, rows)

    def failing(self, criterion):
        """Observations that meet no threshold."""
        if self.point(criterion)["type"] == "boolean":
            return [self.observation(criterion, "value", "no")]
        if self.method(criterion)["method"] == "survey":
            return self.observations(criterion, {"numerator": Fraction(0), "denominator": Fraction(1000)},
                                     sampling="probability")
        less = criterion["direction"] == "less"
        worst = max(parse(each["value"]) for each in self.thresholds(criterion)) * 2 if less else Fraction(0)
        rows = self.rows(criterion, worst)
        if rows is None:
            rows = self.rows(criterion, self.factor(criterion))
        return self.observations(criterion, rows)


def cited(cites):
    return " and ".join(f"{each['source']}, {each['clause']}" for each in cites)


def asked_text(thresholds):
    """What each level asks, with the source of the figure."""
    return "; ".join(f"level {each['level']} asks {SIGNS[each['op']]} {each['value']} ({cited(each['cites'])})"
                     for each in thresholds)


def document(criteria, **more):
    return {"criteria": criteria, "summary": "Fictional document", **more}


def review(result):
    return {"review": {"result": result}}
