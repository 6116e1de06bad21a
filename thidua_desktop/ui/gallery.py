"""Every part on one page, to look at.

``python -m thidua_desktop.ui.gallery [--dark] [--size 1366x768] [--shot FILE.png]``
"""

from __future__ import annotations

import argparse
import sys

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui import theme
from thidua_desktop.ui.ask import Notice
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.chip import StatusChip
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.header import PageHeader
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.notices import NoticeStrip
from thidua_desktop.ui.widgets.progress import TargetBar
from thidua_desktop.ui.widgets.search import SearchList
from thidua_desktop.ui.widgets.side import Columns, SidePanel
from thidua_desktop.ui.widgets.table import DataTable, FootedTable, RowsModel, TableColumn

COLUMNS = (
    TableColumn("indicator", "Chỉ tiêu", 30),
    TableColumn("unit", "Đơn vị tính", 12),
    TableColumn("province", "Tỉnh giao", 9, numeric=True),
    TableColumn("commune", "Xã giao", 9, numeric=True),
    TableColumn("before", "Năm 2025", 9, numeric=True, soft=True),
    TableColumn("owner", "Đơn vị phụ trách", 18),
)
ROWS = [
    ["Tổng giá trị sản xuất", "tỷ đồng", "640,0", "663,0", "598,2", "Phòng Kinh tế"],
    ["Thu nhập bình quân đầu người", "triệu đồng", "62,0", "▼ 60,0", "57,5", "Phòng Kinh tế"],
    ["Tổng sản lượng lương thực", "tấn", "770", "774", "768", "Hội Nông dân"],
    ["Số doanh nghiệp thành lập mới trên địa bàn", "doanh nghiệp", "5", "6", "4", "Phòng Kinh tế"],
    ["Đất tích tụ, tập trung", "ha", "10,0", "▼ 6,0", "4,5", "○ chưa giao"],
    ["Thu ngân sách trên địa bàn", "triệu đồng", "8.200", "8.450", "7.960", "Phòng Kinh tế"],
]
STATES = {(1, 3): State.BAD, (4, 3): State.BAD, (4, 5): State.WAIT}


class Gallery(QWidget):
    """The parts as a tab would use them, with made-up content."""

    def __init__(self) -> None:
        super().__init__()
        theme.set_part(self, "plain")
        self.setWindowTitle("Các phần của cửa sổ")
        self.model = RowsModel(COLUMNS, [], self._on_edit)
        self.model.set_rows(ROWS, STATES)
        self.columns = Columns([self._left(), self._middle(), self._right()], [260, 720, 300])
        self.notice = NoticeStrip()
        page = QVBoxLayout(self)
        page.setContentsMargins(sizes.MARGIN, sizes.CARD, sizes.MARGIN, sizes.CARD)
        page.setSpacing(sizes.CARD)
        page.addWidget(self._header())
        page.addWidget(self.columns, 1)
        page.addWidget(self.notice)
        self.notice.show_notice(
            Notice("Đã xuất kế hoạch ra tệp Ke-hoach-2026.docx", State.GOOD, (("Mở tệp", str), ("Mở thư mục", str)))
        )

    def _on_edit(self, row: int, column: int, text: str) -> bool:
        self.model.set_text(row, column, text)
        return True

    def _header(self) -> PageHeader:
        header = PageHeader(
            "Kế hoạch phát động phong trào thi đua năm 2026", "UBND xã Ví Dụ · 32 chỉ tiêu, 6 phong trào, 3 đợt"
        )
        header.show_state("Bản thảo", State.WAIT)
        header.add_act(QAction("Nhập từ tệp…", self))
        header.add_act(QAction("Xem và in", self))
        menu = QMenu()
        menu.addAction("Xóa kế hoạch…")
        header.add_menu("Thêm", menu)
        off = QAction("Không dùng được", self)
        off.setEnabled(False)
        header.add_act(off)
        header.add_act(QAction("Xuất Word", self), primary=True)
        return header

    def _left(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.CARD)
        outline = Card("Dàn ý")
        tree = QTreeWidget()
        tree.setHeaderHidden(True)
        for heading, parts in (("I. Mục đích, yêu cầu", ("1. Mục đích", "2. Yêu cầu")), ("II. Chỉ tiêu", ("Kinh tế",))):
            top = QTreeWidgetItem(tree, [heading])
            for part in parts:
                QTreeWidgetItem(top, [part])
        tree.expandAll()
        tree.setCurrentItem(tree.topLevelItem(0))
        outline.add(tree, 1)
        outline.add(QPushButton("Thêm mục"))
        column.addWidget(outline, 1)
        choices = Card("Tổ chức")
        listing = SearchList("Tìm tổ chức")
        listing.set_choices(
            [(n, t) for n, t in enumerate(("Hội Nông dân", "Hội Phụ nữ", "Đoàn Thanh niên", "Trạm Y tế"))]
        )
        listing.choose(1)
        choices.add(listing, 1)
        column.addWidget(choices, 1)
        return side

    def _middle(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.CARD)
        card = Card("II. Chỉ tiêu › Kinh tế", "6 chỉ tiêu · 5 đã giao đơn vị")
        self.table = DataTable(self.model)
        self.table.go_to(1, 0)
        footed = FootedTable(self.table)
        footed.set_sums(["Cộng", "", "9.687,0", "9.959,0", "9.402,2", ""])
        card.add(footed, 1)
        column.addWidget(card, 3)
        lower = QHBoxLayout()
        lower.setSpacing(sizes.CARD)
        lower.addWidget(self._form(), 3)
        empty = Card()
        empty.add(EmptyState("Chưa có đợt nào", "Mỗi đợt có ngày bắt đầu, ngày kết thúc, hạn báo cáo.", "Thêm đợt"), 1)
        note = QPlainTextEdit("Ghi chú của văn phòng")
        note.setMaximumHeight(2 * sizes.CONTROL)
        empty.add(note)
        lower.addWidget(empty, 2)
        column.addLayout(lower, 3)
        return side

    def _form(self) -> Card:
        card = Card()
        form = FormSection("Cơ quan", "In ở đầu mọi văn bản.")
        name = QLineEdit("xã Ví Dụ")
        form.add_field("Tên xã, phường", name, required=True)
        kind = QComboBox()
        kind.addItems(["xã", "phường", "đặc khu"])
        form.add_field("Loại", kind)
        date = QDateEdit()
        date.setDisplayFormat("dd/MM/yyyy")
        date.setCalendarPopup(True)
        form.add_field("Từ ngày", date).set_problem("Ngày này sau ngày kết thúc.")
        form.add_field("Năm", QSpinBox(maximum=2100, value=2026))
        form.add_field("Phải đăng ký", QCheckBox("Có báo cáo theo đợt", checked=True))
        card.add(form)
        card.body.addStretch(1)
        return card

    def _right(self) -> SidePanel:
        panel = SidePanel("Kiểm tra văn bản")
        panel.add_to_title(StatusChip("2 lỗi", State.BAD))
        panel.add_to_title(StatusChip("5 lưu ý", State.WAIT))
        panel.add(
            InlineMessage(
                "Thấp hơn chỉ tiêu tỉnh giao",
                "Thu nhập bình quân: xã giao 60, tỉnh giao 62 triệu đồng.",
                State.BAD,
                ("Đến chỗ này",),
            )
        )
        panel.add(InlineMessage("Một chỉ tiêu chưa giao đơn vị", "Đất tích tụ.", State.WAIT, ("Giao đơn vị…",)))
        panel.add(InlineMessage("Đủ nơi nhận", state=State.GOOD, closable=True))
        panel.add(InlineMessage("Kế hoạch này lấy từ năm 2025."))
        chips = QHBoxLayout()
        for chip in (StatusChip("Đạt", State.GOOD), StatusChip("Thiếu", State.BAD), StatusChip("Chờ", State.WAIT)):
            chips.addWidget(chip)
        chips.addStretch(1)
        panel.body.addLayout(chips)
        for share, text, state in (
            (1.0, "774 / 770 tấn, đạt", State.GOOD),
            (0.6, "6 / 10 ha, thiếu", State.BAD),
            (0.0, "chờ báo cáo", State.WAIT),
        ):
            bar = TargetBar()
            bar.show_share(share, text, state)
            panel.add(bar)
        panel.body.addStretch(1)
        return panel


def main(arguments: list[str] | None = None) -> int:
    """Show the gallery, or write a picture of it and end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--shot")
    parser.add_argument("--size", default="1366x768")
    chosen = parser.parse_args(arguments)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    theme.apply(app, dark=chosen.dark)
    gallery = Gallery()
    gallery.setObjectName("gallery")
    width, _, height = chosen.size.partition("x")
    gallery.resize(int(width), int(height))
    gallery.show()
    if chosen.shot:
        gallery.table.setFocus()
        app.processEvents()
        gallery.grab().save(chosen.shot)
        return 0
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
