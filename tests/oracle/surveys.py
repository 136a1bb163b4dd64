"""Step 3 for surveys: the Wilson bound without roots, and the interval that is shown (FORMAT.md, section 3)."""

from exact import ceiling, root_combination

INTERVAL_PLACES = 12


def survey_outcome(value, sampling, share, z):
    """The outcome of a survey against a share, and the sample that would settle it."""
    x, n, t = value.raw["numerator"], value.raw["denominator"], share
    plain = x >= n * t
    if sampling == "full_count":
        return ("" if plain else "below_threshold"), None
    if not plain:
        return "below_threshold", None
    if sampling == "self_selected":
        return "survey_inconclusive", None
    if (x - n * t) ** 2 >= z**2 * n * t * (1 - t):
        return "", None
    gap = x / n - t
    return "survey_inconclusive", None if gap == 0 else ceiling(z**2 * t * (1 - t) / gap**2)


def interval(value, z):
    """The Wilson interval as shares of 1, with 12 decimals."""
    x, n = value.raw["numerator"], value.raw["denominator"]
    centre = (x + z**2 / 2) / (n + z**2)
    square = x * (n - x) / n + z**2 / 4
    step = z / (n + z**2)
    return tuple(root_combination(centre, sign * step, square, INTERVAL_PLACES) for sign in (-1, 1))
