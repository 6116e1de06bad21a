"""A made-up plan as a Word file, and what the clerk does with it in the import view."""

from __future__ import annotations

from pathlib import Path

import docx
from PySide6.QtGui import QTextCursor

from thidua_desktop.ui.tabs.plans.outline_nodes import Key

LINES = """\
ỦY BAN NHÂN DÂN
XÃ VÍ DỤ
Số: 05/KH-UBND
Ví Dụ, ngày 05 tháng 02 năm 2024
KẾ HOẠCH
Phát động phong trào thi đua năm 2024
Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;
Ủy ban nhân dân xã Ví Dụ ban hành kế hoạch như sau:
I. MỤC ĐÍCH
Thi đua sôi nổi trong toàn xã.
II. CHỈ TIÊU THI ĐUA
1. Về kinh tế
- Thu nhập bình quân đầu người: 60 triệu đồng.
- Tổng sản lượng lương thực: 774 tấn.
2. Về xã hội
- Tỷ lệ hộ nghèo giảm còn 1,2%.
III. NỘI DUNG
- Phong trào “Dân vận khéo” do Ủy ban nhân dân xã phát động.
IV. CÁC ĐỢT THI ĐUA
- Đợt 1: Từ ngày 01/01/2024 đến ngày 30/4/2024.
Nơi nhận:
- Đảng ủy xã (b/c);
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
""".splitlines()


def write_word_file(folder: Path) -> Path:
    """The plan as a paragraph for each line."""
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    path = folder / "kế hoạch 2024.docx"
    document.save(str(path))
    return path


def line_of(words: str) -> int:
    return next(number for number, line in enumerate(LINES) if words in line)


def go_to_line(view, words: str) -> None:
    """As a click on the line."""
    text = view.source.text
    text.setTextCursor(QTextCursor(text.document().findBlockByNumber(line_of(words))))


def outline(view) -> list[str]:
    return [f"{s.level} {s.marker} {s.heading}" for s in view.draft.plan.all_sections()]


def part(view, heading: str) -> Key:
    return Key("section", next(s.id for s in view.draft.plan.all_sections() if s.heading == heading))


def chosen_words(view) -> str:
    return " ".join(selection.cursor.selectedText() for selection in view.source.text.extraSelections())
