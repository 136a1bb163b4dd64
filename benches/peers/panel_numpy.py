"""The workload of benches/panel.rs in numpy, in blocks that fit the cache and with buffers used again.

usage: python3 panel_numpy.py UNITS [ROUNDS]
"""

import sys
import time

import numpy as np

import workload

BLOCK = 4096


def plan():
    """Worst, 1/(best - worst), low, high of each indicator; weights of each node's children."""
    posts = [workload.posts(i) for i in range(60)]
    return [(float(w), 1.0 / (b - w), float(min(w, b)), float(max(w, b))) for w, b in posts]


def score(data, missing, out, posts, scratch):
    """Fills out: 16 rows of scores, themes first, then dimensions, then the index (as shares of 1)."""
    units = data[0].shape[0]
    share, term, present = scratch
    for first in range(0, units, BLOCK):
        rows = slice(first, min(first + BLOCK, units))
        n = rows.stop - rows.start
        s, t, p = share[:n], term[:n], present[:n]

        def mean(children, target):
            target[:] = 0.0
            if missing:
                p[:] = 0.0
            total = 0.0
            for fetch, weight in children:
                values = fetch()
                if missing:
                    here = ~np.isnan(values)
                    np.multiply(values, weight, out=t)
                    t[~here] = 0.0
                    np.add(target, t, out=target)
                    p[:] += weight * here
                else:
                    np.multiply(values, weight, out=t)
                    np.add(target, t, out=target)
                total += weight
            if missing:
                with np.errstate(invalid="ignore", divide="ignore"):
                    np.divide(target, p, out=target)
            else:
                np.divide(target, total, out=target)

        def indicator(i):
            def fetch():
                worst, rise, low, high = posts[i]
                np.clip(data[i][rows], low, high, out=s)
                np.subtract(s, worst, out=s)
                np.multiply(s, rise, out=s)
                return s

            return fetch

        def node(k):
            return lambda: out[k][rows]

        for theme in range(12):
            mean([(indicator(i), 1.0 + i % 3) for i in range(theme * 5, theme * 5 + 5)], out[theme][rows])
        for dimension in range(3):
            mean([(node(k), 1.0 + k % 2) for k in range(dimension * 4, dimension * 4 + 4)], out[12 + dimension][rows])
        mean([(node(12 + d), 1.0 + d % 2) for d in range(3)], out[15][rows])


def ranks(index):
    """Competition ranks, highest first."""
    order = np.sort(index[~np.isnan(index)])
    return 1 + order.shape[0] - np.searchsorted(order, index, side="right")


def main():
    units = int(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    posts = plan()
    scratch = [np.empty(BLOCK) for _ in range(3)]
    for missing in (False, True):
        data = [workload.figures(i, units, missing) for i in range(60)]
        out = np.empty((16, units))
        times, rank_times = [], []
        for _ in range(rounds + 1):
            start = time.perf_counter()
            score(data, missing, out, posts, scratch)
            times.append(time.perf_counter() - start)
            start = time.perf_counter()
            ranks(out[15])
            rank_times.append(time.perf_counter() - start)
        workload.report("numpy", units, missing, times[1:], rank_times[1:], 100.0 * out[15])


if __name__ == "__main__":
    main()
