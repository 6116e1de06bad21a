"""Phrases: what is taken from a plan, and what is offered after a few typed letters."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.plan.phrases import (
    Phrase,
    clauses,
    is_phrase,
    offered,
    phrases_of,
    topic_of,
    with_year,
    without_year,
)
from thidua_desktop.domain.plan.plans import Plan, Section
from thidua_desktop.domain.richtext import plain

STORE = (
    Phrase("Khơi dậy tinh thần thi đua của cán bộ và Nhân dân trong xã năm {năm}", "Mục đích", 3),
    Phrase("Khen thưởng kịp thời tập thể, cá nhân có thành tích", "Khen thưởng", 2),
    Phrase("Tổ chức phát động thi đua tới từng thôn", "Tổ chức thực hiện", 1),
    Phrase("Phát hiện, nhân rộng điển hình tiên tiến", "Mục đích", 1),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thi đua phải thiết thực. Không chạy theo thành tích.", ["Thi đua phải thiết thực", "Không chạy theo thành tích"]),
        ("Đẩy mạnh tuyên truyền; nhân rộng điển hình;", ["Đẩy mạnh tuyên truyền", "nhân rộng điển hình"]),
        ("Giao TM. UBND xã thực hiện.", ["Giao TM. UBND xã thực hiện"]),
        ("Trên đây là kế hoạch./.", ["Trên đây là kế hoạch"]),
    ],
)  # fmt: skip
def test_a_paragraph_is_cut_into_its_clauses(text, found):
    assert clauses(text) == found


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Phát động phong trào thi đua năm {năm}", True),
        ("Thu ngân sách đạt 10 tỷ đồng trở lên", False),
        ("Các đơn vị liên quan", True),
        ("Các thôn", False),
        ("Báo cáo trước ngày … tháng … năm {năm}", False),
        ("a " * 300, False),
    ],
)
def test_what_is_worth_keeping_has_words_enough_and_no_figures(text, kept):
    assert is_phrase(text) == kept


def test_years_of_the_plan_become_slots_and_fit_another_plan():
    kept = without_year("Phát huy kết quả năm 2025, thi đua năm 2026", 2026)
    assert kept == "Phát huy kết quả năm {năm trước}, thi đua năm {năm}"
    assert with_year(kept, 2027) == "Phát huy kết quả năm 2026, thi đua năm 2027"


def test_phrases_stand_under_the_heading_next_above_them():
    plan = Plan(
        2026,
        preamble=(plain("Ủy ban nhân dân xã ban hành kế hoạch:"),),
        sections=(
            Section(1, "I.", "MỤC ĐÍCH, YÊU CẦU", children=(
                Section(2, "1.", "Mục đích:", (plain("Tạo khí thế thi đua sôi nổi; nêu cao trách nhiệm người đứng đầu.", "-"),)),
                Section(2, "2.", None, (plain("Thi đua gắn với nhiệm vụ của đơn vị."), plain("TT | Nội dung | Thời hạn làm", "|"))),
            )),
        ),
        closing=(plain("Yêu cầu các đơn vị thực hiện năm 2026."),),
    )  # fmt: skip
    assert [(one.topic, one.text) for one in phrases_of(plan)] == [
        ("Mở đầu", "Ủy ban nhân dân xã ban hành kế hoạch"),
        ("Mục đích", "Tạo khí thế thi đua sôi nổi"),
        ("Mục đích", "nêu cao trách nhiệm người đứng đầu"),
        ("Mục đích, yêu cầu", "Thi đua gắn với nhiệm vụ của đơn vị"),
        ("Kết", "Yêu cầu các đơn vị thực hiện năm {năm}"),
    ]
    assert topic_of("CÔNG TÁC KHEN THƯỞNG:") == "Công tác khen thưởng"


@pytest.mark.parametrize(
    ("typed", "first", "replaces"),
    [
        ("khoi day", "Khơi dậy tinh thần thi đua của cán bộ và Nhân dân trong xã năm 2027", 8),
        ("- Khen", "Khen thưởng kịp thời tập thể, cá nhân có thành tích", 4),
        ("dien hinh", "Phát hiện, nhân rộng điển hình tiên tiến", 9),
        ("nhan dien tien", "Phát hiện, nhân rộng điển hình tiên tiến", 14),
        ("Năm nay sẽ tổ chức phát", "tổ chức phát động thi đua tới từng thôn", 12),
        ("Xong. Tổ ch", "Tổ chức phát động thi đua tới từng thôn", 5),
        ("", "Khơi dậy tinh thần thi đua của cán bộ và Nhân dân trong xã năm 2027", 0),
    ],
)
def test_typed_words_find_phrases_without_marks_and_capitals(typed, first, replaces):
    offer = offered(STORE, typed, "Mục đích", 2027)[0]
    assert (offer.text, offer.replaces) == (first, replaces)


def test_the_topic_of_the_place_comes_first_and_nothing_fits_nothing():
    both = (Phrase("Thi đua dạy tốt học tốt", "Giáo dục", 5), Phrase("Thi đua sản xuất giỏi", "Kinh tế", 1))
    assert [one.text for one in offered(both, "thi dua", "Kinh tế", 2026)] == [both[1].text, both[0].text]
    assert offered(both, "không có câu nào", "Kinh tế", 2026) == ()
    assert offered(both, "Thi đua sản xuất giỏi", "Kinh tế", 2026) == ()
