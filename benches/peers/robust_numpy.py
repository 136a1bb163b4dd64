"""The workload of benches/robust.rs with weights by Dirichlet in numpy: scores, ranks and counts of ranks of every replication.

usage: python3 robust_numpy.py FILE [ROUNDS]      (FILE from `cargo bench -p dothi --bench robust -- REPLICATIONS weights FILE`)
"""

import statistics
import sys
import time

import numpy as np

import workload

UNITS = 51
INDICATORS = 49
GROUPS = [5, 7, 9, 8, 6, 5, 4, 5]
# Groups of the first dimension.
FIRST = 5
CONCENTRATION = 50.0
BLOCK = 256


def shares():
    counter = np.arange(UNITS * INDICATORS, dtype=np.uint64).reshape(UNITS, INDICATORS)
    out = workload.uniform(counter)
    out[:, 2::3] = 1.0 - out[:, 2::3]
    return out


def tree():
    """Nodes, children before parents, in the order in which their weights stand: columns of their children among 49 + 11 values."""
    nodes, column, of_group = [], INDICATORS, {}
    dimensions = {}
    for dimension in (1, 0):
        groups = range(FIRST) if dimension == 0 else range(FIRST, len(GROUPS))
        for group in reversed(groups):
            first = sum(GROUPS[:group])
            nodes.append(list(range(first, first + GROUPS[group])))
            of_group[group], column = column, column + 1
        nodes.append([of_group[group] for group in groups])
        dimensions[dimension], column = column, column + 1
    nodes.append([dimensions[0], dimensions[1]])
    return nodes


def counted(scores, counts):
    """Adds the ranks of replications (rows) to the counts of each unit."""
    order = np.argsort(-scores, axis=1)
    places = np.arange(UNITS) + UNITS * order
    counts += np.bincount(places.ravel(), minlength=UNITS * UNITS)


def one_by_one(values, nodes, weights, counts, sums):
    for own in weights:
        at = 0
        for column, children in enumerate(nodes, INDICATORS):
            values[:, column] = values[:, children] @ own[at : at + len(children)]
            at += len(children)
        sums += values[:, -1]
        order = np.argsort(-values[:, -1])
        counts[UNITS * order + np.arange(UNITS)] += 1


def in_blocks(values, nodes, weights, counts, sums):
    """All replications of a block at once: values of leaves are the same in all of them."""
    for first in range(0, weights.shape[0], BLOCK):
        own = weights[first : first + BLOCK]
        at, inner = 0, {}
        for column, children in enumerate(nodes, INDICATORS):
            part = own[:, at : at + len(children)]
            at += len(children)
            if children[0] < INDICATORS:
                inner[column] = part @ values[:, children].T
            else:
                inner[column] = sum(part[:, i : i + 1] * inner[child] for i, child in enumerate(children))
        sums += inner[column].sum(axis=0)
        counted(inner[column], counts)


def drawn(nodes, replications):
    """The time that numpy takes to draw as many weights itself."""
    random = np.random.default_rng(1)
    start = time.perf_counter()
    for children in nodes:
        weight = np.array([1 + (i % 3 if i < INDICATORS else 0) for i in children], dtype=float)
        random.dirichlet(CONCENTRATION * weight / weight.sum(), size=replications)
    return time.perf_counter() - start


def main():
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    data = np.fromfile(sys.argv[1], dtype="<f8")
    replications, width, units = (int(x) for x in data[:3])
    assert units == UNITS
    weights = data[3 : 3 + replications * width].reshape(replications, width)
    means, ranks = data[-2 * UNITS : -UNITS], data[-UNITS:]
    nodes = tree()
    assert width == sum(len(children) for children in nodes)
    values = np.empty((UNITS, INDICATORS + len(nodes)))
    values[:, :INDICATORS] = shares()
    draw = statistics.median(drawn(nodes, replications) for _ in range(rounds))
    for name, run in (("one by one", one_by_one), (f"in blocks of {BLOCK}", in_blocks)):
        times = []
        for _ in range(rounds):
            counts, sums = np.zeros(UNITS * UNITS, dtype=np.int64), np.zeros(UNITS)
            start = time.perf_counter()
            run(values, nodes, weights, counts, sums)
            times.append(time.perf_counter() - start)
        median, best = statistics.median(times), min(times)
        mean_ranks = counts.reshape(UNITS, UNITS) @ np.arange(1, UNITS + 1) / replications
        off = max(np.abs(100.0 * sums / replications - means).max(), np.abs(mean_ranks - ranks).max())
        assert off < 1e-9, off
        print(
            f"numpy, {name}: {replications / median:.0f} ({replications / best:.0f}) replications/s with weights at hand, "
            f"{replications / (median + draw):.0f} with drawing them; mean scores and ranks within {off:.1e}",
            flush=True,
        )


if __name__ == "__main__":
    main()
