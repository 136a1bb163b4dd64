"""What the documents of a criterion say of it (FORMAT.md, section 3, outcomes)."""


def _documents(criterion, city, kind=None):
    """The documents that name a criterion (of one kind), each with the result of its review."""
    return [(each, (each.get("review") or {}).get("result")) for each in city.get("evidence", [])
            if criterion["id"] in each["criteria"] and (kind is None or each.get("kind", "result") == kind)]


def _none_good(documents, verified):
    """The outcome where no document is good."""
    return "evidence_rejected" if verified and any(review == "rejected" for _, review in documents) else "no_evidence"


def evidence_fault(criterion, city, verified):
    """None when the evidence is good or not required, else the outcome it leads to."""
    rule = criterion.get("evidence") or {}
    if not rule.get("required"):
        return None
    documents = _documents(criterion, city)
    counted = [each for each, review in documents if review == "accepted" or not verified]
    if any(each.get("kind", "result") != "plan" or rule.get("plans_count") for each in counted):
        return None
    return "plan_only" if counted else _none_good(documents, verified)


def part_fault(part, criterion, city, verified):
    """The same for a part of a combination that asks a document of one kind for itself."""
    if "evidence" not in part:
        return None
    documents = _documents(criterion, city, part["evidence"]["kind"])
    if any(review == "accepted" or not verified for _, review in documents):
        return None
    return _none_good(documents, verified)
