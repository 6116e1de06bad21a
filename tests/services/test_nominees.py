"""Who is nominated, the way into the directory, and questions of the rules answered for many at once."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services import history
from thidua_desktop.services.awards import confirming, nominations, nominees, rounds, verdicts
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace

ADVANCED = "Lao động tiên tiến"


@pytest.fixture
def round_id(desk: Workspace) -> int:
    return rounds.add_round(desk, 2026)[1]


def nominate(desk: Workspace, round_id: int, subject: str, kind: str = "cá nhân", award: str = ADVANCED) -> int:
    cells = {"subject": subject, "subject_kind": kind, "award": award}
    return nominations.add_row(desk, "nominations", cells, scope=round_id)[1]


def names(desk: Workspace, kind: str) -> list[str]:
    return [row.cells[0] for row in registers.page(desk, kind)]


def test_a_person_is_put_into_the_directory_and_linked_in_one_act(desk: Workspace, round_id: int) -> None:
    row = nominate(desk, round_id, "Trần Thị An")
    assert nominees.nominee(desk, row).owner_id is None
    nominees.add_to_directory(desk, row)
    assert names(desk, "people") == ["Trần Thị An"]
    found = nominees.nominee(desk, row)
    assert (found.kind, found.name, found.owner_id) == ("cá nhân", "Trần Thị An", 1)
    assert verdicts.verdict(desk, row).link == ""
    history.undo(desk)
    assert names(desk, "people") == []
    assert nominees.nominee(desk, row).owner_id is None


def test_other_nominations_of_the_same_name_are_linked_along(desk: Workspace, round_id: int) -> None:
    registers.add_row(desk, "organisations", {"name": "Thôn Hai"})
    row = nominate(desk, round_id, "Trần Thị An")
    other = nominate(desk, round_id, "Trần Thị An", award="Chiến sĩ thi đua cơ sở")
    elsewhere = nominate(desk, round_id, "Trần Thị An", award="Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh")
    nominations.set_cell(desk, "nominations", elsewhere, "organisation_id", "Thôn Hai")
    another = nominate(desk, round_id, "Trần Thị Ân")
    nominees.add_to_directory(desk, row)
    owners = [nominees.nominee(desk, one).owner_id for one in (row, other, elsewhere, another)]
    assert owners == [1, 1, None, None]


def test_a_collective_becomes_an_organisation(desk: Workspace, round_id: int) -> None:
    row = nominate(desk, round_id, "Thôn Một", "tập thể", "Tập thể lao động tiên tiến")
    nominees.add_to_directory(desk, row)
    assert names(desk, "organisations") == ["Thôn Một"]
    assert nominees.nominee(desk, row).owner_id == 1


BODY_AWARD = "Tập thể lao động tiên tiến"


@pytest.mark.parametrize(
    ("typed", "held"),
    [("Công an phường", "Công an"), ("Công an", "Công an xã"), ("Hội CCB xã", "Hội Cựu chiến binh")],
)
def test_another_way_to_write_an_organisation_is_asked_about_and_linked_only_when_it_is_confirmed(
    desk: Workspace, round_id: int, typed: str, held: str
) -> None:
    registers.add_row(desk, "organisations", {"name": held})
    row = nominate(desk, round_id, typed, "tập thể", BODY_AWARD)
    other = nominate(desk, round_id, typed, "tập thể", "Tập thể lao động xuất sắc")
    assert nominees.nominee(desk, row).owner_id is None
    alike = nominees.resembling(desk, [row])[row]
    assert alike.name == held
    nominees.link_to(desk, row, alike.organisation_id)
    assert [nominees.nominee(desk, one).owner_id for one in (row, other)] == [alike.organisation_id] * 2
    assert not nominees.resembling(desk, [row, other])
    history.undo(desk)
    assert nominees.nominee(desk, other).owner_id is None


def test_who_may_be_there_already_is_not_added_with_the_others_but_can_be_alone(desk: Workspace, round_id: int) -> None:
    registers.add_row(desk, "organisations", {"name": "Công an"})
    police = nominate(desk, round_id, "Công an phường", "tập thể", BODY_AWARD)
    hamlet = nominate(desk, round_id, "Thôn Một", "tập thể", BODY_AWARD)
    assert list(nominees.resembling(desk, [police, hamlet])) == [police]
    nominees.add_all_to_directory(desk, [police, hamlet])
    assert sorted(names(desk, "organisations")) == ["Công an", "Thôn Một"]
    nominees.add_to_directory(desk, police)
    assert sorted(names(desk, "organisations")) == ["Công an", "Công an phường", "Thôn Một"]


def test_several_are_put_into_the_directory_at_once_and_whom_nothing_speaks_for_is_passed_over(
    desk: Workspace, round_id: int
) -> None:
    for position in ("Văn thư", "Kế toán"):
        registers.add_row(desk, "people", {"full_name": "Hai Người", "position": position})
    rows = [
        nominate(desk, round_id, "Trần Thị An"),
        nominate(desk, round_id, "Trần Thị An", award="Chiến sĩ thi đua cơ sở"),
        nominate(desk, round_id, "Thôn Một", "tập thể", "Tập thể lao động tiên tiến"),
        nominate(desk, round_id, "Hai Người"),
        nominate(desk, round_id, "Hộ ông Phạm Văn Thử", "hộ gia đình", "Gia đình văn hóa"),
    ]
    nominees.add_all_to_directory(desk, rows)
    assert sorted(names(desk, "people")) == ["Hai Người", "Hai Người", "Trần Thị An"]
    assert names(desk, "organisations") == ["Thôn Một"]
    assert [bool(nominees.nominee(desk, row).owner_id) for row in rows] == [True, True, True, False, False]
    history.undo(desk)
    assert (names(desk, "people"), names(desk, "organisations")) == (["Hai Người", "Hai Người"], [])


def test_a_household_has_no_directory(desk: Workspace, round_id: int) -> None:
    row = nominate(desk, round_id, "Hộ ông Phạm Văn Thử", "hộ gia đình", "Gia đình văn hóa")
    with pytest.raises(BadInput, match="không cần đưa vào danh mục"):
        nominees.add_to_directory(desk, row)


def test_one_of_several_with_a_name_is_not_added_once_more(desk: Workspace, round_id: int) -> None:
    for position in ("Văn thư", "Kế toán"):
        registers.add_row(desk, "people", {"full_name": "Trần Thị An", "position": position})
    row = nominate(desk, round_id, "Trần Thị An")
    with pytest.raises(BadInput, match="2 dòng cùng tên"):
        nominees.add_to_directory(desk, row)
    assert len(names(desk, "people")) == 2


def test_the_round_of_a_nomination(desk: Workspace, round_id: int) -> None:
    assert nominees.round_of(desk, nominate(desk, round_id, "Trần Thị An")) == round_id
    assert nominees.round_of(desk, 999) == 0
    with pytest.raises(KnownError):
        nominees.nominee(desk, 999)


def test_a_question_is_asked_once_for_all_and_only_while_it_is_open(desk: Workspace, round_id: int) -> None:
    rows = [nominate(desk, round_id, name) for name in ("Trần Thị An", "Lê Văn Bình")]
    asked = confirming.open_questions(desk, verdicts.verdicts(desk, round_id))
    assert len({one.rule for one in asked}) == len(asked)
    pending = next(one for one in asked if one.question.startswith("Đang bị xem xét kỷ luật"))
    assert pending.ids == tuple(rows)
    assert not pending.expected
    verdicts.answer(desk, rows[0], pending.rule, True)
    again = confirming.open_questions(desk, verdicts.verdicts(desk, round_id))
    assert next(one for one in again if one.rule == pending.rule).ids == (rows[1],)


def test_of_several_ways_only_the_usual_one_is_no_alternative(desk: Workspace, round_id: int) -> None:
    """Luật 06/2022/QH15, Điều 24: cán bộ, công chức; nông dân, người lao động khác …"""
    nominate(desk, round_id, "Trần Thị An")
    asked = confirming.open_questions(desk, verdicts.verdicts(desk, round_id))
    usual = [one.question for one in asked if not one.alternative]
    others = [one.question for one in asked if one.alternative]
    assert any(question.startswith("Có tinh thần tự lực") for question in usual)
    assert any(question.startswith("Là công nhân, nông dân") for question in others)


def test_confirming_answers_as_the_rule_wants_it_and_overwrites_nothing(desk: Workspace, round_id: int) -> None:
    rows = [nominate(desk, round_id, name) for name in ("Trần Thị An", "Lê Văn Bình")]
    asked = confirming.open_questions(desk, verdicts.verdicts(desk, round_id))
    pending = next(one for one in asked if one.question.startswith("Đang bị xem xét kỷ luật"))
    verdicts.answer(desk, rows[0], pending.rule, True)
    confirming.confirm(desk, asked)
    answers = [verdicts.verdict(desk, row).facts.confirmed[pending.rule] for row in rows]
    assert answers == [True, False]
    history.undo(desk)
    assert dict(verdicts.verdict(desk, rows[1]).facts.confirmed) == {}
    assert dict(verdicts.verdict(desk, rows[0]).facts.confirmed) == {pending.rule: True}
