"""Step 3 and the outcome of one criterion (FORMAT.md, section 3)."""

from fractions import Fraction

from attributes import all_hold, chosen
from combining import combined
from deriving import factor_of, measured
from evidence import evidence_fault
from exact import compare, parse
from passing import held_back, levels_of, needs_unknown, passing
from points import METHODS, most_points, points_of, points_without_looking
from standing import Judged, Standing, everywhere, of_levels
from surveys import interval, survey_outcome


def judgement_of(criterion, scheme):
    """The first judgement that serves the scheme."""
    for judgement in criterion["judge"]:
        if "schemes" not in judgement or scheme["id"] in judgement["schemes"]:
            return judgement
    return {"method": "monitor"}


def outside(method, value):
    """-1 below both goalposts, 1 above both, 0 between them."""
    worst, best = parse(method["worst"]), parse(method["best"])
    if compare(value, "gt", max(worst, best)):
        return 1
    return -1 if compare(value, "lt", min(worst, best)) else 0


class Judge:
    """Judges the criteria of one set for one scheme and one city."""

    def __init__(self, criteria_set, scheme, city, verified, judged_as):
        self.set, self.scheme, self.city, self.verified = criteria_set, scheme, city, verified
        self.unit, self.judged_as = city["unit"], judged_as
        self.claims = {claim["criterion"] for claim in city.get("not_applicable", [])}

    def criterion(self, criterion, max_points):
        method = judgement_of(criterion, self.scheme)
        result = Judged(criterion["id"], criterion.get("tier"), criterion["data_points"][0]["type"])
        kind_fits = "applies_to" not in criterion or self.judged_as in criterion["applies_to"]
        # An attribute matters only where the criterion could apply.
        when = all_hold(criterion.get("applies_when", []), self.unit) if kind_fits else False
        result.applies = when is not False
        result.claimed = result.applies and criterion["id"] in self.claims
        result.asked_levels = levels_of(method)
        result.thresholds = {each["level"]: chosen(each, self.unit)[0] for each in method.get("thresholds", [])}
        absent = when is None or needs_unknown(method, self.unit)
        if not result.applies or result.claimed:
            result.flags = {"attribute_absent"} if absent else set()
            return result.stands(everywhere("not_applicable", result.asked_levels))
        skipped = [all_hold(each["when"], self.unit) for each in self.scheme.get("not_considered", [])
                   if each["criterion"] == criterion["id"]]
        result.flags = {"attribute_absent"} if absent or None in skipped else set()
        if True in skipped:
            points = points_without_looking(method)
            return result.stands(self._points("not_considered", points, max_points, most_points(method)))
        if method["method"] == "combine":
            return combined(self, result, criterion, method, max_points)
        return self._single(result, criterion, method, max_points)

    def fault(self, criterion):
        return evidence_fault(criterion, self.city, self.verified)

    def _points(self, outcome, points, max_points, most):
        limit = most if max_points is None else max_points
        return Standing(outcome, points=points, most=most, share=points / limit if limit else None)

    def _single(self, result, criterion, method, max_points):
        """A criterion of one data point."""
        value, flags = measured(self.set, criterion, self.city)
        result.flags |= flags
        result.value = value and value.exact()
        self._compared(result, criterion, value)
        name = method["method"]
        if name == "monitor":
            return result.stands(everywhere("monitored"))
        if name in METHODS or name == "goalposts":
            result.scored = True
            return self._scored(result, criterion, method, max_points)
        if value is None:
            return result.stands(everywhere("no_data", result.asked_levels))
        return self._levels(result, criterion, method, value)

    def _compared(self, result, criterion, value):
        """The value of the year that the scheme compares with."""
        if value is not None and "compare_with" in self.scheme:
            year = str(self.scheme["compare_with"]["year"])
            base, _ = measured(self.set, criterion, self.city, period=year)
            result.base = base and base.exact()

    def _levels(self, result, criterion, method, value):
        if method["method"] == "survey":
            low = high = self._surveyed(result, criterion, method, value)
        else:
            low, high = passing(method, value, result.type, self.unit)
        return result.stands(*(self.with_evidence(criterion, each) for each in (low, high)))

    def with_evidence(self, criterion, levels):
        return of_levels(held_back(levels, self.fault(criterion)))

    def _surveyed(self, result, criterion, method, value):
        levels, samples = {}, {}
        for level, written in result.thresholds.items():
            share = parse(written) / factor_of(self.set, criterion["data_points"][0]["unit"])
            outcome, samples[level] = survey_outcome(value, value.sampling, share, parse(method["z"]))
            levels[level] = outcome or "passed"
        if value.sampling == "probability":
            result.interval = interval(value, parse(method["z"]))
        elif value.sampling == "self_selected":
            result.flags.add("self_selected")
        failing = [level for level in sorted(levels) if levels[level] != "passed"]
        result.sample = samples[failing[0]] if failing else None
        return levels

    # Scores.

    def _scored(self, result, criterion, method, max_points):
        goalposts = method["method"] == "goalposts"
        most = max_points if goalposts else most_points(method)
        result.most = most
        if result.value is None:
            return result.stands(self.missing(result, most, joined=method["method"] == "target_share"))
        fault = self.fault(criterion)
        if goalposts:
            share = Fraction(0) if fault else self._between(result, method)
            points = None if max_points is None else max_points * share
            return result.stands(Standing(fault or "scored", share=share, points=points, most=max_points))
        low, high, flags = points_of(method, result.value, self.unit, criterion["direction"])
        result.flags |= flags
        return result.stands(*(self.scored(points, fault, max_points, most) for points in (low, high)))

    def scored(self, points, fault, max_points, most):
        """A criterion with points; None = below the lowest."""
        if points is None:
            return self._points("below_threshold", Fraction(0), max_points, most)
        return self._points(fault or "scored", Fraction(0) if fault else points, max_points, most)

    def missing(self, result, most, joined):
        """A scored criterion without data under the scheme's policy. `joined`: what is missing is in neither sum."""
        policy = self.scheme["missing"]["policy"]
        if policy == "exclude":
            result.flags.add("excluded")
        if policy in ("zero", "not_met") and not joined:
            result.flags.add("zero_for_missing")
            points = None if most is None else Fraction(0)
            return Standing("no_data", share=Fraction(0), points=points, most=most)
        return Standing("no_data", most=most)

    def _between(self, result, method):
        worst, best = parse(method["worst"]), parse(method["best"])
        x, side = result.value, outside(method, result.value)
        if side:
            result.flags.add("clamped")
            x = (max if side > 0 else min)(worst, best)
        return (x - worst) / (best - worst)
