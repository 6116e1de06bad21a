"""How commitments cover the plan's figures."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.figures.values import parse_values
from thidua_desktop.domain.papers.target_rows import with_unit
from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.domain.registration.commune import told_below
from thidua_desktop.domain.registration.cover import (
    Share,
    TargetCover,
    covered,
    in_unit,
    organisations_covered,
    targets_covered,
)


def value(text: str) -> TargetValue:
    (found,) = parse_values(text)
    return found


def shares(planned: TargetValue | None, *texts: str) -> tuple[Share, ...]:
    return tuple(
        Share(number, number, f"Hội {number}", in_unit(planned, parse_values(text)))
        for number, text in enumerate(texts, 1)
    )


@pytest.mark.parametrize(
    ("planned", "promised", "words", "total"),
    [
        ("15 ha", ("5 ha", "4 ha"), "thiếu 6 ha", 9),
        ("15 ha", ("10 ha", "5 ha"), "đủ", 15),
        ("15 ha", ("10 ha", "7,5 ha"), "vượt 2,5 ha", 17.5),
        ("0,3 ha", ("0,1 ha", "0,2 ha"), "đủ", 0.3),
        ("15 ha", ("trồng rừng", "5 ha"), "thiếu 10 ha", 5),
        ("15 ha", ("200 cây",), "chưa có số", None),
        ("15 ha", ("5 ha; 100 cây; 2 ha",), "thiếu 8 ha", 7),
        ("10–12 nhà", ("6 nhà", "5 nhà"), "đủ", 11),
        ("10–12 nhà", ("6 nhà", "8 nhà"), "vượt 2 nhà", 14),
        ("10–12 nhà", ("6 nhà",), "thiếu 4 nhà", 6),
        ("giảm 12 hộ", ("giảm 5 hộ", "giảm 4 hộ"), "thiếu 3 hộ", 9),
        ("≤ 5 vụ", ("≤ 2 vụ", "≤ 2 vụ"), "trong mức", 4),
        ("còn 10 hộ", ("còn 4 hộ",), "trong mức", 4),
        ("còn 10 hộ", ("giảm 3 hộ",), "chưa có số", None),  # what is taken away tells nothing of what is left
        ("giảm 12 hộ", ("còn 4 hộ", "7 hộ"), "thiếu 5 hộ", 7),
        ("≤ 5 vụ", ("≤ 4 vụ", "≤ 3 vụ"), "quá mức 2 vụ", 7),
        ("≥ 95%", ("96%", "97%"), "đạt mức", None),
        ("≥ 95%", ("96%", "93%"), "chưa đạt mức (Hội 2: 93%)", None),
        ("≤ 2%", ("1,5%", "3%"), "chưa đạt mức (Hội 2: 3%)", None),
        ("≥ 60 tạ/ha", ("62 tạ/ha", "61 tạ/ha"), "đạt mức", None),
    ],
)
def test_what_is_missing_or_over(planned: str, promised: tuple[str, ...], words: str, total: float | None) -> None:
    wanted = value(planned)
    texts = [text if any(sign.isdigit() for sign in text) else "" for text in promised]
    own = tuple(
        Share(number, number, f"Hội {number}", in_unit(wanted, parse_values(text)) if text else None)
        for number, text in enumerate(texts, 1)
    )
    (found,) = targets_covered([TargetCover(1, 1, "1", "Chỉ tiêu", planned=wanted, shares=own)])
    assert (found.words, found.covered.total) == (words, total)


def test_a_promise_that_is_a_range_is_told_as_one() -> None:
    wanted = value("1–2 nhà")
    (found,) = targets_covered([TargetCover(1, 1, "1", "Nhà", planned=wanted, shares=shares(wanted, "1–2 nhà"))])
    assert found.shares_text == "Hội 1: 1–2 nhà. Cộng 1–2 nhà: đủ."
    own = shares(wanted, "1–2 nhà; 3 nhà", "1 nhà")
    (found,) = targets_covered([TargetCover(1, 1, "1", "Nhà", planned=wanted, shares=own)])
    assert found.shares_text == "Hội 1: 4–5 nhà; Hội 2: 1 nhà. Cộng 5–6 nhà: vượt 3 nhà."


def test_rates_tell_the_weakest_and_the_strongest() -> None:
    wanted = value("≥ 95%")
    found = covered(wanted, shares(wanted, "96%", "93%", "99%"))
    assert found.weakest and found.strongest
    assert (found.weakest.text, found.strongest.text) == ("Hội 2: 93%", "Hội 3: 99%")


def target(number: str, **facts: object) -> TargetCover:
    return TargetCover(int(number.replace(".", "")), 1, number, f"Chỉ tiêu {number}", **facts)  # type: ignore[arg-type]


def test_whom_a_target_without_a_commitment_waits_for() -> None:
    ten = value("10 nhà")
    found = targets_covered(
        [
            target("1", planned=ten),
            target("2", planned=ten, responsible="Phòng Kinh tế", responsible_ids=(7,)),
            target("3", composite=True),
            target("4", planned=ten),
            target("4.1", planned=ten, shares=shares(ten, "10 nhà")),
            target("5", shares=shares(None, "")),
        ]
    )
    assert [one.state for one in found] == [
        "chưa ai nhận",
        "phụ trách chưa cam kết",
        "theo các phần",
        "theo các phần",
        "đủ",
        "có đơn vị nhận",
    ]


def test_what_organisations_owe() -> None:
    ten = value("10 nhà")
    own = (Share(1, 7, "Phòng Kinh tế", value("10 nhà")),)
    found = targets_covered(
        [
            target("1", planned=ten, planned_text="10 nhà", responsible="Phòng Kinh tế", responsible_ids=(7,)),
            target("2", planned=ten, responsible="Phòng Kinh tế", responsible_ids=(7,), shares=own),
            target("3", planned=ten, shares=(Share(2, 8, "Hội Nông dân"),)),
            target("4", shares=(Share(3, 8, "Hội Nông dân"),)),
        ]
    )
    owing = organisations_covered(found, {7: "Phòng Kinh tế", 8: "Hội Nông dân", 9: "Thôn Mẫu"}, {7: 1, 8: 2})
    assert [(one.name, one.commitments, one.words) for one in owing] == [
        ("Phòng Kinh tế", 1, "Chỉ tiêu 1: chưa cam kết"),
        ("Hội Nông dân", 2, "Chỉ tiêu 3: chưa có số"),
        ("Thôn Mẫu", 0, "chưa cam kết chỉ tiêu nào"),
    ]


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ("thị xã giao 95,52%; HĐND xã giao 90%", "đăng ký 90%, thị xã giao 95,52%"),
        ("thị xã giao 95,52%; 90%", "đăng ký 90%, thị xã giao 95,52%"),
        ("tỉnh giao ≤ 2%; HĐND xã giao ≤ 3%", "đăng ký ≤ 3%, tỉnh giao ≤ 2%"),
        ("tỉnh giao 12 nhà; HĐND xã giao 10–11 nhà", "đăng ký 10–11 nhà, tỉnh giao 12 nhà"),
        ("tỉnh giao 95%; HĐND xã giao 96%", ""),
        ("tỉnh giao 95%; HĐND xã giao 90 hộ", ""),
        ("tỉnh giao 10 ha; HĐND xã giao 6 ha; 5 ha", ""),  # two figures of its own are two things
        ("tỉnh giao 95%", ""),
        ("HĐND xã giao 90%", ""),
    ],
)
def test_what_the_commune_registers_below_what_was_assigned_is_told(figures: str, told: str) -> None:
    covers = [
        TargetCover(1, 1, "1", "Bảo hiểm y tế", figure=place, planned=one, planned_text=with_unit(one))
        for place, one in enumerate(parse_values(figures))
    ]
    sentence = f"Mức xã đăng ký chưa đạt số cấp trên giao ở 1 chỉ tiêu: Bảo hiểm y tế ({told})."
    assert told_below(covers) == (sentence if told else "")
