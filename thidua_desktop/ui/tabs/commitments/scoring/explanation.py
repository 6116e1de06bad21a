"""In words at the side: how the points of the chosen criterion came about, and the sum."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.scoring.criteria import CriteriaSet
from thidua_desktop.domain.scoring.sheets import ScoreRow, ScoreSheet
from thidua_desktop.domain.scoring.words import explained, lost_words, total_words
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label, show_when

_HOW = (
    "Tiêu chí thuộc nhóm đứng ngay trên nó; Alt+↑, Alt+↓ chuyển chỗ.\n"
    "Định lượng: thực hiện ÷ kế hoạch × điểm chuẩn; chiều thấp hơn là tốt thì đảo lại.\n"
    "Định tính: theo mức A, B, C, D.\n"
    "Thưởng: nhiều nhất bằng điểm chuẩn của dòng.\n"
    "Trừ: mỗi lần trừ điểm chuẩn của dòng; nộp chậm trừ theo số ngày."
)
NOTHING = "Chọn một tiêu chí để xem điểm được tính thế nào."


class Explanation(QWidget):
    """The words of one row of a sheet and of the whole sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.criterion = label("", "strong", wrap=True)
        self.lines = label(NOTHING, wrap=True)
        self.source = label("", "small", wrap=True)
        self._sum_title = label("Tổng điểm", "strong")
        self.sum = label("", wrap=True)
        self.rules = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        for part in (self.criterion, self.lines, self.source, self._sum_title, self.sum, self.rules):
            column.addWidget(part)
        column.addStretch()

    def show_row(self, sheet: ScoreSheet | None, row: ScoreRow | None) -> None:
        """Explain that row of the sheet, None for none."""
        self._say(sheet, row.criterion.name if row else "")
        told = explained(sheet.criteria, row.points) if sheet and row and not row.is_heading else ()
        nothing = NOTHING if row is None else "" if row.is_heading else "Chưa có điểm."
        self.lines.setText("\n".join(told) or nothing)
        said = f"Số liệu: {row.said}." if row and row.said else ""
        over = " Đang dùng số gõ thay." if said and row and row.typed else ""
        note = f"\n{row.criterion.note}" if row and row.criterion.note else ""
        self.source.setText(f"{said}{over}{note}".strip())
        self._fit()

    def show_sheet(self, sheet: ScoreSheet | None) -> None:
        """The sum of a sheet."""
        self._say(sheet, sheet.scored.name if sheet else "")
        unexplained = sheet.unexplained if sheet else 0
        reasons = f"{unexplained} điểm Hội đồng đổi chưa ghi lý do." if unexplained else ""
        lost = lost_words([row.criterion.name for row in sheet.lost]) if sheet else ""
        told = "\n".join(filter(None, (reasons, lost)))
        self.lines.setText(told if sheet else "Chọn một đơn vị để xem tổng điểm được tính thế nào.")
        self.source.setText("")
        self._fit()

    def show_set(self, shown: CriteriaSet | None) -> None:
        """How the points of a set come about."""
        self._say(None, shown.name if shown else "")
        self.lines.setText(_HOW if shown else "")
        self.source.setText("")
        self.rules.setText(_rules(shown) if shown else "")
        self._fit()

    def _say(self, sheet: ScoreSheet | None, title: str) -> None:
        self.criterion.setText(title)
        self.sum.setText("\n".join(total_words(sheet.criteria, sheet.total)) if sheet else "")
        self.rules.setText(_rules(sheet.criteria) if sheet else "")

    def _fit(self) -> None:
        for part in (self.criterion, self.lines, self.source, self.sum, self.rules):
            show_when(part, bool(part.text()))
        show_when(self._sum_title, bool(self.sum.text()))


def _rules(criteria: CriteriaSet) -> str:
    source = criteria.source
    return f"Cách tính: {source} ({criteria.mark})." if source else f"Bộ tiêu chí: {criteria.mark}."
