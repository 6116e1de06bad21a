"""The tabs that are not built yet: what will be there, and what can be done today."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import Tab, TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.chip import StatusChip
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.scrolling import scrolling

PLANS, DIRECTORY = 1, 5


@dataclass(frozen=True, slots=True)
class Coming:
    """What a tab says of itself before it is built; ``act`` leads to the tab ``goes_to``."""

    title: str
    will_be: tuple[str, ...]
    today: str
    act: str
    goes_to: int


AWARDS = Coming(
    "Khen thưởng",
    (
        "Đề nghị khen thưởng, đối chiếu điều kiện theo điều luật",
        "Tờ trình, quyết định kèm danh sách, giấy khen",
        "Tiền thưởng theo mức lương cơ sở",
    ),
    "Hôm nay: nhập danh sách cán bộ, công chức trong thẻ Danh mục; dán được từ Excel.",
    "Đến Danh mục",
    DIRECTORY,
)


class ComingTab(Tab):
    """One quiet card in the middle of the page."""

    def __init__(self, coming: Coming, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._goes_to = coming.goes_to
        card = Card(coming.title)
        card.setFixedWidth(sizes.READING_WIDTH)
        card.body.setContentsMargins(sizes.ROOMY, sizes.ROOMY, sizes.ROOMY, sizes.ROOMY)
        card.add_to_title(StatusChip("Chưa có trong bản này", State.WAIT))
        card.add(label("Rồi đây thẻ này có:", "soft"))
        for words in coming.will_be:
            card.add(label(f"•  {words}", wrap=True))
        card.body.addSpacing(sizes.UNIT)
        card.add(label(coming.today, wrap=True))
        self.button = QPushButton(coming.act)
        theme.set_kind(self.button, "primary")
        self.button.clicked.connect(self._on_go)
        card.body.addSpacing(sizes.UNIT)
        card.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(page))

    def _on_go(self) -> None:
        self.context.show_tab(self._goes_to)
