"""How a criterion stands: at the lowest and at the highest outcome that any reading of the source allows."""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from exact import working

UNJUDGED = ("not_applicable", "not_considered", "monitored")


@dataclass
class Standing:
    """One outcome of a criterion."""

    outcome: str
    levels: dict = field(default_factory=dict)
    share: Fraction | None = None
    points: Fraction | None = None
    most: Fraction | None = None

    @property
    def met_level(self):
        """The highest asked level up to which every asked level passes."""
        if not self.levels or self.outcome in UNJUDGED:
            return None
        met = 0
        for level in sorted(self.levels):
            if self.levels[level] != "passed":
                return met
            met = level
        return met

    def met(self, level):
        return self.levels.get(level) == "passed"

    def key(self):
        """What two outcomes are compared by."""
        return self.outcome, self.met_level, None if self.points is None else working(self.points)


def everywhere(outcome, levels=(), **more):
    """One outcome at every level."""
    return Standing(outcome, dict.fromkeys(levels, outcome), **more)


def of_levels(levels):
    """The outcome of a criterion whose levels are judged: passed, or that of its lowest failing level."""
    failing = [levels[level] for level in sorted(levels) if levels[level] != "passed"]
    return Standing(failing[0] if failing else "passed", levels)


@dataclass
class Judged:
    """What is known of one criterion after judging."""

    id: str
    tier: str | None
    type: str = "number"
    applies: bool = True
    claimed: bool = False
    scored: bool = False
    asked_levels: tuple = ()
    thresholds: dict = field(default_factory=dict)
    low: Standing | None = None
    high: Standing | None = None
    outcome: str = ""
    value: Fraction | None = None
    base: Fraction | None = None
    flags: set = field(default_factory=set)
    parts: list = field(default_factory=list)
    most: Fraction | None = None
    sample: int | None = None
    interval: tuple | None = None

    def stands(self, low, high=None):
        """Its two outcomes; one where only one is given."""
        self.low, self.high = low, replace(low, levels=dict(low.levels)) if high is None else high
        self.outcome = low.outcome if low.key() == self.high.key() else "undecided"
        return self

    def asked(self, level):
        return level in self.asked_levels and self.applies and not self.claimed and self.outcome != "monitored"
