"""What differs between two plans: the list at the left, the words before and after beside each other at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from thidua_desktop.domain.papers.differences_paper import ALIKE
from thidua_desktop.domain.plan.differences import Difference, Key
from thidua_desktop.domain.text_differences import Piece, differences
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.differences_model import DifferencesModel
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.side import Columns
from thidua_desktop.ui.widgets.tick_table import TickAll, TickTable

_NOTHING = {"added": "(chưa có)", "removed": "(không còn)"}
_EMPTY = "(để trống)"
_LEFT_OUT = "Đã chừa {} dòng có kết quả đã nhập: bỏ dòng là bỏ cả kết quả. Muốn bỏ thì đánh dấu từng dòng."


class MarkedText(QTextEdit):
    """One side of a change: what the other side does not have stands out."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)

    def show_pieces(self, pieces: Sequence[Piece], kind: str, nothing: str) -> None:
        """Show the pieces that both have and those of ``kind``; ``nothing`` when there is none."""
        self.clear()
        shown = [piece for piece in pieces if piece.kind in ("same", kind)]
        cursor = self.textCursor()
        for piece in shown:
            cursor.insertText(piece.text, _style(piece.kind))
        if not shown:
            cursor.insertText(nothing, _soft())
        self.verticalScrollBar().setValue(0)


def _style(kind: str) -> QTextCharFormat:
    """Removed words are struck through, added ones underlined: colour alone tells nothing."""
    style = QTextCharFormat()
    style.setForeground(theme.colour({"removed": "bad", "added": "good"}.get(kind, "ink")))
    if kind != "same":
        style.setBackground(theme.colour({"removed": "bad_soft", "added": "good_soft"}[kind]))
        style.setFontStrikeOut(kind == "removed")
        style.setFontUnderline(kind == "added")
    return style


def _soft() -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(theme.colour("ink_faint"))
    return style


class DifferencesView(QWidget):
    """``names`` are what the two plans are called; ``takes`` gives each difference a tick.

    ``counted()`` when something is ticked or other plans are shown.
    """

    counted = Signal()

    def __init__(
        self, context: TabContext, names: tuple[str, str], *, takes: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ask = context.ask
        self.model = DifferencesModel(takes=takes, parent=self)
        self.table = TickTable(self.model, stretch="title")
        self.table.setSelectionBehavior(TickTable.SelectionBehavior.SelectRows)
        self.table.setAccessibleName("Những chỗ khác nhau")
        self.count = label("", "soft")
        self.title = label("", "strong", wrap=True)
        self.note = label("", "soft", wrap=True)
        self.old, self.new = MarkedText(names[0]), MarkedText(names[1])
        self._old_name, self._new_name = label(names[0], "soft"), label(names[1], "soft")
        self._lay_out(context)
        self.table.rows_changed.connect(self._show_chosen)
        self.model.dataChanged.connect(self._on_ticked)

    def _lay_out(self, context: TabContext) -> None:
        listed = Card()
        listed.add_layout(self._head())
        listed.add(self.table, 1)
        shown = Card()
        shown.add(self.title)
        shown.add(self.note)
        sides = QHBoxLayout()
        sides.setSpacing(sizes.CARD)
        for name, text in ((self._old_name, self.old), (self._new_name, self.new)):
            side = QVBoxLayout()
            side.setSpacing(sizes.HALF)
            side.addWidget(name)
            side.addWidget(text, 1)
            sides.addLayout(side, 1)
        shown.add_layout(sides, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        widths = [sizes.DIALOG_WIDTH, sizes.READING_WIDTH + sizes.SIDE_WIDTH]
        remembered = context.remembered
        column.addWidget(
            Columns([listed, shown], widths, grows=1, remembered=remembered, name="columns/differences", parent=self)
        )

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        row.addWidget(self.count, 1)
        all_of_them = TickAll()
        all_of_them.wanted.connect(self._on_all)
        show_when(all_of_them, self.model.ticks)
        row.addWidget(all_of_them)
        return row

    def set_names(self, old: str, new: str) -> None:
        """Call the two plans otherwise."""
        for name, text, words in ((self._old_name, self.old, old), (self._new_name, self.new, new)):
            name.setText(words)
            text.setAccessibleName(words)

    def show_differences(self, found: Sequence[Difference]) -> None:
        """Show these differences, the first one chosen."""
        self.model.show_differences(found)
        self._show_count()
        self._show_chosen()
        if found:
            self.table.selectRow(0)
        self.counted.emit()

    @property
    def taken(self) -> list[Key]:
        """The keys of the ticked differences."""
        return self.model.taken

    def _on_all(self, ticked: bool) -> None:
        """Tick or untick all; a row whose results would go with it is ticked by itself only."""
        costly = [row for row, one in enumerate(self.model.differences) if ticked and one.costs_results]
        self.model.tick([row for row in range(self.model.rowCount()) if row not in costly], ticked)
        left = [row for row in costly if not self.model.is_ticked(row)]
        if left:
            self._ask.notify(_LEFT_OUT.format(len(left)), State.WAIT)

    def _on_ticked(self, *_: object) -> None:
        self._show_count()
        self.counted.emit()

    def _show_count(self) -> None:
        count = len(self.model.differences)
        chosen = f", chọn {format_number(len(self.taken))}" if self.model.ticks else ""
        self.count.setText(f"{format_number(count)} chỗ khác nhau{chosen}" if count else ALIKE)

    def _show_chosen(self) -> None:
        row = self.table.currentIndex().row()
        one = self.model.differences[row] if 0 <= row < len(self.model.differences) else None
        self.title.setText(one.title if one else "")
        self.note.setText(one.note if one else "")
        show_when(self.note, bool(one and one.note))
        pieces = differences(one.old, one.new) if one else ()
        nothing = _NOTHING.get(one.key.what, _EMPTY) if one and (one.old or one.new) else ""
        self.old.show_pieces(pieces, "removed", nothing)
        self.new.show_pieces(pieces, "added", nothing)
