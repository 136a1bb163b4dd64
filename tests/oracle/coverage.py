"""Which criteria of the published sets have no case in which they pass, or none in which they do not."""

from judging import judgement_of
from loading import leaves, load_set, published, scheme_of

GOOD = ("passed", "scored")


def outcomes(document):
    """(criterion, outcome) of the self-assessed result of every case of a file."""
    for case in document["cases"]:
        for entry in (case["expect"].get("self_assessed") or {}).get("criteria", []):
            if "outcome" in entry:
                yield entry["id"], entry["outcome"]


def seen_in(documents):
    """{(set, scheme, criterion): outcomes} of all case files."""
    seen = {}
    for document, criteria_set in documents:
        scheme = scheme_of(criteria_set, document.get("scheme"))["id"]
        for name, outcome in outcomes(document):
            seen.setdefault((document["set"], scheme, name), set()).add(outcome)
    return seen


def gaps(documents, criteria=None):
    """What is asked for and not tried: one line for each criterion, scheme and kind of case."""
    sets = {name: load_set(name, criteria) for name in published(criteria)}
    seen = seen_in((each, sets[each["set"]]) for each in documents if each["set"] in sets)
    for name, criteria_set in sorted(sets.items()):
        criteria = {each["id"]: each for each in criteria_set["criteria"]}
        for scheme in criteria_set["schemes"]:
            for leaf in leaves(scheme["tree"]):
                found = seen.get((name, scheme["id"], leaf["criterion"]), set())
                shown = judgement_of(criteria[leaf["criterion"]], scheme)["method"] in ("monitor", "combine") and "monitored" in found
                where = f"{name} {scheme['id']} {leaf['criterion']}"
                if not (shown or found & set(GOOD)):
                    yield f"{where}: no case in which it passes"
                if not shown and not found - set(GOOD):
                    yield f"{where}: no case in which it does not pass"
