"""How a recipient fills a form in and sends it back."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import openpyxl

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.sheets.file_report import FileReport
from thidua_desktop.domain.sheets.report import CALLED
from thidua_desktop.domain.sheets.returned import ReturnedFile
from thidua_desktop.exporting.archive import packed, unpacked
from thidua_desktop.exporting.xlsx import render
from thidua_desktop.importing.sheets.reading import read_returned
from thidua_desktop.services.sheets.gathering import progress_sheet, registration_sheet
from thidua_desktop.services.sheets.reviewing import Returned, review
from thidua_desktop.services.workspace import Workspace


@dataclass
class Recipient:
    """The form on a recipient's desk: ``book`` is what Excel shows."""

    book: openpyxl.Workbook
    name: str = "phiếu.xlsx"
    saved: datetime = field(default_factory=lambda: datetime(2026, 2, 3, 8, 0))

    @classmethod
    def of(cls, desk: Workspace, sheet: str, organisation_id: int, name: str) -> Recipient:
        make = registration_sheet if sheet == "đăng ký" else progress_sheet
        form = make(desk, 2026, organisation_id=organisation_id)
        return cls(openpyxl.load_workbook(io.BytesIO(render(form))), name)

    def type(self, page: str, cells: dict[str, Any]) -> Recipient:
        """Types into cells: {"B5": "Nguyễn Văn Mẫu"}."""
        for place, value in cells.items():
            self.book[page][place].value = value
        return self

    def send(self) -> SourceFile:
        """Saves the file under its name."""
        out = io.BytesIO()
        self.book.save(out)
        parts = unpacked(out.getvalue())
        now = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
        core = "docProps/core.xml"
        parts[core] = now.sub(rb"\g<1>" + self.saved.astimezone().isoformat().encode(), parts[core])
        return SourceFile(self.name, packed(parts))


def returned(*sources: SourceFile) -> list[Returned]:
    """The files as they are read, or why they cannot be."""
    found: list[Returned] = []
    for source in sources:
        read: ReturnedFile | KnownError
        try:
            read = read_returned(source)
        except KnownError as error:
            read = error
        found.append((source, read))
    return found


def report_on(desk: Workspace, *sources: SourceFile) -> FileReport:
    """What the last of the files would do."""
    return review(desk, 2026, returned(*sources))[-1]


def shown(report: FileReport) -> list[tuple[str, str]]:
    """Each row as its word and text."""
    return [(CALLED[row.state], row.text) for row in report.rows]


def stamped(desk: Workspace, organisation_id: int, **said: object) -> SourceFile:
    """The blank form of an organisation with another stamp, as one of another year or office has."""
    form = registration_sheet(desk, 2026, organisation_id)
    return SourceFile("phiếu.xlsx", render(replace(form, stamp=replace(form.stamp, **said))))  # type: ignore[arg-type]
