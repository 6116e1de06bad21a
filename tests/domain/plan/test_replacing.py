"""Finding words in the whole of a plan and putting others in their place."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.plan.plans import Movement, Phase, Plan, PlanSigner, Recipient, Section, Task
from thidua_desktop.domain.plan.replacing import Wanted, found, ranges, with_words
from thidua_desktop.domain.richtext import Paragraph, Run, plain

PLAN = Plan(
    2026,
    title="Phát động thi đua năm 2026",
    issuer="Ủy ban nhân dân xã Ví Dụ",
    preamble=(plain("Thực hiện phong trào thi đua;"),),
    sections=(
        Section(1, "I.", "THI ĐUA", (plain("Các thôn thi đua."),), (
            Section(2, "1.", None, (Paragraph((Run("Đợt "), Run("thi đua", bold=True), Run(" đầu năm."))),), id=2),
        ), id=1),
    ),
    closing=(plain("Trên đây là kế hoạch."),),
    movements=(Movement("Thi đua dạy tốt"),),
    phases=(Phase("Đợt thi đua 1", "2026-01-01"),),
    tasks=(Task("Văn phòng", "Tổng hợp thi đua"),),
    recipients=(Recipient("Hội đồng Thi đua xã"),),
    signer=PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("Thi đua, THI ĐUA, thi dua", Wanted("thi dua"), ["Thi đua", "THI ĐUA", "thi dua"]),
        ("Thi đua, THI ĐUA, thi dua", Wanted("thi đua", marks=True), ["Thi đua", "THI ĐUA"]),
        ("Thi đua, THI ĐUA, thi dua", Wanted("Thi đua", marks=True, capitals=True), ["Thi đua"]),
        ("THI ĐUA, Thi đua", Wanted("THI DUA", capitals=True), ["THI ĐUA"]),
        ("xã, xãa, xa.", Wanted("xã", whole=True), ["xã", "xa"]),
        ("hoà, hòa", Wanted("hòa"), ["hoà", "hòa"]),
        ("aaaa", Wanted("aa"), ["aa", "aa"]),
        ("không có", Wanted(" "), []),
    ],
)
def test_words_are_found_as_asked(text, wanted, words):
    if wanted.words.strip():
        assert [text[start:end] for start, end in ranges(text, wanted)] == words
    else:
        assert found(PLAN, wanted) == ()


def test_it_looks_into_single_values_text_and_lists_and_says_where():
    hits = found(PLAN, Wanted("thi đua"))
    assert [(hit.words, hit.spot.place.name) for hit in hits] == [
        ("thi đua", "trích yếu"),
        ("thi đua", "phần mở đầu, đoạn 1"),
        ("THI ĐUA", "mục I"),
        ("thi đua", "mục I, đoạn 1"),
        ("thi đua", "mục I.1, đoạn 1"),
        ("Thi đua", "bảng Phong trào, dòng 1"),
        ("thi đua", "bảng Đợt thi đua, dòng 1"),
        ("thi đua", "bảng Việc phải làm, dòng 1"),
        ("Thi đua", "bảng Nơi nhận, dòng 1"),
    ]


def test_all_are_replaced_with_their_capitals_and_style():
    wanted = Wanted("thi đua")
    after = with_words(PLAN, found(PLAN, wanted), "thi đua yêu nước", wanted)
    assert after.title == "Phát động thi đua yêu nước năm 2026"
    assert after.sections[0].heading == "THI ĐUA YÊU NƯỚC"
    assert after.sections[0].children[0].body[0].runs[1] == Run("thi đua yêu nước", bold=True)
    assert after.movements[0].name == "Thi đua yêu nước dạy tốt"
    assert [hit.words for hit in found(after, Wanted("thi đua yêu nước"))] == [
        "thi đua yêu nước", "thi đua yêu nước", "THI ĐUA YÊU NƯỚC", "thi đua yêu nước", "thi đua yêu nước",
        "Thi đua yêu nước", "thi đua yêu nước", "thi đua yêu nước", "Thi đua yêu nước",
    ]  # fmt: skip


def test_one_is_replaced_and_the_others_stay():
    wanted = Wanted("thi đua")
    after = with_words(PLAN, [found(PLAN, wanted)[3]], "sản xuất", wanted)
    assert after.sections[0].body == (plain("Các thôn sản xuất."),)
    assert len(found(after, wanted)) == 8


def test_several_in_one_paragraph_and_an_empty_replacement():
    plan = Plan(2026, preamble=(plain("a bb a bb a"),))
    wanted = Wanted("bb ")
    assert with_words(plan, found(plan, wanted), "", wanted).preamble == (plain("a a a"),)
