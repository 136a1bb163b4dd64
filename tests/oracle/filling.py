"""The expected values of generated cases: from the oracle, and checked against what the generator worked out itself."""

from casefile import outcome_of
from criterion_cases import Cases
from loading import leaves


def picked(answer, name):
    """The criterion under test, and nothing else, of both results."""
    out = {}
    for side in ("self_assessed", "verified"):
        whole = answer[side]
        entry = whole and next(each for each in whole["criteria"] if each["id"] == name)
        out[side] = entry and {"criteria": [entry]}
    return out


def answered(criteria_set, file, case):
    """What the oracle says of a case that must have no errors."""
    answer = outcome_of(criteria_set, file, case)
    if "errors" in answer:
        raise ValueError(f"{case['name']}: {answer['errors']}")
    return answer


def fill(criteria_set, file, cases, name, check=None):
    """Adds the cases of one criterion to a file; `check` gets each case and what the oracle says of the criterion."""
    for each in cases:
        why = each.pop("why")
        expected = picked(answered(criteria_set, file, each), name)
        if check:
            check(each, expected["self_assessed"]["criteria"][0])
        file["cases"].append({**each, "expect": expected, "why": why})


def fill_tree(criteria_set, file, builder, tree, home, check=None):
    """Adds the cases of every criterion below a node of the tree."""
    for leaf in leaves(tree):
        criterion = builder.criteria[leaf["criterion"]]
        fill(criteria_set, file, Cases(builder, criterion, home).all(), criterion["id"], check)


def require(condition, told):
    """Stops the generator where the oracle and the arithmetic of the generator differ."""
    if not condition:
        raise ValueError(told)
