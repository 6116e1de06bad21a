"""Of several files the one that counts, and files that need not be taken at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tests.services.sheets.returning import report_on, returned, shown, stamped
from tests.sheet_forms import plain_sheet
from thidua_desktop.services.sheets.reviewing import review
from thidua_desktop.services.sheets.taken import taken_files
from thidua_desktop.services.sheets.taking import take
from thidua_desktop.storage import records


def test_a_form_that_nobody_saved_never_takes_the_place_of_one_that_was_filled_in(desk, farmers, recipient):
    empty = stamped(desk, farmers)
    filled = recipient(name="đã điền.xlsx").type("Cá nhân", {"B5": "Lê Mẫu", "D5": "LĐTT"}).send()
    first, second = review(desk, 2026, returned(filled, empty))
    assert (first.state, second.state) == ("ready", "older")


def test_a_form_that_nobody_saved_waits_for_a_tick_whatever_became_of_the_books(desk, farmers):
    empty = stamped(desk, farmers)
    with desk.file.act("thử"):
        records.update(
            desk.file, "commitments", int(records.page(desk.file, "commitments")[0]["id"]), {"quote": "Khác"}
        )
    report = report_on(desk, empty)
    assert (report.state, report.problem.split(".")[0]) == ("idle", "Tệp chưa được lưu lại từ khi phát phiếu")


def test_texts_moved_up_over_an_emptied_line_are_the_rows_they_were(desk, farmers, recipient):
    first = recipient().type("Cá nhân", {"B5": "Lê A", "D5": "LĐTT", "B6": "Lê B", "D6": "LĐTT"})
    first.type("Cam kết", {"B6": "Làm đường", "D6": 2, "E6": "km", "B7": "Xây nhà", "D7": 3, "E7": "nhà"})
    first.type("Phong trào", {"B5": "Phong trào A", "B6": "Phong trào B"})
    take(desk, 2026, report_on(desk, first.send()))
    again = recipient(name="lần 2.xlsx")
    again.saved = datetime(2026, 2, 4, 8, 0)
    again.type("Cá nhân", {"B5": "Lê B", "B6": None, "D6": None}).type("Phong trào", {"B5": "Phong trào B", "B6": None})
    again.type("Cam kết", {"B6": "Xây nhà", "D6": 3, "E6": "nhà"}).type(
        "Cam kết", dict.fromkeys(("B7", "C7", "D7", "E7"))
    )
    assert [(state, text) for state, text in shown(report_on(desk, again.send())) if state != "như đã có"] == [
        ("đã sửa", "Lê A – Lao động tiên tiến"),
        ("đã sửa", "Phong trào A"),
        ("nghi ngờ", "Làm đường"),
    ]


def test_a_list_made_by_hand_takes_nothing_away_without_a_tick(desk, farmers, recipient):
    take(desk, 2026, report_on(desk, recipient().type("Cá nhân", {"B5": "Lê A", "D5": "LĐTT"}).send()))
    more = report_on(desk, plain_sheet(("Hội Nông dân",), ("Họ và tên", "Danh hiệu"), ("Lê B", "Lao động tiên tiến")))
    assert shown(more) == [("lấy", "Lê B – Lao động tiên tiến"), ("nghi ngờ", "Lê A – Lao động tiên tiến")]


def test_a_sheet_of_results_made_by_hand_is_of_the_phase_it_names(desk, farmers):
    plan = int(records.page(desk.file, "plan_phases")[0]["plan_id"])
    with desk.file.act("thử"):
        records.insert(
            desk.file, "plan_phases", {"plan_id": plan, "name": "Đợt 2", "start": "2026-07-01", "end": "2026-12-31"}
        )
    rows = (("Nội dung cam kết", "Kết quả"), ("Trồng 5 ha rừng", 4))
    named = report_on(desk, plain_sheet(("Hội Nông dân",), ("BÁO CÁO ĐỢT 2",), *rows))
    assert (named.phase, named.remarks) == ("Đợt 2", ())
    silent = report_on(desk, plain_sheet(("Hội Nông dân",), *rows))
    assert (silent.phase, silent.remarks[0].split(".")[0]) == ("Đợt 1", "Tệp không ghi đợt nào: hiểu là “Đợt 1”")
    both = report_on(desk, plain_sheet(("Hội Nông dân",), ("ĐỢT 1, ĐỢT 2",), *rows))
    assert (both.phase, both.remarks[0].split(".")[0]) == ("Đợt 1", "Tệp ghi nhiều đợt: hiểu là “Đợt 1”")


def test_a_result_form_whose_code_names_a_phase_that_is_gone_says_so(desk, farmers):
    rows = (("Nội dung cam kết", "Kết quả"), ("Trồng 5 ha rừng", 4))
    gone = report_on(desk, plain_sheet(("KQ3-2026-001",), ("Hội Nông dân",), *rows))
    problem = "Phiếu này ghi mã của đợt thứ 3, kế hoạch năm 2026 nay không còn đợt đó nên chưa nhận được."
    assert (gone.state, gone.problem) == ("refused", problem)


def test_a_taken_file_is_known_under_whichever_plans_phase_of_the_name_it_is_kept(desk, farmers, recipient):
    source = recipient("kết quả").type("Kết quả", {"F5": 4}).send()
    take(desk, 2026, report_on(desk, source))
    with desk.file.act("thử"):
        plan = records.insert(desk.file, "plans", {"year": 2026, "title": "Chuyên đề"})
        phase = records.insert(desk.file, "plan_phases", {"plan_id": plan, "name": "Đợt 1"})
        taken = int(records.page(desk.file, "taken_files")[0]["id"])
        records.update(desk.file, "taken_files", taken, {"phase_id": phase})
    assert report_on(desk, source).state == "taken"
    assert [one.phase for one in taken_files(desk, 2026)] == ["Đợt 1"]


def test_of_files_saved_in_one_second_none_is_taken_unless_they_are_one(desk, farmers, recipient):
    one = recipient(name="một.xlsx").type("Cá nhân", {"B5": "Lê Mẫu", "D5": "LĐTT"}).send()
    other = recipient(name="hai.xlsx").type("Cá nhân", {"B5": "Võ Mẫu", "D5": "LĐTT"}).send()
    states = review(desk, 2026, returned(one, other))
    assert [report.state for report in states] == ["tied", "tied"]
    assert states[0].problem.startswith("Lưu cùng lúc với “hai.xlsx” của cùng đơn vị")
    first, again = review(desk, 2026, returned(one, replace(one, name="một (1).xlsx")))
    assert (first.state, again.problem) == ("ready", "Giống hệt tệp “một.xlsx” trong danh sách này.")
    take(desk, 2026, first)
    assert report_on(desk, other).state == "tied"


def test_files_saved_in_one_second_that_say_the_same_are_no_question(desk, farmers, recipient):
    one, other = (recipient(name=name).type("Cá nhân", {"B5": "Lê Mẫu", "D5": "LĐTT"}) for name in ("một", "hai"))
    other.book["Cá nhân"].column_dimensions["B"].width = 40
    one, other = one.send(), other.send()
    assert one.content != other.content
    first, second = review(desk, 2026, returned(one, other))
    assert (first.state, second.state) == ("ready", "idle")
    assert second.problem == "Nội dung như nhau với tệp “một” trong danh sách này."
    take(desk, 2026, first)
    assert report_on(desk, other).problem.startswith("Mọi dòng đều như đã có.")


def test_what_says_nothing_new_waits_for_a_tick(desk, farmers, recipient):
    take(desk, 2026, report_on(desk, recipient().send()))
    again = recipient(name="lần 2.xlsx")
    again.saved = datetime(2026, 2, 4, 8, 0)
    report = report_on(desk, again.send())
    assert (report.state, report.problem.split(".")[0]) == ("idle", "Mọi dòng đều như đã có")
    empty = report_on(desk, plain_sheet(("Hội Nông dân",), ("Nội dung cam kết", "Kết quả"), ("Trồng 5 ha rừng", None)))
    assert (empty.state, empty.rows[0].reasons) == ("idle", ("Đơn vị chưa ghi kết quả.",))
