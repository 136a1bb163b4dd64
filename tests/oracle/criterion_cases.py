"""Generated cases of one criterion: around each of its thresholds, without data, with every state of its evidence."""

import json
from fractions import Fraction

import point_cases
import range_cases
from attributes import chosen
from building import asked_text, cited, document, review, unit
from exact import parse, text

KINDS = ("province", "commune", "new_urban_area", "urban_area", "national")


class Cases:
    """The cases of one criterion. `home` is the place of the file they stand in."""

    def __init__(self, builder, criterion, home):
        self.builder, self.criterion, self.id, self.home = builder, criterion, criterion["id"], home
        self.symbol = builder.symbol(criterion)
        self.thresholds = builder.thresholds(criterion)
        kinds = {each["judged_as"]: each["kind"] for each in reversed(builder.kinds())}
        self.kind = next(kinds[token] for token in criterion.get("applies_to", [*kinds])
                         if token in kinds)
        self.place = unit(self.kind, **self.of_no_variant(), **builder.needed(criterion))
        self.asked = asked_text(self.thresholds)
        self.required = (criterion.get("evidence") or {}).get("required")

    def of_no_variant(self):
        """Attributes that keep a place out of the variants which the usual place would fall under."""
        tests = [when for threshold in self.thresholds for variant in threshold.get("variants", []) for when in variant["when"]]
        return {when["attribute"]: True for when in tests if when.get("equals") is False}

    def case(self, name, why, observations, place=None, evidence=None, **more):
        place = place or self.place
        out = {"name": f"{self.id} {name}."}
        if place != self.home:
            out["unit"] = place
        if observations:
            out["observations"] = observations
        documents = [document([self.id])] if evidence is None and self.required and observations else evidence
        if documents:
            out["evidence"] = documents
        return {**out, **more, "why": f"{why[0].upper()}{why[1:]}."}

    def all(self):
        method = self.builder.method(self.criterion)
        if method["method"] == "range":
            yield from range_cases.around(self, method)
        elif method["method"] in ("interpolate", "steps"):
            yield from point_cases.around(self, method)
        elif self.thresholds:
            kind = self.builder.point(self.criterion)["type"]
            if method["method"] == "survey":
                yield from self.surveys()
            elif kind == "boolean":
                yield from self.answers()
            elif kind == "ordinal":
                yield from self.steps()
            else:
                yield from self.numbers(self.place)
                yield from self.in_parts()
            yield from self.variants()
        else:
            yield from self.monitored()
        yield from self.without()
        yield from self.evidence()
        yield from self.elsewhere()
        yield from self.conditions(method)

    # Values.

    def answers(self):
        for answer in ("yes", "no"):
            yield self.case(f"is answered {answer}", self.asked,
                            [self.builder.observation(self.criterion, "value", answer)])

    def steps(self):
        for step in self.builder.point(self.criterion)["steps"]:
            number = text(parse(step["step"]))
            yield self.case(f"is at step {number}", self.asked,
                            [self.builder.observation(self.criterion, "value", number)])

    def limits(self, place):
        return sorted({parse(chosen(each, place)[0]) for each in self.thresholds})

    def told(self, rows):
        """The arithmetic of a value, for the reader."""
        if "numerator" not in rows:
            return f"the value is {text(rows['value'])}"
        factor = self.builder.factor(self.criterion)
        times = "" if factor == 1 else f" x {text(factor)}"
        return f"{text(rows['numerator'])}{times} / {text(rows['denominator'])}"

    def around(self, limit, place, label="", why=None, shifts=(0, -1, 1)):
        words = {0: "is exactly", -1: "is just below", 1: "is just above"}
        for shift in shifts:
            rows = self.builder.rows(self.criterion, limit, shift)
            if rows is not None:
                yield self.case(f"{words[shift]} {text(limit)}{self.symbol}{label}",
                                f"{why or self.asked}; {self.told(rows)}",
                                self.builder.observations(self.criterion, rows), place)

    def numbers(self, place):
        for limit in self.limits(place):
            yield from self.around(limit, place)

    def in_parts(self):
        limit = self.limits(self.place)[0]
        rows = self.builder.rows(self.criterion, limit)
        if self.builder.sums_parts(self.criterion):
            yield self.case(f"in two parts is together exactly {text(limit)}{self.symbol}",
                            f"{self.asked}; the parts are summed: {self.told(rows)}",
                            self.builder.parts(self.criterion, rows))
            if "numerator" in rows:
                cut = self.builder.parts(self.criterion, rows)[:-1]
                yield self.case("in two parts, one without an input, has no value",
                                "every part must have every input (FORMAT 3.1)", cut)
        elif self.builder.point(self.criterion).get("parts") == "each":
            less = self.criterion["direction"] == "less"
            for shift, word in ((0, "at"), (1 if less else -1, "past")):
                other = self.builder.rows(self.criterion, limit, shift)
                better = self.builder.rows(self.criterion, limit, (-1 if less else 1))
                if other and better:
                    yield self.case(f"in two parts has its worst part {word} {text(limit)}{self.symbol}",
                                    f"{self.asked}; the worst part counts: {self.told(other)}",
                                    self.builder.observations(self.criterion, better, part="A")
                                    + self.builder.observations(self.criterion, other, part="B"))

    def variants(self):
        found = {}
        for threshold in self.thresholds:
            for variant in threshold.get("variants", []):
                key = json.dumps([variant["when"], variant["value"]], sort_keys=True)
                found.setdefault(key, []).append((threshold, variant))
        for pairs in found.values():
            yield from self.variant(pairs)

    def variant(self, pairs):
        """One variant, which may stand at several levels."""
        variant, limit = pairs[0][1], parse(pairs[0][1]["value"])
        asks = "; ".join(f"level {threshold['level']} asks {each['value']} here ({cited(each['cites'])}), else "
                         f"{threshold['value']} ({cited(threshold['cites'])})" for threshold, each in pairs)
        options = [(when["attribute"], value) for when in variant["when"] for value in when.get("in", [when.get("equals")])]
        fixed = {when["attribute"]: when.get("in", [when.get("equals")])[0] for when in variant["when"]}
        for attribute, value in options:
            place = unit(self.kind, **{**fixed, attribute: value})
            yield from self.around(limit, place, f" where {attribute} is {str(value).lower()}", asks)
        for attribute in fixed:
            place = unit(self.kind, **{**fixed, attribute: None})
            for number in sorted({limit, *(parse(threshold["value"]) for threshold, _ in pairs)}):
                yield from self.around(number, place, f" where {attribute} is not known",
                                       f"{asks}; without the attribute the main value counts, flagged", (0,))

    def monitored(self):
        if self.builder.is_ratio(self.criterion):
            rows = {"numerator": Fraction(250), "denominator": Fraction(1000)}
        else:
            rows = {"value": Fraction(25)}
        shown = self.builder.observations(self.criterion, rows)
        yield self.case("is shown and never counted", f"monitored ({cited(self.criterion['cites'])}); {self.told(rows)}",
                        shown, evidence=[])
        for name, more in (("a plan only", {"kind": "plan"}), ("rejected evidence", review("rejected"))):
            yield self.case(f"is monitored with {name}", "monitored comes before the evidence (FORMAT 3, outcomes)", shown,
                            evidence=[document([self.id], **more)])

    # Surveys.

    def polled(self, x, n, how, name, why, parts=False):
        rows = {"numerator": Fraction(x), "denominator": Fraction(n)}
        make = self.builder.parts if parts else self.builder.observations
        return self.case(name, f"{self.asked}; {why}", make(self.criterion, rows, sampling=how))

    def surveys(self):
        for limit in self.limits(self.place):
            x, n = map(int, self.builder.counts(self.criterion, limit))
            label = f"{text(limit)}{self.symbol}"
            small = self.builder.smallest_passing(self.criterion, n, limit)
            yield self.polled(x, n, "probability", f"has exactly {label} of answers, which a sample does not settle",
                              f"{x} of {n}: x = n·t, so (x - n·t)² = 0 is short of z²·n·t·(1 - t); no sample settles p = t")
            yield self.polled(x - 1, n, "probability", f"has one answer less than {label}", f"{x - 1} of {n} < {label}")
            yield self.polled(small, n, "probability", f"has the smallest count that passes {label}",
                              f"{small} of {n} is the first whole x with (x - n·t)² >= z²·n·t·(1 - t)")
            yield self.polled(small - 1, n, "probability", f"has one answer less than the smallest count that passes {label}",
                              f"{small - 1} of {n}: x >= n·t, the bound is not reached")
            yield self.polled(x, n, "full_count", f"is a full count of exactly {label}", f"a plain ratio: {x} of {n}")
            yield self.polled(x - 1, n, "full_count", f"is a full count just below {label}", f"a plain ratio: {x - 1} of {n}")
            yield self.polled(x, n, "self_selected", f"is a self-selected poll at exactly {label}",
                              "x >= n·t is inconclusive, without an interval")
            yield self.polled(x - 1, n, "self_selected", f"is a self-selected poll just below {label}", "x < n·t")
            yield self.polled(small, n, "probability", f"in two parts has the smallest count that passes {label}",
                              f"the parts are summed: {small} of {n}", parts=True)

    # Missing data and evidence.

    def without(self):
        yield self.case("has no data", "no observation (FORMAT 3, outcomes)", [])
        put = self.builder.point(self.criterion)["inputs"][0]
        entry = self.builder.observation(self.criterion, put["role"], "0")
        entry.pop("value")
        how = {"sampling": "probability"} if self.builder.method(self.criterion)["method"] == "survey" else {}
        yield self.case("is reported as missing", "status O counts as absent (FORMAT 3.1)", [{**entry, "status": "O", **how}],
                        evidence=[])
        yield self.case("is claimed not applicable", "claimed with a reason (FORMAT 2, not_applicable)", [],
                        not_applicable=[{"criterion": self.id, "reason": "Cannot exist in this place"}])

    def evidence(self):
        if not self.required or not self.thresholds:
            return
        passing = self.builder.passing(self.criterion, self.place)
        me = [self.id]
        plans = "counts" if self.criterion["evidence"].get("plans_count") else "does not count"
        for name, why, documents in (
            ("meets every level without evidence", "evidence is required: no document", []),
            ("meets every level with a plan only", f"a plan without a result {plans}", [document(me, kind="plan")]),
            ("meets every level with rejected evidence", "reviews count in the verified result only",
             [document(me, **review("rejected"))]),
            ("meets every level with accepted evidence", "one accepted result is good", [document(me, **review("accepted"))]),
            ("meets every level with evidence asked again", "neither accepted nor rejected: no evidence in the verified result",
             [document(me, **review("asked_again"))]),
            ("meets every level with an accepted plan only", f"a plan without a result {plans}",
             [document(me, kind="plan", **review("accepted"))]),
        ):
            yield self.case(name, f"{why} (FORMAT 3, outcomes)", passing, evidence=documents)
        yield self.case("fails every level without evidence", "the value comes before the evidence: below_threshold (FORMAT 3, outcomes)",
                        self.builder.failing(self.criterion), evidence=[])

    def elsewhere(self):
        """Kinds the scheme judges and this criterion does not."""
        judged = {each["kind"]: each["judged_as"] for each in self.builder.kinds()}
        for kind in KINDS:
            if kind in judged and judged[kind] not in self.criterion.get("applies_to", [judged[kind]]):
                yield self.case(f"does not apply to the kind {kind}", "the kind is not in applies_to (FORMAT 3, outcomes)",
                                [], unit(kind))

    def conditions(self, method):
        """Places where the criterion does not apply, or where nobody knows."""
        for when in self.criterion.get("applies_when", []):
            attribute = when["attribute"]
            other = not when["equals"] if "equals" in when else next(each for each in ("5", "none") if each not in when["in"])
            fails = unit(self.kind, **{**self.builder.needed(self.criterion), attribute: other})
            told = str(other).lower()
            yield self.case(f"does not apply where {attribute} is {told}", "applies_when does not hold (FORMAT 1.2)", [], fails)
            unknown = unit(self.kind, **{**self.builder.needed(self.criterion), attribute: None})
            edge = {"range": "low", "interpolate": "minimum"}.get(method["method"])
            rows = self.builder.rows(self.criterion, parse(method[edge]) if edge else Fraction(50))
            yield self.case(f"applies, flagged, where {attribute} is not known",
                            "an attribute that is not known leaves it applying (FORMAT 1.2)",
                            self.builder.observations(self.criterion, rows), unknown)
