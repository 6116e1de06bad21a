"""What is found in last year's plan, or somebody else's, to be renewed; what is proposed, and what is sure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.outline.outline_samples import DEFINITIONS, OFFICES, TO_FILL_IN, draft, register
from thidua_desktop.domain.checking import check_plan
from thidua_desktop.domain.drafting.carrying import carried, of_the_office
from thidua_desktop.domain.drafting.days import moved
from thidua_desktop.domain.drafting.frame import Frame
from thidua_desktop.domain.drafting.renewals import renewals, renewed
from thidua_desktop.domain.offices import Office
from thidua_desktop.domain.plan.plans import (
    LegalBasis,
    Movement,
    PartialDate,
    Phase,
    Plan,
    PlanCommitment,
    PlanSigner,
    Recipient,
    Section,
    Target,
    TargetValue,
    Task,
)
from thidua_desktop.domain.richtext import plain

OWN = OFFICES["xã"]
THEIRS = Office("xã Thí Điểm", "xã", place_name="Thí Điểm")


def frame(old: int = 2026, new: int = 2027, **others) -> Frame:
    day = date(new, 1, 15)
    return Frame(old, new, register(day), DEFINITIONS.drafting, **others)


def found_in(text: str, one: Frame | None = None) -> list[tuple[str, str, bool]]:
    plan = Plan(2026, sections=(Section(1, "I.", "MỤC", (plain(text),)),))
    return [(each.old, each.new, each.certain) for each in renewals(plan, one or frame())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hoàn thành nhiệm vụ năm 2026.", [("2026", "2027", True)]),
        ("Tăng 5% so với năm 2025.", [("2025", "2026", True)]),
        ("Xã đạt chuẩn từ năm 2025.", [("2025", "2026", False)]),
        ("Chuẩn bị phát động phong trào năm 2027.", [("2027", "2028", True)]),
        ("Phấn đấu đến năm 2027 đạt chuẩn.", [("2027", "2028", False)]),
        ("Phấn đấu đến năm 2030 đạt chuẩn.", []),
        ("Khoảng 2026m2 đất, 12.026 hộ, thửa 2026/5.", []),
        ("Trồng 2026 cây xanh.", [("2026", "2027", False)]),
        ("Năm học 2025 - 2026 đạt kết quả tốt.", [("Năm học 2025 - 2026", "Năm học 2026 - 2027", True)]),
        ("Trong quý I/2026 và tháng 12/2026.", [("2026", "2027", True), ("2026", "2027", True)]),
        ("Báo cáo trước ngày 25/6/2026.", [("25/6/2026", "25/6/2027", True)]),
        ("Báo cáo trước ngày 10/01/2027.", [("10/01/2027", "10/01/2028", True)]),
        ("Từ ngày 01 tháng 02 năm 2026.", [("01 tháng 02 năm 2026", "01 tháng 02 năm 2027", True)]),
        ("Ngày 02/9/1945 Bác đọc Tuyên ngôn.", []),
    ],
)
def test_years_and_days(text, found):
    assert found_in(text) == found


def test_the_last_of_february():
    assert found_in("Gửi ngày 29/02/2024.", frame(2024, 2025)) == [("29/02/2024", "28/02/2025", True)]
    assert moved("2024-02-29", 1) == "2025-02-28"
    assert moved(None, 1) is None
    assert moved("9999-12-31", 1) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Họp thứ Sáu, ngày 10/7/2026.", [("thứ Sáu, ngày 10/7/2026", "thứ Bảy, ngày 10/7/2027", True)]),
        ("Chủ nhật (19/7/2026) ra quân.", [("Chủ nhật (19/7/2026", "Thứ Hai (19/7/2027", True)]),
        ("Ngày 10/7/2026 (thứ Sáu).", [("10/7/2026 (thứ Sáu", "10/7/2027 (thứ Bảy", True)]),
    ],
)
def test_weekdays_are_those_of_the_new_year(text, found):
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Chào mừng 96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026).",
            [("96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026", "97 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2027", True)],
        ),
        (
            "kỷ niệm 90 năm Quốc khánh (1945 - 2026)",  # counted wrongly the year before
            [("90 năm Quốc khánh (1945 - 2026", "82 năm Quốc khánh (1945 - 2027", True)],
        ),
        (
            "kỷ niệm 01 năm thành lập xã Ví Dụ (01/7/2025 - 01/7/2026)",
            [("01 năm thành lập xã Ví Dụ (01/7/2025 - 01/7/2026", "02 năm thành lập xã Ví Dụ (01/7/2025 - 01/7/2027", True)],
        ),
        ("Chào mừng kỷ niệm 96 năm ngày thành lập Đảng Cộng sản Việt Nam.", [("96", "97", True)]),
        ("Kỷ niệm lần thứ 136 Ngày sinh Chủ tịch Hồ Chí Minh.", [("136", "137", True)]),
        ("Kỷ niệm 25 năm ngày thành lập trường.", [("25", "26", False)]),
        ("Tổng kết 10 năm thực hiện Chỉ thị.", []),
        ("Kháng chiến (1945 - 1954) thắng lợi.", []),
    ],
)  # fmt: skip
def test_anniversaries_are_counted(text, found):
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("old", "new", "text", "found"),
    [
        (2025, 2026, "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.", [("XIII", "XIV", True)]),
        (2025, 2026, "Nghị quyết Đại hội XIII của Đảng.", [("XIII", "XIV", True)]),
        (2026, 2027, "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng.", []),
        (2025, 2026, "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX.", [("XX", "XXI", False)]),
        (2026, 2027, "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX.", []),
        (2025, 2026, "Đảng bộ xã nhiệm kỳ 2020 - 2025.", [("nhiệm kỳ 2020 - 2025", "nhiệm kỳ 2025 - 2030", True)]),
        (2025, 2026, "Đại biểu HĐND nhiệm kỳ 2021-2026.", [("nhiệm kỳ 2021-2026", "nhiệm kỳ 2026-2031", False)]),
        (2026, 2027, "Đảng bộ xã nhiệm kỳ 2025 - 2030.", []),
        (2025, 2026, "Kế hoạch giai đoạn 2021 - 2025.", [("giai đoạn 2021 - 2025", "giai đoạn 2026 - 2030", True)]),
        (2025, 2026, "Kế hoạch 5 năm (2021-2025).", [("5 năm (2021-2025", "5 năm (2026-2030", True)]),
        (2025, 2026, "Phong trào “Nông thôn mới giai đoạn 2021 - 2025”.", [("giai đoạn 2021 - 2025", "giai đoạn 2026 - 2030", False)]),
        (2025, 2026, "Phong trào giai đoạn 2023 - 2030.", []),
    ],
)  # fmt: skip
def test_congresses_terms_and_periods(old, new, text, found):
    assert found_in(text, frame(old, new)) == found


@pytest.mark.parametrize(
    ("new", "text", "old_words", "new_words", "certain"),
    [
        (2026, "Căn cứ Nghị định số 98/2023/NĐ-CP;", "Nghị định số 98/2023/NĐ-CP", "Nghị định số 152/2025/NĐ-CP", True),
        (
            2026,
            "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023;",
            "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023",
            "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025",
            True,
        ),
        (
            2026,
            "Thông tư số 01/2024/TT-BNV ngày 24/02/2024 của Bộ trưởng Bộ Nội vụ quy định biện pháp thi hành;",
            "Thông tư số 01/2024/TT-BNV ngày 24/02/2024 của Bộ trưởng Bộ Nội vụ quy định biện pháp thi hành",
            "Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng Bộ Nội vụ quy định biện pháp tổ chức, "
            "hướng dẫn thi hành Luật Thi đua, khen thưởng và Nghị định số 152/2025/NĐ-CP",
            True,
        ),
        (
            2027,
            "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;",
            "Luật Thi đua, khen thưởng ngày 15/6/2022",
            "Luật Thi đua, khen thưởng ngày 15/6/2022, được sửa đổi, bổ sung ngày 23 tháng 4 năm 2026",
            True,
        ),
        (
            2026,
            "Thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ;",
            "Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ",
            "Chỉ thị số … ngày …/…/…",
            False,
        ),
    ],
)
def test_acts_that_are_over(new, text, old_words, new_words, certain):
    assert found_in(text, frame(new - 1, new)) == [(old_words, new_words, certain)]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Thực hiện Quyết định số 123/QĐ-TTg ngày 05/3/2025 của Thủ tướng Chính phủ;",
        "Luật Đất đai ngày 18/01/2025 có hiệu lực.",
        "Luật Thi đua, khen thưởng được sửa đổi bởi Luật số 06/2026/QH16 ngày 23 tháng 4 năm 2026;",
        "Quyết định số 45/2024/QĐ-UBND ngày 20/8/2024 của UBND tỉnh ban hành Quy chế;",
    ],
)
def test_days_of_acts_in_force_stay(text):
    assert found_in(text, frame(2025, 2026)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về phong trào thi đua năm 2026;",
            [
                ("Kế hoạch số 12/KH-UBND ngày 05/01/2026", "Kế hoạch số …/KH-UBND ngày …/…/2027", True),
                ("2026", "2027", True),
            ],
        ),
        (
            "Nghị quyết số 46/NQ-HĐND ngày 20 tháng 12 năm 2025 của HĐND xã;",
            [("Nghị quyết số 46/NQ-HĐND ngày 20 tháng 12 năm 2025", "Nghị quyết số …/NQ-HĐND ngày …/…/2026", True)],
        ),
        ("Kết luận số 70-KL/TU ngày 30/12/2025;", [("Kết luận số 70-KL/TU ngày 30/12/2025", "Kết luận số …-KL/TU ngày …/…/2026", False)]),
        ("Tờ trình số 8/TTr-VHXH ngày 06/02/2026.", [("Tờ trình số 8/TTr-VHXH ngày 06/02/2026", "Tờ trình số …/TTr-VHXH ngày …/…/2027", False)]),
        ("Quyết định số 34/QĐ-UBND ngày 06/02/2026;", [("Quyết định số 34/QĐ-UBND ngày 06/02/2026", "Quyết định số …/QĐ-UBND ngày …/…/2027", False)]),
        ("Đề án số 05/ĐA-UBND ngày 10/5/2020.", []),
    ],
)  # fmt: skip
def test_documents_of_the_year_are_to_be_numbered_anew(text, found):
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UBND xã Thí Điểm phát động.", [("xã Thí Điểm", "xã Ví Dụ", True)]),
        ("UBND XÃ THÍ ĐIỂM", [("XÃ THÍ ĐIỂM", "XÃ VÍ DỤ", True)]),
        ("Trường tiểu học Thí Điểm đạt chuẩn.", [("Thí Điểm", "Ví Dụ", False)]),
        ("Sở Nội vụ tỉnh Thử Nghiệm.", [("tỉnh Thử Nghiệm", "tỉnh Mẫu", False)]),
        ("HĐTĐKT huyện Cũ hướng dẫn.", [("HĐTĐKT huyện Cũ", "HĐTĐKT tỉnh", False)]),
        ("Huyện ủy chỉ đạo.", [("Huyện ủy", "Tỉnh ủy", False)]),
        ("Hợp tác xã, chính trị - xã hội, các xã, phường.", []),
    ],
)
def test_names_of_another_office(text, found):
    assert (
        found_in(text, frame(2026, 2026, own=OWN, source=THEIRS, source_issuer="Ủy ban nhân dân xã Thí Điểm")) == found
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UBND phường chỉ đạo; toàn phường hưởng ứng.", [("phường", "xã", True), ("phường", "xã", True)]),
        ("Phường Thí Dụ hưởng ứng.", [("Phường Thí Dụ", "Xã Ví Dụ", True)]),
        ("Các xã, phường, đặc khu thi đua.", []),
    ],
)
def test_a_wards_plan_in_a_commune(text, found):
    one = frame(2026, 2026, own=OWN, source=OFFICES["phường"], source_issuer="Ủy ban nhân dân phường Thí Dụ")
    assert found_in(text, one) == found


def test_a_superiors_plan_is_launched_by_the_own_committee():
    one = frame(2026, 2026, own=OWN, source_issuer="Ủy ban nhân dân tỉnh Mẫu")
    text = "Ủy ban nhân dân tỉnh Mẫu ban hành Kế hoạch; báo cáo Ủy ban nhân dân tỉnh Mẫu."
    assert found_in(text, one) == [("Ủy ban nhân dân tỉnh Mẫu", "Ủy ban nhân dân xã Ví Dụ", True)]


def test_the_theme_may_be_changed():
    text = "Thi đua với chủ đề “Đoàn kết, sáng tạo”."
    assert found_in(text, frame(theme="Đoàn kết, sáng tạo")) == [("Đoàn kết, sáng tạo", "…", False)]


def test_a_theme_that_names_the_old_year_names_the_new_one():
    old, new = "Hoàn thành nhiệm vụ năm 2026", "Hoàn thành nhiệm vụ năm 2027"
    assert found_in(f"Thi đua với chủ đề “{old}”.", frame(theme=old)) == [(old, new, True)]


LAST_YEAR = Plan(
    2026,
    title="Phát động phong trào thi đua năm 2026",
    issuer="Ủy ban nhân dân xã Ví Dụ",
    symbol="KH-UBND",
    number=7,
    date=PartialDate(5, 2, 2026),
    header=("UBND XÃ VÍ DỤ",),
    preamble=(plain("Căn cứ Thông tư số 01/2024/TT-BNV ngày 24/02/2024;"),),
    sections=(
        Section(1, "I.", "CHỈ TIÊU", (plain("Thu ngân sách năm 2026 đạt 10 tỷ đồng.", "-"),)),
        Section(1, "II.", "THỜI GIAN", (plain("Đợt 1: Từ ngày 01/01/2026 đến ngày 30/6/2026.", "-"),)),
    ),
    legal_bases=(LegalBasis("Thông tư", "01/2024/TT-BNV", "2024-02-24", None, "Thông tư số 01/2024/TT-BNV ngày 24/02/2024"),),
    targets=(Target("Thu ngân sách năm 2026 đạt 10 tỷ đồng", "Thu ngân sách", values=(TargetValue(10, "tỷ đồng"),), id=3),),
    movements=(Movement("Chung sức năm 2026"),),
    phases=(Phase("Đợt 1", "2026-01-01", "2026-06-30", "2026-07-05"),),
    tasks=(Task("Văn phòng", "Tổng hợp", None, "2026-12-01", "2026-11-30"),),
    recipients=(Recipient("UBND tỉnh"),),
    signer=PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"),
    state="ban hành",
    id=9,
)  # fmt: skip


def test_fields_are_carried_into_the_new_year():
    promise = PlanCommitment(
        "Hội Nông dân", "Trồng cây", kind="quantity", deadline="2026-11-30", proof_expected="Biên bản"
    )
    last = replace(LAST_YEAR, commitments=(promise,))
    new = carried(last, 2027, date(2027, 1, 15), {3: 11.5})
    assert (new.year, new.number, new.date, new.state) == (2027, None, PartialDate(None, 1, 2027), "bản thảo")
    assert (new.drafted_from, new.id, new.header) == (9, 0, ())
    assert (new.targets[0].last_year, new.targets[0].values) == (11.5, LAST_YEAR.targets[0].values)
    assert new.phases == (Phase("Đợt 1", "2027-01-01", "2027-06-30", "2027-07-05"),)
    assert new.tasks == (Task("Văn phòng", "Tổng hợp", None, "2027-12-01", None),)
    assert new.commitments == (replace(promise, deadline="2027-11-30"),)
    assert new.sections == LAST_YEAR.sections


def test_the_lists_follow_the_text():
    one = frame()
    begun = carried(LAST_YEAR, 2027, date(2027, 1, 15))
    found = renewals(begun, one)
    assert [each.old for each in found] == [
        "2026", "Thông tư số 01/2024/TT-BNV ngày 24/02/2024", "2026", "01/01/2026", "30/6/2026"
    ]  # fmt: skip
    new = renewed(begun, found, one)
    assert new.title == "Phát động phong trào thi đua năm 2027"
    assert new.targets[0].quote == "Thu ngân sách năm 2027 đạt 10 tỷ đồng"
    assert new.movements[0].name == "Chung sức năm 2027"
    assert new.sections[0].body == (plain("Thu ngân sách năm 2027 đạt 10 tỷ đồng.", "-"),)
    assert [basis.number for basis in new.legal_bases] == ["15/2025/TT-BNV"]


def test_what_is_not_chosen_stays():
    begun = carried(LAST_YEAR, 2027, date(2027, 1, 15))
    assert renewed(begun, [], frame()) == begun


def test_a_proposal_can_be_corrected():
    begun = carried(LAST_YEAR, 2027, date(2027, 1, 15))
    [title, *_] = renewals(begun, frame())
    assert renewed(begun, [replace(title, new="2027, vòng hai")], frame()).title.endswith("năm 2027, vòng hai")


def test_a_sentence_is_shown_around_the_words():
    [one] = renewals(Plan(2026, closing=(plain("Trên đây là Kế hoạch năm 2026, yêu cầu thực hiện."),)), frame())
    assert (one.before, one.old, one.after) == ("Trên đây là Kế hoạch năm ", "2026", ", yêu cầu thực hiện.")
    long = "x " * 80
    [one] = renewals(Plan(2026, closing=(plain(f"{long}năm 2026 {long}"),)), frame())
    assert one.before.startswith("…") and one.after.endswith("…")
    assert len(one.before) <= 91 and len(one.after) <= 91


def test_somebody_elses_plan_gets_the_own_head_and_foot():
    theirs = replace(LAST_YEAR, issuer="Ủy ban nhân dân tỉnh Mẫu", symbol="KH-HĐTĐKT")
    own = of_the_office(theirs, OWN, None)
    assert (own.issuer, own.symbol, own.place) == ("Ủy ban nhân dân xã Ví Dụ", "KH-UBND", "Ví Dụ")
    assert own.signer == PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", None)


@pytest.mark.parametrize("outline_id", "abcdef")
def test_an_outlines_plan_of_last_year_is_renewed_without_a_fault(outline_id):
    """A plan that had no fault has none after a year, when what is sure is renewed."""
    day = date(2027, 1, 15)
    last = draft(outline_id, day=date(2026, 1, 15))
    one = frame(theme=last.theme or "")
    begun = carried(last, 2027, day)
    new = renewed(begun, [each for each in renewals(begun, one) if each.certain], one)
    found = check_plan(new, DEFINITIONS.legal_acts, DEFINITIONS.check_rules, ())
    assert [finding for finding in found if finding.code not in TO_FILL_IN] == []
    fresh = draft(outline_id, day=day)
    assert [phase.end for phase in new.phases] == [phase.end for phase in fresh.phases]
    assert new.phases[0].occasions == fresh.phases[0].occasions
    assert new.title == fresh.title


_SAID = (
    "năm 2026 2025 - ngày 05/02/2026 thứ Hai lần thứ XIII Đại hội đại biểu toàn quốc của Đảng kỷ niệm 95 (03/02/1930 "
    "29/02/2024 nhiệm kỳ 2020 giai đoạn Nghị định số 98/2023/NĐ-CP Kế hoạch 12/KH-UBND xã Thí Điểm phường UBND “ ” ; . "
    "Luật Thi đua, khen thưởng huyện tỉnh Mẫu 99/99/2026 … 31/4/2026 của về"
)
_WORDS = st.sampled_from(_SAID.split(" "))


@given(st.lists(_WORDS, max_size=30).map(" ".join), st.booleans())
def test_any_text_is_taken_over(text, theirs):
    others = {"own": OWN, "source": THEIRS, "source_issuer": "Ủy ban nhân dân xã Thí Điểm"} if theirs else {}
    one = frame(**others)
    plan = Plan(2026, title=text, preamble=(plain(text),), targets=(Target(text, text),), theme=text or None)
    found = renewals(plan, one)
    assert renewed(plan, [], one) == plan
    renewed(plan, found, one)
    for each in found:
        assert each.old != each.new
        assert each.old in text
