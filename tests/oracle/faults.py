"""The plain data errors of a city: a list of (code, pointer), every one of them, in the order of the data."""

from binding import ABSENT_STATUSES, part_rule
from exact import parse
from judging import judgement_of

KEY = ("criterion", "data_point", "role", "period", "part")


def _truth(token):
    return token if isinstance(token, bool) else {"yes": True, "no": False}.get(token)


class _Faults:
    def __init__(self, criteria_set, scheme, city, parameters):
        self.set, self.scheme, self.city, self.parameters = criteria_set, scheme, city, parameters
        self.criteria = {each["id"]: each for each in criteria_set["criteria"]}
        self.units = {each["id"]: each for each in criteria_set["units"]}
        self.found = []

    def add(self, code, pointer):
        self.found.append((code, pointer))

    def run(self):
        seen = set()
        for index, entry in enumerate(self.city.get("observations", [])):
            self.observation(entry, f"/observations/{index}", seen)
        self.within()
        for index, document in enumerate(self.city.get("evidence", [])):
            for place, name in enumerate(document["criteria"]):
                self.known(name, f"/evidence/{index}/criteria/{place}")
        for index, claim in enumerate(self.city.get("not_applicable", [])):
            self.known(claim["criterion"], f"/not_applicable/{index}/criterion")
            if not claim.get("reason"):
                self.add("reason_missing", f"/not_applicable/{index}/reason")
        self.overrides()
        return self.found

    def known(self, name, pointer):
        if name not in self.criteria:
            self.add("unknown_criterion", pointer)
        return name in self.criteria

    def observation(self, entry, pointer, seen):
        if not self.known(entry["criterion"], f"{pointer}/criterion"):
            return
        criterion = self.criteria[entry["criterion"]]
        first = criterion["data_points"][0]["id"]
        point = next((each for each in criterion["data_points"] if each["id"] == entry.get("data_point", first)), None)
        if point is None:
            return self.add("unknown_data_point", f"{pointer}/data_point")
        role = entry.get("role", "value")
        source = next((each for each in point["inputs"] if each["role"] == role), None)
        if source is None:
            return self.add("unknown_role", f"{pointer}/role")
        key = (criterion["id"], point["id"], role, entry.get("period"), entry.get("part"))
        if key in seen:
            self.add("duplicate_observation", pointer)
        seen.add(key)
        if "part" in entry and part_rule(point) == "single":
            self.add("parts_refused", f"{pointer}/part")
        if "unit" in entry and entry["unit"] not in self._symbols(source["unit"]):
            self.add("wrong_unit", f"{pointer}/unit")
        absent = entry.get("status", "A") in ABSENT_STATUSES
        if absent != ("value" not in entry):
            return self.add("value_not_allowed" if absent else "value_missing", pointer)
        method = judgement_of(criterion, self.scheme)
        if method["method"] == "survey" and "sampling" not in entry:
            self.add("sampling_missing", pointer)
        if not absent:
            self.value(point, source, method, entry["value"], f"{pointer}/value")

    def _symbols(self, unit):
        known = self.units.get(unit)
        return {unit, *(known["symbol"].values() if known else ())}

    def value(self, point, source, method, token, pointer):
        if point["type"] == "boolean":
            if _truth(token) is None:
                self.add("value_not_allowed", pointer)
            return
        try:
            number = parse(token)
        except ValueError:
            return self.add("not_a_decimal", pointer)
        if point["type"] == "ordinal":
            if number not in [parse(each["step"]) for each in point["steps"]]:
                self.add("value_not_allowed", pointer)
            return
        if source.get("whole") and number.denominator != 1:
            self.add("not_whole", pointer)
        if "minimum" in source and number < parse(source["minimum"]):
            self.add("below_minimum", pointer)
        if "above" in source and number <= parse(source["above"]):
            self.add("not_above", pointer)
        if method["method"] == "goalposts" and method["outside"] == "refuse" and len(point["inputs"]) == 1:
            ends = sorted((parse(method["worst"]), parse(method["best"])))
            if not ends[0] <= number <= ends[1]:
                self.add("outside_goalposts", pointer)

    def within(self):
        """Numerators above their denominators, for the same data point, period and part."""
        table = {}
        for index, entry in enumerate(self.city.get("observations", [])):
            if entry["criterion"] in self.criteria and "value" in entry:
                key = tuple(entry.get(name) for name in KEY if name != "role")
                table.setdefault(key, {})[entry.get("role", "value")] = (entry["value"], index)
        for (name, point_id, *_), roles in table.items():
            points = self.criteria[name]["data_points"]
            point = next((each for each in points if each["id"] == (point_id or points[0]["id"])), None)
            for source in point["inputs"] if point else ():
                limit = source.get("within")
                if limit in roles and source["role"] in roles:
                    value, index = roles[source["role"]]
                    if parse(value) > parse(roles[limit][0]):
                        self.add("exceeds_denominator", f"/observations/{index}/value")

    def overrides(self):
        known = {(each["id"], each.get("level")): each for each in self.set["parameters"]}
        for index, entry in enumerate(self.parameters):
            parameter = known.get((entry["id"], entry.get("level")))
            if parameter is None:
                self.add("unknown_parameter", f"/parameters/{index}")
            elif not parse(parameter["minimum"]) <= parse(entry["value"]) <= parse(parameter["maximum"]):
                self.add("parameter_out_of_range", f"/parameters/{index}/value")


def faults(criteria_set, scheme, city, parameters=()):
    return _Faults(criteria_set, scheme, city, parameters).run()
