"""A form is known as ours, and as another paper, whatever became of the office's name meanwhile."""

from __future__ import annotations

from tests.services.sheets.returning import report_on, stamped
from tests.services.sheets.test_word_forms import word
from tests.sheet_forms import plain_sheet
from thidua_desktop.services.registration import registrations
from thidua_desktop.storage import records


def test_a_paper_in_which_nothing_is_to_be_filled_in_is_named(desk, farmers):
    report = report_on(desk, word(desk, "target-assignment", farmers))
    assert (report.state, report.problem.split(",")[0]) == ("refused", "Tệp này là bảng giao chỉ tiêu của xã")


def test_a_paper_of_another_commune_with_a_code_of_ours_asks_whose_it_is(desk, farmers):
    def other_commune(paper):
        for one in (*paper.paragraphs, *(cell.paragraphs[0] for row in paper.tables[0].rows for cell in row.cells)):
            one.text = one.text.replace("xã Ví Dụ", "xã Khác").replace("XÃ VÍ DỤ", "XÃ KHÁC")

    report = report_on(desk, word(desk, "registration-form", farmers, other_commune))
    assert (report.state, report.remarks[-1].split(":")[0]) == ("choose", "Tệp ghi “Kính gửi")


def test_rows_of_several_organisations_in_one_sheet_are_not_all_taken_for_one(desk, farmers, youth):
    head, row = ("Họ và tên", "Danh hiệu"), ("Lê Mẫu", "LĐTT")
    both = report_on(
        desk, plain_sheet(("Đơn vị: Hội Nông dân",), head, row, ("II. Đoàn xã Ví Dụ",), ("Võ Mẫu", "LĐTT"))
    )
    assert both.state == "choose"
    assert both.remarks[-1].startswith("Tệp ghi tên nhiều đơn vị: “Hội Nông dân”, “Đoàn xã Ví Dụ”.")
    registrations.enter_new(desk, 2026, "Thôn Mẫu", "Thôn, tổ dân phố")
    named = ("Hội Nông dân", "Đoàn xã Ví Dụ", "Thôn Mẫu")
    rows = [(f"Lê Mẫu {number}", name, "LĐTT") for number, name in enumerate(named)]
    mixed = report_on(desk, plain_sheet(("Hội Nông dân",), ("Họ và tên", "Đơn vị", "Danh hiệu"), *rows))
    assert [one.state for one in mixed.rows] == ["corrected", "doubtful", "corrected"]
    assert mixed.rows[1].reasons[0] == "Dòng này ghi đơn vị khác: “Đoàn xã Ví Dụ”."


def test_papers_of_several_organisations_in_one_file_are_named(desk, farmers, youth):
    report = report_on(desk, word(desk, "registration-form", None))
    assert (report.state, report.problem.split(" nên")[0]) == (
        "refused",
        "Tệp này có nhiều phiếu (ĐK-2026-001, ĐK-2026-002)",
    )


def test_a_form_without_its_hidden_page_is_known_by_its_code(desk, recipient):
    form = recipient()
    del form.book["Khóa"]
    report = report_on(desk, form.send())
    assert (report.organisation, report.how) == ("Hội Nông dân", "theo mã phiếu ở góc giấy")
    assert [row.state for row in report.rows] == ["same"]


def test_a_code_of_an_organisation_that_the_file_does_not_name_asks_whose_it_is(desk, farmers):
    report = report_on(
        desk, plain_sheet(("ĐK-2026-001",), ("Hội Làm vườn",), ("Họ và tên", "Danh hiệu"), ("Lê", "LĐTT"))
    )
    assert (report.state, report.remarks) == (
        "choose",
        ("Mã phiếu là của “Hội Nông dân” nhưng trong tệp không thấy tên đó.",),
    )


def test_a_form_that_was_out_when_the_offices_name_was_put_right_still_counts(desk, farmers):
    source = stamped(desk, farmers)
    with desk.file.act("Sửa tên cơ quan"):
        records.update(desk.file, "office", 1, {"name": "xã Ví Dụ Mới"})
    assert report_on(desk, source).organisation == "Hội Nông dân"
