"""Other names, other posts, blocks of the year, and organisations that are there no longer."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.members.commune import YEAR, Commune, everything
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.services import history
from thidua_desktop.services.awards import given_awards, nominations, rounds
from thidua_desktop.services.awards.award_lines import nomination_lines
from thidua_desktop.services.awards.subjects import Subjects
from thidua_desktop.services.awards.titled_people import TitledPeople
from thidua_desktop.services.members import blocks, names, posts, renaming
from thidua_desktop.services.plan.organisation_names import KnownOrganisations
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registers.refusals import InUse
from thidua_desktop.services.registration import paper_facts, registration_papers

JULY = date(2025, 7, 1)


def test_a_new_name_holds_from_its_day_and_the_old_one_is_still_found(commune: Commune) -> None:
    desk, hall = commune.desk, commune.organisation("Thôn Hạ", short_name="Hạ", printed_name="Thôn Hạ, xã Cũ")
    before = everything(desk)
    renaming.rename(desk, hall, "Thôn Đông Sơn", JULY, printed_name="Thôn Đông Sơn, xã Ví Dụ")
    assert names.printed_names(desk)[hall] == "Thôn Đông Sơn, xã Ví Dụ"
    assert names.printed_names(desk, "2025-06-30")[hall] == "Thôn Hạ, xã Cũ"
    assert names.printed_names(desk, "2025-07-01")[hall] == "Thôn Đông Sơn, xã Ví Dụ"
    past = [(line.text, line.when) for line in names.past_of(desk, hall)]
    assert past == [("Thôn Hạ, xã Cũ", "đến 30/06/2025"), ("Hạ", ""), ("Thôn Hạ", "")]
    known = KnownOrganisations(desk)
    assert {known.find(name) for name in ("thon ha", "Hạ", "Thôn Đông Sơn")} == {hall}
    entry = history.record_history(desk, "organisations", hall)[0]
    assert (entry.act, entry.before, entry.after) != ("", "", "")
    assert history.undo_text(desk) == "Đổi tên “Thôn Hạ” thành “Thôn Đông Sơn”"
    history.undo(desk)
    assert everything(desk) == before


def test_a_slip_of_the_pen_leaves_no_earlier_name(commune: Commune) -> None:
    hall = commune.organisation("Thôn Hà")
    registers.set_cell(commune.desk, "organisations", hall, "name", "Thôn Hạ")
    assert names.past_of(commune.desk, hall) == ()


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("", JULY, "Chưa có tên mới"),
        ("Thôn Thượng", JULY, "giống tên đang dùng"),
        ("Thôn Khác", JULY, "Đã có tổ chức"),
        ("Thôn Mới", date(2020, 1, 1), "Tên cũ “Thôn Hạ” dùng đến 30/06/2024"),
    ],
)
def test_a_name_that_does_not_go_is_refused(commune: Commune, name: str, day: date, said: str) -> None:
    commune.organisation("Thôn Khác")
    hall = commune.organisation("Thôn Hạ")
    renaming.rename(commune.desk, hall, "Thôn Thượng", date(2024, 7, 1))
    before = everything(commune.desk)
    with pytest.raises(BadInput, match=said):
        renaming.rename(commune.desk, hall, name, day)
    assert everything(commune.desk) == before


def test_a_school_has_school_years(commune: Commune) -> None:
    school = commune.organisation("Trường THCS Ví Dụ", by_school_year="có")
    hall = commune.organisation("Thôn Hạ")
    assert names.year_words(commune.desk, school, 2026) == "năm học 2025 – 2026"
    assert names.year_words(commune.desk, hall, 2026) == "năm 2026"


def test_what_is_out_is_said_before_an_organisation_goes_and_it_may_be_retired(commune: Commune) -> None:
    desk, hall = commune.desk, commune.organisation("Thôn Hạ", active_from="2020")
    sent = commune.registration("Thôn Hạ")
    commune.insert("sent_papers", registration_id=sent, paper="registration-form", handed_on="2026-02-01")
    with pytest.raises(InUse) as refused:
        registers.remove_rows(desk, "organisations", [hall])
    assert "Còn 1 giấy đã giao chưa nhận lại và 1 bản đăng ký" in refused.value.happened
    renaming.retire(desk, [hall], 2027)
    assert registers.row(desk, "organisations", hall).cells[-1] == "2026"  # type: ignore[union-attr]
    with pytest.raises(BadInput, match="mới có từ năm 2020"):
        renaming.retire(desk, [hall], 2020)
    history.undo(desk)
    assert registers.row(desk, "organisations", hall).cells[-1] == ""  # type: ignore[union-attr]


def test_a_change_of_post_keeps_the_earlier_one(commune: Commune) -> None:
    desk = commune.desk
    office, hall = commune.organisation("Văn phòng"), commune.organisation("Thôn Hạ")
    person = commune.person("Nguyễn Văn Mẫu", "Văn phòng", position="Văn thư", started_on="01/03/2020")
    before = everything(desk)
    posts.change_post(desk, [person], JULY, organisation_id=hall, position="Trưởng thôn")
    held = [(one.words, one.days) for one in posts.posts(desk, person)]
    assert held == [
        ("Trưởng thôn, Thôn Hạ", "từ 01/07/2025"),
        ("Văn thư, Văn phòng", "từ 01/03/2020 đến 30/06/2025"),
    ]
    assert posts.homes_in_year(desk.file, 2024)[person] == office
    assert posts.homes_in_year(desk.file, 2025)[person] == hall
    history.undo(desk)
    assert everything(desk) == before


@pytest.mark.parametrize(
    ("day", "position", "said"),
    [(date(2020, 3, 1), "Trưởng thôn", "ngày đổi phải sau ngày đó"), (JULY, "Văn thư", "giống hệt hiện nay")],
)
def test_a_post_that_does_not_go_is_refused(commune: Commune, day: date, position: str, said: str) -> None:
    commune.organisation("Văn phòng")
    person = commune.person("Nguyễn Văn Mẫu", "Văn phòng", position="Văn thư", started_on="01/03/2020")
    with pytest.raises(BadInput, match=said):
        posts.change_post(commune.desk, [person], day, position=position)
    assert commune.rows("person_posts") == []


def test_a_title_of_an_earlier_year_counts_for_the_organisation_of_that_year(commune: Commune) -> None:
    desk = commune.desk
    office, hall = commune.organisation("Văn phòng"), commune.organisation("Thôn Hạ")
    person = commune.person("Nguyễn Văn Mẫu", "Văn phòng")
    posts.change_post(desk, [person], JULY, organisation_id=hall)
    cells = {"subject": "Nguyễn Văn Mẫu", "award": "Lao động tiên tiến"}
    for year in ("2024", "2025"):
        given_awards.add_row(desk, "awards", {"year": year, **cells})
    assert [row["organisation_id"] for row in commune.rows("awards")] == [office, hall]
    earlier = rounds.add_round(desk, YEAR)[1]
    nominations.add_row(desk, "nominations", cells, scope=earlier)
    assert [row["organisation_id"] for row in commune.rows("nominations")] == [hall]
    assert TitledPeople(desk, 2024).of("Lao động tiên tiến", office) == 1
    assert TitledPeople(desk, 2024).of("Lao động tiên tiến", hall) == 0


def test_blocks_are_set_for_many_at_once_and_carried_over(commune: Commune) -> None:
    desk = commune.desk
    ids = [commune.organisation(f"Thôn {number}", precedence=str(number)) for number in range(1, 4)]
    east = registers.add_row(desk, "blocks", {"name": "Khối Đông"})[1]
    west = registers.add_row(desk, "blocks", {"name": "Cụm Tây", "kind": "cụm"})[1]
    assert list(blocks.blocks(desk).values()) == ["Cụm Tây", "Khối Đông"]
    blocks.set_blocks(desk, YEAR, dict.fromkeys(ids[:2], east) | {ids[2]: west})
    assert [line.block_id for line in blocks.lines(desk, YEAR)] == [east, east, west]
    assert [(line.block_id, line.last_year) for line in blocks.lines(desk, YEAR + 1)][2] == (None, west)
    carried = blocks.carried_over(desk, YEAR + 1)
    assert carried == {ids[0]: east, ids[1]: east, ids[2]: west}
    before = everything(desk)
    blocks.set_blocks(desk, YEAR + 1, carried)
    assert [line.block_id for line in blocks.lines(desk, YEAR + 1)] == [east, east, west]
    assert blocks.carried_over(desk, YEAR + 1) == {}
    history.undo(desk)
    assert everything(desk) == before
    with pytest.raises(BadInput):
        blocks.set_blocks(desk, YEAR, {})


def test_a_decision_of_the_past_names_organisation_and_post_as_they_were(commune: Commune) -> None:
    desk = commune.desk
    office = commune.organisation("Văn phòng")
    hall = commune.organisation("Thôn Hạ")
    person = commune.person("Nguyễn Văn Mẫu", "Văn phòng", position="Văn thư", started_on="01/03/2020")
    rows = [
        {"subject_kind": "cá nhân", "subject": "Nguyễn Văn Mẫu", "person_id": person, "organisation_id": None},
        {"subject_kind": "cá nhân", "subject": "Lê Văn Giả", "person_id": None, "organisation_id": office},
    ]
    whole = [row | {"award": "Giấy khen", "merit": "", "votes_for": None} for row in rows]
    posts.change_post(desk, [person], JULY, organisation_id=hall, position="Trưởng thôn")
    renaming.rename(desk, office, "Văn phòng HĐND và UBND", JULY)
    told = [line.position for line in nomination_lines(desk, whole, "2025-06-30")]
    assert told == ["Văn thư, Văn phòng", "Văn phòng"]
    told = [line.position for line in nomination_lines(desk, whole, "2025-07-01")]
    assert told == ["Trưởng thôn Hạ", "Văn phòng HĐND và UBND"]


def test_a_nominee_is_found_by_the_earlier_name_of_the_organisation(commune: Commune) -> None:
    hall = commune.organisation("Thôn Hạ")
    renaming.rename(commune.desk, hall, "Thôn Đông", JULY)
    assert Subjects(commune.desk).link("tập thể", "Thôn Hạ", None).organisation_id == hall
    other = commune.organisation("Thôn Hạ")
    assert Subjects(commune.desk).link("tập thể", "Thôn Hạ", None).organisation_id == other


def test_the_printed_name_stands_in_the_summary_of_registrations(commune: Commune) -> None:
    commune.organisation("Hội CCB", printed_name="Hội Cựu chiến binh xã Ví Dụ")
    commune.title("Hội CCB", "Hội CCB", "tập thể", "Tập thể lao động tiên tiến")
    assert [one.name for one in paper_facts.listed(commune.desk, YEAR)] == ["Hội Cựu chiến binh xã Ví Dụ"]
    told = str(registration_papers.registration_summary(commune.desk, YEAR))
    assert "Hội Cựu chiến binh xã Ví Dụ" in told


def test_a_block_that_organisations_are_in_is_not_removed(commune: Commune) -> None:
    desk, hall = commune.desk, commune.organisation("Thôn Hạ")
    used, free = (registers.add_row(desk, "blocks", {"name": name})[1] for name in ("Khối Đông", "Khối Tây"))
    blocks.set_blocks(desk, YEAR, {hall: used})
    with pytest.raises(InUse, match="Còn 1 lượt xếp khối đang gắn với khối “Khối Đông”"):
        registers.remove_rows(desk, "blocks", [free, used])
    registers.remove_rows(desk, "blocks", [free])
    assert blocks.blocks(desk) == {used: "Khối Đông"}
