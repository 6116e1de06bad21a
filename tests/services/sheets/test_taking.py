"""Forms out, files back, and what they change: with one undo for each file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.services.sheets.returning import Recipient, report_on, returned, shown
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services import history
from thidua_desktop.services.chasing import sent_papers
from thidua_desktop.services.registration import adjustments, commitments, registrations
from thidua_desktop.services.sheets.gathering import progress_sheet, registration_sheet
from thidua_desktop.services.sheets.reviewing import review
from thidua_desktop.services.sheets.taking import take
from thidua_desktop.storage import records
from thidua_desktop.storage.registration import results_of_year, titles_of_year


def _stored(desk) -> dict[str, int]:
    kinds = ("registered_titles", "registered_initiatives", "registered_movements", "commitments", "taken_files")
    return {kind: records.count(desk.file, kind) for kind in (*kinds, "attachments")}


def test_the_form_is_filled_with_the_organisations_own_share_of_the_plan(desk, farmers):
    form = registration_sheet(desk, 2026, farmers)
    assert (form.stamp.organisation, form.stamp.year, form.code) == ("Hội Nông dân", 2026, "ĐK-2026-001")
    tables = {table.key: table for table in form.tables}
    assert [dict(row.cells) for row in tables["commitments"].rows] == [
        {"quote": "Trồng 5 ha rừng", "sign": "đúng (=)", "value": 5.0, "unit": "ha"}
    ]
    assert tables["movements"].column("name").choices == ("Xã Ví Dụ chung sức",)
    assert "Lao động tiên tiến" in tables["people"].column("award").choices


def test_a_target_that_the_plan_gives_to_an_organisation_is_proposed_on_its_form(desk, farmers):
    target = records.page(desk.file, "plan_targets")[0]
    with desk.file.act("thử"):
        records.update(desk.file, "plan_targets", int(target["id"]), {"responsible": "Hội ND xã"})
    rows = next(table.rows for table in registration_sheet(desk, 2026, farmers).tables if table.key == "commitments")
    assert [(row.key, row.cells.get("quote"), row.cells.get("value")) for row in rows][1:] == [
        (f"g{target['id']}.0", "Thu ngân sách", 10.0)
    ]


def test_a_form_that_comes_back_untouched_changes_nothing_but_that_it_came(desk, farmers, recipient):
    report = report_on(desk, recipient().send())
    assert (report.state, report.organisation, report.how) == ("ready", "Hội Nông dân", "theo mã trong phiếu")
    assert shown(report) == [("như đã có", "Trồng 5 ha rừng – 5 ha")]
    take(desk, 2026, report)
    assert registrations.registration(desk, 2026, farmers).received_on == "2026-02-05"
    assert records.page(desk.file, "taken_files")[0]["name"] == "phiếu.xlsx"


def test_everything_that_was_filled_in_is_stored_and_one_undo_takes_the_whole_file_back(desk, farmers, recipient):
    before = _stored(desk)
    form = recipient().type("Tập thể", {"B5": "Hội Nông dân", "C5": "Tập thể lao động tiên tiến"})
    form.type("Cá nhân", {"B5": "Nguyễn Văn Mẫu", "C5": "Chủ tịch Hội", "D5": "LĐTT"})
    form.type("Sáng kiến", {"B5": "Ủ phân hữu cơ", "C5": "Nguyễn Văn Mẫu"})
    form.type("Phong trào", {"B5": "Xã Ví Dụ chung sức"})
    form.type(
        "Cam kết", {"D5": 7, "F5": date(2026, 6, 30), "B6": "Thu ngân sách 2 tỷ đồng", "D6": "2", "E6": "tỷ đồng"}
    )
    form.type("Cam kết", {"H6": "Thu ngân sách"})
    report = report_on(desk, form.send())
    assert shown(report) == [
        ("lấy", "Hội Nông dân – Tập thể lao động tiên tiến"),
        ("đã sửa", "Nguyễn Văn Mẫu – Lao động tiên tiến – Chủ tịch Hội"),
        ("lấy", "Ủ phân hữu cơ – Nguyễn Văn Mẫu – cơ sở"),
        ("lấy", "Xã Ví Dụ chung sức"),
        ("lấy", "Trồng 5 ha rừng – 7 ha – hạn 30/06/2026"),
        ("đã sửa", "Thu ngân sách 2 tỷ đồng – 2 tỷ đồng"),
    ]
    take(desk, 2026, report)
    assert [(row["subject"], row["award"]) for row in titles_of_year(desk.file, 2026)] == [
        ("Hội Nông dân", "Tập thể lao động tiên tiến"),
        ("Nguyễn Văn Mẫu", "Lao động tiên tiến"),
    ]
    own = commitments.of_year(desk, 2026, farmers)
    assert [(one.quote, one.values[0].value, one.target) for one in own] == [
        ("Trồng 5 ha rừng", 7.0, ""),
        ("Thu ngân sách 2 tỷ đồng", 2.0, "Thu ngân sách"),
    ]
    assert records.page(desk.file, "registered_movements")[0]["movement_id"]
    history.undo(desk)
    assert _stored(desk) == before
    assert registrations.registration(desk, 2026, farmers).received_on is None


@pytest.mark.parametrize(
    ("cells", "text", "state"),
    [
        ({"D6": 0.95, "E6": "%"}, "Tỷ lệ – 95%", "doubtful"),  # Excel keeps 95% so
        ({"C6": "giảm", "D6": 0.5, "E6": "%"}, "Tỷ lệ – giảm 0,5%", "taken"),
        ({"D6": "2 km", "E6": "ha"}, "Tỷ lệ – 2 ha", "doubtful"),
        ({"D6": "2 km"}, "Tỷ lệ – 2 km", "corrected"),
        ({"D6": -2, "E6": "km"}, "Tỷ lệ – -2 km", "doubtful"),
    ],
)
def test_a_figure_that_may_be_another_one_is_doubted(desk, recipient, cells, text, state):
    row = report_on(desk, recipient().type("Cam kết", {"B6": "Tỷ lệ", **cells}).send()).rows[1]
    assert (row.text, row.state) == (text, state)


def test_a_cell_that_cannot_be_read_takes_nothing_away(desk, farmers, recipient):
    take(desk, 2026, report_on(desk, recipient().type("Cam kết", {"F5": date(2026, 6, 30)}).send()))
    again = recipient().type("Cam kết", {"F5": "quý II"})
    again.saved = datetime(2026, 2, 4, 8, 0)
    (row,) = report_on(desk, again.send()).rows
    assert (row.state, row.reasons) == ("doubtful", ("“quý II” ở ô “Hạn hoàn thành” không đọc được thành ngày.",))
    (row,) = report_on(desk, again.type("Cam kết", {"D5": 10**18}).send()).rows
    assert (row.state, row.change) == ("refused", None)


def test_only_the_rows_that_were_ticked_are_stored(desk, recipient):
    form = recipient().type("Cá nhân", {"B5": "Nguyễn Văn Mẫu", "D5": "Lao động tiên tiến"})
    form.type("Cá nhân", {"B6": "Trần Thị Mẫu", "D6": "Danh hiệu lạ", "B7": "Lê Mẫu", "D8": "Lao động tiên tiến"})
    report = report_on(desk, form.send())
    assert [row.state for row in report.rows[:4]] == ["taken", "doubtful", "refused", "refused"]
    assert [row.reasons[0] for row in report.rows[1:4]] == [
        "“Danh hiệu lạ” không có trong danh mục danh hiệu, hình thức khen thưởng.",
        "Chưa ghi danh hiệu.",
        "Chưa ghi tên.",
    ]
    take(desk, 2026, report)
    assert [row["subject"] for row in titles_of_year(desk.file, 2026)] == ["Nguyễn Văn Mẫu"]


def test_the_newest_file_counts_and_says_what_it_replaced(desk, farmers, recipient):
    first = recipient(name="lần 1.xlsx").type("Cá nhân", {"B5": "Nguyễn Văn Mẫu", "D5": "Lao động tiên tiến"})
    first.type("Cá nhân", {"B6": "Trần Thị Mẫu", "D6": "Lao động tiên tiến"})
    second = recipient(name="lần 2.xlsx").type("Cá nhân", {"B5": "Nguyễn Văn Mẫu", "D5": "Chiến sĩ thi đua cơ sở"})
    second.saved = datetime(2026, 2, 4, 8, 0)
    older, newer = review(desk, 2026, returned(first.send(), second.send()))
    assert (older.state, newer.state) == ("older", "ready")
    assert "“lần 2.xlsx”" in older.problem
    take(desk, 2026, report_on(desk, first.send()))
    report = report_on(desk, second.send())
    assert report.remarks == ("Thay cho tệp “lần 1.xlsx” đã nhận ngày 05/02/2026.",)
    assert ("đã sửa", "Trần Thị Mẫu – Lao động tiên tiến") in shown(report)
    take(desk, 2026, report)
    assert [(row["subject"], row["award"]) for row in titles_of_year(desk.file, 2026)] == [
        ("Nguyễn Văn Mẫu", "Chiến sĩ thi đua cơ sở")
    ]
    assert report_on(desk, first.send()).state == "older"
    assert report_on(desk, second.send()).state == "taken"


def test_a_commitment_left_empty_goes_only_when_the_clerk_ticks_it(desk, farmers, recipient):
    form = recipient().type("Cam kết", dict.fromkeys(("B5", "C5", "D5", "E5")))
    report = report_on(desk, form.send())
    assert shown(report) == [("nghi ngờ", "Bỏ: Trồng 5 ha rừng")]
    assert not report.ticked
    take(desk, 2026, report, [0])
    assert commitments.of_year(desk, 2026, farmers) == ()


def test_two_figures_of_one_commitment_stand_in_two_rows(desk, farmers, recipient):
    form = recipient().type("Cam kết", {"B6": "Làm đường", "D6": 2, "E6": "km", "D7": 300, "E7": "triệu đồng"})
    report = report_on(desk, form.send())
    assert shown(report)[1] == ("đã sửa", "Làm đường – 2 km; 300 triệu đồng")
    assert report.rows[1].place == "Cam kết, dòng 6–7"
    take(desk, 2026, report)
    assert [len(one.values) for one in commitments.of_year(desk, 2026, farmers)] == [1, 2]


def test_the_results_of_a_phase_come_back(desk, farmers, recipient):
    form = progress_sheet(desk, 2026, organisation_id=farmers)
    assert (form.stamp.phase, form.code) == ("Đợt 1", "KQ1-2026-001")
    assert form.guide[-1].endswith("gửi về UBND Ví Dụ qua Zalo hoặc USB, chậm nhất ngày 15/06/2026.")
    report = report_on(desk, recipient("kết quả").type("Kết quả", {"F5": "4,5 ha", "G5": "Ảnh chụp"}).send())
    assert (report.kind, report.phase) == ("kết quả", "Đợt 1")
    assert shown(report) == [("đã sửa", "Trồng 5 ha rừng – 4,5 – Ảnh chụp")]
    take(desk, 2026, report)
    (result,) = next(iter(results_of_year(desk.file, "commitments", 2026).values())).values()
    assert (result.value, result.proof, result.reported_on) == (4.5, "Ảnh chụp", "2026-02-05")
    history.undo(desk)
    assert not results_of_year(desk.file, "commitments", 2026)


@pytest.mark.parametrize(
    ("typed", "state", "reason"),
    [
        ("bốn", "refused", "“bốn” chưa phải là một con số; dữ liệu không thay đổi."),
        (None, "doubtful", "Đơn vị chưa ghi kết quả."),
        ("4 km", "doubtful", "Ô số ghi “km”, còn đơn vị tính là “ha”."),
        (5000, "doubtful", "Gấp 1.000 lần mức cam kết; xem lại dấu chấm, dấu phẩy."),
        (date(2026, 5, 4), "refused", "“04/05/2026” chưa phải là một con số; dữ liệu không thay đổi."),
    ],
)
def test_results_that_are_none(desk, recipient, typed, state, reason):
    (row,) = report_on(desk, recipient("kết quả").type("Kết quả", {"F5": typed}).send()).rows
    assert (row.state, row.reasons[0]) == (state, reason)


def test_a_file_that_nobody_can_place_waits_for_the_clerk(desk, farmers, youth, recipient):
    form = recipient(organisation_id=youth, name="tệp.xlsx").type("Cá nhân", {"B5": "Lê Mẫu", "D5": "LĐTT"})
    (report,) = review(desk, 2026, returned(form.send()), owners={0: farmers})
    assert (report.organisation, report.how) == ("Hội Nông dân", "cán bộ chọn")
    with pytest.raises(KnownError, match="chưa nhận được"):
        take(desk, 2026, replace(report, organisation_id=None))


def test_what_was_handed_in_is_adjusted_and_what_it_said_is_kept(desk, farmers, recipient):
    take(desk, 2026, report_on(desk, recipient(name="lần 1.xlsx").send()))
    later = recipient(name="lần 2.xlsx").type("Cam kết", {"D5": 4})
    later.saved = datetime(2026, 2, 4, 8, 0)
    report = report_on(desk, later.send())
    assert report.rows[0].reasons == ("Đăng ký đã nộp: ghi thành điều chỉnh, giữ nội dung cũ.",)
    take(desk, 2026, report)
    (own,) = commitments.of_year(desk, 2026, farmers)
    (adjusted,) = adjustments.adjustments(desk, own.id)
    assert adjusted.words == ("Điều chỉnh ngày 05/02/2026: 5 ha → 4 ha, lý do: theo phiếu nhận về “lần 2.xlsx”")
    emptied = recipient(name="lần 3.xlsx").type("Cam kết", dict.fromkeys(("B5", "C5", "D5", "E5")))
    emptied.saved = datetime(2026, 2, 5, 8, 0)
    (row,) = report_on(desk, emptied.send()).rows
    assert (row.state, row.change) == ("doubtful", None)


def test_a_results_file_marks_the_form_of_its_phase_as_come_back(desk, farmers, recipient):
    take(desk, 2026, report_on(desk, recipient("kết quả").type("Kết quả", {"F5": 4}).send()))
    papers = {one.title: one.returned_on for one in sent_papers.papers_of_year(desk, 2026) if one.returned_on}
    assert papers == {"Phiếu kết quả đợt 1": "2026-02-05"}


def test_a_hamlet_says_how_many_households_it_has_and_how_many_register(desk, plan_id):
    registrations.enter_new(desk, 2026, "Thôn Mẫu", "Thôn, tổ dân phố")
    hamlet = int(records.page(desk.file, "organisations")[-1]["id"])
    form = Recipient.of(desk, "đăng ký", hamlet, "thôn.xlsx")
    labels = {row[0].value: row[1] for row in form.book["Hướng dẫn"].iter_rows(max_col=2)}
    labels["Tổng số hộ"].value, labels["Số hộ đăng ký Gia đình văn hóa"].value = 120, "110 hộ"
    report = report_on(desk, form.send())
    assert shown(report) == [("lấy", "Tổng số hộ: 120"), ("lấy", "Số hộ đăng ký Gia đình văn hóa: 110")]
    take(desk, 2026, report)
    (stored,) = records.page(desk.file, "culture_years")
    assert (stored["households"], stored["registered"]) == (120, 110)
    again = Recipient.of(desk, "đăng ký", hamlet, "thôn.xlsx")
    again.saved = datetime(2026, 2, 4, 8, 0)
    assert [state for state, _ in shown(report_on(desk, again.send()))] == ["như đã có"] * 2
