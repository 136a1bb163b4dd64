"""The plain errors of a city's data, as (code, pointer): those of reading alone, else those found against the set."""

from binding import ABSENT_STATUSES, bind, part_rule
from deriving import measured
from exact import TooLong, parse
from judging import judgement_of, outside


def _truth(token):
    return token if isinstance(token, bool) else {"yes": True, "no": False}.get(token)


class _Reading:
    """What can be said of the data without the set."""

    def __init__(self, city):
        self.city, self.found = city, []

    def run(self):
        for index, entry in enumerate(self.city.get("observations", [])):
            if "value" in entry and _truth(entry["value"]) is None:
                self.decimal(entry["value"], f"/observations/{index}/value")
        for name in ("references", "published"):
            for index, entry in enumerate(self.city.get(name, [])):
                self.decimal(entry["value"], f"/{name}/{index}/value")
        for index, claim in enumerate(self.city.get("not_applicable", [])):
            if not claim["reason"].strip():
                self.found.append(("json.empty_text", f"/not_applicable/{index}/reason"))
        return self.found

    def decimal(self, token, pointer):
        try:
            parse(token)
        except TooLong:
            self.found.append(("json.decimal_too_long", pointer))
        except ValueError:
            self.found.append(("json.decimal_grammar", pointer))


class _AgainstSet:
    """What the set says of data that could be read."""

    def __init__(self, criteria_set, scheme, city, parameters):
        self.set, self.scheme, self.city, self.parameters = criteria_set, scheme, city, parameters
        self.criteria = {each["id"]: each for each in criteria_set["criteria"]}
        self.units = {each["id"]: each for each in criteria_set["units"]}
        self.found = []
        self.refused = set()
        self.accepted = {}

    def add(self, code, pointer, criterion=None):
        self.found.append((code, pointer))
        self.refused.add(criterion)

    def run(self):
        if "panel" in self.scheme:
            self.found.append(("city.panel_only", ""))
        seen = set()
        for index, entry in enumerate(self.city.get("observations", [])):
            self.observation(entry, f"/observations/{index}", seen)
        self.within()
        firsts = {}
        for index, entry in enumerate(self.city.get("observations", [])):
            firsts.setdefault(entry["criterion"], f"/observations/{index}")
        for name, pointer in firsts.items():
            if name not in self.refused and name in self.criteria:
                self.whole(self.criteria[name], pointer)
        for index, document in enumerate(self.city.get("evidence", [])):
            for place, name in enumerate(document["criteria"]):
                self.known(name, f"/evidence/{index}/criteria/{place}")
            self.recognition(document, f"/evidence/{index}")
        for index, claim in enumerate(self.city.get("not_applicable", [])):
            self.known(claim["criterion"], f"/not_applicable/{index}/criterion")
        self.overrides()
        return self.found

    def recognition(self, document, pointer):
        """A recognition names its authority, and is no result computed here."""
        if document.get("kind") != "recognition":
            return
        if not all(document.get(key) for key in ("number", "date", "issuer")):
            self.found.append(("city.recognition_incomplete", pointer))
        told = " ".join(document.get(key, "") for key in ("number", "issuer", "summary")).lower()
        if "vn-ssc" in told or "dothi" in told:
            self.found.append(("city.recognition_of_own_result", pointer))

    def known(self, name, pointer):
        if name not in self.criteria:
            self.add("city.unknown_criterion", pointer)
        return name in self.criteria

    def observation(self, entry, pointer, seen):
        if not self.known(entry["criterion"], f"{pointer}/criterion"):
            return
        criterion = self.criteria[entry["criterion"]]
        name = criterion["id"]
        wanted = entry.get("data_point", criterion["data_points"][0]["id"])
        point = next((each for each in criterion["data_points"] if each["id"] == wanted), None)
        if point is None:
            return self.add("city.unknown_data_point", f"{pointer}/data_point", name)
        role = entry.get("role", "value")
        source = next((each for each in point["inputs"] if each["role"] == role), None)
        if source is None:
            return self.add("city.unknown_role", f"{pointer}/role", name)
        key = (name, wanted, entry.get("period"), entry.get("part"), role)
        if key in seen:
            self.add("city.conflicting_values", pointer, name)
        seen.add(key)
        if "part" in entry and part_rule(point) == "single":
            self.add("city.parts_refused", f"{pointer}/part", name)
        if "unit" in entry and entry["unit"] not in self._symbols(source["unit"]):
            self.add("city.wrong_unit", f"{pointer}/unit", name)
        absent = entry.get("status", "A") in ABSENT_STATUSES
        if absent != ("value" not in entry):
            return self.add("city.value_with_status" if absent else "city.no_value", pointer, name)
        if not absent:
            code = self.value(point, source, entry["value"])
            if code:
                return self.add(code, f"{pointer}/value", name)
            if point["type"] == "number":
                self.accepted.setdefault(key[:-1], {})[role] = (parse(entry["value"]), pointer, source)

    def _symbols(self, unit):
        known = self.units.get(unit)
        return {unit, *(known["symbol"].values() if known else ())}

    @staticmethod
    def value(point, source, token):
        """The code of the first thing wrong with a value, or None."""
        if point["type"] == "boolean" or _truth(token) is not None:
            return None if point["type"] == "boolean" and _truth(token) is not None else "city.wrong_value"
        number = parse(token)
        if point["type"] == "ordinal":
            return None if number in [parse(each["step"]) for each in point["steps"]] else "city.wrong_value"
        if source.get("whole") and number.denominator != 1:
            return "city.not_whole"
        small = "minimum" in source and number < parse(source["minimum"])
        if small or "above" in source and number <= parse(source["above"]):
            return "city.too_small"
        return None

    def within(self):
        """Inputs above the input they lie within, for the same data point, period and part."""
        for (name, *_), roles in self.accepted.items():
            for number, pointer, source in roles.values():
                limit = roles.get(source.get("within"))
                if limit and number > limit[0]:
                    self.add("city.above_denominator", f"{pointer}/value", name)

    def whole(self, criterion, pointer):
        """What is wrong with the value of a criterion as it is bound: one error at most, at its first observation."""
        method = judgement_of(criterion, self.scheme)
        if method["method"] == "survey":
            bound = bind(criterion, criterion["data_points"][0], self.city)
            if bound is not None and len(bound.sampling) != 1:
                self.add("city.mixed_sampling" if bound.sampling else "city.no_sampling", pointer, criterion["id"])
        try:
            values = [measured(self.set, criterion, self.city, *each)[0] for each in self.evaluated(criterion, method)]
            if "compare_with" in self.scheme:
                measured(self.set, criterion, self.city, period=str(self.scheme["compare_with"]["year"]))
        except ZeroDivisionError:
            self.add("city.division_by_zero", pointer, criterion["id"])
        else:
            if method["method"] == "goalposts" and method["outside"] == "refuse" and values[0] is not None \
                    and outside(method, values[0].exact()):
                self.add("city.outside_goalposts", pointer, criterion["id"])

    @staticmethod
    def evaluated(criterion, method):
        """The data points and expressions a judgement evaluates."""
        points = {each["id"]: each for each in criterion["data_points"]}
        first = criterion["data_points"][0]
        return [(points[part["data_point"]] if "data_point" in part else first, part.get("derive"))
                for part in method.get("of", [{}])]

    def overrides(self):
        for index, entry in enumerate(self.parameters):
            meant = [each for each in self.set.get("parameters", [])
                     if each["id"] == entry["id"] and entry.get("level") in (None, each.get("level"))]
            if not meant:
                self.add("city.unknown_parameter", f"/parameters/{index}")
            elif any(not parse(each["minimum"]) <= parse(entry["value"]) <= parse(each["maximum"]) for each in meant):
                self.add("set.parameter_range", f"/parameters/{index}/value")


def faults(criteria_set, scheme, city, parameters=()):
    return _Reading(city).run() or _AgainstSet(criteria_set, scheme, city, parameters).run()


def remarks(criteria_set, scheme, city):
    """The remarks that FORMAT.md names, on data that are used all the same."""
    kind = city["unit"]["kind"]
    judged = kind in (each["kind"] for each in criteria_set["unit_kinds"]) and kind in scheme.get("unit_kinds", [kind])
    return [] if judged else ["city.kind_out_of_scope"]
