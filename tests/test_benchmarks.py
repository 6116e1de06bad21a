"""Every benchmark runs. How fast anything is on this machine is nobody's business here."""

from __future__ import annotations

import json

import pytest

from benchmarks import __main__ as bench
from benchmarks.measuring import TINY, Measured, compare_timed


@pytest.mark.parametrize("name", bench.BENCHMARKS)
def test_every_benchmark_runs(name):
    measured = bench.run([name], TINY)
    assert measured and all(line.ours > 0 and line.floor > 0 for line in measured)


def test_the_medians_are_compared_and_the_first_time_does_not_count():
    ours, floor = iter([900.0, 4.0, 6.0, 100.0]), iter([900.0, 1.0, 2.0, 3.0])
    line = compare_timed("việc", "sàn", lambda: next(ours), lambda: next(floor), repeats=3)
    assert (line.ours, line.floor, line.ratio) == (6.0, 2.0, 3.0)


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0.00012, "0,12"), (0.0034, "3,4"), (0.123, "123"), (12.3456, "12.346")],
)
def test_milliseconds_are_written_in_vietnamese(seconds, told):
    assert bench.table([Measured("Mở", "sàn", seconds, seconds)])[2].split("|")[2].strip() == told


def test_json_holds_the_ratio(monkeypatch, capsys):
    monkeypatch.setattr(bench, "BENCHMARKS", {"one": lambda sizes, folder: [Measured("Mở", "sàn", 3.0, sizes.repeats)]})
    assert bench.main(["--json", "--repeats", "2"]) == 0
    [line] = json.loads(capsys.readouterr().out)
    assert (line["name"], line["ours"], line["floor"], line["ratio"]) == ("Mở", 3.0, 2, 1.5)
