"""A form as the text of its file, for those who would rather write it; the first bad place is named by its line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.papers.form_parsing import FormError
from thidua_desktop.domain.toml_lines import line_of
from thidua_desktop.domain.vietnamese import nfc
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.autosave import Autosave
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.message import InlineMessage

_MEND = "Chưa in được bằng mẫu này. Sửa chỗ đó thì mẫu dùng được lại."
_ADVICE = "Mẫu đang dùng giữ nguyên; chữ vừa gõ còn ở đây. Sửa xong chỗ đó thì được lưu."


class TextView(Card):
    """``store(text, editing)`` keeps the text and raises :class:`KnownError` for one that cannot be read."""

    def __init__(self, store: Callable[[str, str], None], parent: QWidget | None = None) -> None:
        super().__init__("Mẫu dạng văn bản", parent=parent)
        self._store = store
        self._line = 0
        self.message = InlineMessage()
        self.message.acted.connect(self._go_to_line)
        self.message.hide()
        self.text = QPlainTextEdit()
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Mẫu dạng văn bản")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.autosave = Autosave(self.text, self.text.toPlainText, self.text.setPlainText)
        self.autosave.edited.connect(self._on_edited)
        self.text.textChanged.connect(self.autosave.touch)
        self.add(self.message)
        self.add(self.text, 1)

    def show_text(self, text: str, problem: KnownError | None = None) -> None:
        """Show what is stored; what is being typed stays. ``problem`` is why it cannot be used."""
        self.autosave.show(text)
        if problem is not None:
            self._say(problem, text, _MEND)
        elif not self.autosave.is_unstored:
            self.message.hide()

    def _on_edited(self, text: str, editing: str) -> None:
        try:
            self._store(nfc(text), editing)
        except KnownError as error:
            self.autosave.not_stored()
            self._say(error, text, _ADVICE)
        else:
            self.message.hide()

    def _say(self, error: KnownError, text: str, advice: str) -> None:
        self._line, what = 0, str(error)
        if isinstance(error, FormError):
            named = ": ".join(part for part in (error.place, error.whole_reason) if part)
            self._line, what = line_of(text, error.path) or _line_in(error.place), f"{named[:1].upper()}{named[1:]}."
        acts = (f"Đến dòng {self._line}",) if self._line else ()
        self.message.show_message(what, advice, State.BAD, acts)
        self.message.show()

    def _go_to_line(self, *_: object) -> None:
        block = self.text.document().findBlockByNumber(self._line - 1)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.centerCursor()
        self.text.setFocus()


def _line_in(place: str) -> int:
    """The line of a place that has no other: "dòng 6"."""
    word, _, number = place.partition(",")[0].partition(" ")
    return int(number) if word == "dòng" and number.isdecimal() else 0
