"""A plan from .docx and to .docx, against python-docx reading and writing the same paragraphs and tables."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from pathlib import Path

import docx

from benchmarks import made_up
from benchmarks.measuring import Measured, Sizes, compare
from thidua_desktop.exporting import docx as our_docx
from thidua_desktop.importing.files import read_source
from thidua_desktop.importing.plan import read_plan
from thidua_desktop.services.plan import papers, plans
from thidua_desktop.services.workspace import Workspace


def measure(sizes: Sizes, folder: Path) -> list[Measured]:
    """Reading a file until the plan is understood; a stored plan until its bytes are there."""
    with made_up.opened(made_up.new_file(folder / "xã.thidua")) as workspace:
        _, plan_id = plans.store_plan(workspace, made_up.plan(2026, sizes.sections))
        path = folder / "kế hoạch.docx"
        path.write_bytes(_written(workspace, plan_id))
        content = _content(path)
        return [
            compare(
                f"Nhập kế hoạch {len(content)} đoạn từ .docx",
                "python-docx đọc hết các đoạn",
                lambda: read_plan(read_source(path)),
                partial(_content, path),
                repeats=sizes.repeats,
            ),
            compare(
                f"Xuất kế hoạch {len(content)} đoạn ra .docx",
                "python-docx ghi cùng các đoạn",
                partial(_written, workspace, plan_id),
                partial(_bare_write, content),
                repeats=sizes.repeats,
            ),
        ]


def _written(workspace: Workspace, plan_id: int) -> bytes:
    return our_docx.render(papers.plan_document(workspace, plan_id))


def _content(path: Path) -> list[str]:
    """Every paragraph of the body and of its tables, as python-docx reads them."""
    read = docx.Document(str(path))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in read.paragraphs), *cells]


def _bare_write(content: list[str]) -> bytes:
    written = docx.Document()
    for text in content:
        written.add_paragraph(text)
    out = BytesIO()
    written.save(out)
    return out.getvalue()
