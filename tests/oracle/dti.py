"""Generated cases of dti-922@2022-u1: five published provinces and the edges of the sum."""

from building import AS_OF, PERIOD, unit
from casefile import outcome_of
from showing import inner

SET = "dti-922@2022-u1"
SOURCE = "dti-922-2022"
NAMES = ("awareness", "institutions", "infrastructure", "human", "security", "gov-activity", "econ-activity",
         "soc-activity")
# Published at https://dti.gov.vn/xep-hang-2022: eight main indices and the total, each with four decimals.
PUBLISHED = (
    ("Đà Nẵng", "Da Nang", "1 0.9 0.8253 0.8487 0.7578 0.8575 0.7836 0.5197", "0.8002"),
    ("TP. Hồ Chí Minh", "Ho Chi Minh City", "0.8917 0.9 0.8258 0.6267 0.558 0.8406 0.7611 0.359", "0.7163"),
    ("Quảng Ninh", "Quang Ninh", "0.9581 0.9 0.7648 0.625 0.5382 0.8385 0.5904 0.4505", "0.7024"),
    ("Thừa Thiên Huế", "Thua Thien Hue", "0.95 0.9 0.6823 0.6794 0.6423 0.8262 0.6787 0.3001", "0.6975"),
    ("Cần Thơ", "Can Tho", "0.9 0.8 0.7233 0.7376 0.7226 0.7325 0.7556 0.2947", "0.6924"),
)
FORMULA = "100 x (1 to 5) + 200 x 7 + 150 x (8 + 9), over 1000 (dti-922-2022, recomputed)"


def observe(values, period="2022"):
    return [{"criterion": name, "value": value, "period": period} for name, value in values.items()]


def case(name, values, why, pick=(), **more):
    period = more.pop("period", PERIOD)
    return {"name": name, **{key: more.pop(key) for key in ("unit",) if key in more},
            "observations": observe(values, period), **more, "expect": list(pick), "why": why}


def expect(criteria_set, document, each):
    """Fills the expected values of a case from the oracle."""
    picked = each["expect"]
    answer = outcome_of(criteria_set, document, {key: value for key, value in each.items() if key != "expect"})
    whole = answer["self_assessed"]
    kept = {"refused": whole["refused"]}
    if not whole["refused"]:
        kept["score"] = whole["score"]
        kept["groups"] = [{"id": group["id"], "value": group["value"], "share": group["share"]}
                          for group in inner(whole["groups"])]
        wanted = [entry for entry in whole["criteria"] if entry["id"] in picked]
        if wanted:
            kept["criteria"] = [{key: value for key, value in entry.items() if key != "levels"} for entry in wanted]
    else:
        kept["level"] = None
    each["expect"] = {"self_assessed": kept, "verified": answer["verified"]}
    return each


def provinces():
    for vi, en, values, published in PUBLISHED:
        yield case(f"The published row of {en} is recomputed.", dict(zip(NAMES, values.split())),
                   f"{FORMULA}. Published {published}; the tolerance is 0.0001.", NAMES, period="2022",
                   unit={"code": "99", "name": {"vi": vi, "en": en}, "kind": "province"},
                   published=[{"of": "share", "value": published, "source": SOURCE}])


def edges():
    full, empty = dict.fromkeys(NAMES, "1"), dict.fromkeys(NAMES, "0")
    thirds = dict.fromkeys(NAMES, "0.333333333333333333333333")
    yield case("Every main index at 1 makes 1.", full, f"{FORMULA}: 1000/1000.", NAMES)
    yield case("Every main index at 0 makes 0.", empty, f"{FORMULA}: 0/1000.", NAMES)
    yield case("Twenty-four digits go through the sum unrounded.", thirds,
               f"{FORMULA}; products and sums are exact, and shown with at most 24 significant digits (FORMAT 3).", NAMES)
    yield case("The smart city index is shown and not counted.", {**full, "smart-city": "0.25"},
               "smart-city is monitored, with 0 points (dti-922-2022, annex 1).", ("smart-city",))
    yield case("A missing smart city index leaves nothing undecided.", full,
               "A monitored criterion has no part in the sum.", ("smart-city",))
    for name in NAMES:
        rest = {key: value for key, value in full.items() if key != name}
        yield case(f"Without {name} the sum is undecided.", rest,
                   "Policy undecided: the node and everything above it; the other group keeps its value.", (name,))
    for name in NAMES:
        yield case(f"{name} alone gives its own points.", {**empty, name: "0.5"},
                   f"{FORMULA}: half of the points of {name}.", (name,))
    yield case("A commune is out of scope.", {}, "unit_kinds lists the province only.", unit=unit("commune"))


def files(criteria_set):
    for name, cases in (("provinces", provinces()), ("edges", edges())):
        document = {"set": SET, "as_of": AS_OF, "unit": unit("province")}
        document["cases"] = [expect(criteria_set, document, each) for each in cases]
        yield f"dti-922-2022/{name}.json", document
