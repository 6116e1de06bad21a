"""What an organisation registers besides titles: initiatives, movements joined, culture of a thôn."""

from __future__ import annotations

import pytest

from tests.services.year_samples import PLAN
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.services import history
from thidua_desktop.services.act_places import undo_place
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import households, registered, registering, registrations
from thidua_desktop.services.search import search
from thidua_desktop.services.workspace import Workspace

YEAR = 2026


@pytest.fixture
def village(desk: Workspace) -> int:
    """The registration of a thôn in the year."""
    _, plan_id = plans.store_plan(desk, PLAN)
    for name in ("Toàn dân đoàn kết xây dựng đời sống văn hóa", "Chung sức xây dựng nông thôn mới"):
        registers.add_row(desk, "plan_movements", {"name": name}, scope=plan_id)
    registrations.enter_new(desk, YEAR, "Thôn Mẫu", "Thôn, tổ dân phố")
    found = registrations.registration(desk, YEAR, 1)
    assert found is not None
    return found.id


def initiative(desk: Workspace, village: int, author: str) -> int:
    cells = {"name": "Tuyến đường tự quản", "author": author}
    return registers.add_row(desk, "registered_initiatives", cells, scope=village)[1]


def test_movements_of_the_plan_are_joined_by_ticks_once(desk: Workspace, village: int) -> None:
    offered = registering.movements_to_join(desk, village)
    assert offered and not any(joined for *_, joined in offered)
    wanted = [one[0] for one in offered]
    registering.join_movements(desk, village, wanted)
    assert [one.name for one in registered.movements(desk, village)] == [one[1] for one in offered]
    assert [one.movement_id for one in registered.movements(desk, village)] == wanted
    assert not registering.join_movements(desk, village, wanted)
    history.undo(desk)
    assert registered.movements(desk, village) == ()


def test_a_movement_typed_freely_is_that_of_the_plan_when_it_is_called_alike(desk: Workspace, village: int) -> None:
    movement_id, name, *_ = registering.movements_to_join(desk, village)[0]
    for typed in (name.upper(), "Thôn sạch, ngõ đẹp"):
        registers.add_row(desk, "registered_movements", {"name": typed}, scope=village)
    assert [one.movement_id for one in registered.movements(desk, village)] == [movement_id, None]


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("Nguyễn Văn Mẫu", ["Nguyễn Văn Mẫu"]),
        ("Trần Thị Thử", ["Nguyễn Văn Mẫu", "Trần Thị Thử"]),
        ("Nguyễn Văn Mẫu; Trần Thị Thử", ["Nguyễn Văn Mẫu", "Trần Thị Thử"]),
    ],
)
def test_a_recognised_initiative_is_its_authors_in_one_act(
    desk: Workspace, village: int, author: str, people: list[str]
) -> None:
    registers.add_row(desk, "people", {"full_name": "Nguyễn Văn Mẫu"})
    row_id = initiative(desk, village, author)
    registering.recognise(desk, row_id, "Quyết định số 12/QĐ-UBND ngày 05/11/2026")
    (found,) = registered.initiatives(desk, village)
    assert found.initiative_id and found.decision == "Quyết định số 12/QĐ-UBND ngày 05/11/2026"
    assert [row.cells[0] for row in registers.page(desk, "people", order="full_name")] == people
    owners = [row_id for row_id in range(1, 3) if registers.count(desk, "initiatives", scope=row_id)]
    assert len(owners) == len(author.split(";"))
    with pytest.raises(BadInput, match="đã được ghi là công nhận"):
        registering.recognise(desk, row_id)
    history.undo(desk)
    (found,) = registered.initiatives(desk, village)
    assert found.initiative_id is None and found.decision == ""


def test_an_initiative_without_an_author_or_of_an_ambiguous_one_is_not_recognised(
    desk: Workspace, village: int
) -> None:
    for _ in range(2):
        registers.add_row(desk, "people", {"full_name": "Nguyễn Văn Mẫu"})
    with pytest.raises(BadInput, match="chưa có tác giả"):
        registering.recognise(desk, initiative(desk, village, ""))
    with pytest.raises(BadInput, match="nhiều người tên"):
        registering.recognise(desk, initiative(desk, village, "Nguyễn Văn Mẫu"))


def test_culture_figures_hold_together(desk: Workspace, village: int) -> None:
    registering.set_culture_figure(desk, village, "households", 120)
    registering.set_culture_figure(desk, village, "registered", 114)
    with pytest.raises(BadInput, match="thôn có 120 hộ"):
        registering.set_culture_figure(desk, village, "recognised", 121)
    registering.set_culture_figure(desk, village, "recognised", 108)
    registering.set_posted(desk, village, "2026-11-14")
    found = registered.culture(desk, village)
    assert (found.registered_percent, found.recognised_percent) == (95, 90)
    assert found.posted_on == "2026-11-14"
    entries = history.record_history(desk, "culture_years", found.id)
    assert [(one.column_heading, one.before, one.after) for one in entries[:2]] == [
        ("Niêm yết từ", "", "14/11/2026"),
        ("Hộ đạt", "", "108"),
    ]
    place = undo_place(desk)
    assert place and (place.destination.kind, place.destination.id, place.destination.year) == (
        "organisations",
        1,
        YEAR,
    )
    for _ in range(4):
        history.undo(desk)
    assert registered.culture(desk, village) == registered.CultureYear(village)


def test_households_are_pasted_and_stand_alone(desk: Workspace, village: int) -> None:
    cells = {"subject": "Thôn Mẫu", "subject_kind": "tập thể", "award": "Thôn văn hóa"}
    registers.add_row(desk, "registered_titles", cells, scope=village)
    rows = [["Hộ ông Lê Văn Thử"], ["Hộ bà Phạm Thị Mẫu"], ["Trần Văn Ví"]]
    result = households.paste_rows(desk, "registered_titles", ["subject"], rows, scope=village)
    assert (result.added, result.refused) == (3, ())
    assert registering.listed_households(desk, village) == 3
    assert [row.cells[0] for row in households.page(desk, "registered_titles", scope=village)] == [
        name for (name,) in rows
    ]
    assert households.count(desk, "registered_titles", scope=village, search="pham") == 1
    last = households.page(desk, "registered_titles", scope=village)[2].id
    households.move_row(desk, "registered_titles", last, 0)
    assert households.page(desk, "registered_titles", scope=village)[0].id == last


def test_the_search_finds_initiatives_and_movements(desk: Workspace, village: int) -> None:
    initiative(desk, village, "Trần Thị Thử")
    registers.add_row(desk, "registered_movements", {"name": "Thôn sạch, ngõ đẹp"}, scope=village)
    groups = {group.title: group.hits for words in ("tu quan", "ngo dep") for group in search(desk, words)}
    assert groups["Sáng kiến đăng ký"][0].text == "Tuyến đường tự quản – Trần Thị Thử"
    assert groups["Phong trào tham gia"][0].destination.kind == "organisations"
