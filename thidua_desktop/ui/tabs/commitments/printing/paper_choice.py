"""The papers to tick, each with the form it is set in where the office has several."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.services.print_jobs import Printable
from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import label

COMMUNE = "commune-registration"
_GROUPS = ((True, "Của từng đơn vị"), (False, "Của xã, phường"))


class PaperChoice(QWidget):
    """``changed`` tells of every tick and form; ``commune_wanted`` asks for what the commune itself registers."""

    changed = Signal()
    commune_wanted = Signal()

    def __init__(self, offered: Sequence[Printable], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self.boxes: dict[str, QCheckBox] = {}
        self.forms_of: dict[str, QComboBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        for for_each, words in _GROUPS:
            column.addWidget(label(words, "strong"))
            for one in (one for one in offered if one.for_each is for_each):
                column.addLayout(self._row(one))
                if one.problem:
                    problem = label(f"Mẫu của cơ quan có lỗi, in theo mẫu khác: {one.problem}", "small", wrap=True)
                    theme.set_state(problem, State.BAD)
                    column.addWidget(problem)
        column.addStretch(1)

    def _row(self, one: Printable) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        box = self.boxes[one.name] = QCheckBox(one.title)
        box.toggled.connect(self._tell)
        row.addWidget(box)
        row.addStretch(1)
        if one.name == COMMUNE:
            self.commune_button = QPushButton("Nội dung…")
            self.commune_button.setToolTip("Ghi danh hiệu đăng ký, cụm thi đua, việc giao ước thêm")
            self.commune_button.setAutoDefault(False)
            theme.set_kind(self.commune_button, "link")
            self.commune_button.clicked.connect(self._ask_commune)
            row.addWidget(self.commune_button)
        if len(one.forms) > 1:
            forms = self.forms_of[one.name] = QComboBox()
            forms.setAccessibleName(f"Mẫu của “{one.title}”")
            for words, name in one.forms.items():
                forms.addItem(words, name)
            forms.currentIndexChanged.connect(self._tell)
            row.addWidget(forms)
        return row

    def _tell(self, *_: object) -> None:
        self.changed.emit()

    def _ask_commune(self, *_: object) -> None:
        self.commune_wanted.emit()

    def tick(self, names: Collection[str]) -> None:
        """Tick these papers and no other."""
        for name, box in self.boxes.items():
            box.setChecked(name in names)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The papers that are ticked, in the order of the year's work."""
        return tuple(one.name for one in self._offered if self.boxes[one.name].isChecked())

    @property
    def chosen_forms(self) -> dict[str, str]:
        """Paper → the form to set it in, of those that are set in another than the usual one."""
        only = {one.name: next(iter(one.forms.values()), "") for one in self._offered}
        picked = {name: str(forms.currentData()) for name, forms in self.forms_of.items()}
        return {name: form for name, form in (only | picked).items() if form}

    def are_for_each(self, names: Iterable[str]) -> bool:
        """Whether one of these papers is for each organisation."""
        return any(one.for_each for one in self._offered if one.name in set(names))

    def are_of_phase(self, names: Iterable[str]) -> bool:
        """Whether one of these papers is about a phase."""
        return any(one.of_phase for one in self._offered if one.name in set(names))
