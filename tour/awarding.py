"""December: a round of nominations is judged, voted on, decided, and its papers are written."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QTableView

from thidua_desktop.domain.destinations import AWARDS
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.awards import decisions
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.awards.subject_page import SubjectPage
from thidua_desktop.ui.tabs.awards.subject_year import YearForm

from .hands import Hands, expect
from .registering import NAMES

PAPERS = ("Danh sách đề nghị", "Tờ trình", "Quyết định", "Giấy khen", "Bảng tiền thưởng")
NOMINATING, COUNCIL, DECIDING, CERTIFICATES = range(4)
_GIAY_KHEN = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"
_BANG_KHEN = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"


def nominate(hands: Hands) -> None:
    """A new round takes what was registered; others are added in the table."""
    hands.go_to(AWARDS)
    hands.shot("khen-thuong-chua-co")
    hands.press("Thêm đợt xét")
    page, year = hands.window.pages.tab.round, hands.window.context.year
    fields = page.fields[NOMINATING].fields
    hands.type_in(fields["name"].widget, f"Xét danh hiệu thi đua, khen thưởng năm {year}")
    hands.type_in(fields["received_on"].widget, f"05/12/{year}")
    hands.press("Lấy từ đăng ký")
    hands.until(lambda: _count(hands) >= len(NAMES), "chưa lấy đủ đề nghị từ đăng ký")
    taken = _count(hands)
    view = page.nominations.register
    for subject, kind, award in (
        ("Hộ ông Vũ Văn Ước", "hộ gia đình", _GIAY_KHEN),
        (NAMES[0], "cá nhân", _BANG_KHEN),
        (NAMES[1], "cá nhân", _GIAY_KHEN),
    ):
        hands.fill(view.table, view.model.rows.count, {"subject_kind": kind, "award": award, "subject": subject})
    hands.until(lambda: _count(hands) == taken + 3, "đề nghị gõ thêm chưa được ghi")
    hands.shot("de-nghi")


def _count(hands: Hands) -> int:
    page = hands.window.pages.tab.round
    return registers.count(hands.window.context.workspace, "nominations", scope=page.round_id)


def tell_facts(hands: Hands) -> None:
    """Those nobody knows come into the directory; the year of some is told; the rules' questions are answered."""
    page = hands.window.pages.tab.round
    view, panel = page.nominations.register, page.panel
    for row in range(4):
        _go_to(hands, row)
        panel.tabs.setCurrentIndex(1)
        hands.settle()
        for adopt in ("Đưa vào danh mục", "Không, thêm tổ chức mới"):  # the second where a like name is there already
            if hands.sees(adopt):
                hands.press(adopt)
                break
        form = hands.until(partial(_year_form, panel.facts), "không có chỗ ghi kết quả năm")
        hands.pick(form.fields["evaluation"].widget, "hoàn thành tốt nhiệm vụ")
        if "months_worked" in form.fields:
            hands.type_in(form.fields["months_worked"].widget, "12")
    hands.shot("ho-so")
    panel.tabs.setCurrentIndex(0)
    view.table.setFocus()
    hands.key("Ctrl+A")
    hands.press("Xác nhận điều kiện…")
    hands.shot("xac-nhan-dieu-kien")
    hands.press("Xác nhận")
    hands.until(lambda: "đạt" in {one.verdict.answer for one in page.verdicts.values()}, "không ai đạt điều kiện")
    _go_to(hands, 0)
    hands.shot("dieu-kien")


def _year_form(facts: SubjectPage) -> YearForm | None:
    return next((one for one in facts.forms.values() if one.isVisible()), None)


def _go_to(hands: Hands, row: int) -> None:
    table = hands.window.pages.tab.round.nominations.register.table
    table.setFocus()
    table.go_to(row)
    hands.settle()


def hold_council(hands: Hands) -> None:
    """The Council meets, votes are typed, its results stored; who does not meet the rules is chosen with a reason."""
    page, year = hands.window.pages.tab.round, hands.window.context.year
    hands.press(page.steps.buttons[COUNCIL].text())
    fields = page.fields[COUNCIL].fields
    for key, text in (("council_on", f"12/12/{year}"), ("council_members", "9"), ("council_present", "9")):
        hands.type_in(fields[key].widget, text)
    view = page.nominations.register
    for row in range(_count(hands)):
        hands.fill(view.table, row, {"votes_for": "8" if row % 3 else "9"})
    hands.settle()
    hands.press("Chọn mọi dòng đủ điều kiện")
    hands.shot("hoi-dong")
    _select_waiting(view.table, "đề nghị")
    if page.nominations.chosen_ids():
        needs = any(page.verdicts[key].verdict.answer == "chưa đạt" for key in page.nominations.chosen_ids())
        hands.press("Chọn", *(["Hội đồng kết luận thành tích xứng đáng"] if needs else []))
    place = view.register.keys.index("state")
    hands.until(lambda: {row.cells[place] for row in _rows(hands)} == {"được chọn"}, "kết quả xét chưa ghi đủ")
    hands.shot("hoi-dong-da-xet")


def _rows(hands: Hands) -> list[registers.Row]:
    page = hands.window.pages.tab.round
    return registers.page(hands.window.context.workspace, "nominations", scope=page.round_id, limit=-1)


def _select_waiting(table: QTableView, state: str) -> None:
    """Selects the rows with this result, as Ctrl and the mouse do."""
    model, chosen = table.model(), table.selectionModel()
    column = [one.key for one in model.columns].index("state")
    table.clearSelection()
    for row in range(model.rows.count):
        if model.text(row, column) == state:
            chosen.select(model.index(row, column), chosen.SelectionFlag.Select)


def decide(hands: Hands) -> None:
    """The tờ trình for the level above, the chair's decision, and what comes back from above."""
    tab, year = hands.window.pages.tab, hands.window.context.year
    hands.press(tab.round.steps.buttons[DECIDING].text())
    hands.shot("truoc-quyet-dinh")
    deciding = tab.round.deciding
    for key, text in (("submission_number", "112"), ("submitted_on", f"18/12/{year}")):
        hands.type_in(deciding.fields.fields[key].widget, text)
    hands.press("Ban hành quyết định…")
    dialog = hands.until(lambda: tab.acts.dialog, "chưa mở được hộp ban hành quyết định")
    hands.type_in(dialog.number, "109")
    hands.type_in(dialog.day, f"19/12/{year}")
    hands.shot("ban-hanh-quyet-dinh")
    hands.press("Ban hành")
    workspace = hands.window.context.workspace
    issued = hands.until(lambda: decisions.decisions(workspace, round_id=tab.round.round_id), "chưa có quyết định")[0]
    expect(issued.awards > 0, "quyết định chưa tặng ai")
    hands.shot("da-quyet-dinh")
    hands.record.note(f"Quyết định số {issued.number_symbol}: {issued.awards} khen thưởng.")


def send_out(hands: Hands) -> None:
    """Every paper of the round, before what comes from above is entered."""
    tab = hands.window.pages.tab
    hands.press(tab.round.steps.buttons[CERTIFICATES].text())
    hands.until(lambda: tab.round.preview.page_count() > 0, "giấy khen không hiện ra")
    hands.shot("giay-khen")
    for paper in PAPERS:
        for way, ending in (("Xuất Word…", "docx"), ("Xuất PDF…", "pdf")):
            choose = partial(hands.choose, "Giấy tờ", paper, way)
            hands.written(paper, ending, lambda path, choose=choose: choose(answers=[path]))
    hands.written(
        "Bảng tiền thưởng", "xlsx", lambda path: hands.choose("Giấy tờ", PAPERS[-1], "Xuất Excel…", answers=[path])
    )


def enter_upper_decision(hands: Hands) -> None:
    """The decisions of the levels above came back, each with those it names."""
    tab, year, workspace = hands.window.pages.tab, hands.window.context.year, hands.window.context.workspace
    hands.press(tab.round.steps.buttons[DECIDING].text())
    for number, day in (("45/QĐ-UBND", f"24/12/{year}"), ("102/QĐ-UBND", f"27/12/{year}")):
        before = registers.count(workspace, "awards")
        hands.choose("Khác", "Nhập quyết định của cấp trên…")
        dialog = hands.until(lambda: tab.acts.dialog, "không có gì chờ cấp trên quyết định")
        hands.type_in(dialog.number, number)
        hands.type_in(dialog.day, day)
        if number.startswith("45/"):
            hands.shot("quyet-dinh-cap-tren")
        hands.press("Lưu kết quả")
        hands.until(lambda before=before: registers.count(workspace, "awards") > before, "quyết định chưa được ghi")
        if not tab.round.deciding.upper.isEnabled():
            break
    issued = decisions.decisions(workspace, round_id=tab.round.round_id)[0]
    given, total = registers.count(workspace, "awards"), _count(hands)
    if given < total:
        hands.record.note(f"Còn {total - given} đề nghị do cấp khác quyết định vào ngày ký {format_date(issued.day)}.")
