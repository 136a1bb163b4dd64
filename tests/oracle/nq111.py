"""Generated cases of nq111@2025-u1, classes II and III: each standard of table 2A against a table of its own."""

from building import AS_OF, Builder, unit
from exact import parse, text, working
from filling import fill_tree, require
from loading import scheme_of
from nq111_table import FACTORS, F, rows

SET = "nq111@2025-u1"
SCHEMES = ("class-2", "class-3")


def value_of(case, code):
    """The value of a case from its observations, by hand; None where there is none."""
    roles = {}
    for each in case.get("observations", []):
        if "value" in each:
            roles[each.get("role", "value")] = roles.get(each.get("role", "value"), F(0)) + parse(each["value"])
    if "denominator" in roles:
        return FACTORS.get(code, 1) * roles["numerator"] / roles["denominator"]
    return roles.get("value")


def checker(scheme, home):
    table = rows(scheme)

    def check(case, entry):
        row, value = table[entry["id"]], value_of(case, entry["id"])
        if entry["outcome"] in ("not_applicable", "no_data"):
            require(value is None, case["name"])
            return
        if entry["outcome"] == "not_considered":
            require(entry["points"] == text(row.least), case["name"])
            return
        low, high = row.points(value, case.get("unit", home).get("heritage"))
        expected = [("scored" if points else "below_threshold", text(working(points))) for points in (low, high)]
        sides = [entry[side] for side in ("low", "high")] if entry["outcome"] == "undecided" else [entry, entry]
        told = [(side["outcome"], side["points"]) for side in sides]
        require(told == expected and (low == high) == (entry["outcome"] != "undecided"), f"{case['name']} {told}, not {expected}")
    return check


def files(criteria_set):
    home = unit("urban_area")
    for name in SCHEMES:
        scheme = scheme_of(criteria_set, name)
        builder = Builder(criteria_set, scheme)
        for row in rows(name).values():
            method = builder.method(builder.criteria[row.code])
            points = builder.scheme_points(row.code)
            require(points == row.most, f"{row.code}: {points} points, not {row.most}")
            require(row.stepped == (method["method"] == "steps"), row.code)
        for node in scheme["tree"]["children"]:
            file = {"set": SET, "scheme": name, "as_of": AS_OF, "unit": home, "cases": []}
            fill_tree(criteria_set, file, builder, node, home, checker(name, home))
            yield f"nq111-2025/{name}-{node['group']}.json", file
