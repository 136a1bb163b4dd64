"""Generated cases of nq111@2025-u1, class I: whole cities by how many standards of each group they meet."""

from building import AS_OF, review, unit
from filling import answered, require
from nq111_class1 import (ANSWERS, COUNTS, EITHER, EVENTS, GROWTH, HOME, INCOME, NATIONAL, SET, SHARES, national, recognition,
                          resilient, seen, share, smart, three)
from showing import counts

GROUPS = {"1.i": ("1.i.01", "1.i.02", "1.i.03", "1.i.04", "1.i.05", "1.i.06"),
          "1.ii": ("1.ii.07", "1.ii.08", "1.ii.09", "1.ii.10"),
          "1.iii": ("1.iii.11", "1.iii.12", "1.iii.13", "1.iii.14", "1.iii.15")}
FLOORS = (4, 2, 4)
BASE = ("100", "90", "80")
HERITAGE = unit("province", centrally_run=True, heritage=True)


def observed(code, met):
    """Observations with which a standard is met, or not."""
    if code in ANSWERS:
        return [seen(code, "yes" if met else "no")]
    if code in COUNTS:
        return [seen(code, str(COUNTS[code][0 if met else 1]))]
    if code in SHARES:
        return share(code, 10 * SHARES[code] - (not met))
    if code in NATIONAL:
        return three(code, ("101", "91", "81") if met else ("99", "89", "79"))
    return three(code, ("2", "2", "2" if met else "1")) if code == EVENTS else resilient(5 if met else 4)


def floors_met(counts):
    return all(count >= floor for count, floor in zip(counts, FLOORS))


def verdict(counts, heritage):
    """(lowest, highest) verdict of so many standards met: the floors are asked of heritage, of others nobody knows."""
    if heritage is True:
        return (int(sum(counts) >= 10 and floors_met(counts)),) * 2
    enough = sum(counts) >= 12
    return int(enough and floors_met(counts)), int(enough)


class Cities:
    def __init__(self, criteria_set):
        self.set = criteria_set
        self.file = {"set": SET, "scheme": "class-1", "as_of": AS_OF, "unit": HOME, "cases": []}

    def add(self, name, why, observations, sides, place=HOME, groups=None, **more):
        """A case whose verdict is worked out beforehand: (lowest, highest)."""
        case = {"name": name, **({"unit": place} if place != HOME else {}), "observations": observations,
                "references": national(INCOME, BASE) + national(GROWTH, BASE), **more}
        answer = answered(self.set, self.file, case)
        whole = answer["self_assessed"]
        low, high = sides
        expect = {"level": low if low == high else None, "refused": [], "range": whole["range"]}
        if low != high:
            expect["level_range"] = {"low": low, "high": high}
        else:
            expect["levels"] = [{"level": 1, "reached": bool(low)}]
        if groups:
            expect["groups"] = [{"id": group, "met": [{"level": 1, "met": met, "asked": len(held)}]}
                                for (group, held), met in zip(GROUPS.items(), groups)]
        told = {each["id"]: counts(each) for each in whole["groups"]}
        for key, value in expect.items():
            actual = [{"id": each["id"], "met": told[each["id"]]} for each in value] if key == "groups" else whole.get(key)
            require(actual == value, f"{name} {key}: {actual}, not {value}")
        verified = answer["verified"] and {key: answer["verified"].get(key) for key in ("level", "levels", "range")}
        self.file["cases"].append({**case, "expect": {"self_assessed": expect, "verified": verified}, "why": why})

    def values(self, counts, **changed):
        """The first so many standards of each group are met, the others are not; `changed` replaces observations."""
        out = []
        for (_, held), count in zip(GROUPS.items(), counts):
            for index, code in enumerate(held):
                out += changed[code] if code in changed else observed(code, index < count)
        return out

    def build(self):
        self.counts()
        self.alternatives()
        self.readings()
        self.missing()
        self.special()
        self.kinds()
        return self.file

    def counts(self):
        combinations = [(first, second, third) for first in range(7) for second in range(5) for third in range(6)]
        places = (("A city", HOME, False, (11, 12)), ("A heritage city", HERITAGE, True, (9, 10)))
        for told, place, heritage, sums in places:
            for counts in combinations:
                at = sum(counts)
                if at not in sums and at != 15 and not (heritage and at == 12 and not floors_met(counts)):
                    continue
                if at == min(sums) and min(counts) < 2 and counts not in ((6, 0, 5), (6, 1, 4), (4, 1, 4)):
                    continue
                asked = f"{sums[1]} are asked" + (", and 4, 2 and 4 of the groups." if heritage else
                                                  "; whether 4, 2 and 4 of the groups are asked too is unclear.")
                self.add(f"{told} with {counts[0]} + {counts[1]} + {counts[2]} standards.", f"{at} of 15; {asked}",
                         self.values(counts), verdict(counts, heritage), place, counts)
        unknown = unit("province", centrally_run=True, heritage=None)
        for counts in ((4, 4, 4), (3, 4, 5), (4, 2, 4), (6, 4, 1)):
            self.add(f"A city of unknown heritage with {counts[0]} + {counts[1]} + {counts[2]} standards.",
                     "The attribute counts as not holding: 12 are asked.", self.values(counts), verdict(counts, None), unknown, counts)

    def alternatives(self):
        """1.III.14 as the twelfth standard, with every floor met or not."""
        def either(observations):
            return self.values((4, 4, 3), **{"1.iii.14": observations})
        why = "4 + 4 + 3 others are met, 1.III.14 would be the twelfth"
        for told, observations, met, more in (
            ("a recognised smart city", smart(), True, {"evidence": [recognition()]}),
            ("a smart city without recognition", smart(), False, {}),
            ("half of its urban areas resilient", resilient(5), True, {}),
            ("less than half of its urban areas resilient", resilient(4), False, {}),
            ("neither", smart("no") + resilient(4), False, {}),
        ):
            counts = (4, 4, 4 if met else 3)
            self.add(f"The twelfth standard is 1.III.14, by {told}.", f"{why}.", either(observations), verdict(counts, False),
                     groups=counts, **more)
        self.add("The twelfth standard is 1.III.14, whose recognition is rejected.", f"{why}; verified: 11 of 15.", either(smart()),
                 (1, 1), groups=(4, 4, 4), evidence=[recognition(**review("rejected"))])
        last = self.file["cases"][-1]["expect"]["verified"]
        require(last["level"] == 0, "the verified verdict")

    def readings(self):
        """1.I.03 and 1.I.04 where the mean and each year say something else."""
        mixed = {code: three(code, ("103", "89", "81")) for code in (INCOME, GROWTH)}
        for codes, counts, sides in ((("1.i.03",), (4, 4, 4), (0, 1)), (("1.i.03",), (5, 4, 4), (1, 1)),
                                     (("1.i.03", "1.i.04"), (5, 4, 4), (0, 1)), (("1.i.03", "1.i.04"), (6, 4, 4), (1, 1)),
                                     (("1.i.03", "1.i.04"), (4, 4, 3), (0, 0))):
            told = " and ".join(codes)
            sure = (counts[0] - len(codes), *counts[1:])
            self.add(f"{told} can be read in two ways, {sure[0]} + {sure[1]} + {sure[2]} other standards.",
                     f"The mean is above the country, 2024 is below it: {sum(sure)} or {sum(counts)} of 15 (floors 4, 2, 4).",
                     self.values(counts, **{code: mixed[code] for code in codes}), sides, groups=sure)
        self.add("1.i.03 can be read in two ways, a heritage city with 10 standards.", "3 + 2 + 4 others: 9 or 10, and 3 or 4 of group I.",
                 self.values((4, 2, 4), **{"1.i.03": mixed[INCOME]}), (0, 1), HERITAGE, (3, 2, 4))

    def missing(self):
        self.add("One missing standard could be the twelfth.", "11 of 15, and one without data.",
                 self.values((4, 4, 4), **{"1.ii.07": []}), (0, 0))
        self.add("A missing standard of a group below its floor.", "12 of 15 with 4 + 4 + 4; 1.ii.07 makes 13.",
                 self.values((5, 4, 4), **{"1.ii.07": []}), (1, 1))
        self.add("A city without any data.", "0 of 15; 15 if all were met.", [], (0, 0))
        self.add("A standard claimed not applicable is not asked.", "12 are asked all the same: 11 of 14.",
                 self.values((4, 4, 4), **{"1.ii.07": []}), (0, 0), not_applicable=[{"criterion": "1.ii.07", "reason": "Not here"}])

    def special(self):
        """A city with special factors: met as any other is met, else nobody knows, whatever is short."""
        here = unit("province", centrally_run=True, special_factors=True)
        both = unit("province", centrally_run=True, heritage=True, special_factors=True)
        told = "The coefficients were not seen: met without them is met, else nobody knows."
        for name, place, heritage in (("A city", here, False), ("A heritage city", both, True)):
            for counts in ((4, 4, 4), (6, 2, 4), (3, 4, 5), (4, 2, 4), (4, 3, 4), (3, 2, 5), (0, 0, 0)):
                self.add(f"{name} with special factors and {counts[0]} + {counts[1]} + {counts[2]} standards.", told,
                         self.values(counts), (verdict(counts, heritage)[0], 1), place, counts)
        unknown = unit("province", centrally_run=True, special_factors=None)
        self.add("A city of unknown special factors with 4 + 4 + 3 standards.", "The condition counts as not holding.",
                 self.values((4, 4, 3)), verdict((4, 4, 3), False), unknown, (4, 4, 3))

    def kinds(self):
        for kind in ("urban_area", "commune", "national"):
            case = {"name": f"A place of kind {kind} is out of scope.", "unit": unit(kind)}
            refused = answered(self.set, self.file, case)["self_assessed"]["refused"]
            require(refused == ["out_of_scope"], case["name"])
            self.file["cases"].append({**case, "expect": {"self_assessed": {"level": None, "refused": refused}, "verified": None},
                                       "why": "Class I is judged on units of province level (unit_kinds of the scheme)."})


def files(criteria_set):
    require(EITHER in GROUPS["1.iii"], "the either-or stands in group III")
    yield "nq111-2025/class-1-cities.json", Cities(criteria_set).build()
