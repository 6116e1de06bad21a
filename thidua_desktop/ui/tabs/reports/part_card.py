"""One part of a report: what the program writes there, and the clerk's own words below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.fields import TextField
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.labels import label, show_when

_SUGGESTED = "Gợi ý; viết vào ô dưới thì báo cáo in phần của bạn thay cho gợi ý."
_HINTS = {
    "opening": "Viết đoạn mở đầu khác",
    "guidance": "Viết thêm: văn bản chỉ đạo, tuyên truyền, kiểm tra…",
    "registration": "Viết thêm về đăng ký, giao ước thi đua",
    "targets": "Viết thêm: kết quả nổi bật, cách làm",
    "commitments": "Viết thêm về từng đơn vị",
    "awards": "Viết thêm: điển hình tiên tiến, việc tôn vinh, nhân rộng",
    "shortcomings": "Viết thêm: hạn chế khác và nguyên nhân",
    "direction": "Viết phương hướng, nhiệm vụ; mỗi dòng là một đoạn",
    "proposals": "Viết kiến nghị; để trống thì báo cáo không có mục này",
}


class PartCard(Card):
    """``edited(part, text, editing)`` tells what is typed, ``silenced(part, silent)`` the tick at the right."""

    edited = Signal(str, str, str)
    silenced = Signal(str, bool)

    def __init__(self, part: str, title: str, *, replaces: bool, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.part = part
        self._replaces = replaces
        self.said = label("", wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note = label(_SUGGESTED if replaces else "", "small", wrap=True)
        self.printed = QCheckBox("In phần chương trình viết")
        self.printed.setChecked(True)
        self.printed.toggled.connect(self._on_printed)
        self.own = TextField(_HINTS[part])
        self.own.setAccessibleName(f"{title}: phần viết thêm")
        self.own.autosave.edited.connect(self._on_edited)
        self.field = Field(self.own, wide=True)
        self.add_to_title(self.printed)
        show_when(self.printed, not replaces and part != "proposals")
        for widget in (self.said, self.note, self.field):
            self.add(widget)

    def show_part(self, sentences: Sequence[str], own: str, *, silent: bool) -> None:
        """Show what the program writes and what was typed; filling in is not typing."""
        self.own.autosave.show(own)
        with QSignalBlocker(self.printed):
            self.printed.setChecked(not silent)
        self.said.setText("\n".join(sentences))
        show_when(self.said, bool(sentences))
        self.said.setEnabled(not silent and not (self._replaces and own.strip()))
        show_when(self.note, self._replaces and bool(sentences))

    def _on_edited(self, text: str, editing: str) -> None:
        self.edited.emit(self.part, text, editing)

    def _on_printed(self, printed: bool) -> None:
        self.silenced.emit(self.part, not printed)


def standing_words(missing: int) -> tuple[str, State]:
    """How complete a report is, for the chip at its title."""
    return (f"Còn thiếu {missing} mục", State.WAIT) if missing else ("Đủ số liệu", State.GOOD)
