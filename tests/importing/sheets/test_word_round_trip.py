"""Whatever is typed with Word into a paper that comes back reads as it was typed."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.samples import PLAN
from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.offices import Office
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.sheets.cells import letters
from thidua_desktop.domain.sheets.forms import SHEETS_OF, Column, Table
from thidua_desktop.domain.sheets.tables import TABLES
from thidua_desktop.domain.sheets.understood import understood
from thidua_desktop.domain.vietnamese import format_date, format_number, one_line
from thidua_desktop.exporting import docx as our_docx
from thidua_desktop.importing.sheets.reading import read_returned
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.office import offices
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage.datafile import DataFile

_TEXT = st.text("aăâêơưđÁỆửĩỵ bcĐ 0129.,;:()“”-%/", min_size=1, max_size=30).map(one_line).filter(bool)
_FEW = settings(max_examples=8, deadline=None)


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every paper that comes back, of one thôn, with rows to write in."""
    file = DataFile.create(tmp_path_factory.mktemp("word") / "xã.thidua")
    desk = Workspace(file, shipped_definitions(), lambda: date(2026, 2, 5))
    offices.found_office(desk, Office("Ví Dụ", "xã", "tỉnh Mẫu"), [], 2026)
    plans.store_plan(desk, PLAN, SourceFile("kế hoạch.docx", b"x"))
    registrations.enter_new(desk, 2026, "Thôn Mẫu", "Thôn, tổ dân phố")
    made = {}
    for paper in SHEETS_OF:
        about = EXPORTS[paper]
        assert about.document is not None
        phase = about.about.ids(desk, 2026)[-1] if about.about else None
        made[paper] = our_docx.render(about.document(desk, Request(2026, phase, 1, blank=True)))
    file.close()
    return made


def _column(table: Table, heading: str) -> Column | None:
    wanted = " ".join(word for word in letters(heading).split() if not word.isdigit())
    return next(
        (one for one in table.columns if wanted in (letters(one.heading), *one.also) and one.key != "stt"), None
    )


def _written(draw: st.DataObject, column: Column) -> tuple[str, object]:
    """A text as a hand writes it, and what it means."""
    if column.type == "number":
        number = draw.draw(st.integers(0, 10**6).map(lambda tenths: tenths / 10))
        return format_number(number), number
    if column.type == "date":
        day = draw.draw(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
        return format_date(day.isoformat()), day
    text = draw.draw(st.sampled_from(column.choices) if column.choices and not column.open_choice else _TEXT)
    return text, text


@pytest.mark.parametrize("paper", SHEETS_OF)
@given(st.data())
@_FEW
def test_any_answers_to_a_paper_read_back_equal(blank, paper, draw):
    paper_file, expected = docx.Document(io.BytesIO(blank[paper])), []
    for table in TABLES[SHEETS_OF[paper]]:
        for held in paper_file.tables:
            columns = [_column(table, cell.text) for cell in held.rows[0].cells]
            if not set(table.needs) <= {column.key for column in columns if column}:
                continue
            cells = {}
            for cell, column in zip(held.rows[1].cells, columns, strict=True):
                if column and column.key not in cells:
                    cell.text, cells[column.key] = _written(draw, column)
            expected.append(cells)
            break
    assert expected
    out = io.BytesIO()
    paper_file.save(out)
    found = understood(read_returned(SourceFile("bản word.docx", out.getvalue())))
    assert found.kind == SHEETS_OF[paper]
    rows = [row for rows in found.rows for row in rows]
    assert [{key: row.cells[key] for key in cells} for row, cells in zip(rows, expected, strict=True)] == expected
    assert not [row.corrections or row.doubts for row in rows if row.corrections or row.doubts]
