"""Table 2A of Resolution 111/2025 as a table of its own, and the points by hand: what generated cases are held against."""

from fractions import Fraction

F = Fraction
# Code: maximum and minimum of class II, of class III, most and least points (facts of table 2A).
TABLE = {
    "2a.i.01": ("3 2", "2 1", "7 5.5"), "2a.i.02": ("3 2", "2 1", "8 6"),
    "2a.ii.03": ("500000 200000", "200000 20000", "7 5.5"), "2a.ii.04": ("1500 1000", "1000 500", "6 4.5"),
    "2a.ii.05": ("95 65", "65 55", "7 5.5"),
    "2a.iii.06": ("3 2", "2 1", "4 3"), "2a.iii.07": ("8 6", "6 4", "5 4"), "2a.iii.08": ("100 90", "95 85", "3 2"),
    "2a.iii.09": ("4.5 3.5", "3.5 3", "3 2"), "2a.iii.10": ("80 60", "70 50", "1 0.75"),
    "2a.iii.11": ("90 80", "80 70", "3 2"), "2a.iii.12": ("80 60", "70 50", "3 2"), "2a.iii.13": ("3 2", "2 1", "3 2.5"),
    "2a.iii.14": ("40 35", "35 30", "5 3.75"), "2a.iii.15": ("25 10", "10 1", "5 3.75"),
    "2a.iii.16": ("20 10", "10 2", "5 3.75"), "2a.iii.17": ("10 5", "5 2", "4 3"), "2a.iii.18": ("10 5", "5 2", "3 2"),
    "2a.iii.19": ("3 2", "2 1.5", "3 2"),
    "2a.iii.20": ("4 2", "2 1", "4 3"), "2a.iii.21": ("35 25", "35 25", "3 2"), "2a.iii.22": ("8 6", "7 2.5", "3 2.5"),
    "2a.iii.23": ("3 1", "3 1", "5 4"),
}
STEPS = ("2a.i.01", "2a.i.02", "2a.iii.06", "2a.iii.13", "2a.iii.23")
COUNTS = ("2a.iii.15", "2a.iii.16", "2a.iii.17", "2a.iii.18")
DENSITY = "2a.ii.04"
WHOLE = (*STEPS[:-1], *COUNTS, "2a.ii.03", "2a.iii.20")
# Shares of a whole, which cannot go over 100 %.
CAPPED = ("2a.ii.05", "2a.iii.08", "2a.iii.21")
OPEN_SPACE = ("2a.iii.20", "2a.iii.21", "2a.iii.22", "2a.iii.23")
FACTORS = {"2a.ii.05": 100, "2a.iii.08": 100, "2a.iii.10": 100, "2a.iii.21": 100, "2a.iii.14": 10000}
SUBGROUPS = {"2a.iii.1": range(6, 14), "2a.iii.2": range(14, 20), "2a.iii.3": range(20, 24)}
FLOORS = {"2a.i": F("11.5"), "2a.ii": F("15.5"), "2a.iii": F(48)}


class Row:
    """One standard for one class."""

    def __init__(self, code, scheme):
        self.code = code
        band = TABLE[code][0 if scheme == "class-2" else 1]
        self.maximum, self.minimum = map(F, band.split())
        self.most, self.least = map(F, TABLE[code][2].split())
        self.stepped = code in STEPS
        # A step has no half: where a step is the minimum, the source leaves heritage open. One establishment stays one.
        self.left_open = self.stepped and code not in OPEN_SPACE and (code != "2a.iii.13" or scheme == "class-3")
        self.lowered_here = not self.stepped and code not in OPEN_SPACE and code != DENSITY

    def raised(self, points):
        """The value that gives some points more than the least."""
        return self.minimum + points * (self.maximum - self.minimum) / (self.most - self.least)

    def lowered(self):
        """Half of the minimum; of a count, rounded down and up, and never below 1."""
        half = self.minimum / 2
        if self.code not in COUNTS:
            return half, half
        return max(F(half.numerator // half.denominator), F(1)), max(F(-(-half.numerator // half.denominator)), F(1))

    def just_below(self, value):
        """A value below: the whole number before, or one part in a hundred less."""
        return value - 1 if self.code in WHOLE else value * F(99, 100)

    def points(self, value, heritage):
        """The least and the most points that a value can be worth."""
        if value >= self.maximum:
            return self.most, self.most
        if value >= self.minimum:
            part = F(0) if self.stepped else (value - self.minimum) / (self.maximum - self.minimum)
            return (self.least + (self.most - self.least) * part,) * 2
        if heritage and self.left_open:
            return F(0), self.least
        if not (heritage and self.lowered_here):
            return F(0), F(0)
        down, up = self.lowered()
        return (self.least if value >= up else F(0)), (self.least if value >= down else F(0))


def rows(scheme):
    return {code: Row(code, scheme) for code in TABLE}


def groups_of(code):
    """The groups a standard stands in, smallest first."""
    number = int(code[-2:])
    below = [name for name, held in SUBGROUPS.items() if number in held]
    return [*below, code[: -len(code[-2:]) - 1]]


def total(points, group=None):
    return sum((number for code, number in points.items() if group is None or group in groups_of(code)), F(0))


def met(points):
    """Article 9: at least 75 points, and each group at its floor."""
    return total(points) >= 75 and all(total(points, group) >= floor for group, floor in FLOORS.items())
