"""What the commune itself registers and pledges to the province: titles and pledges line by line, its cụm."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from thidua_desktop.domain.registration.commune import CommuneRegistration
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import label

_EXPLAIN = (
    "Chỉ tiêu giao ước lấy từ kế hoạch của năm; tập thể, cá nhân đăng ký khen thưởng của cấp trên lấy từ bản đăng ký "
    "của các đơn vị. Ở đây ghi thêm những gì của riêng cơ quan."
)


class CommuneDialog(QDialog):
    """Accepting means: keep ``wanted``."""

    def __init__(self, kept: CommuneRegistration, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Đăng ký, giao ước với tỉnh năm {year}")
        self.titles = _lines("\n".join(kept.titles))
        self.pledges = _lines("\n".join(kept.pledges))
        self.cluster = QLineEdit(kept.cluster)
        self.addressed = QLineEdit(kept.addressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label(_EXPLAIN, "soft", wrap=True))
        section = FormSection()
        section.add_field("Danh hiệu đăng ký", self.titles, "Mỗi dòng một danh hiệu, hình thức.", wide=True)
        section.add_field("Cụm, khối thi đua", self.cluster, "Ví dụ: Cụm thi đua số 5", wide=True)
        section.add_field("Kính gửi", self.addressed, "Để trống: Hội đồng của tỉnh và cụm thi đua.", wide=True)
        section.add_field("Nội dung giao ước thêm", self.pledges, "Mỗi dòng một nội dung.", wide=True)
        column.addWidget(section)
        column.addStretch(1)
        column.addWidget(AgreeBox(self, "Lưu"))
        self.resize(sizes.WIDE_DIALOG, self.sizeHint().height())

    @property
    def wanted(self) -> CommuneRegistration:
        """What is typed."""
        return CommuneRegistration(
            tuple(self.titles.toPlainText().splitlines()),
            tuple(self.pledges.toPlainText().splitlines()),
            self.cluster.text(),
            self.addressed.text(),
        )


def _lines(text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight(4 * sizes.CONTROL)
    return made
