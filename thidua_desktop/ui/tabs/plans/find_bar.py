"""Find and replace over the whole plan, above its pages: Ctrl+F finds, Ctrl+H replaces too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.plan.replacing import Hit, Wanted
from thidua_desktop.services.plan import replacing
from thidua_desktop.ui import theme
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.outline_nodes import GENERAL, Key, list_key
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.unstored import store_typed
from thidua_desktop.ui.widgets.icon_button import icon_button
from thidua_desktop.ui.widgets.labels import ElidedLabel, label, show_when

LOOK_AFTER = 200  # milliseconds after the last letter


class FindBar(QFrame):
    """``went(hit)`` asks to show a place; ``left()`` tells that it was closed; ``plan_id``: the plan it looks into."""

    went = Signal(object)
    left = Signal()

    def __init__(
        self, context: TabContext, parent: QWidget, first: Callable[[Sequence[Hit]], int] = lambda hits: 0
    ) -> None:
        """``first(hits)`` tells at which place to begin, with what is in view."""
        super().__init__(parent)
        self._first = first
        theme.set_part(self, "card")
        self.context = context
        self.plan_id = 0
        self.hits: tuple[Hit, ...] = ()
        self.at = -1
        self._closed = False
        self.words, self.other = _line("Tìm trong cả kế hoạch"), _line("Thay bằng")
        self.marks, self.capitals = QCheckBox("Đúng dấu"), QCheckBox("Đúng chữ hoa")
        self.whole = QCheckBox("Cả từ")
        self.place = ElidedLabel("", "soft")
        self.count = label("", "soft")
        self.one, self.all = QPushButton("Thay"), QPushButton("Thay tất cả")
        self._later = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._later.timeout.connect(partial(self.look, go=True))
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        finding, changing = QHBoxLayout(), QHBoxLayout()
        finding.addWidget(self.words)
        finding.addWidget(icon_button("chevron-up", "Chỗ trước (Shift+Enter)", partial(self.step, -1)))
        finding.addWidget(icon_button("chevron-down", "Chỗ sau (Enter)", partial(self.step, 1)))
        finding.addWidget(self.count)
        finding.addWidget(self.place, 1)
        for box in (self.marks, self.capitals, self.whole):
            finding.addWidget(box)
        finding.addWidget(icon_button("close", "Đóng (Esc)", self.close_bar))
        self._replacing = QWidget()
        changing.setContentsMargins(0, 0, 0, 0)
        for part in (self.other, self.one, self.all):
            changing.addWidget(part)
        changing.addStretch(1)
        self._replacing.setLayout(changing)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(sizes.CARD, sizes.UNIT, sizes.CARD, sizes.UNIT)
        rows.setSpacing(sizes.UNIT)
        for row in (finding, changing):
            row.setSpacing(sizes.UNIT)
        rows.addLayout(finding)
        rows.addWidget(self._replacing)
        for before, after in pairwise((self.words, self.other, self.one, self.all)):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.words.textEdited.connect(self._later.start)
        for box in (self.marks, self.capitals, self.whole):
            box.toggled.connect(partial(self.look, go=True))
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)

    def open(self, words: str = "", *, replace: bool = False, closed: bool = False) -> None:
        """Come into view with the keyboard in the words; ``closed``: the plan is issued and can only be searched.

        To replace, the words are looked for with their marks: "thi" is not to become "thì".
        """
        self._closed = closed
        if replace and not self._replacing.isVisible():
            with QSignalBlocker(self.marks):
                self.marks.setChecked(True)
        show_when(self._replacing, replace and not closed)
        if words.strip():
            self.words.setText(words)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self.look()

    def wanted(self) -> Wanted:
        """What is asked for."""
        text = self.words.text()
        return Wanted(text, self.marks.isChecked(), self.capitals.isChecked(), self.whole.isChecked())

    def look(self, _checked: bool = False, *, go: bool = False) -> None:
        """Find again what is asked for; ``go`` to the first place."""
        self._later.stop()
        store_typed(self.parentWidget())
        self.hits = replacing.find(self.context.workspace, self.plan_id, self.wanted()) if self.plan_id else ()
        self.at = min(self.at, len(self.hits) - 1)
        if go and self.hits:
            self.at = self._first(self.hits)
            self.went.emit(self.hits[self.at])
        self._tell()

    def refresh(self) -> None:
        """The plan changed: find again without going anywhere."""
        if self.isVisible():
            self.hits = replacing.find(self.context.workspace, self.plan_id, self.wanted()) if self.plan_id else ()
            self.at = min(self.at, len(self.hits) - 1)
            self._tell()

    def step(self, by: int) -> None:
        """To the next place (1) or the one before (-1), round and round."""
        self.look()
        if self.hits:
            self.at = (self.at + by) % len(self.hits) if self.at >= 0 else self._first(self.hits)
            self.went.emit(self.hits[self.at])
        self._tell()

    def _tell(self) -> None:
        asked = bool(self.words.text().strip())
        at = f"{self.at + 1}/" if self.at >= 0 else ""
        self.count.setText(f"{at}{len(self.hits)} chỗ" if self.hits else "Không thấy" if asked else "")
        name = self.hits[self.at].spot.place.name if self.at >= 0 else ""
        self.place.setText(f"{name[:1].upper()}{name[1:]}")
        theme.set_problem(self.words, asked and not self.hits)
        for button in (self.one, self.all):
            button.setEnabled(bool(self.hits) and not self._closed)

    def replace_one(self) -> None:
        """Replace the place in view and go to the next; the first click only goes to the first place."""
        self.look()
        if self.hits and self.at < 0:
            self.step(1)
        elif self.hits:
            at = self.at
            self._replace((self.hits[at],))
            self.at = min(at, len(self.hits) - 1)
            if self.hits:
                self.went.emit(self.hits[self.at])
            self._tell()

    def replace_all(self) -> None:
        """Replace every place in one act; the notice offers to take it back."""
        self.look()
        number = len(self.hits)
        if number and (changes := self._replace(self.hits)):
            self.context.ask.notify(f"Đã thay {number} chỗ.", acts=[("Hoàn tác", UndoAct(self.context, changes))])

    def _replace(self, hits: tuple[Hit, ...]) -> Changes:
        act = partial(replacing.replace, self.context.workspace, self.plan_id, hits, self.other.text(), self.wanted())
        changes = do(self.context, act)
        self.look()
        return changes

    def close_bar(self) -> None:
        """Go out of view; the keyboard goes back to what was found."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.other.hasFocus():
                self.replace_one()
            else:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_F3:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


def _line(hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(hint)
    made.setAccessibleName(hint)
    made.setFixedWidth(sizes.SIDE_WIDTH)
    return made


def key_of(hit: Hit) -> Key:
    """The line of the outline that a place belongs to."""
    place = hit.spot.place
    if place.row >= 0:
        return list_key(place.part)
    if place.field:
        return GENERAL
    return Key("section", place.section_id) if place.part == "section" else Key(place.part)


def choose_in_field(field: QWidget, start: int, length: int) -> None:
    """Choose letters of a field; the keyboard stays where it is."""
    if isinstance(field, QPlainTextEdit):
        cursor = field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
    elif (line := field.lineEdit() if isinstance(field, QComboBox) else field) and isinstance(line, QLineEdit):
        line.setSelection(start, length)
