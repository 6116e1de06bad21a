"""The office puts its own value in the place of a row, in the form in which it reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.rules.samples import AMENDED, IN_FORCE, answered, collective, person
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.legal_acts import CHECKED_MARK, UNCHECKED_MARK
from thidua_desktop.domain.rules import (
    CollectiveYear,
    Correction,
    Law,
    RuleRow,
    calendar,
    corrected,
    decider,
    judge,
    judge_ceiling,
    rows,
    vote_rule,
)
from thidua_desktop.domain.rules.bonus import bonus

NOW = "2025-07-01"


def row(law: Law, pack: str, key: str) -> RuleRow:
    (found,) = [one for one in rows(law) if (one.pack, one.key) == (pack, key)]
    return found


VALUES = [
    # row, its value as shipped, what the office types, what then stands there
    ("ttldtt-ty-le", "70%", "80", "80%"),
    ("ttldtt-ty-le", "70%", "72,5%", "72,5%"),
    ("ttldtt-ky-luat", "không có người nào", "1", "không quá 1 người"),
    ("ttldxs-cstdcs", "ít nhất 1 người", "2 người", "ít nhất 2 người"),
    ("ldtt-danh-gia", "hoàn thành tốt nhiệm vụ", "HTXSNV", "hoàn thành xuất sắc nhiệm vụ"),
    ("bk-xuat-sac", "hoàn thành xuất sắc nhiệm vụ, 2 năm liên tục", "hoàn thành tốt nhiệm vụ, 3 năm liên tục", "hoàn thành tốt nhiệm vụ, 3 năm liên tục"),
    ("duoi-6-thang", "6 tháng", "10", "10 tháng"),
    ("cstdt-lien-tuc", "3 lần liên tục", "2", "2 lần liên tục"),
    ("bkttg-cstdcs", "3 lần", "2 lần", "2 lần"),
    ("cstdcs-sang-kien", "1 sáng kiến cấp cơ sở", "2 sáng kiến cấp tỉnh", "2 sáng kiến cấp tỉnh"),
    ("thuong-giay-khen", "0,3", "0,35", "0,35"),
    ("thuong-gdvh", "", "0,1", "0,1"),
    ("thuong-tap-the", "2", "1,5", "1,5"),
    ("lam-tron", "10.000", "1.000", "1.000"),
    ("tran-cstdcs", "15%", "10%", "10%"),
    ("phieu", "trên 50% tổng số thành viên", "70% thành viên dự họp", "70% thành viên dự họp"),
    ("phieu", "trên 50% tổng số thành viên", "từ 70%", "70% tổng số thành viên"),
    ("phieu", "trên 50% tổng số thành viên", "quá bán", None),
    ("quyet-dinh-cstdcs", "xã", "tỉnh", "tỉnh"),
    ("ttldtt-ty-le", "70%", "bảy mươi", None),
    ("ttldtt-ty-le", "70%", "170%", None),
    ("ttldtt-ky-luat", "không có người nào", "-1", None),
    ("ttldtt-ky-luat", "không có người nào", "1 hoặc 2 người", None),
    ("ldtt-danh-gia", "hoàn thành tốt nhiệm vụ", "khá", None),
    ("bk-xuat-sac", "hoàn thành xuất sắc nhiệm vụ, 2 năm liên tục", "HTXSNV, 0 năm", None),
    ("cstdcs-sang-kien", "1 sáng kiến cấp cơ sở", "1 sáng kiến cấp quận", None),
    ("thuong-giay-khen", "0,3", "0", None),
    ("quyet-dinh-cstdcs", "xã", "thôn", None),
    ("giay-khen", "", "80%", None),
]  # fmt: skip


@pytest.mark.parametrize(("key", "shipped", "typed", "stands"), VALUES)
def test_a_value_is_typed_as_it_reads(law: Law, key: str, shipped: str, typed: str, stands: str | None) -> None:
    assert row(law, NOW, key).value == shipped
    correction = Correction(NOW, key, typed, UNCHECKED_MARK, "Quy chế của tỉnh Mẫu")
    if stands is None:
        with pytest.raises(BadInput) as refused:
            corrected(law, [correction])
        assert refused.value.advice
        return
    changed = row(corrected(law, [correction]), NOW, key)
    assert (changed.value, changed.source, changed.office) == (stands, "Quy chế của tỉnh Mẫu", True)
    assert row(corrected(law, [replace(correction, value=stands)]), NOW, key).value == stands


@pytest.mark.parametrize("pack_and_key", [("2026-10-01", "ttldtt-ty-le"), ("base_salary", "2026-07-01")])
def test_a_correction_is_of_its_own_period_alone(law: Law, pack_and_key: tuple[str, str]) -> None:
    pack, key = pack_and_key
    changed = corrected(law, [Correction(pack, key, "90", CHECKED_MARK)])
    different = {(one.pack, one.key) for one, before in zip(rows(changed), rows(law), strict=True) if one != before}
    assert different == {(pack, key)}


def test_what_the_office_set_is_a_refusal_also_after_the_amendment(law: Law) -> None:
    facts = answered(collective(CollectiveYear(2026, "HTTNV", 20, 20, 14, 0, 0, True)), law, AMENDED)
    assert judge(law, facts, "TTLĐTT", AMENDED).answer == "đạt"
    stricter = corrected(law, [Correction("2026-10-01", "ttldtt-ty-le", "80%", UNCHECKED_MARK, "Quy chế của tỉnh Mẫu")])
    verdict = judge(stricter, facts, "TTLĐTT", AMENDED)
    (line,) = [line for line in verdict.lines if line.key == "ttldtt-ty-le"]
    assert (verdict.answer, line.office, line.note) == ("chưa đạt", True, "")
    assert line.question == "Có ít nhất 80% cá nhân trong tập thể đạt “Lao động tiên tiến”"
    assert line.figures == "LĐTT 14/20 người (70%), cần ít nhất 80%."


def test_a_row_the_clerk_compared_becomes_checked(law: Law) -> None:
    facts = answered(person("HTTNV", months=5), law, IN_FORCE)
    assert judge(law, facts, "LĐTT", IN_FORCE).answer == "lưu ý"
    compared = corrected(law, [Correction(NOW, "duoi-6-thang", mark=CHECKED_MARK)])
    assert row(compared, NOW, "duoi-6-thang").mark == CHECKED_MARK
    assert judge(compared, facts, "LĐTT", IN_FORCE).answer == "chưa đạt"


@pytest.mark.parametrize(("mark", "source"), [(UNCHECKED_MARK, ""), ("", "Quy chế của tỉnh Mẫu")])
def test_a_row_whose_mark_or_source_alone_was_changed_warns_while_it_is_not_checked(
    law: Law, mark: str, source: str
) -> None:
    facts = answered(person("HTTNV", months=5), law, IN_FORCE)
    key = "duoi-6-thang"
    changed = corrected(law, [Correction(NOW, key, mark=mark, source=source)])
    (line,) = [line for line in judge(changed, facts, "LĐTT", IN_FORCE).lines if line.key == key]
    assert (line.answer, line.office, line.mark) == ("lưu ý", False, UNCHECKED_MARK)
    assert row(changed, NOW, key).office


def test_corrections_reach_every_answer(law: Law) -> None:
    changed = corrected(
        law,
        [
            Correction(NOW, "thuong-gdvh", "0,1"),
            Correction(NOW, "quyet-dinh-ttldtt", "tỉnh"),
            Correction(NOW, "tran-cstdcs", "10%"),
            Correction(NOW, "phieu", "từ 70% tổng số thành viên"),
            Correction("base_salary", "2026-07-01", "3.000.000"),
            Correction("calendar", "thong-ke", "20/12"),
        ],
    )
    assert bonus(changed, "GĐVH", "hộ gia đình", "2026-07-01").amount == 300_000
    assert decider(changed, "TTLĐTT", "2026-01-10").who == "Chủ tịch Ủy ban nhân dân cấp tỉnh"
    ceiling = judge_ceiling(changed, "CSTĐ cơ sở", "2026-01-10", 3, 20)
    votes = vote_rule(changed, "LĐTT", "2026-01-10")
    assert ceiling and votes
    assert (ceiling.answer, votes.words) == ("chưa đạt", "từ 70% tổng số thành viên")
    assert "2026-12-20" in {one.day for one in calendar(changed, 2026) if one.key == "thong-ke"}


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (Correction("2099-01-01", "ldtt"), "Không có dòng “ldtt”"),
        (Correction(NOW, "không có"), "Không có dòng “không có”"),
        (Correction("calendar", "không có"), "Không có dòng “không có”"),
        (Correction("calendar", "thong-ke", "31/11"), "không phải là ngày và tháng"),
        (Correction("calendar", "thong-ke", "29/2"), "không phải là ngày và tháng"),
        (Correction("base_salary", "2026-07-01", "hai triệu"), "không phải là số tiền"),
        (Correction(NOW, "ldtt", mark="chắc là đúng"), "không phải là dấu đối chiếu"),
    ],
)
def test_a_correction_that_does_not_fit(law: Law, correction: Correction, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        corrected(law, [correction])


def test_the_table_of_rules_reads_well(law: Law) -> None:
    listed = rows(law)
    assert {one.pack for one in listed} == {pack.id for pack in law.packs} | {"base_salary", "calendar"}
    assert all(one.words.strip() and "{" not in one.words for one in listed)
    route = row(law, NOW, "bk-sang-kien")
    assert (route.award, route.subject) == ("Bằng khen tỉnh, Bằng khen Bộ", "cá nhân")
    assert route.words.endswith("(trường hợp: Hoàn thành xuất sắc liên tục, có sáng kiến)")
    assert row(law, NOW, "quyet-dinh-tinh").words == "Người quyết định: Chủ tịch Ủy ban nhân dân cấp tỉnh"
    assert len({(one.pack, one.key) for one in listed}) == len(listed)
