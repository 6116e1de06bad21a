"""The papers of a round, each to look at, print and write."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

PREVIEW, PRINT, WORD, PDF, SHEET = "preview", "print", "docx", "pdf", "xlsx"
PAPERS = {
    "nominations": "Danh sách đề nghị",
    "submission": "Tờ trình",
    "decision": "Quyết định",
    "certificates": "Giấy khen",
    "bonuses": "Bảng tiền thưởng",
}
_WITH_SHEET = ("bonuses",)
_WAYS = ((PREVIEW, "Xem trước"), (PRINT, "In…"), (WORD, "Xuất Word…"), (PDF, "Xuất PDF…"))


class PapersMenu(QMenu):
    """``wanted(paper, way)``: a name of the list of exports, and one of the ways above."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for name, title in PAPERS.items():
            menu = self.addMenu(title)
            for way, words in _WAYS:
                menu.addAction(words, partial(self.wanted.emit, name, way))
            if name in _WITH_SHEET:
                menu.addAction("Xuất Excel…", partial(self.wanted.emit, name, SHEET))
