"""The source with its search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from thidua_desktop.domain.vietnamese import fold, format_number
from thidua_desktop.ui.tabs.plans.import_links import Span
from thidua_desktop.ui.tabs.plans.import_source import SourceText
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.icon_button import icon_button
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.search import SearchField


class SourcePane(Card):
    """``text`` are the lines; Ctrl+F comes here, Enter goes to the next place, Shift+Enter to the one before."""

    def __init__(self, texts: Sequence[str], words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("Văn bản gốc", f"{format_number(len(texts))} dòng", parent=parent)
        self.text = SourceText()
        self.search = _Search("Tìm trong văn bản gốc (Ctrl+F)")
        self.count = label("", "soft")
        self._texts = list(texts)
        self._folded: list[tuple[str, list[int] | None]] | None = None
        self._wanted = ""
        self._found: list[Span] = []
        self._at = -1
        row = QHBoxLayout()
        row.setSpacing(sizes.HALF)
        row.addWidget(self.search, 1)
        row.addWidget(self.count)
        row.addWidget(icon_button("chevron-up", "Chỗ trước (Shift+Enter)", self.go_back))
        row.addWidget(icon_button("chevron-down", "Chỗ sau (Enter)", self.go_on))
        self.add_layout(row)
        self.add(self.text, 1)
        self.text.show_lines(texts, words)
        self.search.searched.connect(self._on_searched)
        self.search.stepped.connect(self._on_step)
        self.search.went_down.connect(self.text.setFocus)

    def find_here(self) -> None:
        """Put the keyboard into the search."""
        self.search.take_keyboard()

    def go_on(self) -> None:
        """Go to the next place that was found, after the last one to the first."""
        self._on_step(1)

    def go_back(self) -> None:
        """Go to the place before."""
        self._on_step(-1)

    def _on_step(self, by: int) -> None:
        if fold(self.search.text()) != self._wanted:
            self._on_searched(self.search.text())
        elif self._found:
            self._show((self._at + by) % len(self._found))

    def _show(self, at: int) -> None:
        self._at = at
        self.text.show_found(self._found, at)
        self.count.setText(f"{at + 1}/{len(self._found)}")

    def _on_searched(self, text: str) -> None:
        wanted = fold(text)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._found = self._find(wanted) if wanted else []
        if self._found:
            self._show(next((at for at, span in enumerate(self._found) if span.line >= self.text.line), 0))
        else:
            self.text.show_found(())
            self.count.setText("không thấy" if wanted else "")

    def _find(self, wanted: str) -> list[Span]:
        if self._folded is None:
            self._folded = [_folded(text) for text in self._texts]
        spans = []
        for line, (letters, places) in enumerate(self._folded):
            at = letters.find(wanted)
            while at >= 0:
                end = at + len(wanted)
                spans.append(Span(line, at, end) if places is None else Span(line, places[at], places[end - 1] + 1))
                at = letters.find(wanted, end)
        return spans


class _Search(SearchField):
    """Enter tells ``stepped(1)``, Shift+Enter ``stepped(-1)``."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


def _folded(text: str) -> tuple[str, list[int] | None]:
    """The text without marks and capitals; where its letters stood, None when each is in its old place."""
    whole = fold(text)
    if len(whole) == len(text):
        return whole, None
    letters = [(place, folded) for place, letter in enumerate(text) for folded in (fold(letter) or letter)]
    return "".join(letter for _, letter in letters), [place for place, _ in letters]
