"""``python3 dev.py bench [--only NAME …] [--repeats N] [--json]``: measures and prints the table."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from benchmarks import certificates, first_tab, one_edit, plan_files, returned_sheets, search
from benchmarks.measuring import Measured, Sizes

BENCHMARKS: dict[str, Callable[[Sizes, Path], list[Measured]]] = {
    "first-tab": first_tab.measure,
    "plan-files": plan_files.measure,
    "one-edit": one_edit.measure,
    "certificates": certificates.measure,
    "returned-sheets": returned_sheets.measure,
    "search": search.measure,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the chosen benchmarks, all of them when none is named; gives the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Đo chương trình so với mức sàn, cùng một lượt.")
    parser.add_argument("--only", metavar="TÊN", action="append", choices=list(BENCHMARKS), help=", ".join(BENCHMARKS))
    parser.add_argument("--repeats", metavar="SỐ", type=int, default=Sizes().repeats, help="số lần đo mỗi việc")
    parser.add_argument("--json", action="store_true", help="in kết quả thành JSON, tính bằng giây")
    chosen = parser.parse_args(arguments)
    measured = run(chosen.only or BENCHMARKS, replace(Sizes(), repeats=chosen.repeats))
    if chosen.json:
        lines = [asdict(line) | {"ratio": line.ratio} for line in measured]
        print(json.dumps(lines, ensure_ascii=False, indent=1))
    else:
        print("\n".join(table(measured)))
    return 0


def run(names: Iterable[str], sizes: Sizes) -> list[Measured]:
    """Measures one after the other, each in an empty folder of its own."""
    measured = []
    for name in names:
        print(f"Đang đo: {name}", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="thidua-bench-") as folder:
            measured += BENCHMARKS[name](sizes, Path(folder))
    return measured


def table(measured: Iterable[Measured]) -> list[str]:
    """The lines of a table, as Markdown."""
    rows = [(m.name, _milliseconds(m.ours), m.floor_name, _milliseconds(m.floor), _number(m.ratio)) for m in measured]
    heads = ("Việc", "Chương trình (ms)", "Mức sàn", "Mức sàn (ms)", "Gấp (lần)")
    widths = [max(map(len, cells)) for cells in zip(heads, *rows, strict=True)]
    rule = "|".join(("-" * (width + 1) + (":" if _right(place) else "-")) for place, width in enumerate(widths))
    return [_line(heads, widths), f"|{rule}|", *(_line(row, widths) for row in rows)]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if _right(place) else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |"


def _right(place: int) -> bool:
    return place in (1, 3, 4)


def _milliseconds(seconds: float) -> str:
    return _number(seconds * 1000)


def _number(value: float) -> str:
    """In Vietnamese: 1.234 from a hundred on, 12,3 below, 0,12 below one."""
    digits = 0 if value >= 100 else 1 if value >= 1 else 2
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


if __name__ == "__main__":
    sys.exit(main())
