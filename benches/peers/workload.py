"""The figures of benches/panel.rs, bit for bit, and one line of results in its form."""

import statistics

import numpy as np

INDICATORS = 60


def posts(i):
    """Worst and best; every third indicator is better when it is less."""
    return (i + 100, i) if i % 3 == 2 else (i, i + 100)


def uniform(counter):
    """The finaliser of SplitMix64, as numbers from 0 to 1."""
    with np.errstate(over="ignore"):
        z = (counter + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)).astype(np.float64) / 2.0**53


def figures(i, units, missing):
    counter = np.arange(units, dtype=np.uint64) * np.uint64(INDICATORS) + np.uint64(i)
    out = i - 10.0 + 120.0 * uniform(counter)
    if missing:
        out[uniform(counter ^ np.uint64(1 << 40)) < 0.05] = np.nan
    return out


def report(name, units, missing, times, rank_times, index):
    there = index[~np.isnan(index)]
    kind = "5 % missing" if missing else "complete"
    median = statistics.median
    print(
        f"{name}: {units} units, {kind}: score {median(times) * 1e3:.3f} ms, {units / median(times) / 1e6:.1f} "
        f"({units / min(times) / 1e6:.1f}) M units/s; rank {median(rank_times) * 1e3:.3f} ms"
    )
    print(f"  check: {there.shape[0]} scores, mean {there.mean():.12f}, first {index[0]:.12f}, last {index[-1]:.12f}", flush=True)
