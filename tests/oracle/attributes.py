"""Conditions W on the attributes of a place (FORMAT.md, section 1.3)."""


def attribute(unit, name):
    """What is known of an attribute; None when it is not. A commune is one, whatever its list of members says."""
    if name != "members":
        return unit.get(name)
    if unit["kind"] == "commune":
        return "one"
    held = unit.get("members")
    return None if not held else "one" if len(held) == 1 else "several"


def holds(condition, unit):
    """Whether one condition holds; None when the attribute is not known."""
    actual = attribute(unit, condition["attribute"])
    if actual is None:
        return None
    wanted = condition["in"] if "in" in condition else [condition["equals"]]
    return _plain(actual) in [_plain(each) for each in wanted]


def _plain(value):
    return {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else str(value)


def all_hold(conditions, unit):
    """False when one is known to fail, None when none is and one is not known, else True."""
    answers = [holds(each, unit) for each in conditions]
    if False in answers:
        return False
    return None if None in answers else True


def chosen(written, unit):
    """The value that counts here of {value, variants}, and whether an attribute that was needed is not known."""
    absent = False
    for variant in written.get("variants", []):
        answer = all_hold(variant["when"], unit)
        if answer:
            return variant["value"], absent
        absent = absent or answer is None
    return written["value"], absent
