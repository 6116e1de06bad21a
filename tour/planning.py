"""January: the first start, and the year's plan read from a file, looked through, corrected, stored and sent out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from thidua_desktop.domain.destinations import PLANS
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tabs.plans.import_pages import CHECKS, OUTLINE, PAGES, UNKNOWN
from thidua_desktop.ui.tabs.plans.plan_editor import CHECK_AFTER

from .hands import QUIET, Hands, expect

PAINTED = 4  # waits of a picture until the pages are painted
ADDED = "Mô hình, cách làm hay trong thi đua"  # any organisation may have one, so that it can be divided


def first_start(hands: Hands, data: Path) -> None:
    """The office, its signers and where the data is kept."""
    form, setting = hands.window.start.form, hands.setting
    hands.pick(form.kind, setting.kind)
    hands.type_in(form.name, setting.name)
    hands.type_in(form.chair, "Nguyễn Văn Mẫu")
    hands.type_in(form.vice, "Trần Thị Thử")
    hands.type_in(form.year.lineEdit(), str(setting.year))
    hands.press("Chỗ khác…", data)
    hands.shot("bat-dau")
    hands.press("Bắt đầu")
    hands.until(data.is_file, "chưa có tệp dữ liệu")
    hands.until(lambda: hands.window.context is not None, "chưa mở tệp dữ liệu")
    hands.shot("tong-quan-chua-co-gi")


def import_plan(hands: Hands, plan: Path) -> None:
    """The plan's file is read and shown beside what was understood."""
    hands.go_to(PLANS)
    hands.shot("ke-hoach-chua-co")
    hands.press("Nhập kế hoạch từ tệp…", plan)
    tab = hands.window.pages.tab
    hands.until(lambda: tab.importing is not None, "không đọc được kế hoạch")
    hands.shot("nhap-ke-hoach")
    for page in (OUTLINE, "plan_targets", "commitments", "plan_phases", UNKNOWN, CHECKS):
        tab.importing.pages.show_page(page)
        hands.shot(f"nhap-{PAGES[page]}")


def correct_and_store(hands: Hands) -> None:
    """One thing is put right, taken back, done again; then all is stored."""
    tab = hands.window.pages.tab
    draft = tab.importing.draft
    tab.importing.pages.show_page("plan_targets")
    hands.settle()
    table = tab.importing.pages.table("plan_targets").table
    before = len(draft.plan.targets)
    hands.fill(table, table.model().rows.count, {"indicator": ADDED, "values": "12 mô hình"})
    hands.until(lambda: len(draft.plan.targets) == before + 1, "chưa thêm được chỉ tiêu còn thiếu")
    hands.press("Hoàn tác")
    hands.press("Hoàn tác") if len(draft.plan.targets) > before else None
    hands.until(lambda: len(draft.plan.targets) == before, "hoàn tác không lấy lại được")
    while hands.sees("Làm lại"):
        hands.press("Làm lại")
    hands.until(lambda: len(draft.plan.targets) == before + 1, "làm lại không được")
    table.go_to(before, [column.key for column in table.model().columns].index("values"))
    hands.shot("sua-truoc-khi-luu")
    hands.press("Lưu vào năm")
    hands.until(lambda: tab.importing is None, "kế hoạch chưa lưu")
    stored = plans.plan(hands.window.context.workspace, tab.editor.plan.id)
    expect(len(stored.targets) == before + 1, "chỉ tiêu vừa thêm không có trong kế hoạch đã lưu")
    hands.record.note(
        f"Kế hoạch năm {stored.year}: {len(stored.targets)} chỉ tiêu, {len(stored.commitments)} cam kết, "
        f"{len(stored.phases)} đợt, {len(stored.tasks)} việc."
    )
    hands.settle(CHECK_AFTER / 1000 + QUIET)  # what the check says of it belongs to the picture
    hands.shot("ke-hoach")


def send_out(hands: Hands) -> None:
    """The plan and its targets as papers."""
    look_at_pages(hands, "ke-hoach-xem-truoc")
    hands.written("Kế hoạch", "docx", partial(hands.press, "Xuất Word"))
    hands.written("Kế hoạch", "pdf", lambda path: hands.choose("Khác", "Xuất PDF…", answers=[path]))
    for words, ending in (("Xuất Excel bảng chỉ tiêu…", "xlsx"), ("Xuất Word bảng chỉ tiêu…", "docx")):
        hands.written("Bảng chỉ tiêu", ending, lambda path, words=words: hands.choose("Khác", words, answers=[path]))


def look_at_pages(hands: Hands, picture: str) -> None:
    """The pages of the plan in view; the same keys bring them and put them away."""
    editor = hands.window.pages.tab.editor
    before = editor.preview.pdf
    hands.key("Ctrl+Shift+P")
    hands.until(lambda: editor.previewing and editor.preview.pdf not in (b"", before), "trang in không hiện ra")
    hands.settle(PAINTED * hands.quiet)
    hands.shot(picture)
    hands.key("Ctrl+Shift+P")
    expect(not editor.previewing, "trang in không cất đi")
