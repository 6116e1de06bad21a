"""Fifty returned form sheets until every row is judged, against a bare reading of the same files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from python_calamine import CalamineWorkbook

from benchmarks import made_up
from benchmarks.measuring import Measured, Sizes, compare
from thidua_desktop.domain.sheets.forms import Row
from thidua_desktop.exporting.xlsx import render
from thidua_desktop.importing.sheets.reading import read_returned_path
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.sheets.gathering import registration_sheet
from thidua_desktop.services.sheets.reviewing import review
from thidua_desktop.services.workspace import Workspace

_PEOPLE = 20  # that each organisation puts on its form


def measure(sizes: Sizes, folder: Path) -> list[Measured]:
    """Reading the files, finding whose each is, and holding every row against what is stored."""
    with made_up.opened(made_up.new_file(folder / "xã.thidua", people_count=sizes.people // 40)) as workspace:
        paths = _returned(workspace, folder, sizes.files)
        return [
            compare(
                f"Đọc và đối chiếu {len(paths)} phiếu Excel trả về",
                "python-calamine đọc hết các ô",
                partial(_reviewed, workspace, paths),
                partial(_bare, paths),
                repeats=sizes.repeats,
            )
        ]


def _returned(workspace: Workspace, folder: Path, count: int) -> list[Path]:
    """The forms of so many organisations, each with people filled in, under names that tell nothing."""
    plans.store_plan(workspace, made_up.plan(2026, 10))
    names = [f"Thôn Mẫu {number}" for number in range(1, count + 1)]
    for name in names:
        registrations.enter_new(workspace, 2026, name, "thôn, tổ dân phố")
    paths = []
    for number, row in enumerate(registers.page(workspace, "organisations", limit=-1)):
        form = registration_sheet(workspace, 2026, row.id)
        table = next(table for table in form.tables if table.key == "people")
        people = ({"subject": f"Nguyễn Văn Mẫu {one}", "award": "Lao động tiên tiến"} for one in range(_PEOPLE))
        filled = form.answered({table.key: tuple(Row("", one) for one in people)})
        path = folder / f"{number}.xlsx"
        path.write_bytes(render(filled))
        paths.append(path)
    return paths


def _reviewed(workspace: Workspace, paths: list[Path]) -> None:
    review(workspace, 2026, [read_returned_path(path) for path in paths])


def _bare(paths: list[Path]) -> int:
    cells = 0
    for path in paths:
        with CalamineWorkbook.from_path(str(path)) as book:
            cells += sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)
    return cells
