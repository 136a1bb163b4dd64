"""Generated cases of tt01@2018-u1: each indicator by a formula of its own, beside the base year, in each scheme."""

from fractions import Fraction

from building import AS_OF, unit
from exact import text, working
from filling import answered, fill, require
from loading import leaves

SET = "tt01@2018-u1"
YEAR, BASE = 2025, 2015
# Kind of formula and its words.
PERCENT = ("percent", "100 x {n} / {d}")
FORMULAS = {
    **{name: PERCENT for name in ("i0101", "i0102", "i0103", "i0104", "i0105", "i0203", "i0204", "i0205", "i0206", "i0207",
                                  "i0302", "i0303", "i0403", "i0404")},
    "i0201": ("per head", "{n} / {d}"),
    "i0208": ("of 80 %", "100 x {n} / (0.8 x {d})"),
    "i0202": ("loss", "{before} - {n}"),
    "i0301": ("growth over growth", "({n} / {n5}) / ({d} / {d5})"),
    "i0401": ("answer", "{n}"),
    **{name: ("count", "{n}") for name in ("i0209", "i0210", "i0304", "i0402", "i0405")},
}
# Classes below II are not asked these two (tt01-2018, annexes).
OF_CLASS_TWO = ("i0204", "i0206")
ANNUAL_LEAVES_OUT = ("i0201", "i0206", "i0301", "i0302", "i0304", "i0401")
# Numerator, denominator, and what both were before (five years; the one number of a loss: the year before is the second).
NUMBERS = {YEAR: (600, 800, 500, 640), BASE: (300, 500, 240, 500)}


def entry(name, role, value, year, **more):
    return {"criterion": name, **({} if role == "value" else {"role": role}), "value": value, "period": str(year), **more}


def observed(name, year):
    """The observations of a year, and the value by hand."""
    kind, _ = FORMULAS[name]
    n, d, n5, d5 = map(Fraction, NUMBERS[year])
    if kind in ("percent", "per head", "of 80 %"):
        value = {"percent": 100 * n / d, "per head": n / d, "of 80 %": 100 * n / (Fraction(4, 5) * d)}[kind]
        return [entry(name, "numerator", text(n), year), entry(name, "denominator", text(d), year)], value
    if kind == "loss":
        return [entry(name, "value", text(n), year), entry(name, "value", text(d), year - 1)], d - n
    if kind == "growth over growth":
        rows = [entry(name, role, text(number), when) for role, number, when in
                (("numerator", n, year), ("denominator", d, year), ("numerator", n5, year - 5), ("denominator", d5, year - 5))]
        return rows, (n / n5) / (d / d5)
    if kind == "answer":
        return [entry(name, "value", "yes" if year == YEAR else "no", year)], Fraction(year == YEAR)
    return [entry(name, "value", text(n), year)], n


def told(name, year):
    n, d, n5, d5 = NUMBERS[year]
    if FORMULAS[name][0] == "answer":
        return "yes" if year == YEAR else "no"
    return FORMULAS[name][1].format(n=n, d=d, n5=n5, d5=d5, before=d)


def shown(name, value):
    return ("yes" if value else "no") if FORMULAS[name][0] == "answer" else text(working(value))


def cases(criterion, compared):
    """(case, what the indicator must come to) of one indicator."""
    name = criterion["id"]
    now, value = observed(name, YEAR)
    base, old = observed(name, BASE)
    change = {"base_value": shown(name, old)}
    if FORMULAS[name][0] != "answer":
        change["difference"] = text(working(value - old))
    monitored = {"outcome": "monitored", "value": shown(name, value)}
    why = f"{YEAR}: {told(name, YEAR)}"
    beside = f"{why}; {BASE}: {told(name, BASE)}; shown, not judged"
    yield {"name": f"{name} has a value.", "observations": now, "why": f"{why}."}, {**monitored, "change": None}
    yield {"name": f"{name} has a value of {BASE} too.", "observations": now + base, "why": f"{beside}."}, \
        {**monitored, "change": change if compared else None}
    zero = {"base_value": shown(name, old), **({} if FORMULAS[name][0] == "answer" else {"difference": "0"})}
    yield {"name": f"{name} has a value of {BASE} alone.", "observations": base,
           "why": f"{BASE}: {told(name, BASE)}: the latest period is the base year itself."}, \
        {"outcome": "monitored", "value": shown(name, old), "change": zero if compared else None}
    yield {"name": f"{name} has no data.", "why": "Monitored without a value."}, {"outcome": "monitored", "value": None}
    if len(now) > 1:
        yield {"name": f"{name} lacks an input.", "observations": now[:-1],
               "why": f"{criterion['label']}: {entry_told(now[-1])} is missing."}, \
            {"outcome": "monitored", "value": None, "change": None}
        yield {"name": f"{name} lacks an input of {BASE}.", "observations": now + base[:-1],
               "why": f"{why}; {entry_told(base[-1])} is missing."}, {**monitored, "change": None}
    yield {"name": f"{name} is claimed not applicable.", "not_applicable": [{"criterion": name, "reason": "Cannot exist here"}],
           "why": "Claimed with a reason."}, {"outcome": "not_applicable", "value": None}
    yield {"name": f"{name} is named by its label.", "observations": [{**each, "criterion": criterion["label"]} for each in now],
           "why": f"{criterion['label']} is the label; {why}."}, monitored
    if name == "i0208":
        over = [entry(name, "numerator", "900", YEAR), entry(name, "denominator", "1000", YEAR)]
        yield {"name": f"{name} goes over 100 %.", "observations": over,
               "why": "100 x 900 / (0.8 x 1000) = 112.5: the denominator stands for something else."}, \
            {"outcome": "monitored", "value": "112.5"}
    if name in OF_CLASS_TWO:
        for asked, kind in (("special", True), ("2", True), ("3", False), ("5", False), ("none", False)):
            expected = monitored if kind else {"outcome": "not_applicable", "value": None}
            yield {"name": f"{name} in an urban area of class {asked}.", "unit": unit("urban_area", urban_class=asked),
                   "observations": now, "why": f"Asked of class II and above; {why}."}, expected
        yield {"name": f"{name} in an urban area of unknown class.", "unit": unit("urban_area", urban_class=None),
               "observations": now, "why": f"An attribute that is not known leaves it applying; {why}."}, \
            {**monitored, "flags": ["attribute_absent"]}


def entry_told(observation):
    return f"the {observation.get('role', 'value')} of {observation['period']}"


def checker(expected):
    def check(case, entry_):
        for key, value in expected[case["name"]].items():
            require(entry_.get(key) == value, f"{case['name']} {key}: {entry_.get(key)}, not {value}")
    return check


def whole(criteria_set, file, names):
    """An urban area that reports everything: nothing is joined, nothing is judged."""
    observations = [each for name in FORMULAS for each in observed(name, YEAR)[0]]
    case = {"name": "An urban area that reports everything has no level, score or group value.", "observations": observations}
    told_of = answered(criteria_set, file, case)["self_assessed"]
    require(told_of["level"] is None and told_of["score"] is None, case["name"])
    require([each["id"] for each in told_of["criteria"]] == names, "the indicators of the scheme")
    kept = {key: told_of[key] for key in ("level", "refused", "score", "levels")}
    kept["groups"] = [{"id": each["id"], "value": None, "share": None} for each in told_of["groups"]]
    kept["criteria"] = [{"id": name, "outcome": "monitored", "value": shown(name, observed(name, YEAR)[1])} for name in names]
    left_out = len(FORMULAS) - len(names)
    return {**case, "expect": {"self_assessed": kept, "verified": None},
            "why": f"{len(names)} indicators, {left_out} reported ones are not of this scheme; the circular has no pass mark."}


def files(criteria_set):
    criteria = {each["id"]: each for each in criteria_set["criteria"]}
    for scheme in criteria_set["schemes"]:
        file = {"set": SET, "scheme": scheme["id"], "as_of": AS_OF, "unit": unit("urban_area"), "cases": []}
        names = [leaf["criterion"] for leaf in leaves(scheme["tree"])]
        of_scheme = [name for name in criteria if scheme["id"] != "annual" or name not in ANNUAL_LEAVES_OUT]
        require(names == of_scheme, f"the indicators of {scheme['id']}")
        for name in names:
            pairs = [*cases(criteria[name], "compare_with" in scheme)]
            expected = {case["name"]: what for case, what in pairs}
            fill(criteria_set, file, [case for case, _ in pairs], name, checker(expected))
        file["cases"].append(whole(criteria_set, file, names))
        for kind in ("province", "commune"):
            case = {"name": f"A place of kind {kind} is out of scope.", "unit": unit(kind)}
            refused = answered(criteria_set, file, case)["self_assessed"]["refused"]
            require(refused == ["out_of_scope"], case["name"])
            file["cases"].append({**case, "expect": {"self_assessed": {"level": None, "refused": refused}, "verified": None},
                                  "why": "The indicators are of urban areas (unit_kinds)."})
        yield f"tt01-2018/{scheme['id']}.json", file
