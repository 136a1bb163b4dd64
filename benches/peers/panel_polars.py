"""The workload of benches/panel.rs as one lazy query of polars, on as many threads as it takes (POLARS_MAX_THREADS).

usage: python3 panel_polars.py UNITS [ROUNDS]
"""

import sys
import time

import polars as pl

import workload


def query(missing):
    def share(i):
        worst, best = workload.posts(i)
        return (pl.col(f"i{i}").clip(min(worst, best), max(worst, best)) - worst) / (best - worst)

    def mean(children):
        if not missing:
            total = sum(weight for _, weight in children)
            return pl.sum_horizontal([child * weight for child, weight in children]) / total
        sums = pl.sum_horizontal([(child * weight).fill_null(0.0) for child, weight in children])
        present = pl.sum_horizontal([child.is_not_null().cast(pl.Float64) * weight for child, weight in children])
        return pl.when(present > 0).then(sums / present)

    themes = [mean([(share(i), 1.0 + i % 3) for i in range(t * 5, t * 5 + 5)]).alias(f"t{t}") for t in range(12)]
    dimensions = [mean([(pl.col(f"t{k}"), 1.0 + k % 2) for k in range(d * 4, d * 4 + 4)]).alias(f"d{d}") for d in range(3)]
    index = mean([(pl.col(f"d{d}"), 1.0 + d % 2) for d in range(3)]).alias("index")
    return lambda frame: frame.lazy().select(themes).with_columns(dimensions).with_columns(index).collect()


def main():
    units = int(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    for missing in (False, True):
        columns = {f"i{i}": pl.Series(workload.figures(i, units, missing), nan_to_null=True) for i in range(60)}
        frame, run = pl.DataFrame(columns), query(missing)
        times, rank_times = [], []
        for _ in range(rounds + 1):
            start = time.perf_counter()
            out = run(frame)
            times.append(time.perf_counter() - start)
            start = time.perf_counter()
            out["index"].rank("min", descending=True)
            rank_times.append(time.perf_counter() - start)
        workload.report("polars", units, missing, times[1:], rank_times[1:], 100.0 * out["index"].fill_null(float("nan")).to_numpy())


if __name__ == "__main__":
    main()
