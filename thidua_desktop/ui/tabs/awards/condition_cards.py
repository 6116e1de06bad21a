"""The conditions of an award, one card each: the answer, its figures, the article, and what only the clerk knows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.legal_acts import CHECKED_MARK
from thidua_desktop.domain.rules import ConditionAnswer
from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.awards.answers import worded
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label, show_when


class YesNo(QWidget):
    """Có and Không; pressing the chosen one takes the answer back. ``answered(yes | no | None)`` tells it."""

    answered = Signal(object)

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.yes, self.no = QPushButton("Có"), QPushButton("Không")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        for button in (self.yes, self.no):
            button.setCheckable(True)
            button.setAccessibleDescription(question)
            button.clicked.connect(partial(self._on_clicked, button))
            row.addWidget(button)
        row.addStretch(1)

    def show_answer(self, answer: bool | None) -> None:
        """Show this one; nothing is told."""
        self.yes.setChecked(answer is True)
        self.no.setChecked(answer is False)

    def _on_clicked(self, button: QPushButton) -> None:
        other = self.no if button is self.yes else self.yes
        other.setChecked(False)
        self.answered.emit((button is self.yes) if button.isChecked() else None)


class ConditionCard(QFrame):
    """One condition. ``answered(key, yes | no | None)`` when the clerk confirms it, or one of the conditions behind it.

    ``asked`` are the keys of the conditions that only the clerk can answer; what is not ``is_usual`` begins folded.
    """

    answered = Signal(str, object)

    def __init__(
        self,
        line: ConditionAnswer,
        asked: Collection[str],
        *,
        is_usual: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme.set_part(self, "message")
        self._is_usual = is_usual
        self.key = line.key
        self._question = label("", "strong", wrap=True)
        self._figures = label("", "", wrap=True)
        self._note = label("", "small", wrap=True)
        self._source = label("", "small", wrap=True)
        self.choice = YesNo(line.question) if line.key in asked else None
        self.parts = [ConditionCard(part, asked, is_usual=not place) for place, part in enumerate(line.parts)]
        self.detail = QPushButton()
        theme.set_kind(self.detail, "link")
        self.detail.clicked.connect(self._on_detail)
        self._is_open: bool | None = None  # as the clerk left it; None follows the answer
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.CARD, sizes.UNIT, sizes.UNIT, sizes.UNIT)
        column.setSpacing(sizes.HALF)
        for widget in (self._question, self._figures, self._note, self._source):
            column.addWidget(widget)
        if self.choice is not None:
            self.choice.answered.connect(self._on_answered)
            column.addWidget(self.choice)
        column.addWidget(self.detail, 0, Qt.AlignmentFlag.AlignLeft)
        for part in self.parts:
            part.answered.connect(self._on_part_answered)
            column.addWidget(part)

    def _on_detail(self) -> None:
        self._is_open = self.parts[0].isHidden()
        self._show_parts(self._is_open)

    def _show_parts(self, is_open: bool) -> None:
        self.detail.setText("Gấp lại" if is_open else "Xem từng ý")
        show_when(self.detail, bool(self.parts))
        for part in self.parts:
            show_when(part, is_open)

    def _on_answered(self, answer: bool | None) -> None:
        self.answered.emit(self.key, answer)

    def _on_part_answered(self, key: str, answer: bool | None) -> None:
        """The conditions worked on stay open: folded away, the keyboard would fall on another question's answer."""
        self._is_open = True
        self.answered.emit(key, answer)

    def show_line(self, line: ConditionAnswer, answers: Mapping[str, bool]) -> None:
        """Show the answer as it is now; the conditions behind it are the same as before."""
        word, state = worded(line.answer)
        theme.set_state(self, state)
        theme.set_state(self._question, state)
        said = f" – {line.answer}" if line.question.endswith("?") else f": {word}"
        self._question.setText(f"{state.sign} {line.question}{said}".strip())
        self._figures.setText(line.figures)
        show_when(self._figures, bool(line.figures) and not (self.parts and line.answer != "đạt"))
        self._note.setText(line.note)
        show_when(self._note, bool(line.note))
        self._source.setText(_source(line))
        show_when(self._source, bool(self._source.text()))
        if self.choice is not None:
            self.choice.show_answer(answers.get(self.key))
        is_open = line.answer != "đạt" and self._is_usual  # of several ways the first is the usual one
        self._show_parts(is_open if self._is_open is None else self._is_open)
        for card, part in zip(self.parts, line.parts, strict=True):
            card.show_line(part, answers)

    def texts(self) -> list[str]:
        """What is read on the card: question, figures, note, source; then those of the conditions behind it."""
        shown = (self._question, self._figures, self._note, self._source)
        own = [words.text() for words in shown if not words.isHidden()]
        return own + [text for part in self.parts for text in part.texts()]


class ConditionCards(QWidget):
    """All conditions of one nomination; a card stays while its condition does, so that the keyboard stays in it."""

    answered = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ConditionCard] = []
        self._shape: list[object] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes.UNIT)

    def show_lines(self, lines: Sequence[ConditionAnswer], asked: Collection[str], answers: Mapping[str, bool]) -> None:
        """Show these; ``answers`` are what the clerk confirmed, by the key of the condition."""
        shape = [_shape(line, asked) for line in lines]
        if shape != self._shape:
            self._rebuild(lines, asked)
            self._shape = shape
        for card, line in zip(self.cards, lines, strict=True):
            card.show_line(line, answers)

    def _rebuild(self, lines: Sequence[ConditionAnswer], asked: Collection[str]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [ConditionCard(line, asked) for line in lines]
        for card in self.cards:
            card.answered.connect(self.answered)
            self._column.addWidget(card)

    def texts(self) -> list[str]:
        """What is read on the cards."""
        return [text for card in self.cards for text in card.texts()]


def _shape(line: ConditionAnswer, asked: Collection[str]) -> object:
    return line.key, line.question, line.key in asked, tuple(_shape(part, asked) for part in line.parts)


def _source(line: ConditionAnswer) -> str:
    """Where the condition comes from, and whether somebody compared it with the original."""
    mark = "cơ quan tự sửa" if line.office and line.mark != CHECKED_MARK else line.mark
    return " · ".join(part for part in (line.article, line.source, mark) if part and (line.article or line.source))
