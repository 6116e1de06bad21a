"""What an organisation owes, in words, in order, and as it is sent to them."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.chasing.deadlines import in_year, parse_days
from thidua_desktop.domain.chasing.owed import Contact, Owed, in_order, message, pressing
from thidua_desktop.domain.chasing.sent_papers import FORM, PROGRESS, PaperKey, SentPaper

FORM_OWED = Owed(1, "Hội Nông dân", "đăng ký", 11, deadline="2026-03-15")
PLEDGE_OWED = Owed(1, "Hội Nông dân", "giao ước", 11)
REPORT_OWED = Owed(1, "Hội Nông dân", "báo cáo", 11, 7, "6 tháng đầu năm", 2, 3, "2026-06-25")


@pytest.mark.parametrize(
    ("owed", "words"),
    [
        (FORM_OWED, "chưa nộp bản đăng ký"),
        (PLEDGE_OWED, "chưa ký giao ước"),
        (REPORT_OWED, "chưa báo cáo 2/3 cam kết đợt 6 tháng đầu năm"),
        (Owed(1, "", "báo cáo", phase="Đợt 1", count=1, total=1), "chưa báo cáo 1/1 cam kết đợt 1"),
    ],
)
def test_what_is_owed_is_said_in_words(owed, words):
    assert owed.full_words == words


@pytest.mark.parametrize(
    ("today", "late", "is_late"),
    [("2026-03-10", -5, False), ("2026-03-15", 0, False), ("2026-03-16", 1, True), ("2026-04-15", 31, True)],
)
def test_the_last_day_is_not_late_yet(today, late, is_late):
    day = date.fromisoformat(today)
    assert (FORM_OWED.days_late(day), FORM_OWED.is_late(day)) == (late, is_late)


def test_without_a_deadline_nothing_is_late():
    assert PLEDGE_OWED.days_late(date(2099, 1, 1)) is None
    assert not PLEDGE_OWED.is_late(date(2099, 1, 1))


def test_what_is_longest_overdue_comes_first_and_what_has_no_day_last():
    assert in_order([PLEDGE_OWED, REPORT_OWED, FORM_OWED]) == (FORM_OWED, REPORT_OWED, PLEDGE_OWED)


@pytest.mark.parametrize(("days", "waits"), [(3, True), (4, True), (5, False)])
def test_who_was_reached_long_ago_is_to_be_reached_again(days, waits):
    reached = Owed(1, "Hội Nông dân", "đăng ký", contact=Contact(1, "2026-03-01", "Zalo"))
    assert reached.waits_since(date(2026, 3, 5), days) is waits


def test_who_was_never_reached_always_waits():
    assert FORM_OWED.waits_since(date(2026, 3, 5), 30)


@pytest.mark.parametrize(
    ("today", "asked"),
    [
        ("2026-03-20", [FORM_OWED, PLEDGE_OWED]),
        ("2026-06-18", [FORM_OWED, PLEDGE_OWED, REPORT_OWED]),
        ("2026-06-17", [FORM_OWED, PLEDGE_OWED]),
    ],
)
def test_what_is_due_much_later_is_not_asked_for_yet(today, asked):
    assert list(pressing([FORM_OWED, PLEDGE_OWED, REPORT_OWED], date.fromisoformat(today), 7)) == asked


def test_who_owes_nothing_else_is_asked_for_what_is_due_later():
    assert pressing([REPORT_OWED], date(2026, 1, 1), 7) == (REPORT_OWED,)


def test_the_message_names_each_thing_with_its_day_and_how_late_it_is():
    told = message([FORM_OWED, PLEDGE_OWED, REPORT_OWED], 2026, "UBND xã Ví Dụ", date(2026, 3, 20))
    assert told.splitlines() == [
        "Kính gửi: Hội Nông dân",
        "UBND xã Ví Dụ đề nghị đơn vị sớm hoàn thành:",
        "- Nộp bản đăng ký thi đua năm 2026, hạn 15/03/2026, đã quá 5 ngày.",
        "- Ký bản giao ước thi đua năm 2026.",
        "- Báo cáo kết quả đợt 6 tháng đầu năm (còn 2/3 cam kết chưa có số), hạn 25/06/2026.",
        "Nếu đã gửi, xin báo lại để chúng tôi ghi nhận. Trân trọng cảm ơn.",
    ]


def test_the_days_that_ship_have_a_source_and_are_not_called_checked():
    days = shipped_definitions().yearly_days
    assert [(one.about, in_year(days, one.about, 2026).day) for one in days] == [
        ("đăng ký", "2026-03-15"),
        ("giao ước", "2026-02-15"),
    ]
    assert all(one.source and one.mark == "chưa đối chiếu" for one in days)
    assert in_year(days, "báo cáo", 2026).day is None


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"about": "báo cáo"}, "không phải là việc có hạn theo năm"),
        ({"mark": "chắc chắn"}, "mark"),
        ({"month": 2, "day": 30}, "day"),
    ],
)
def test_a_wrong_day_is_named(row, said):
    good = {"about": "đăng ký", "month": 3, "day": 15, "source": "nguồn", "mark": "chưa đối chiếu"}
    with pytest.raises(ValueError, match=said):
        parse_days({"deadlines": [good | row]})


@pytest.mark.parametrize(
    ("known", "standing"),
    [
        ({}, "chưa giao"),
        ({"handed_on": "2026-01-10"}, "đã giao"),
        ({"handed_on": "2026-01-10", "returned_on": "2026-01-20"}, "đã nhận lại"),
        ({"signed_on": "2026-01-20"}, "đã nhận lại"),
    ],
)
def test_a_paper_is_out_or_back(known, standing):
    assert SentPaper(PaperKey(1, FORM), 1, "Hội Nông dân", "ĐK-2026-001", **known).standing == standing


def test_the_paper_of_a_phase_says_which():
    paper = SentPaper(PaperKey(1, PROGRESS, 7), 1, "Hội Nông dân", "KQ1-2026-001", "6 tháng đầu năm")
    assert paper.title == "Phiếu kết quả 6 tháng đầu năm"
