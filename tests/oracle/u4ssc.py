"""Generated cases of u4ssc@2017-u1: every indicator shown, the one with a target around its bands, whole cities."""

from fractions import Fraction

from building import AS_OF, PERIOD, unit
from exact import parse, text
from filling import answered, fill, require
from loading import group_nodes, leaves, scheme_of
from naming import plain

SET = "u4ssc@2017-u1"
SCORED, TARGET = "ec-ict-ict-2c", Fraction(60)
# Mashhad's factsheet prints these edges for the target of 60 % of households.
PRINTED_EDGES = {Fraction(33): "19.8", Fraction(66): "39.6", Fraction(95): "57"}
# A code that carries the prefix of one category and stands in another.
MOVED = ("sc-eh-ed-5a", "society-culture.education-health-culture.health")


def value_of(point, number="25"):
    return "yes" if point["type"] == "boolean" else number


def observe(criterion, points, name=None, number="25"):
    """A value for some of the data points of an indicator."""
    several = len(criterion["data_points"]) > 1
    return [{"criterion": name or criterion["id"], **({"data_point": point["id"]} if several else {}),
             "value": value_of(point, number), "period": PERIOD} for point in points]


def points_of(value):
    """Points of a value of the one indicator with a target: 1, 2, 3, 4 from 0, 33, 66, 95 % of it."""
    percent = 100 * parse(value) / TARGET
    return 1 + sum(percent >= edge for edge in PRINTED_EDGES)


def shown(criterion):
    """(case, what the indicator must come to) of an indicator without a target."""
    name, points = criterion["id"], criterion["data_points"]
    several = len(points) > 1
    code = criterion["label"]

    def parts(reported):
        return {"parts": [{"data_point": each["id"], "outcome": "monitored",
                           **({"value": value_of(each)} if each in reported else {})} for each in points]}

    def expected(reported):
        return {"outcome": "monitored", **(parts(reported) if several else {"value": value_of(points[0])} if reported else {})}

    why = f"{code}: no benchmark; shown, not scored (u4ssc-2017, city factsheets)"
    yield {"name": f"{name} is shown and not scored.", "observations": observe(criterion, points), "why": f"{why}."}, expected(points)
    if several:
        for point in points:
            yield {"name": f"{name} reports {point['id']} alone.", "observations": observe(criterion, [point]),
                   "why": f"{why}; one of {len(points)} data points."}, expected([point])
    yield {"name": f"{name} has no data.", "why": f"{why}."}, expected([])
    spaced = code.replace(" ", "").lower()
    yield {"name": f"{name} is named by its code, however spaced.", "observations": observe(criterion, points, spaced),
           "why": f"{spaced} is {code} without spaces and case."}, expected(points)
    yield {"name": f"{name} is claimed not applicable.", "not_applicable": [{"criterion": name, "reason": "Cannot exist here"}],
           "why": "Claimed with a reason; in neither sum."}, {"outcome": "not_applicable"}


def scored(criterion):
    """The same of the indicator with a target."""
    name, hair = criterion["id"], Fraction(1, 10**22)
    values = [Fraction(0), Fraction(30), TARGET, 2 * TARGET]
    values += [parse(edge) + shift for edge in PRINTED_EDGES.values() for shift in (-hair, 0, hair)]
    for value in sorted(values):
        written = text(value)
        points = points_of(written)
        yield {"name": f"{name} is {written} % of households.",
               "observations": [{"criterion": name, "value": written, "period": PERIOD}],
               "why": f"100 x {written} / 60 of the target: bands from 0, 33, 66, 95 % (printed edges 19.8, 39.6, 57.0)."}, \
            {"outcome": "scored", "points": str(points), "share": text(Fraction(points, 4)), "value": written}
    yield {"name": f"{name} has no data.", "why": "Not reported: left out of both sums."}, \
        {"outcome": "no_data", "points": None, "flags": ["excluded"]}
    yield {"name": f"{name} is named by its code, however spaced.",
           "observations": [{"criterion": "EC:ICT:ICT:2c", "value": "60", "period": PERIOD}],
           "why": "EC:ICT:ICT:2c is EC: ICT: ICT: 2C without spaces and case."}, {"outcome": "scored", "points": "4"}
    yield {"name": f"{name} is claimed not applicable.", "not_applicable": [{"criterion": name, "reason": "Cannot exist here"}],
           "why": "Claimed with a reason; in neither sum."}, {"outcome": "not_applicable", "points": None}


def checker(expected):
    def check(case, entry):
        for key, value in expected[case["name"]].items():
            require(entry.get(key) == value, f"{case['name']} {key}: {entry.get(key)}, not {value}")
    return check


def band(share):
    return text(max(edge for edge in (Fraction(0), Fraction(33, 100), Fraction(66, 100), Fraction(95, 100)) if share >= edge))


class Cities:
    """Whole cities: only one data point can be scored, so each node above it has its share and no other has one."""

    def __init__(self, criteria_set, scheme):
        self.set, self.scheme = criteria_set, scheme
        self.criteria = {each["id"]: each for each in criteria_set["criteria"]}
        self.file = {"set": SET, "as_of": AS_OF, "unit": unit("urban_area"), "cases": []}

    def add(self, name, why, observations, points, place=None):
        case = {"name": name, **({"unit": place} if place else {}), **({"observations": observations} if observations else {})}
        whole = answered(self.set, self.file, case)["self_assessed"]
        share = None if points is None else Fraction(points, 4)
        groups = []
        for node in group_nodes(self.scheme["tree"]):
            above = points is not None and SCORED in [leaf["criterion"] for leaf in leaves(node)]
            value = {"value": str(points), "share": text(share), "band": band(share)} if above else dict.fromkeys(("value", "share", "band"))
            groups.append({"id": node["group"], **value})
        told = [{key: each[key] for key in ("id", "value", "share", "band")} for each in whole["groups"]]
        require(told == groups, f"{name}: {told}")
        require(whole["score"] == (None if share is None else text(share)) and whole["level"] is None, f"{name}: {whole['score']}")
        kept = {"level": None, "refused": [], "score": whole["score"], "groups": groups, "levels": []}
        self.file["cases"].append({**case, "expect": {"self_assessed": kept, "verified": None}, "why": why})

    def build(self):
        every = [each for name, criterion in self.criteria.items() if name != SCORED
                 for each in observe(criterion, criterion["data_points"])]
        for value, points in (("60", 4), ("39.6", 3), ("19.8", 2), ("0", 1)):
            own = {"criterion": SCORED, "value": value, "period": PERIOD}
            self.add(f"A city that reports everything, {value} % of households among it.",
                     f"{len(self.criteria)} indicators; one has a target: {points} of 4 points, at every node above it alone.",
                     every + [own], points)
        self.add("A city that reports everything but the indicator with a target.", "Nothing can be scored.", every, None)
        self.add("A city that reports the indicator with a target alone.", "4 of 4 points, whatever is not reported.",
                 [{"criterion": SCORED, "value": "60", "period": PERIOD}], 4)
        self.add("A city that reports nothing.", "Nothing scored.", [], None)
        self.add("A centrally-run city.", "Judged as a city: our reading.",
                 [{"criterion": SCORED, "value": "57", "period": PERIOD}], 4, unit("province", centrally_run=True))
        for kind in ("commune", "national"):
            case = {"name": f"A place of kind {kind} is out of scope.", "unit": unit(kind)}
            refused = answered(self.set, self.file, case)["self_assessed"]["refused"]
            require(refused == ["out_of_scope"], case["name"])
            self.file["cases"].append({**case, "expect": {"self_assessed": {"level": None, "refused": refused}, "verified": None},
                                       "why": "The set does not list the kind (FORMAT 1, unit_kinds)."})
        return self.file


def files(criteria_set):
    scheme = scheme_of(criteria_set)
    criteria = {each["id"]: each for each in criteria_set["criteria"]}
    require(len({plain(each["label"]) for each in criteria.values()}) == len(criteria) == 91, "91 codes, all different")
    home = {leaf["criterion"]: node["group"] for node in group_nodes(scheme["tree"]) for leaf in leaves(node)}
    require(home[MOVED[0]] == MOVED[1], "codes are opaque: the collection methodology puts it in Health")
    for node in scheme["tree"]["children"]:
        file = {"set": SET, "as_of": AS_OF, "unit": unit("urban_area"), "cases": []}
        for leaf in leaves(node):
            criterion = criteria[leaf["criterion"]]
            pairs = [*(scored if criterion["id"] == SCORED else shown)(criterion)]
            fill(criteria_set, file, [case for case, _ in pairs], criterion["id"],
                 checker({case["name"]: what for case, what in pairs}))
        yield f"u4ssc-2017/{node['group']}.json", file
    yield "u4ssc-2017/cities.json", Cities(criteria_set, scheme).build()
