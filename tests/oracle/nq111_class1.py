"""Generated cases of nq111@2025-u1, class I: each of the 15 standards of annex I, with outcomes worked out by hand."""

from building import AS_OF, document, review, unit
from exact import parse, text
from filling import fill, require
from loading import leaves, scheme_of

SET = "nq111@2025-u1"
YEARS = ("2025", "2024", "2023")
HOME = unit("province", centrally_run=True)
ANSWERS = ("1.i.01", "1.i.06", "1.iii.15")
# Code: the last value that is met, and the first one that is not.
COUNTS = {"1.i.05": (10, 11), "1.ii.07": (2500000, 2499999), "1.ii.09": (600000, 599999), "1.iii.11": (2, 1), "1.iii.13": (5, 4)}
# Code: percent asked, and the nearest count in a thousand that is short of it.
SHARES = {"1.ii.08": 45, "1.ii.10": 50, "1.iii.12": 100}
EVENTS, INCOME, GROWTH, EITHER = "1.i.02", "1.i.03", "1.i.04", "1.iii.14"
NATIONAL = {INCOME: "national.income_per_capita", GROWTH: "national.gdp_growth"}
MET, NOT_MET, NO_DATA = "passed", "below_threshold", "no_data"
UNDECIDED = "undecided"


def seen(code, value, period="2025", **more):
    return {"criterion": code, **more, "value": value, "period": period}


def three(code, values, **more):
    return [seen(code, value, year, **more) for value, year in zip(values, YEARS) if value is not None]


def share(code, numerator, denominator="1000", **more):
    return [seen(code, str(numerator), role="numerator", **more), seen(code, denominator, role="denominator", **more)]


def national(code, values, source="National yearbook"):
    return [{"id": NATIONAL[code], "value": value, "period": year, "source": source} for value, year in zip(values, YEARS)
            if value is not None]


def recognition(code=EITHER, **more):
    return document([code], number="12/QĐ-BXD", date="2026-06-30", issuer="Fictional authority", kind="recognition", **more)


def smart(answer="yes"):
    return [seen(EITHER, answer, data_point="smart-city")]


def resilient(numerator, denominator="10"):
    return share(EITHER, numerator, denominator, data_point="resilience")


class Standards:
    """(case, outcome of the self-assessed result, outcome of the verified one) of each standard."""

    def __init__(self):
        self.made = []

    def add(self, code, name, why, outcome, observations=(), verified=None, **more):
        case = {"name": f"{code} {name}."}
        if observations:
            case["observations"] = list(observations)
        self.made.append(({**case, **more, "why": why}, outcome, verified))

    def answers(self, code):
        self.add(code, "is answered yes", "Annex I asks yes.", MET, [seen(code, "yes")])
        self.add(code, "is answered no", "Annex I asks yes.", NOT_MET, [seen(code, "no")])

    def counts(self, code):
        met, short = COUNTS[code]
        sign, further = ("<=", 1) if met < short else (">=", 2 * met)
        self.add(code, f"is exactly {met}", f"{met} {sign} {met}.", MET, [seen(code, str(met))])
        self.add(code, f"is {short}", f"{sign} {met} is asked.", NOT_MET, [seen(code, str(short))])
        self.add(code, f"is {further}", f"{further} {sign} {met}.", MET, [seen(code, str(further))])

    def shares(self, code):
        asked = SHARES[code]
        self.add(code, f"is exactly {asked} %", f"{10 * asked} of 1000.", MET, share(code, 10 * asked))
        self.add(code, f"is one in a thousand short of {asked} %", f"{10 * asked - 1} of 1000.", NOT_MET, share(code, 10 * asked - 1))
        self.add(code, "is all", "1000 of 1000.", MET, share(code, 1000))
        self.add(code, "lacks the whole", "Every input must be there.", NO_DATA, share(code, 1000)[:1])
        parts = share(code, 5 * asked, "500", part="A") + share(code, 5 * asked, "500", part="B")
        self.add(code, f"in two parts is together exactly {asked} %", f"2 x {5 * asked} of 2 x 500.", MET, parts)

    def events(self):
        for values, outcome, why in ((("2", "2", "2"), MET, "(2 + 2 + 2) / 3 = 2."), (("3", "2", "1"), MET, "(3 + 2 + 1) / 3 = 2."),
                                     (("6", "0", "0"), MET, "(6 + 0 + 0) / 3 = 2: the mean is asked, not each year."),
                                     (("3", "2", "0"), NOT_MET, "5/3 < 2."), (("2", "2", "1"), NOT_MET, "5/3 < 2."),
                                     (("0", "0", "0"), NOT_MET, "0 < 2.")):
            self.add(EVENTS, f"with {', '.join(values)} events", why, outcome, three(EVENTS, values))
        for values in ((None, "3", "3"), ("3", None, "3"), ("3", "3", None)):
            missing = YEARS[values.index(None)]
            where = "the window of 2024 needs 2022" if missing == "2025" else "a year of the window is missing"
            self.add(EVENTS, f"without {missing}", f"{where}.", NO_DATA, three(EVENTS, values))

    def readings(self, code):
        """The mean of three years or each of them: values of the city less those of the country, from 2025 to 2023."""
        equal = MET if code == GROWTH else NOT_MET
        both = UNDECIDED
        strict = "equality is met" if code == GROWTH else "equality is not met"
        for differences, outcome, why in (
            ((1, 1, 1), MET, "Above in each year, so in the mean too."),
            ((3, 1, "0.1"), MET, "Above in each year."),
            ((0, 0, 0), equal, f"Equal in each year and in the mean: {strict}."),
            ((2, 0, 1), MET if code == GROWTH else both, f"Mean 1; one year is equal: {strict}."),
            ((3, -1, 1), both, "Mean 1 is above, 2024 is below: each reading says something else."),
            ((1, 1, "-1.9"), both, "Mean 0.1/3 is above, 2023 is below."),
            ((1, 1, -2), both if code == GROWTH else NOT_MET, f"Mean 0: {strict}; 2023 is below."),
            ((1, 1, "-2.1"), NOT_MET, "Mean -0.1/3 is below, and so is 2023."),
            ((-1, -1, -1), NOT_MET, "Below in each year."),
        ):
            told = ", ".join(map(str, differences))
            base = ("100", "90", "80") if code == INCOME else ("6.5", "6", "5.5")
            city = [_plus(one, other) for one, other in zip(base, differences)]
            self.add(code, f"differs from the country by {told}", why, outcome, three(code, city), references=national(code, base))
        city, base = ("110", "99", "88"), ("100", "90", "80")
        self.add(code, "without a year of its own", "2023 is missing: neither reading has a value.", NO_DATA,
                 three(code, (*city[:2], None)), references=national(code, base))
        self.add(code, "without a year of the country", "No value of 2024; an earlier one does not serve in a window.", NO_DATA,
                 three(code, city), references=national(code, ("100", None, "80")))
        self.add(code, "without any value of the country", "Nothing to compare with.", NO_DATA, three(code, city))
        self.add(code, "beside a value of the country without a period", "One value for every year: 110, 99, 88 against 85.", MET,
                 three(code, city), references=[{"id": NATIONAL[code], "value": "85", "source": "National yearbook"}])

    def either(self):
        add = self.add
        add(EITHER, "by the smart city with its recognition", "An authority's recognition names it.", MET, smart(), evidence=[recognition()])
        add(EITHER, "by the smart city without a document", "The alternative asks a recognition.", "no_evidence", smart())
        add(EITHER, "by the smart city with a report of results", "A report is no recognition.", "no_evidence", smart(),
            evidence=[document([EITHER])])
        add(EITHER, "by the smart city with a plan", "A plan is no recognition.", "no_evidence", smart(),
            evidence=[document([EITHER], kind="plan")])
        add(EITHER, "by the smart city with the recognition of another standard", "It names another one.", "no_evidence", smart(),
            evidence=[recognition("1.iii.15")])
        add(EITHER, "not by the smart city, whatever the document", "The answer is no.", NOT_MET, smart("no"), evidence=[recognition()])
        add(EITHER, "by exactly half of the urban areas", "5 of 10 >= 50 %; no document is asked.", MET, resilient(5))
        add(EITHER, "by less than half of the urban areas", "4 of 10 < 50 %.", NOT_MET, resilient(4))
        add(EITHER, "by both alternatives", "Either is enough.", MET, smart() + resilient(10), evidence=[recognition()])
        add(EITHER, "by the second alternative beside an unproven first", "Either is enough.", MET, smart() + resilient(5))
        add(EITHER, "by neither alternative", "no, and 4 of 10.", NOT_MET, smart("no") + resilient(4))
        add(EITHER, "by an unproven first alternative beside a failing second", "The outcome of the first part with data.", "no_evidence",
            smart() + resilient(4))
        add(EITHER, "without the whole of the urban areas", "The second alternative lacks an input.", NO_DATA, resilient(5)[:1])
        add(EITHER, "with a rejected recognition", "Reviews count in the verified result only.", MET, smart(), "evidence_rejected",
            evidence=[recognition(**review("rejected"))])
        add(EITHER, "with an accepted recognition", "Accepted.", MET, smart(), MET, evidence=[recognition(**review("accepted"))])
        add(EITHER, "with a recognition asked again", "Neither accepted nor rejected.", MET, smart(), "no_evidence",
            evidence=[recognition(**review("asked_again"))])
        add(EITHER, "with a rejected recognition and the second alternative", "Either is enough.", MET, smart() + resilient(5), MET,
            evidence=[recognition(**review("rejected"))])

    def everywhere(self, code):
        self.add(code, "has no data", "No observation (FORMAT 3, outcomes).", NO_DATA)
        self.add(code, "is claimed not applicable", "Claimed with a reason.", "not_applicable",
                 not_applicable=[{"criterion": code, "reason": "Cannot exist in this place"}])

    def all(self, codes):
        for code in codes:
            if code in ANSWERS:
                self.answers(code)
            elif code in COUNTS:
                self.counts(code)
            elif code in SHARES:
                self.shares(code)
            elif code in NATIONAL:
                self.readings(code)
            else:
                {EVENTS: self.events, EITHER: self.either}[code]()
            self.everywhere(code)
        return self.made


def _plus(number, difference):
    """A decimal sum, written without an exponent."""
    return text(parse(number) + parse(str(difference)))


def files(criteria_set):
    scheme = scheme_of(criteria_set, "class-1")
    codes = [leaf["criterion"] for leaf in leaves(scheme["tree"])]
    file = {"set": SET, "scheme": "class-1", "as_of": AS_OF, "unit": HOME, "cases": []}
    for case, outcome, verified in Standards().all(codes):
        def check(made, entry, expected=outcome):
            require(entry["outcome"] == expected, f"{made['name']} {entry['outcome']}, not {expected}")
            if expected == UNDECIDED:
                sides = entry["low"]["outcome"], entry["high"]["outcome"]
                require(sides == (NOT_MET, MET), f"{made['name']} {sides}")

        code = case["name"].split()[0]
        fill(criteria_set, file, [case], code, check)
        other = file["cases"][-1]["expect"]["verified"]
        told = other and other["criteria"][0]["outcome"]
        require(told == verified, f"{case['name']} verified: {told}, not {verified}")
    yield "nq111-2025/class-1.json", file
