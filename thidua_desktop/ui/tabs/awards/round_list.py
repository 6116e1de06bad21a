"""What to choose from at the left of the tab: the year's rounds, and the two pages beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QListView, QPushButton, QWidget

from thidua_desktop.services.awards.rounds import RoundSummary
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.search import ChoiceModel, KeyRole
from thidua_desktop.ui.widgets.two_lines import Below, TwoLineDelegate


class Place(NamedTuple):
    """A round by its id, or one of the other pages ("awards", "rules", "settings")."""

    page: str
    id: int = 0


ROUND, GIVEN, RULES, SETTINGS = "round", "awards", "rules", "settings"
PAGES = ((GIVEN, "Khen thưởng đã có"), (RULES, "Quy định"), (SETTINGS, "Quy chế của cơ quan"))


class RoundList(Card):
    """``chosen(place)`` when another one becomes the current one, ``add_wanted`` by the button."""

    chosen = Signal(object)
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Đợt xét", parent=parent)
        self.setMinimumWidth(sizes.LABEL_WIDTH)
        self._loading = False
        self.rounds = self._list("Các đợt xét trong năm")
        self.delegate = TwoLineDelegate(self.rounds)
        self.rounds.setItemDelegate(self.delegate)
        self.pages = self._list("Khen thưởng đã có, quy định")
        self._models = {view: view.model() for view in (self.rounds, self.pages)}
        self._models[self.pages].set_choices([(Place(key), words) for key, words in PAGES])
        self.none = label("Chưa có đợt xét nào trong năm.", "soft", wrap=True)
        self.add_button = QPushButton("Thêm đợt xét")
        self.add_button.clicked.connect(self.add_wanted)
        self.add(self.none)
        self.add(self.rounds, 1)
        self.add(self.add_button)
        self.add(label("Tra cứu", "strong"))
        self.add(self.pages)

    def _list(self, name: str) -> QListView:
        made = QListView()
        made.setModel(ChoiceModel(made))
        made.setAccessibleName(name)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setSpacing(sizes.HALF // 2)
        made.selectionModel().selectionChanged.connect(self._on_selected)
        return made

    def show_rounds(self, year: int, rounds: Sequence[RoundSummary]) -> None:
        """Show these; the current one stays current when it is among them, and nothing is told."""
        self.set_title(f"Đợt xét năm {year}")
        current = self.current()
        self._loading = True
        self.delegate.below = {Place(ROUND, one.id): _below(one) for one in rounds}
        self._models[self.rounds].set_choices([(Place(ROUND, one.id), one.name) for one in rounds])
        self._loading = False
        show_when(self.none, not rounds)
        if current is not None:
            self.choose(current)

    def current(self) -> Place | None:
        """The chosen one, None for none."""
        for view in (self.rounds, self.pages):
            for index in view.selectedIndexes():
                return index.data(KeyRole)
        return None

    def choose(self, place: Place | None) -> None:
        """Show this one as chosen; nothing is told."""
        self._loading = True
        for view, model in self._models.items():
            row = model.row_of(place)
            if row >= 0:
                view.selectionModel().setCurrentIndex(
                    model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
            else:
                view.clearSelection()
        self._loading = False

    def _on_selected(self, selected: QItemSelection, before: QItemSelection) -> None:
        """The selection, not the current row: a list that only gets the keyboard makes a row of its own current."""
        for index in selected.indexes() if not self._loading else ():
            place = index.data(KeyRole)
            self.choose(place)
            self.chosen.emit(place)

    def showEvent(self, event) -> None:
        """Only now the style sheet is known, which makes the rows of the lists higher than they were measured."""
        super().showEvent(event)
        for view in self._models:
            view.doItemsLayout()
        height = sum(self.pages.sizeHintForRow(row) for row in range(len(PAGES)))
        self.pages.setFixedHeight(height + len(PAGES) * sizes.HALF + sizes.UNIT)


def told(summary: RoundSummary) -> str:
    """How many are nominated, and how far the round is: "12 đề nghị · chờ Hội đồng"."""
    return f"{_counted(summary)} · {summary.state}"


def _counted(summary: RoundSummary) -> str:
    return f"{summary.nominations} đề nghị"


def _below(summary: RoundSummary) -> Below:
    """How far the round is, and how many are nominated."""
    if not summary.nominations:
        return Below(summary.state)
    done = summary.decided > 0 and not summary.undecided
    return Below(summary.state, State.GOOD if done else State.WAIT, _counted(summary))
