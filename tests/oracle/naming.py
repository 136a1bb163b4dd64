"""Criteria named by the label the source prints (FORMAT.md, section 2)."""

from collections import Counter


def plain(label):
    """A label without spaces and case."""
    return "".join(label.split()).casefold()


def _naming(criteria_set):
    """The id that a name stands for; a name of none, or of more than one, stands for itself."""
    ids = {each["id"] for each in criteria_set["criteria"]}
    often = Counter(plain(each["label"]) for each in criteria_set["criteria"])
    labels = {plain(each["label"]): each["id"] for each in criteria_set["criteria"] if often[plain(each["label"])] == 1}
    return lambda written: written if written in ids else labels.get(plain(written), written)


def by_label(criteria_set, city):
    """The criteria of the set that the city names by their label."""
    name = _naming(criteria_set)
    written = [each["criterion"] for key in ("observations", "not_applicable") for each in city.get(key, [])]
    written += [one for each in city.get("evidence", []) for one in each["criteria"]]
    return {name(each) for each in written if name(each) != each}


def named(criteria_set, city):
    """The same city with each criterion under its id."""
    name = _naming(criteria_set)
    out = dict(city)
    for key in ("observations", "not_applicable"):
        if key in city:
            out[key] = [{**each, "criterion": name(each["criterion"])} for each in city[key]]
    if "evidence" in city:
        out["evidence"] = [{**each, "criteria": [name(one) for one in each["criteria"]]} for each in city["evidence"]]
    return out
