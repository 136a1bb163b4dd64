"""The result R of section 4: what both runs agree on, and both outcomes where they do not."""

from exact import compare, parse, text, working
from loading import group_nodes, leaves, scheme_of
from scoring import Scorer


def _text(value):
    """A decimal as it is shown: at working precision."""
    return None if value is None else text(working(value))


def _both(low, high):
    """The value two runs agree on, at working precision; None where they differ."""
    return _text(low) if _text(low) == _text(high) else None


def shown(value, kind):
    """A value as it is reported: a boolean as its answer."""
    if value is None or kind != "boolean":
        return _text(value)
    return "yes" if value == 1 else "no"


def _outcome(standing):
    out = {"outcome": standing.outcome}
    if standing.met_level is not None:
        out["met_level"] = standing.met_level
    if standing.points is not None:
        out["points"] = _text(standing.points)
    return out


def _part(part):
    out = {"data_point": part.point["id"], "outcome": part.outcome}
    if part.value is not None:
        out["value"] = shown(part.value, part.point["type"])
    if part.low.points is not None:
        out["points"] = _text(part.low.points)
    return out


def _level(judged, level, low, high):
    same = low.levels[level] == high.levels[level]
    out = {"level": level, "outcome": low.levels[level] if same else "undecided"}
    if level in judged.thresholds:
        written = judged.thresholds[level]
        out["threshold"] = written if judged.type == "boolean" else text(parse(written))
    return out


def _criterion(judged, low, high):
    same = low.key() == high.key()
    out = {"id": judged.id, "outcome": judged.outcome}
    told = _outcome(low) if same else {}
    if "met_level" in told:
        out["met_level"] = told["met_level"]
    if judged.value is not None:
        out["value"] = shown(judged.value, judged.type)
    if same and low.share is not None:
        out["share"] = _text(low.share)
    if "points" in told:
        out["points"] = told["points"]
    if judged.asked_levels:
        out["levels"] = [_level(judged, level, low, high) for level in sorted(low.levels)]
    if judged.sample is not None:
        out["sample_to_settle"] = text(judged.sample)
    if judged.interval is not None:
        out["interval"] = dict(zip(("low", "high"), map(text, judged.interval)))
    if not same:
        out.update(low=_outcome(low), high=_outcome(high))
    if judged.base is not None:
        out["change"] = _change(judged)
    if judged.parts:
        out["parts"] = [_part(each) for each in judged.parts]
    out["flags"] = sorted(judged.flags)
    return out


def _change(judged):
    """The value of the base year, and the difference of two numbers or steps."""
    out = {"base_value": shown(judged.base, judged.type)}
    if judged.type != "boolean":
        out["difference"] = _text(judged.value - judged.base)
    return out


def band(scheme, share):
    """The band of a share, named by its lower edge."""
    held = [parse(each["at_least"]) for each in scheme.get("bands", [])] if share is not None else []
    held = [each for each in held if compare(share, "ge", each)]
    return _text(max(held)) if held else None


def _group(scorer, node, numbers):
    low, high = (run.tree.nodes[node["group"]] for run in (scorer.low, scorer.high))
    value, share = _both(low.value, high.value), _both(low.share, high.share)
    out = {"id": node["group"], "value": value, "share": share}
    if "bands" in scorer.scheme:
        out["band"] = band(scorer.scheme, low.share) if share is not None else None
    if value is None and low.value is not None and high.value is not None:
        out.update({name: {"value": _text(each.value), "share": _text(each.share)} for name, each in (("low", low), ("high", high))})
    counts = [(level, *scorer.low.levels.counted(list(leaves(node)), level)) for level in numbers]
    out["met"] = [{"level": level, "met": met, "asked": asked} for level, met, asked in counts]
    return out


def result(criteria_set, scheme, city, verified=False, parameters=()):
    """The result R."""
    scorer = Scorer(criteria_set, scheme, city, verified, parameters)
    low, high = scorer.low, scorer.high
    levels = sorted(low.levels.reached)
    given = bool(levels) and not scorer.refused
    out = {"level": low.level if given and low.level == high.level else None, "refused": scorer.refused}
    if given and low.level != high.level:
        out["level_range"] = {"low": low.level, "high": high.level}
    out["score"] = _both(low.score, high.score)
    if out["score"] is None and low.score is not None and high.score is not None:
        out["score_range"] = {"low": _text(low.score), "high": _text(high.score)}
    if given:
        out["range"] = scorer.range()
    out["criteria"] = [_criterion(each, low.standings[each.id], high.standings[each.id]) for each in scorer.judged.values()]
    out["groups"] = [_group(scorer, node, levels or [1]) for node in group_nodes(scheme["tree"])]
    reached = [(level, low.levels.reached[level], high.levels.reached[level]) for level in levels]
    out["levels"] = [{"level": level, "reached": one if one == other else None} for level, one, other in reached]
    return out


def assess(criteria_set, city, scheme=None, parameters=()):
    """Both results of a city; `verified` is None when no document has a review."""
    chosen = scheme_of(criteria_set, scheme)
    reviewed = any("review" in each for each in city.get("evidence", []))
    return {
        "self_assessed": result(criteria_set, chosen, city, False, parameters),
        "verified": result(criteria_set, chosen, city, True, parameters) if reviewed else None,
    }
