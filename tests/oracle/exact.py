"""Exact decimals: reading, working precision, rounding and the one normal form (FORMAT.md, head and section 3)."""

import re
from fractions import Fraction
from math import isqrt

SIGNIFICANT = 24
PLACES = 28
MAX_SIGNIFICANT = 28

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.([0-9]+))?([eE]([+-]?[0-9]{1,3}))?\Z")


class TooLong(ValueError):
    """A decimal with more digits than the format allows."""


def parse(token):
    """A decimal (string, or number kept as its own text) as an exact fraction; ValueError when it is none."""
    if isinstance(token, bool) or not isinstance(token, (str, int)) or not _NUMBER.match(str(token)):
        raise ValueError(f"not a decimal: {token!r}")
    value = Fraction(str(token))
    digits, places = _size(value)
    if digits > MAX_SIGNIFICANT or places > PLACES:
        raise TooLong(f"too many digits: {token!r}")
    return value


def _size(value):
    """Significant digits and decimal places of a terminating decimal."""
    plain = text(value).lstrip("-")
    whole, _, part = plain.partition(".")
    if part:
        return len((whole + part).lstrip("0")), len(part)
    return len(whole.strip("0")), 0


def text(value):
    """The normal form: no exponent, no trailing zeros, no -0."""
    value = Fraction(value)
    denominator, places = value.denominator, 0
    while denominator % 10 == 0:
        denominator, places = denominator // 10, places + 1
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    if denominator != 1:
        raise ValueError(f"not a finite decimal: {value}")
    places += max(twos, fives)
    scaled = abs(value.numerator) * 10**places // value.denominator
    digits = str(scaled).rjust(places + 1, "0")
    whole, part = (digits[:-places], digits[-places:].rstrip("0")) if places else (digits, "")
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def rounded(value, places, mode):
    """`value` with `places` decimals (negative: tens, hundreds). half_up takes a tie away from zero, down cuts."""
    value = Fraction(value)
    unit = Fraction(10) ** places
    scaled = abs(value) * unit
    floor = scaled.numerator // scaled.denominator
    rest = scaled - floor
    half = Fraction(1, 2)
    up = {
        "half_up": rest >= half,
        "half_even": rest > half or (rest == half and floor % 2 == 1),
        "down": False,
    }[mode]
    result = Fraction(floor + up) / unit
    return -result if value < 0 else result


def _exponent(value):
    """The power of ten of the first significant digit."""
    exponent = len(str(value.numerator)) - len(str(value.denominator))
    return exponent if value >= Fraction(10) ** exponent else exponent - 1


def working(value):
    """W(x): one half-even rounding to 24 significant digits, or to 28 decimal places where that is coarser."""
    value = Fraction(value)
    if value == 0:
        return value
    return rounded(value, min(SIGNIFICANT - 1 - _exponent(abs(value)), PLACES), "half_even")


def compare(value, op, limit):
    """`value op limit` with the operators of the format, both sides at working precision."""
    return compare_exactly(working(value), op, working(limit))


def compare_exactly(value, op, limit):
    """`value op limit` without any rounding: for products that stand for a division."""
    return {
        "ge": value >= limit,
        "gt": value > limit,
        "le": value <= limit,
        "lt": value < limit,
        "eq": value == limit,
    }[op]


def ceiling(value):
    """The smallest whole number not below `value`."""
    return -(-value.numerator // value.denominator)


def _root(value, places):
    """The square root cut to `places` decimals, and whether it is exact."""
    scaled = value.numerator * 10 ** (2 * places)
    whole = isqrt(scaled // value.denominator)
    return Fraction(whole, 10**places), whole * whole * value.denominator == scaled


def root_combination(start, factor, square, places):
    """start + factor * sqrt(square), rounded half-even to `places` decimals, for rational arguments."""
    precision = places + 30
    while True:
        low, exact = _root(square, precision)
        first = rounded(start + factor * low, places, "half_even")
        if exact:
            return first
        high = low + Fraction(1, 10**precision)
        if first == rounded(start + factor * high, places, "half_even"):
            return first
        numerator, denominator = isqrt(square.numerator), isqrt(square.denominator)
        if numerator**2 == square.numerator and denominator**2 == square.denominator:
            return rounded(start + factor * Fraction(numerator, denominator), places, "half_even")
        precision *= 2
