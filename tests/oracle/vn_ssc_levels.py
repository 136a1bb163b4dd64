"""Generated cases of vn-ssc, one file per edition: whole cities and the level they reach."""

from fractions import Fraction

from building import AS_OF, Builder, document, review, unit
from casefile import outcome_of
from exact import parse, text, working
from loading import leaves, scheme_of
from vn_ssc import folder, set_name

NOT_HERE = "Cannot exist in this place"


def conditions(scheme, name):
    """Every condition of a kind, with its level."""
    def walk(entries, level):
        for each in entries:
            if each["condition"] == name:
                yield level, each
            yield from walk(each.get("of", []) if isinstance(each.get("of"), list) else [], level)
    for level in scheme["levels"]:
        yield from walk(level["conditions"], level["level"])


class Cities:
    def __init__(self, criteria_set):
        self.set, self.scheme = criteria_set, scheme_of(criteria_set)
        self.builder = Builder(criteria_set, self.scheme)
        order = [leaf["criterion"] for leaf in leaves(self.scheme["tree"])]
        self.criteria = [self.builder.criteria[name] for name in order]
        self.judged = {each["kind"]: each["judged_as"] for each in criteria_set["unit_kinds"]}
        self.share = next(each["min"]["parameter"] for _, each in conditions(self.scheme, "share_met")
                          if each.get("tier") == "basic" and not each.get("each_group"))
        self.file = {"set": set_name(criteria_set), "as_of": AS_OF, "unit": unit("province"), "cases": []}

    def precondition(self, name, key):
        """The limit of a precondition: a number, or the default of a parameter."""
        written = next(each[key] for each in self.scheme["preconditions"] if each["condition"] == name)
        if isinstance(written, dict):
            written = next(each["value"] for each in self.set.get("parameters", []) if each["id"] == written["parameter"])
        return parse(written)

    def here(self, place):
        """The criteria that are asked of this kind of place at some level."""
        token = self.judged[place["kind"]]
        return [each for each in self.criteria
                if token in each.get("applies_to", [token]) and self.builder.thresholds(each)]

    def basic(self, place, level=None):
        return [each["id"] for each in self.here(place) if each.get("tier") == "basic"
                and (level is None or level in [entry["level"] for entry in self.builder.thresholds(each)])]

    def city(self, place, up_to=None, failing=(), missing=(), claimed=()):
        """Observations, evidence and claims of a whole city: what is not named passes up to a level."""
        observations = []
        for criterion in self.here(place):
            if criterion["id"] in (*missing, *claimed):
                continue
            made = None if criterion["id"] in failing else self.builder.passing(criterion, place, up_to)
            observations += made or self.builder.failing(criterion)
        asked = [each["id"] for each in self.here(place) if (each.get("evidence") or {}).get("required")]
        out = {"unit": place, "observations": observations, "evidence": [document(asked)]}
        if claimed:
            out["not_applicable"] = [{"criterion": name, "reason": NOT_HERE} for name in claimed]
        return out

    def add(self, name, why, city, expected, keys=("level", "refused", "levels"), criteria=(), groups=False, **more):
        """Adds a case; `expected` is the level worked out beforehand, which the oracle must confirm."""
        case = {"name": name, **city, **more}
        answer = outcome_of(self.set, self.file, case)
        if "errors" in answer:
            raise ValueError(f"{name}: {answer['errors']}")
        expect = {}
        for side in ("self_assessed", "verified"):
            whole = answer[side]
            if whole is None:
                expect[side] = None
                continue
            kept = {key: whole[key] for key in keys if key in whole}
            if whole["refused"]:
                kept.pop("levels", None)
            if groups:
                kept["groups"] = [{"id": each["id"], "met": each["met"]} for each in whole["groups"]]
            if criteria:
                kept["criteria"] = [{"id": each["id"], "outcome": each["outcome"]} for each in whole["criteria"]
                                    if each["id"] in criteria]
            expect[side] = kept
        last = answer["verified"] or answer["self_assessed"]
        if last["level"] != expected:
            raise ValueError(f"{name} reaches {last['level']}, not {expected}")
        self.file["cases"].append({**case, "expect": expect, "why": why})

    def reached(self, city):
        return outcome_of(self.set, self.file, city)["self_assessed"]

    def build(self):
        self.thresholds()
        self.shares()
        self.preconditions()
        self.parameters()
        self.ranges()
        self.reviews()
        return self.file

    def thresholds(self):
        for kind in ("province", "commune", "urban_area", "new_urban_area"):
            place = unit(kind)
            for level in [each["level"] for each in self.scheme["levels"]]:
                if level < 3 and kind in ("urban_area", "new_urban_area"):
                    continue
                city = self.city(place, up_to=level)
                reached = self.reached(city)["level"]
                comes_to = "is refused a level" if reached is None else f"reaches level {reached}"
                self.add(f"A place of kind {kind} at every threshold of level {level} {comes_to}.",
                         f"Each criterion stands at its last threshold up to level {level}; one first asked later fails. "
                         f"Basic criteria by level: {self.numbers(place)}.",
                         city, reached, groups=level == 3)

    def numbers(self, place):
        return ", ".join(f"{len(self.basic(place, each['level']))} at level {each['level']}"
                         for each in self.scheme["levels"])

    def quarter(self, place):
        """Claims that make the basic criteria of level 1 a multiple of four, those to fail, and how many are met."""
        first = self.basic(place, 1)
        claimed = first[: len(first) % 4]
        rest = first[len(claimed):]
        return claimed, rest, 3 * len(rest) // 4

    def shares(self):
        for kind in ("province", "commune"):
            place = unit(kind)
            claimed, rest, met = self.quarter(place)
            for short in (0, 1):
                fails = rest[: len(rest) - met + short]
                city = self.city(place, failing=fails, claimed=claimed)
                level = self.reached(city)["level"]
                if (level == 0) != bool(short):
                    raise ValueError(f"{kind} with {met - short} of {len(rest)} reaches {level}")
                word = "Exactly 75 %" if not short else "One less than 75 %"
                self.add(f"{word} of the basic criteria of level 1 are met in a place of kind {kind}.",
                         f"{met - short} of {len(rest)} basic criteria at level 1; {met} = 0.75 x {len(rest)} are needed "
                         f"({self.share}). Claimed not applicable and left out of both sides: {len(claimed)}.",
                         city, level, groups=not short)
        place = unit("commune")
        first = self.basic(place, 1)
        fails = first[: len(first) - (3 * len(first) - 1) // 4]
        city = self.city(place, failing=fails)
        for level in (2, 3):
            asked = self.basic(place, level)
            if 4 * sum(name not in fails for name in asked) < 3 * len(asked):
                raise ValueError("the higher levels do not hold by themselves")
        self.add("Levels 2 and 3 that would hold by themselves fall with level 1.",
                 f"{len(first) - len(fails)} of {len(first)} at level 1 is short of 0.75, the shares of levels 2 and 3 are "
                 "not; lower_levels (vn-ssc-rule, rule C1).", city, 0, groups=True)

    def preconditions(self):
        least = self.precondition("min_applicable", "min")
        most = self.precondition("max_not_applicable_share", "max")
        place = unit("new_urban_area")
        every = self.basic(place)
        spare = len(every) - int(least)
        if spare < 0:
            self.add(f"A new urban area has only {len(every)} basic criteria and is refused a level.",
                     f"min_applicable {text(least)} (vn-ssc-rule, rule C9).", self.city(place), None)
        for more in (0, 1) if spare >= 0 else ():
            claimed = every[: spare + more]
            self.add(f"A new urban area with {len(every) - len(claimed)} applicable basic criteria "
                     f"{'is refused a level' if more else 'is given a level'}.",
                     f"min_applicable {text(least)} (vn-ssc-rule, rule C9); {len(claimed)} of {len(every)} claimed.",
                     self.city(place, claimed=claimed), None if more else 3)
        for kind in ("province", "commune"):
            place = unit(kind)
            every = self.basic(place)
            limit = int(most * len(every))
            for more in (0, 1):
                claimed = every[: limit + more]
                self.add(f"{limit + more} of {len(every)} basic criteria claimed not applicable in a place of kind {kind}.",
                         f"max_not_applicable_share {text(most)} (vn-ssc-rule, rule C10): {limit + more}/{len(every)} is "
                         f"{'more' if more else 'not more'} than it.",
                         self.city(place, claimed=claimed), None if more else 3)
        self.parameter_limits(every, limit)
        self.add("A rural commune without a declared urban area is out of scope.", "declared_urban is false (FORMAT 2).",
                 {"unit": unit("commune", declared_urban=False)}, None)
        self.add("A kind the set does not judge is out of scope.", "national is not among unit_kinds (FORMAT 1).",
                 {"unit": unit("national")}, None)
        self.add("A declared urban commune is judged.", "declared_urban is true.",
                 self.city(unit("commune", declared_urban=True)), 3)

    def parameter_limits(self, communes, limit):
        """Preconditions whose limit is a parameter, overridden."""
        rules = {each["condition"]: each["min" if "min" in each else "max"] for each in self.scheme["preconditions"]}
        place, name = unit("new_urban_area"), rules["min_applicable"]["parameter"]
        every = self.basic(place)
        self.add(f"A new urban area with {len(every) - 1} applicable basic criteria is given a level when no more are asked.",
                 f"{name} is overridden.", self.city(place, claimed=every[:1]), 3,
                 parameters=[{"id": name, "value": str(len(every) - 1)}])
        name = rules["max_not_applicable_share"]["parameter"]
        self.add(f"{limit} of {len(communes)} basic criteria claimed not applicable are too many where fewer are allowed.",
                 f"{name} is overridden: {limit}/{len(communes)} is more than 0.2.",
                 self.city(unit("commune"), claimed=communes[:limit]), None, parameters=[{"id": name, "value": "0.2"}])

    def parameters(self):
        place = unit("commune")
        claimed, rest, met = self.quarter(place)
        city = self.city(place, failing=rest[: len(rest) - met], claimed=claimed)
        self.add("A share of 0.76 at level 1 is not reached by 75 %.", f"{self.share} of level 1 is overridden.", city, 0,
                 parameters=[{"id": self.share, "level": 1, "value": "0.76"}])
        lower = self.city(place, failing=rest[: len(rest) - met + 1], claimed=claimed)
        share = [{"id": self.share, "level": 1, "value": text(working(Fraction(met - 1, len(rest))))}]
        self.add(f"A share of {share[0]['value']} at level 1 is reached exactly by one less than 75 %.",
                 f"{met - 1}/{len(rest)} = {share[0]['value']}; {self.share} of level 1 is overridden.", lower,
                 max(1, self.reached({**lower, "parameters": share})["level"]), parameters=share)
        for level, each in conditions(self.scheme, "count_met"):
            if each.get("tier") != "elective" or not isinstance(each["min"], dict) or level != 2:
                continue
            asked = [entry["id"] for entry in self.here(place) if entry.get("tier") == "elective"
                     and level in [threshold["level"] for threshold in self.builder.thresholds(entry)]]
            for extra in (0, 1):
                self.add(f"{len(asked) + extra} electives are asked of a commune that meets {len(asked)} at level {level}.",
                         f"{each['min']['parameter']} of level {level} is overridden (vn-ssc-rule, rule C2).",
                         self.city(place), 1 if extra else 3,
                         parameters=[{"id": each["min"]["parameter"], "level": level, "value": str(len(asked) + extra)}])
        for level, each in conditions(self.scheme, "share_met"):
            if not each.get("each_group") or level != 1:
                continue
            first = self.basic(place, 1)
            self.add("A floor per group takes level 1 from a commune with one empty group.",
                     f"{each['min']['parameter']} of level 1 is overridden (vn-ssc-rule, rule C3): {first[-1]} fails and its "
                     "group has no other basic criterion met at level 1.",
                     self.city(place, failing=self.same_group(first, first[-1])), 0,
                     parameters=[{"id": each["min"]["parameter"], "level": 1, "value": "0.01"}])

    def same_group(self, names, name):
        """Those of `names` in the same group as `name`."""
        for node in self.scheme["tree"]["children"]:
            held = [leaf["criterion"] for leaf in leaves(node)] if "group" in node else []
            if name in held:
                return [each for each in names if each in held]
        return [name]

    def ranges(self):
        keys = ("level", "refused", "range")
        for kind in ("commune", "new_urban_area"):
            place = unit(kind)
            if self.reached(self.city(place))["level"] is None:
                continue
            claimed, rest, met = self.quarter(place) if kind == "commune" else ((), self.basic(place, 1), None)
            gone = rest[: len(rest) - met + 1] if met else rest
            city = self.city(place, missing=gone, claimed=claimed)
            self.add(f"Missing data decide the level of a place of kind {kind}.",
                     f"{len(gone)} of {len(rest)} basic criteria of level 1 have no data: the level if they fail, and if they "
                     "pass (FORMAT 3, range).", city, 0, keys=keys, criteria=gone[:2])
        place = unit("commune")
        first, every = self.basic(place, 1), self.basic(place)
        higher = {level: len(self.basic(place, level)) for level in (2, 3)}
        enough = {level: 4 * len(first) >= 3 * asked for level, asked in higher.items()}
        told = ", ".join(f"{len(first)} of {asked} at level {level} is {'enough' if enough[level] else 'not'}"
                         for level, asked in higher.items())
        self.add("Missing data of the higher levels leave the lower ones sure.",
                 f"The {len(every) - len(first)} basic criteria first asked after level 1 have no data: {told}.",
                 self.city(place, missing=[name for name in every if name not in first]),
                 (3 if enough[3] else 2) if enough[2] else 1, keys=keys)
        place = unit("province")
        self.add("A province without any data has the whole range.", "Every criterion is no_data: 0 if all fail, 3 if all pass.",
                 {"unit": place}, 0, keys=keys)
        elective = [each["id"] for each in self.here(place) if each.get("tier") == "elective"]
        self.add("Missing electives leave no doubt about the level.", "No elective is asked for by default (rule C2).",
                 self.city(place, missing=elective), 3, keys=keys, criteria=elective[:1])

    def reviews(self):
        place = unit("commune")
        first = self.basic(place, 1)
        held = [each["id"] for each in self.here(place) if (each.get("evidence") or {}).get("required")]
        fails = [name for name in first if name in held][: len(first) // 4 + 1]
        city = self.city(place)
        city["evidence"] = [document([name for name in held if name not in fails], **review("accepted")),
                            document(fails, **review("rejected"))]
        self.add("Rejected evidence takes the verified level and not the self-assessed one.",
                 f"{len(fails)} of {len(first)} basic criteria of level 1 have rejected evidence: "
                 f"{len(first) - len(fails)} of {len(first)} is short of 0.75.", city, 0, criteria=fails[:1])


def files(criteria_set):
    yield f"{folder(criteria_set)}/levels.json", Cities(criteria_set).build()
