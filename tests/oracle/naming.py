"""Criteria named by the label the source prints (FORMAT.md, section 2)."""

from collections import Counter


def plain(label):
    """A label without spaces and case."""
    return "".join(label.split()).casefold()


def named(criteria_set, city):
    """The same city with each criterion under its id; what names none, or more than one, stays as it is."""
    ids = {each["id"] for each in criteria_set["criteria"]}
    often = Counter(plain(each["label"]) for each in criteria_set["criteria"])
    labels = {plain(each["label"]): each["id"] for each in criteria_set["criteria"] if often[plain(each["label"])] == 1}

    def name(written):
        return written if written in ids else labels.get(plain(written), written)

    out = dict(city)
    for key in ("observations", "not_applicable"):
        if key in city:
            out[key] = [{**each, "criterion": name(each["criterion"])} for each in city[key]]
    if "evidence" in city:
        out["evidence"] = [{**each, "criteria": [name(one) for one in each["criteria"]]} for each in city["evidence"]]
    return out
