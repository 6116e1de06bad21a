"""After the plan is issued: a new version with its differences, and the file that the chair corrected in Word."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import docx

from thidua_desktop.services.plan import plans

from .drafting import issue_with, raise_figure, shot_checked
from .hands import Hands, expect

_FIGURE = re.compile(r"(?<![\d.,])([1-8]\d)%")  # a share of which more is better
_LONG = 90  # characters from which a paragraph is one of the body
_ADDED = " Việc gì vượt thẩm quyền thì báo cáo Chủ tịch Ủy ban nhân dân trong ngày."


def amend(hands: Hands) -> None:
    """A new version with another figure; what differs is looked at and written."""
    tab = hands.window.pages.tab
    before = tab.editor.plan.id
    hands.press("Lập bản sửa đổi")
    hands.until(lambda: tab.editor.plan.amends == before, "chưa lập được bản sửa đổi")
    raise_figure(hands)
    shot_checked(hands, "ban-sua-doi")
    hands.press("Xem thay đổi")
    hands.until(lambda: tab.comparing.is_open, "không mở được trang so sánh")
    hands.shot("so-sanh-hai-ban")
    hands.written("Bảng so sánh", "docx", partial(hands.press, "Xuất Word bảng so sánh"))
    hands.press("Đóng")
    hands.until(lambda: not tab.comparing.is_open, "không về được kế hoạch")


def take_corrections(hands: Hands) -> None:
    """The version goes out as a Word file, comes back corrected, and what is ticked is taken; then it is issued."""
    tab, context = hands.window.pages.tab, hands.window.context
    sent = hands.written("Bản sửa đổi trình ký", "docx", partial(hands.press, "Xuất Word"))
    back = corrected(sent, hands.record.folder / "Kế hoạch Chủ tịch đã sửa.docx")
    version = tab.editor.plan.id
    hands.choose("Khác", "Nhập từ tệp…", answers=[back])
    hands.until(lambda: tab.importing is not None, "không đọc được tệp đã sửa")
    hands.shot("doc-tep-da-sua")
    listed = [one.id for one in plans.plan_summaries(context.workspace, context.year)]
    hands.press("So với kế hoạch đã có", *([listed.index(version)] if len(listed) > 1 else []))
    view = tab.importing.comparing.view
    count = len(view.model.differences)
    hands.record.note(f"{count} chỗ khác nhau: {', '.join(one.title for one in view.model.differences)}.")
    expect(count > 1, "không thấy chỗ nào đã sửa trong Word")
    hands.shot("so-voi-tep-da-sua")
    hands.press("Chọn tất cả")
    view.table.setFocus()
    view.table.go_to(count - 1)
    hands.key("Space")
    hands.shot("so-voi-tep-da-danh-dau")
    hands.press(f"Lấy {count - 1} thay đổi")
    hands.until(lambda: tab.importing is None and tab.editor.plan.id == version, "thay đổi chưa vào kế hoạch")
    if text := " ".join(one.text for one in plans.plan(context.workspace, version).closing):
        hands.record.note(f"Phần kết: {text}")
    shot_checked(hands, "da-lay-thay-doi")
    issue_with(hands, "21", f"20/02/{context.year}", "ban-hanh-ban-sua-doi")
    shot_checked(hands, "ban-sua-doi-da-ban-hanh")
    hands.written("Bản sửa đổi ban hành", "docx", partial(hands.press, "Xuất Word"))
    hands.written("Bản sửa đổi ban hành", "pdf", lambda path: hands.choose("Khác", "Xuất PDF…", answers=[path]))
    hands.pick(tab.chooser, tab.chooser.itemText(listed.index(version) - 1))
    shot_checked(hands, "ban-da-duoc-thay")


def corrected(sent: Path, path: Path) -> Path:
    """The file as the chair hands it back: a figure higher, a sentence more at the end, a paragraph fewer."""
    document = docx.Document(str(sent))
    body = [one for one in document.paragraphs if len(one.text) > _LONG]
    runs = [run for one in document.paragraphs for run in one.runs]
    figure = next((run for run in runs if _FIGURE.search(run.text)), None)
    if figure is not None:
        figure.text = _FIGURE.sub(lambda found: f"{int(found[1]) + 1}%", figure.text, count=1)
    body[-1].runs[-1].text += _ADDED
    middle = body[len(body) // 2]._p
    middle.getparent().remove(middle)
    document.save(str(path))
    return path
