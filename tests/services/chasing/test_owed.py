"""Who owes what in a year, by when, and when they were reached about it."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.services.chasing.days import on
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.chasing.sent_papers import PLEDGE, PaperKey
from thidua_desktop.domain.destinations import REGISTRATION, Destination
from thidua_desktop.services import act_places, history
from thidua_desktop.services.chasing import reminders, sent_papers
from thidua_desktop.services.chasing.deadlines import deadlines, set_deadline
from thidua_desktop.services.chasing.owed import late, owed, to_enter
from thidua_desktop.services.chasing.sent_papers import papers_of_year
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations, result_sheets, results
from thidua_desktop.services.reports.overview import overview


def told(workspace, day):
    found = owed(on(workspace, day), 2026)
    return [(one.organisation, one.full_words, one.deadline) for one in found]


def set_result(workspace, name, phase, text):
    row = next(one for one in result_sheets.commitment_sheet(workspace, 2026).rows if one.name == name)
    results.set_commitment_result(workspace, row.owner_id, row.cells[phase].phase_id, row.figure, text)


def listed(workspace, name):
    return next(one for one in registrations.standing(workspace, 2026) if one.name == name)


def test_at_the_beginning_everybody_owes_everything_with_its_deadline(year):
    assert told(year, "2026-02-05") == [
        ("Hội Nông dân xã", "chưa ký giao ước", "2026-02-15"),
        ("Hội Phụ nữ xã", "chưa ký giao ước", "2026-02-15"),
        ("Đoàn Thanh niên xã", "chưa ký giao ước", "2026-02-15"),
        ("Hội Nông dân xã", "chưa nộp bản đăng ký", "2026-03-15"),
        ("Hội Phụ nữ xã", "chưa nộp bản đăng ký", "2026-03-15"),
        ("Đoàn Thanh niên xã", "chưa nộp bản đăng ký", "2026-03-15"),
        ("Hội Nông dân xã", "chưa báo cáo 2/2 cam kết đợt 6 tháng đầu năm", "2026-06-25"),
        ("Hội Phụ nữ xã", "chưa báo cáo 1/1 cam kết đợt 6 tháng đầu năm", "2026-06-25"),
        ("Đoàn Thanh niên xã", "chưa báo cáo 1/1 cam kết đợt 6 tháng đầu năm", "2026-06-25"),
    ]


def test_what_came_in_is_owed_no_more(year):
    farmers = listed(year, "Hội Nông dân xã").registration_id
    registrations.set_received(year, farmers, date(2026, 2, 5))
    sent_papers.set_field(year, sent_papers.Entry(PaperKey(farmers, PLEDGE), "signed_on", "5/2"))
    set_result(year, "Trồng rừng mới 5 ha", 0, "2")
    assert [one for one in told(year, "2026-02-06") if one[0] == "Hội Nông dân xã"] == [
        ("Hội Nông dân xã", "chưa báo cáo 1/2 cam kết đợt 6 tháng đầu năm", "2026-06-25")
    ]


def test_after_its_day_a_phase_is_owed_beside_the_one_awaited_now(year):
    union = [one for one in told(year, "2026-07-01") if one[0] == "Đoàn Thanh niên xã" and "báo cáo" in one[1]]
    assert [one[1] for one in union] == [
        "chưa báo cáo 1/1 cam kết đợt 6 tháng đầu năm",
        "chưa báo cáo 1/1 cam kết đợt 6 tháng cuối năm",
    ]


def test_a_later_phase_speaks_for_the_ones_before_and_what_is_reached_is_not_asked_again(year):
    set_result(year, "Vận động hội viên xóa 4 nhà tạm", 0, "4")
    set_result(year, "Trồng rừng mới 5 ha", 1, "3")
    assert not [one for one in told(year, "2026-12-31") if one[0] == "Hội Nông dân xã" and "báo cáo" in one[1]]


def test_who_need_not_report_owes_no_results(year):
    one = listed(year, "Hội Phụ nữ xã").organisation_id
    registers.set_cell(year, "organisations", one, "must_report", "không")
    assert not [row for row in told(year, "2026-07-01") if row[0] == "Hội Phụ nữ xã" and "báo cáo" in row[1]]


def test_the_same_are_late_as_the_results_that_are_overdue(year):
    then = on(year, "2026-07-01")
    set_result(year, "Vận động hội viên xóa 4 nhà tạm", 0, "4")
    by_id = late(then, 2026)
    reports = {key: sum(one.count for one in things if one.about == "báo cáo") for key, things in by_id.items()}
    rows = [row for row in result_sheets.commitment_sheet(then, 2026).rows if row.status == "quá hạn"]
    assert reports == Counter(row.organisation_id for row in rows)


# A report that is back while nobody typed it in


def back(workspace, name, phase, day):
    paper = next(one for one in papers_of_year(workspace, 2026) if one.organisation == name and phase in one.phase)
    sent_papers.set_field(workspace, sent_papers.Entry(paper.key, "returned_on", day))


def test_a_report_that_is_back_is_asked_for_no_more_and_is_work_of_the_clerk(year):
    back(year, "Hội Nông dân xã", "đầu năm", "20/6/2026")
    then = on(year, "2026-07-01")
    assert not [row for row in told(then, "2026-07-01") if row[0] == "Hội Nông dân xã" and "đầu năm" in row[1]]
    assert [(one.organisation, one.phase, one.count, one.total) for one in to_enter(then, 2026)] == [
        ("Hội Nông dân xã", "6 tháng đầu năm", 2, 2)
    ]
    first = overview(then, 2026, with_rules=False).due[0]
    assert first.text == "Nhập số liệu phiếu kết quả 6 tháng đầu năm"
    assert first.destination.id == listed(then, "Hội Nông dân xã").registration_id
    rows = result_sheets.commitment_sheet(then, 2026).rows
    assert {row.status for row in rows if row.organisation == "Hội Nông dân xã"} == {"chưa nhập số"}
    assert {row.status for row in rows if row.organisation == "Hội Phụ nữ xã"} == {"quá hạn"}


def test_what_is_typed_in_is_no_work_any_more(year):
    back(year, "Hội Nông dân xã", "đầu năm", "20/6/2026")
    set_result(year, "Vận động hội viên xóa 4 nhà tạm", 0, "2")
    assert [(one.standing_words, one.to_enter) for one in papers_of_year(year, 2026) if one.returned_on] == [
        ("đã nộp, chưa nhập số liệu", 1)
    ]
    set_result(year, "Trồng rừng mới 5 ha", 0, "2")
    assert to_enter(year, 2026) == ()
    assert [one.standing_words for one in papers_of_year(year, 2026) if one.returned_on] == ["đã nhận lại"]


# Deadlines


def test_the_office_sets_its_own_day_none_or_the_one_that_ships_again(year):
    assert (deadlines(year, 2026)["đăng ký"].day, deadlines(year, 2026)["đăng ký"].own) == ("2026-03-15", False)
    set_deadline(year, 2026, "đăng ký", "31/1")
    assert (deadlines(year, 2026)["đăng ký"].day, deadlines(year, 2026)["đăng ký"].own) == ("2026-01-31", True)
    assert deadlines(year, 2027)["đăng ký"].day == "2027-03-15"
    set_deadline(year, 2026, "đăng ký", "")
    assert (deadlines(year, 2026)["đăng ký"].day, deadlines(year, 2026)["đăng ký"].own) == (None, True)
    set_deadline(year, 2026, "đăng ký", "15/3")
    assert not deadlines(year, 2026)["đăng ký"].own
    with pytest.raises(BadInput):
        set_deadline(year, 2026, "đăng ký", "31/2")


def test_a_short_day_of_another_year_is_of_that_year(year):
    set_deadline(year, 2028, "giao ước", "29/2")
    assert deadlines(year, 2028)["giao ước"].day == "2028-02-29"


def test_an_office_without_pledges_is_not_told_of_them(year):
    set_deadline(year, 2026, "giao ước", "")
    assert "chưa ký giao ước" not in [words for _, words, _ in told(year, "2026-02-05")]
    farmers = listed(year, "Hội Nông dân xã").registration_id
    sent_papers.set_field(year, sent_papers.Entry(PaperKey(farmers, PLEDGE), "handed_on", "hn"))
    assert [name for name, words, _ in told(year, "2026-02-05") if words == "chưa ký giao ước"] == ["Hội Nông dân xã"]


def test_undo_of_a_deadline_leads_to_the_chase_list(year):
    set_deadline(year, 2026, "đăng ký", "31/1")
    assert history.undo_text(year) == "Đặt hạn nộp bản đăng ký năm 2026: đến 31/01/2026"
    assert act_places.undo_place(year).destination == Destination(REGISTRATION, "reminders", 0, 2026)
    history.undo(year)
    assert not deadlines(year, 2026)["đăng ký"].own


# Reminders


def test_many_are_recorded_as_reached_in_one_act(year):
    found = [one for one in owed(year, 2026) if one.about == "đăng ký"]
    reminders.record(year, 2026, found, "Zalo", day="4/2", reached="Chị Mẫu", answer="mai nộp")
    assert history.undo_text(year) == "Ghi đã nhắc 3 đơn vị bằng Zalo"
    again = [one for one in owed(year, 2026) if one.about == "đăng ký"]
    assert [(one.contact.words, one.contact.reached, one.contact.answer, one.contacts) for one in again] == [
        ("04/02 Zalo", "Chị Mẫu", "mai nộp", 1)
    ] * 3
    assert all(one.contact is None for one in owed(year, 2026) if one.about != "đăng ký")
    history.undo(year)
    assert all(one.contact is None for one in owed(year, 2026))


def test_the_newest_contact_counts_whatever_the_order_they_were_entered(year):
    one = owed(year, 2026)[:1]
    reminders.record(year, 2026, one, "giấy", day="5/2")
    reminders.record(year, 2026, one, "điện thoại", day="1/2")
    assert (owed(year, 2026)[0].contact.words, owed(year, 2026)[0].contacts) == ("05/02 giấy", 2)


def test_a_reminder_about_one_phase_is_none_about_another(year):
    then = on(year, "2026-07-01")
    first, second = [one for one in owed(then, 2026) if one.about == "báo cáo"][:1], []
    reminders.record(then, 2026, first, "điện thoại")
    second = [one for one in owed(then, 2026) if one.organisation == first[0].organisation and one.about == "báo cáo"]
    assert [one.contact is not None for one in second] == [True, False]


def test_undo_of_a_reminder_leads_to_it_and_the_bin_keeps_it(year):
    reminders.record(year, 2026, owed(year, 2026)[:1], "giấy")
    place = act_places.undo_place(year).destination
    assert (place.tab, place.year) == (REGISTRATION, 2026)
    row = registers.page(year, "reminders", scope=owed(year, 2026)[0].registration_id)[0]
    registers.remove_rows(year, "reminders", [row.id])
    assert "reminders" in [one.kind for one in history.deleted_records(year)]


def test_the_message_is_written_in_the_name_of_the_office(year):
    told_them = reminders.messages(year, 2026, owed(year, 2026))
    assert told_them.count("Kính gửi: ") == 3
    assert "UBND xã Ví Dụ đề nghị đơn vị" in told_them
