"""The register of movements, and movements taken from it into a plan."""

from __future__ import annotations

import pytest

from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.movements import (
    KnownMovement,
    in_register,
    is_named,
    parse_movements,
    proposed_section,
    sentence,
    with_movements,
)
from thidua_desktop.domain.plan.plans import Movement, Plan, Section
from thidua_desktop.domain.richtext import plain

GREEN = KnownMovement("Mỗi hộ một vườn xanh", "Ủy ban nhân dân tỉnh Mẫu", source="Kế hoạch mẫu")
SAVING = KnownMovement("Tiết kiệm điện", None, "cuộc vận động", source="Kế hoạch mẫu", id=2)
BODY = (plain("Hưởng ứng phong trào “Thôn sáng”.", "+"),)
PLAN = Plan(
    2026,
    sections=(Section(1, "I.", "MỤC ĐÍCH", id=1), Section(1, "II.", "PHONG TRÀO THI ĐUA", BODY, id=2)),
    movements=(Movement("Thôn sáng"),),
)


def test_what_ships_is_sound_and_says_that_nobody_compared_it() -> None:
    shipped = shipped_definitions().movements
    assert len(shipped) >= 15
    assert all(one.mark == "chưa đối chiếu" or one.launched_on for one in shipped)
    assert all(one.source for one in shipped)


BAD = [
    ({}, "đúng một danh sách"),
    ({"movement": [{"name": "A", "kind": "phong trào"}]}, "phong trào thứ 1: thiếu “source”"),
    ({"movement": [{"name": "A", "kind": "phong trào", "source": "x", "year": 2}]}, "không có ô “year”"),
    ({"movement": [{"name": "A", "kind": "phong trào", "source": "x", "valid_to": "2026"}]}, "phải là ngày"),
    ({"movement": [{"name": "A", "kind": "phong trào", "source": "x", "mark": "rồi"}]}, "“mark” phải là"),
    ({"movement": [{"name": n, "kind": "phong trào", "source": "x"} for n in ("A b", "a  B")]}, "đã có ở trên"),
]


@pytest.mark.parametrize(("table", "words"), BAD, ids=[words for _, words in BAD])
def test_a_bad_row_is_named(table: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_movements(table)


SENTENCES = [
    (GREEN, "Hưởng ứng phong trào “Mỗi hộ một vườn xanh” do Ủy ban nhân dân tỉnh Mẫu phát động"),
    (SAVING, "Hưởng ứng cuộc vận động “Tiết kiệm điện”"),
    (KnownMovement("Nếp sống “5 có”"), "Hưởng ứng phong trào Nếp sống “5 có”"),
]


@pytest.mark.parametrize(("movement", "words"), SENTENCES)
def test_how_a_plan_names_a_movement(movement: KnownMovement, words: str) -> None:
    assert sentence(movement) == words


def test_movements_go_into_the_table_and_into_the_section_about_them() -> None:
    assert proposed_section(PLAN) == 2
    made = with_movements(PLAN, (GREEN, SAVING), 2)
    assert [one.name for one in made.movements] == ["Thôn sáng", "Mỗi hộ một vườn xanh", "Tiết kiệm điện"]
    lines = made.sections[1].body
    assert [line.text for line in lines[1:]] == [f"{sentence(GREEN)}.", f"{sentence(SAVING)}."]
    assert {line.bullet for line in lines} == {"+"}
    assert with_movements(made, (GREEN, SAVING), 2) == made
    assert with_movements(PLAN, (GREEN,)).sections == PLAN.sections


def test_a_movement_is_known_however_its_signs_are_written() -> None:
    known = KnownMovement("Cả nước chung tay - Không để ai bị bỏ lại phía sau")
    assert in_register("“Cả nước chung tay – Không để ai bị bỏ lại phía sau”", [known]) is known
    assert in_register("Cả nước chung tay", [known]) is None
    assert is_named(PLAN, KnownMovement("“Thôn sáng”"))


def test_a_movement_is_over_after_its_last_day() -> None:
    known = KnownMovement("A", valid_to="2025-12-31")
    assert not known.is_over("2025-12-31")
    assert known.is_over("2026-01-01")
