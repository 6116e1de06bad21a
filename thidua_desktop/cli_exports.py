"""What the command ``export`` can write, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .domain.errors import KnownError
from .domain.papers.blocks import Document, Sheet
from .services import papers
from .services.workspace import Workspace
from .storage.errors import shown

PAPER_ENDINGS = (".docx", ".pdf")
SHEET_ENDING = ".xlsx"


@dataclass(frozen=True, slots=True)
class Export:
    """One thing to export: what the clerk calls it, and how it is gathered as a paper and as a sheet, if it is one."""

    title: str
    document: Callable[[Workspace, int], Document]
    sheet: Callable[[Workspace, int], Sheet] | None = None

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings of a file it can be written to."""
        return (*PAPER_ENDINGS, SHEET_ENDING) if self.sheet else PAPER_ENDINGS

    def check_ending(self, path: Path) -> None:
        """Raises :class:`KnownError` for a path whose ending names no form of this."""
        if path.suffix.lower() not in self.endings:
            raise KnownError(
                f"Không biết ghi {self.title.lower()} thành “{shown(path)}”; chưa ghi gì.",
                f"Đặt tên tệp có đuôi {', '.join(self.endings)}.",
            )


EXPORTS = {
    "plan": Export("Kế hoạch", papers.plan_document),
    "targets": Export("Bảng chỉ tiêu", papers.targets_document, papers.targets_sheet),
}


def export(workspace: Workspace, what: str, plan_id: int, path: Path) -> Path:
    """Writes one of :data:`EXPORTS` and returns where it stands: under a second name when ``path`` is open elsewhere.

    Raises :class:`KnownError` when it cannot be written; what stood there is intact.
    """
    from .exporting.files import write_safely

    about = EXPORTS[what]
    about.check_ending(path)
    if path.suffix.lower() == SHEET_ENDING and about.sheet:
        from .exporting import xlsx

        data = xlsx.render(about.sheet(workspace, plan_id))
    else:
        data = _rendered(about.document(workspace, plan_id), path.suffix.lower())
    return write_safely(path, data)


def _rendered(document: Document, ending: str) -> bytes:
    if ending == ".pdf":
        from .exporting import pdf

        return pdf.render(document)
    from .exporting import docx

    return docx.render(document)
