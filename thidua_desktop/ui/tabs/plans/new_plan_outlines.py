"""The page of the window "Lập kế hoạch mới" that begins with an outline: which one, its contents, its theme."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from thidua_desktop.domain.outline.templates import Outline
from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.services.plan import drafting
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import label

_INDENT = "      "
_THEME_LETTERS = 28  # of a theme that are in sight, however narrow the window


class OutlinesPage(QWidget):
    """The outlines at the left; at the right what the chosen one holds and asks. ``opened()`` on Enter in the list."""

    opened = Signal()

    def __init__(self, workspace: Workspace, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._year = workspace, year
        self._outlines: Sequence[Outline] = drafting.outlines(workspace)
        drafting.suggestions(workspace, self._outlines[0].id, year)  # what is broken is told before the window opens
        self._answers: dict[str, dict[str, str]] = {}
        self.list = _list("Các đề cương", [one.name for one in self._outlines])
        self.about = label("", wrap=True)
        self.contents = _list("Mục lục của đề cương", [])
        self.contents.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.theme = QComboBox()
        self.theme.setEditable(True)
        self.theme.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.theme.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.theme.setMinimumContentsLength(_THEME_LETTERS)
        self.questions: dict[str, QLineEdit] = {}
        self._asked: FormSection | None = None
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._on_outline)
        self.list.activated.connect(self.opened)
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    def _lay_out(self) -> None:
        self.list.setFixedWidth(sizes.SIDE_WIDTH + 2 * sizes.ROOMY)
        self.list.setSpacing(sizes.HALF)
        self._right = QVBoxLayout()
        self._right.setSpacing(sizes.UNIT)
        self._right.addWidget(self.about)
        self._right.addWidget(self.contents, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.MARGIN)
        row.addWidget(self.list)
        row.addLayout(self._right, 1)

    def set_year(self, year: int) -> None:
        """The plan is to be of another year; what was typed stays."""
        self._year = year
        self._ask(self.outline, self.theme.currentText() if self._is_own_theme() else "")

    def plan(self) -> Plan:
        """The chosen outline filled in; raises ``KnownError`` as :func:`.drafting.from_outline`."""
        answers = {key: field.text() for key, field in self.questions.items()}
        return drafting.from_outline(self._workspace, self.outline.id, self._year, self.theme.currentText(), answers)

    @property
    def outline(self) -> Outline:
        """The chosen one."""
        return self._outlines[max(self.list.currentIndex().row(), 0)]

    def _is_own_theme(self) -> bool:
        text = self.theme.currentText()
        return bool(text) and all(text != self.theme.itemText(number) for number in range(self.theme.count()))

    def _on_outline(self, current: QModelIndex, before: QModelIndex) -> None:
        own = self.theme.currentText() if self._is_own_theme() else ""
        outline = self._outlines[current.row()]
        self.about.setText(outline.about)
        model = self.contents.model()
        model.clear()
        shown = drafting.from_outline(self._workspace, outline.id, self._year)
        for section in shown.all_sections():
            if section.heading is not None:
                model.appendRow(_item(f"{_INDENT * (section.level - 1)}{section.marker} {section.heading}"))
        self._ask(outline, own)

    def _ask(self, outline: Outline, theme: str) -> None:
        """Show the fields of an outline, filled with what is suggested and what was typed before."""
        themes, answers = drafting.suggestions(self._workspace, outline.id, self._year)
        typed = self._answers.setdefault(outline.id, {})
        if self._asked is not None:
            self._right.removeWidget(self._asked)
            self.theme.setParent(self)
            self._asked.hide()
            self._asked.deleteLater()
        self._asked = FormSection()
        self.theme.clear()
        self.theme.addItems(list(themes))
        self.theme.setCurrentText(theme or themes[0])
        self.theme.lineEdit().setCursorPosition(0)
        self._asked.add_field("Chủ đề", self.theme, wide=True)
        self.questions = {}
        for question in outline.questions:
            field = QLineEdit(typed.get(question.key, answers[question.key]))
            field.setCursorPosition(0)
            field.textEdited.connect(partial(typed.__setitem__, question.key))
            self._asked.add_field(question.label, field, wide=True)
            self.questions[question.key] = field
        self._right.addWidget(self._asked)
        self.theme.show()


def _list(named: str, lines: Sequence[str]) -> QListView:
    made = QListView()
    made.setAccessibleName(named)
    made.setWordWrap(True)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    model = QStandardItemModel(made)
    for line in lines:
        model.appendRow(_item(line))
    made.setModel(model)
    return made


def _item(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setToolTip(text.strip())
    return item
