"""Means of shares from 0 to 1 with weights above 0, and the least share (FORMAT.md, section 3, step 5)."""

from decimal import Context, Decimal
from fractions import Fraction

# Far more digits than the 28 that are asked for.
FINE = Context(prec=80, Emin=-10**6, Emax=10**6)


def _decimal(value):
    return FINE.divide(Decimal(value.numerator), Decimal(value.denominator))


def _power(value, exponent):
    """A number above 0 to any power."""
    return FINE.power(_decimal(value), _decimal(exponent))


def mean(aggregate, rows, exponent=None):
    """The mean of (weight, share) rows, not empty, as the aggregate takes it."""
    whole = sum(weight for weight, _ in rows)
    if aggregate == "weighted_arithmetic":
        return sum(weight * share for weight, share in rows) / whole
    least = min(share for _, share in rows)
    if aggregate == "minimum":
        return least
    if aggregate == "weighted_harmonic":
        return whole / sum(weight / share for weight, share in rows) if least else Fraction(0)
    if aggregate == "weighted_geometric":
        product = Decimal(1)
        for weight, share in rows if least else []:
            product = FINE.multiply(product, _power(share, weight / whole))
        return Fraction(product) if least else Fraction(0)
    if aggregate == "power_mean":
        if not least and exponent < 0:
            return Fraction(0)
        summed = sum((weight * Fraction(_power(share, exponent)) for weight, share in rows if share), Fraction(0))
        return Fraction(_power(summed / whole, 1 / exponent)) if summed else Fraction(0)
    raise ValueError(f"no mean: {aggregate}")
