"""Step 3 and the outcome of one criterion, with its evidence (FORMAT.md, section 3)."""

from dataclasses import dataclass, field
from fractions import Fraction

from binding import factor_of, measured
from exact import ceiling, compare, parse, root_combination, text, working

INTERVAL_PLACES = 12


@dataclass
class Judged:
    """What is known of one criterion after judging."""

    id: str
    tier: str | None
    outcome: str = ""
    applies: bool = True
    claimed: bool = False
    scored: bool = False
    type: str = "number"
    met_level: int | None = None
    value: Fraction | None = None
    share: Fraction | None = None
    points: Fraction | None = None
    levels: dict = field(default_factory=dict)
    thresholds: dict = field(default_factory=dict)
    flags: set = field(default_factory=set)
    sample: int | None = None
    interval: tuple | None = None
    asked_levels: tuple = ()

    def asked(self, level):
        return level in self.levels and not self.claimed and self.applies

    def met(self, level):
        return self.levels.get(level) == "passed"


def judgement_of(criterion, scheme):
    """The first judgement that serves the scheme."""
    for judgement in criterion["judge"]:
        if "schemes" not in judgement or scheme["id"] in judgement["schemes"]:
            return judgement
    return {"method": "monitor"}


def holds(condition, unit):
    """Whether a variant's condition holds; None when the attribute is absent."""
    actual = unit.get(condition["attribute"])
    if actual is None:
        return None
    wanted = condition["in"] if "in" in condition else [condition["equals"]]
    return _plain(actual) in [_plain(each) for each in wanted]


def _plain(value):
    return {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else str(value)


def threshold_value(threshold, unit):
    """The value that counts at this place, and whether an attribute needed to know is absent."""
    for variant in threshold.get("variants", []):
        answers = [holds(condition, unit) for condition in variant["when"]]
        if False in answers:
            continue
        if None in answers:
            return threshold["value"], True
        return variant["value"], False
    return threshold["value"], False


def evidence_fault(criterion, city, verified):
    """None when the evidence is good or not required, else the outcome it leads to."""
    rule = criterion.get("evidence") or {}
    if not rule.get("required"):
        return None
    documents = [each for each in city.get("evidence", []) if criterion["id"] in each["criteria"]]
    reviews = [(each.get("review") or {}).get("result") for each in documents]
    counted = [each for each, review in zip(documents, reviews) if review == "accepted"] if verified else documents
    if any(each.get("kind", "result") == "result" or rule.get("plans_count") for each in counted):
        return None
    if counted:
        return "plan_only"
    if verified and "rejected" in reviews:
        return "evidence_rejected"
    return "no_evidence"


def survey_outcome(value, sampling, share, z):
    """The outcome of a survey against a share, and the sample that would settle it."""
    x, n, t = value.raw["numerator"], value.raw["denominator"], share
    plain = x >= n * t
    if sampling == "full_count":
        return ("" if plain else "below_threshold"), None
    if not plain:
        return "below_threshold", None
    if sampling == "self_selected":
        return "survey_inconclusive", None
    if (x - n * t) ** 2 >= z**2 * n * t * (1 - t):
        return "", None
    gap = x / n - t
    return "survey_inconclusive", None if gap == 0 else ceiling(z**2 * t * (1 - t) / gap**2)


def outside(method, value):
    """-1 below both goalposts, 1 above both, 0 between them."""
    worst, best = parse(method["worst"]), parse(method["best"])
    if compare(value, "gt", max(worst, best)):
        return 1
    return -1 if compare(value, "lt", min(worst, best)) else 0


def interval(value, z):
    """The Wilson interval as shares of 1, with 12 decimals."""
    x, n = value.raw["numerator"], value.raw["denominator"]
    centre = (x + z**2 / 2) / (n + z**2)
    square = x * (n - x) / n + z**2 / 4
    step = z / (n + z**2)
    return tuple(root_combination(centre, sign * step, square, INTERVAL_PLACES) for sign in (-1, 1))


class Judge:
    """Judges the criteria of one set for one scheme and one city."""

    def __init__(self, criteria_set, scheme, city, verified, judged_as):
        self.set, self.scheme, self.city, self.verified = criteria_set, scheme, city, verified
        self.judged_as = judged_as
        self.claims = {claim["criterion"] for claim in city.get("not_applicable", [])}

    def criterion(self, criterion, max_points):
        method = judgement_of(criterion, self.scheme)
        result = Judged(criterion["id"], criterion.get("tier"))
        result.applies = "applies_to" not in criterion or self.judged_as in criterion["applies_to"]
        result.claimed = result.applies and criterion["id"] in self.claims
        result.scored = method["method"] == "goalposts"
        result.type = criterion["data_points"][0]["type"]
        for threshold in method.get("thresholds", []):
            written, absent = threshold_value(threshold, self.city["unit"])
            result.thresholds[threshold["level"]] = (threshold["op"], written)
            if absent:
                result.flags.add("attribute_absent")
        result.asked_levels = tuple(result.thresholds)
        if not result.applies or result.claimed:
            return self._same(result, "not_applicable")
        value, flags = measured(self.set, criterion, self.city)
        result.flags |= flags
        if value is not None:
            result.value = value.exact()
        if method["method"] == "monitor":
            return self._same(result, "monitored")
        if result.scored:
            return self._scored(result, criterion, method, value, max_points)
        if value is None:
            result.met_level = 0
            return self._same(result, "no_data")
        return self._levels(result, criterion, method, value)

    @staticmethod
    def _same(result, outcome):
        result.outcome = outcome
        result.levels = {level: outcome for level in result.thresholds}
        return result

    def _levels(self, result, criterion, method, value):
        fault = evidence_fault(criterion, self.city, self.verified)
        samples = {}
        for level, (op, written) in result.thresholds.items():
            if method["method"] == "survey":
                share = parse(written) / factor_of(self.set, criterion["data_points"][0]["unit"])
                outcome, samples[level] = survey_outcome(value, value.sampling, share, parse(method["z"]))
            elif result.type == "boolean":
                outcome = "" if value.number == 1 else "below_threshold"
            else:
                asked = "ge" if result.type == "ordinal" else op
                outcome = "" if value.passes(asked, parse(written)) else "below_threshold"
            result.levels[level] = outcome or fault or "passed"
        if method["method"] == "survey":
            if value.sampling == "probability":
                result.interval = interval(value, parse(method["z"]))
            elif value.sampling == "self_selected":
                result.flags.add("self_selected")
        result.met_level, result.outcome = 0, "passed"
        for level in sorted(result.levels):
            if result.levels[level] != "passed":
                result.outcome, result.sample = result.levels[level], samples.get(level)
                break
            result.met_level = level
        return result

    def _scored(self, result, criterion, method, value, max_points):
        if value is None:
            result.outcome = "no_data"
            policy = self.scheme["missing"]["policy"]
            if policy in ("zero", "not_met"):
                result.share = Fraction(0)
                result.flags.add("zero_for_missing")
            if policy == "exclude":
                result.flags.add("excluded")
        else:
            worst, best = parse(method["worst"]), parse(method["best"])
            x, side = result.value, outside(method, result.value)
            if side:
                result.flags.add("clamped")
                x = (max if side > 0 else min)(worst, best)
            fault = evidence_fault(criterion, self.city, self.verified)
            result.outcome = fault or "scored"
            result.share = Fraction(0) if fault else (x - worst) / (best - worst)
        if max_points is not None and result.share is not None:
            result.points = max_points * result.share
        return result


def force(result, passed, max_points):
    """The criterion as it would stand with its missing data passed, or failed, at every level."""
    if result.scored:
        result.share = Fraction(1 if passed else 0)
        result.points = None if max_points is None else max_points * result.share
    result.levels = {level: "passed" if passed else "below_threshold" for level in result.thresholds}
    return result


def shown_threshold(result, level):
    written = result.thresholds[level][1]
    return written if result.type == "boolean" else text(parse(written))


def shown_value(result):
    if result.value is None:
        return None
    if result.type == "boolean":
        return "yes" if result.value == 1 else "no"
    return text(working(result.value))
