"""The letters that remind, and the list to phone from: of the chosen organisations or of all that owe something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.domain.chasing.owed import Owed
from thidua_desktop.services.export_parts import Request
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks.outgoing import PaperDesk

if TYPE_CHECKING:
    from thidua_desktop.domain.papers.blocks import Document

REMINDER, CALLS = "reminder", "chase-list"
SENT = "Ghi đã gửi giấy"
_REMINDER_NAME, _CALLS_NAME = "Công văn đôn đốc", "Danh sách gọi điện"


class Letters(QObject):
    """``chosen()`` and ``shown()`` give what is owed in the chosen rows and in all rows of the table.

    ``printed(listed)`` tells that letters about these were asked for on paper; ``sent(listed)`` that they went out.
    """

    printed = Signal(object)
    sent = Signal(object)

    def __init__(
        self,
        context: TabContext,
        owner: QWidget,
        chosen: Callable[[], Sequence[Owed]],
        shown: Callable[[], Sequence[Owed]],
    ) -> None:
        super().__init__(owner)
        self.context = context
        self.desk = PaperDesk(context, owner)
        self._chosen = chosen
        self._shown = shown

    def reminder_menu(self) -> QMenu:
        """Công văn đôn đốc."""
        menu = QMenu()
        menu.aboutToShow.connect(partial(self._fill, menu))
        return menu

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for words, listed in (("đang chọn", self._chosen()), ("trong bảng", self._shown())):
            count = len({one.organisation_id for one in listed})
            for text, act in (
                (f"In cho {count} đơn vị {words}…", partial(self.print_letters, listed)),
                (f"Xuất Word mỗi đơn vị một tệp cho {count} đơn vị {words}…", partial(self.write_letters, listed)),
            ):
                menu.addAction(text, act).setEnabled(bool(count))
            menu.addSeparator()

    def calls_menu(self) -> QMenu:
        """Danh sách gọi điện."""
        menu = QMenu()
        menu.addAction("In danh sách…", lambda: self.desk.print(self._calls(), self._named(_CALLS_NAME)))
        menu.addAction("Xuất Word…", lambda: self.desk.export(self._calls(), self._named(_CALLS_NAME), "docx"))
        menu.addAction("Xuất PDF…", lambda: self.desk.export(self._calls(), self._named(_CALLS_NAME), "pdf"))
        return menu

    def print_letters(self, listed: Sequence[Owed]) -> None:
        """All letters in one print job, in the order of the table."""
        letters = self.desk.papers_joined(REMINDER, Request(self.context.year), _ids(listed))
        self.desk.print(letters, self._named(_REMINDER_NAME))
        self.printed.emit(tuple(listed))

    def write_letters(self, listed: Sequence[Owed]) -> None:
        """Each letter in a file of its own; the notice of it offers to record that they went out."""
        these = {one.organisation_id: one.organisation for one in listed}
        gather = self.desk.papers_for_each(REMINDER, Request(self.context.year), these)
        self.desk.export_each(gather, "docx", (SENT, partial(self.sent.emit, tuple(listed))))

    def _calls(self) -> Callable[[], Document]:
        return self.desk.paper(CALLS, Request(self.context.year))

    def _named(self, subject: str) -> str:
        return self.desk.name(subject, self.context.year)


def _ids(listed: Sequence[Owed]) -> list[int]:
    return list(dict.fromkeys(one.organisation_id for one in listed))
