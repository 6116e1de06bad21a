"""Where in the text a target's sentence is to go, with the sentence to read before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from thidua_desktop.domain.plan.plans import Section
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.labels import label

_MOST = 5  # sentences shown
_FIRST_WORDS = 60  # letters of a section without a heading


def section_names(sections: Sequence[Section]) -> Iterator[tuple[int, str]]:
    """Id and name of every section, set in by its level, for a list to choose from."""
    for section in (below for top in sections for below in top.walk()):
        words = section.heading or next((line.text for line in section.body), "")
        yield section.id, f"{'   ' * (section.level - 1)}{section.marker} {words[:_FIRST_WORDS]}"


class TargetSentenceDialog(QDialog):
    """Accepting means: the sentences go into the section ``section_id``."""

    def __init__(
        self, sentences: Sequence[str], sections: Sequence[Section], proposed: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Đưa chỉ tiêu vào văn bản")
        self.choice = QComboBox()
        self.choice.setAccessibleName("Mục sẽ ghi chỉ tiêu")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for section_id, name in section_names(sections):
            self.choice.addItem(name, section_id)
        self.choice.setCurrentIndex(max(self.choice.findData(proposed), 0))
        column = QVBoxLayout(self)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label("Câu sẽ được viết thêm", "strong"))
        shown = [f"- {words}" for words in sentences[:_MOST]]
        more = len(sentences) - len(shown)
        column.addWidget(label("\n".join([*shown, *([f"và {more} câu nữa"] if more else [])]), wrap=True))
        column.addSpacing(sizes.UNIT)
        column.addWidget(label("Vào mục", "strong"))
        column.addWidget(self.choice)
        later = "Sửa câu chữ sau cũng được: số trong bảng và trong văn bản đi theo nhau."
        column.addWidget(label(later, "soft", wrap=True))
        column.addStretch(1)
        box = AgreeBox(self, "Đưa vào văn bản")
        box.agree.setEnabled(self.choice.count() > 0)
        column.addWidget(box)
        self.resize(sizes.DIALOG_WIDTH, self.sizeHint().height())

    @property
    def section_id(self) -> int:
        """The chosen section, 0 when the plan has none."""
        return int(self.choice.currentData() or 0)
