"""Generated cases of nq111@2025-u1, classes II and III: whole urban areas, their totals and verdicts by hand."""

from building import AS_OF, Builder, unit
from exact import text, working
from filling import answered, require
from loading import scheme_of
from nq111 import SCHEMES, SET
from nq111_table import CAPPED, COUNTS, DENSITY, F, FLOORS, STEPS, SUBGROUPS, WHOLE, met, rows, total

SEVERAL = [{"code": f"9999{number}", "name": f"Phường {number}"} for number in (1, 2, 3)]
GROUPS = (*FLOORS, *SUBGROUPS)


class Places:
    def __init__(self, criteria_set, name):
        self.set, self.builder = criteria_set, Builder(criteria_set, scheme_of(criteria_set, name))
        self.rows = rows(name)
        self.home = unit("urban_area")
        self.roman = {"class-2": "II", "class-3": "III"}[name]
        self.file = {"set": SET, "scheme": name, "as_of": AS_OF, "unit": self.home, "cases": []}

    # Values.

    def at_minimum(self, **changed):
        return {**{code: row.minimum for code, row in self.rows.items()}, **changed}

    def at_maximum(self):
        return {code: row.maximum for code, row in self.rows.items()}

    def below(self, code):
        return self.rows[code].just_below(self.rows[code].minimum)

    def lowered(self, side):
        """Every minimum that is lowered at its lowered value: of counts the one rounded down (0) or up (1)."""
        return {code: row.lowered()[side] if row.lowered_here else row.minimum for code, row in self.rows.items()}

    def observations(self, values):
        out = []
        for code, value in values.items():
            if value is not None:
                criterion = self.builder.criteria[code]
                made = self.builder.rows(criterion, value)
                require(made is not None, f"{code} cannot be {value}")
                out += self.builder.observations(criterion, made)
        return out

    # Cases.

    def points(self, values, place):
        """The least and the most points of each standard, by hand."""
        heritage = place.get("heritage") is True
        sides = ({}, {})
        for code, row in self.rows.items():
            value = values.get(code)
            both = (F(0), F(0)) if value is None else row.points(value, heritage)
            if code == DENSITY and heritage:
                both = (row.least, row.least)
            for side, number in zip(sides, both):
                side[code] = number
        return sides

    def add(self, name, why, values, place=None, verdict=None, **more):
        """A case; total and verdict are worked out beforehand, and the oracle must confirm them."""
        place = place or self.home
        sides = self.points(values, place)
        reached = [int(met(side)) for side in sides] if verdict is None else verdict
        case = {"name": name, **({"unit": place} if place != self.home else {}), "observations": self.observations(values), **more}
        whole = answered(self.set, self.file, case)["self_assessed"]
        expect = {"refused": []}
        low, high = (text(working(total(side))) for side in sides)
        if reached[0] == reached[1]:
            expect.update(level=reached[0], levels=[{"level": 1, "reached": bool(reached[0])}])
        else:
            expect.update(level=None, level_range={"low": 0, "high": 1})
        expect.update({"score": low} if low == high else {"score": None, "score_range": {"low": low, "high": high}})
        expect["groups"] = [self.group(name_of, sides) for name_of in GROUPS]
        for key, value in expect.items():
            require(_same(value, whole.get(key)), f"{self.file['scheme']}: {name} {key}: {whole.get(key)}, not {value}")
        expect["range"] = whole["range"]
        self.file["cases"].append({**case, "expect": {"self_assessed": expect, "verified": None}, "why": f"{why} {self.told(sides)}"})

    @staticmethod
    def group(name, sides):
        low, high = (text(working(total(side, name))) for side in sides)
        if low == high:
            return {"id": name, "value": low}
        return {"id": name, "value": None, "low": {"value": low}, "high": {"value": high}}

    @staticmethod
    def told(sides):
        """The sums of the groups, for the reader."""
        def one(side):
            return " + ".join(text(working(total(side, group))) for group in FLOORS) + f" = {text(working(total(side)))}"
        low, high = map(one, sides)
        return f"{low}." if low == high else f"Low: {low}; high: {high}."

    def build(self):
        self.edges()
        self.floors()
        self.exact_totals()
        self.heritage()
        self.open_questions()
        self.missing()
        self.kinds()
        return self.file

    def edges(self):
        low = self.at_minimum()
        require(total(self.points(low, self.home)[0]) == 75, "exactly at every minimum is exactly 75")
        self.add("An urban area exactly at every minimum scores exactly 75.", "The published arithmetic: every group is at its floor.", low)
        self.add("A commune exactly at every minimum scores exactly 75.", "An urban area inside one administrative unit.", low,
                 unit("commune"))
        self.add("An urban area at every maximum scores 100.", "Every row at points_max.", self.at_maximum())
        self.add("An urban area far above every maximum scores 100.", "No more than points_max.",
                 {code: row.maximum if code in STEPS[:-1] + CAPPED else 2 * row.maximum for code, row in self.rows.items()})
        middle = {code: row.raised((row.most - row.least) / 2) for code, row in self.rows.items()
                  if code not in WHOLE + STEPS or code == "2a.ii.03"}
        self.add("An urban area half way between minimum and maximum.", "Half of the way gives half of the points between; steps and "
                 "counts are at their minimum.", {**low, **middle})

    def floors(self):
        for code in self.rows:
            row, group = self.rows[code], code[: -3].split(".iii.")[0]
            self.add(f"{code} alone is below its minimum, everything else at its minimum.",
                     f"75 less {text(row.least)}.", self.at_minimum(**{code: self.below(code)}))
            self.add(f"{code} alone is below its minimum, everything else at its maximum.",
                     f"100 less {text(row.most)}; the floor of {group} decides, whatever the total.",
                     {**self.at_maximum(), code: self.below(code)})

    def exact_totals(self):
        """Totals of exactly 75 out of thirds and sixths: one standard at 0, three others make up for it."""
        for code in ("2a.iii.09", "2a.iii.10", "2a.iii.11", "2a.iii.12", "2a.iii.13", "2a.iii.18", "2a.iii.22"):
            lost = self.rows[code].least
            shares = {"2a.iii.08": lost / 3, "2a.iii.19": lost / 6, "2a.iii.14": lost / 2}
            raised = {name: self.rows[name].raised(points) for name, points in shares.items()}
            told = ", ".join(f"{name} by {points}" for name, points in shares.items())
            values = self.at_minimum(**{code: self.below(code), **raised})
            require(total(self.points(values, self.home)[0]) == 75, "thirds add up to 75")
            self.add(f"Exactly 75 without the points of {code}: thirds and sixths of others make up for them.",
                     f"{text(lost)} points are lost and given by {told}.", values)
            short = {**values, "2a.iii.19": self.rows["2a.iii.19"].raised(shares["2a.iii.19"]) - F(1, 10**9)}
            self.add(f"A billionth short of 75 without the points of {code}.", "2a.iii.19 is 1e-9 m² per person lower.", short)

    def heritage(self):
        here = unit("urban_area", heritage=True)
        up, down = self.lowered(1), self.lowered(0)
        for values in (up, down):
            values.pop(DENSITY)
        self.add("A heritage urban area at every lowered minimum scores exactly 75.",
                 "Half of each minimum outside subgroup III.3, counts rounded up; the density is not considered.", up, here)
        self.add("A heritage urban area at every lowered minimum, counts rounded down.",
                 "Where the two readings of a lowered count differ, it is undecided.", down, here)
        self.add("A heritage urban area at the lowered counts, everything else at its maximum.",
                 "What is undecided decides nothing here.", {**self.at_maximum(), **{code: down[code] for code in COUNTS}}, here)
        self.add("The same values without heritage.", "No minimum is lowered and the density is missing.", up)
        self.add("The same values where the heritage is not known.", "The attribute is not known: no minimum is lowered, flagged.", up,
                 unit("urban_area", heritage=None))
        self.add("A heritage urban area at every normal minimum scores exactly 75.", "Nothing needs to be lowered.",
                 {**self.at_minimum(), DENSITY: F(0)}, here)
        self.add("A heritage urban area at every maximum.", f"{text(6 - F('4.5'))} points less than 100: the density has its least.",
                 self.at_maximum(), here)
        for code, row in self.rows.items():
            if code == DENSITY:
                continue
            lower = row.lowered()[0] if row.lowered_here else row.minimum
            told = "half of its minimum" if row.lowered_here else "its minimum, which heritage does not lower"
            told = "its minimum, of which the source does not say what heritage makes of it" if row.left_open else told
            why = f"75, or {text(row.least)} less." if row.left_open else f"75 less {text(row.least)}."
            self.add(f"{code} of a heritage urban area is below {told}.", why, 
                     {**up, code: row.just_below(lower)}, here)

    def open_questions(self):
        low, high = self.at_minimum(), self.at_maximum()
        several = unit("urban_area", members=SEVERAL)
        told = "Table 2B was not seen: nobody knows."
        self.add("An urban area of several units, exactly at every minimum.", told, low, several, [0, 1])
        self.add("An urban area of several units, at every maximum.", told, high, several, [0, 1])
        self.add("An urban area of several units, one standard short.", told, self.at_minimum(**{"2a.iii.10": F(0)}), several, [0, 1])
        self.add("An urban area whose members are not listed.", "The condition counts as not holding.", low,
                 unit("urban_area", members=None))
        special = unit("urban_area", special_factors=True)
        told = "The coefficients were not seen: met without them is met, else nobody knows."
        self.add("An urban area with special factors, exactly at every minimum.", told, low, special)
        self.add("An urban area with special factors, one standard short.", told, self.at_minimum(**{"2a.iii.10": F(0)}), special, [0, 1])
        self.add("An urban area with special factors, a group below its floor.", told, {**high, "2a.i.01": F(0)}, special, [0, 1])
        self.add("An urban area of unknown special factors, one standard short.", "The condition counts as not holding.",
                 self.at_minimum(**{"2a.iii.10": F(0)}), unit("urban_area", special_factors=None))
        self.add("An urban area of several units with special factors.", "The several units come first: nobody knows.", low,
                 unit("urban_area", members=SEVERAL, special_factors=True), [0, 1])
        self.add("A commune with a list of several members is one unit all the same.", "A commune is one.", low,
                 unit("commune", members=SEVERAL))

    def missing(self):
        for code in ("2a.i.01", DENSITY, "2a.iii.10"):
            self.add(f"{code} has no data, everything else at its minimum.", "Not met, 0 points; the range shows what it could give.",
                     self.at_minimum(**{code: None}))
        self.add("No data at all.", "0 points.", {})
        case = {"name": "A standard that is claimed not applicable leaves the total open.",
                "observations": self.observations(self.at_minimum(**{"2a.iii.10": None})),
                "not_applicable": [{"criterion": "2a.iii.10", "reason": "Cannot exist here"}]}
        whole = answered(self.set, self.file, case)["self_assessed"]
        require(whole["score"] is None and whole["level"] == 0, case["name"])
        kept = {"level": 0, "score": None, "groups": [{"id": "2a.i", "value": "11.5"}, {"id": "2a.iii", "value": None},
                                                      {"id": "2a.iii.1", "value": None}, {"id": "2a.iii.2", "value": "18.25"}]}
        self.file["cases"].append({**case, "expect": {"self_assessed": kept, "verified": None},
                                   "why": "A sum with one is undecided: no source says what it becomes (FORMAT 3.5)."})

    def kinds(self):
        for kind in ("province", "national"):
            case = {"name": f"A place of kind {kind} is out of scope.", "unit": unit(kind)}
            refused = answered(self.set, self.file, case)["self_assessed"]["refused"]
            require(refused == ["out_of_scope"], case["name"])
            self.file["cases"].append({**case, "expect": {"self_assessed": {"level": None, "refused": refused}, "verified": None},
                                       "why": f"Class {self.roman} is judged on urban areas and communes (unit_kinds of the scheme)."})


def _same(expected, told):
    """Whether what is expected is what is told; of lists of groups, what is expected of each."""
    if not isinstance(expected, list) or not expected or "id" not in expected[0]:
        return expected == told
    known = {each["id"]: each for each in told}
    return all(_within(each, known[each["id"]]) for each in expected)


def _within(expected, told):
    return all(_within(value, told.get(key) or {}) if isinstance(value, dict) else told.get(key) == value
               for key, value in expected.items())


def files(criteria_set):
    for name in SCHEMES:
        yield f"nq111-2025/{name}-places.json", Places(criteria_set, name).build()
