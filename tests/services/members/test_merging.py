"""Organisations of former communes become one, or one that was entered twice; one is split."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.members.commune import YEAR, Commune, everything
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.destinations import DIRECTORY, Destination
from thidua_desktop.domain.members.merging import Choice, Merger
from thidua_desktop.domain.offices import Office
from thidua_desktop.services import act_places, history
from thidua_desktop.services.awards import rounds
from thidua_desktop.services.chasing import sent_papers
from thidua_desktop.services.members import merging, merging_groups, splitting
from thidua_desktop.services.office import offices
from thidua_desktop.services.plan.organisation_names import KnownOrganisations
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.registration.registration_rows import in_printing_order, is_active
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

DAY = "2026-07-01"
A, B, C = "Hội Nông dân xã Ví Dụ Một", "Hội Nông dân xã Ví Dụ Hai", "Hội Nông dân xã Ví Dụ Ba"


@pytest.fixture
def three(commune: Commune) -> Commune:
    """Three organisations of one kind, two of which have registered, with people, results and papers."""
    for name in (A, B, C):
        commune.organisation(name)
    commune.person("Nguyễn Văn Mẫu", A, birth_date="01/02/1980", position="Chủ tịch Hội")
    commune.person("NGUYỄN VĂN MẪU", B, birth_date="01/02/1980")
    commune.person("Trần Thị Ví Dụ", B, started_on="01/01/2020")
    commune.person("Lê Văn Giả", C)
    commune.received(A, date(2026, 3, 1))
    commune.received(B, date(2026, 3, 5))
    commune.registration(B, 2025)
    commune.title(A, A, "tập thể", "Tập thể lao động tiên tiến")
    commune.title(B, B, "tập thể", "Tập thể lao động tiên tiến", "ghi của Hai")
    commune.title(B, "Trần Thị Ví Dụ", "cá nhân", "Lao động tiên tiến")
    commune.commitment(A, "Trồng 5 ha rừng", "5 ha", "2")
    commune.commitment(B, "Trồng  5 ha rừng", "5 ha", "3")
    commune.commitment(C, "Thu 2 triệu đồng quỹ", "2 triệu đồng")
    for name, day in ((A, "2026-02-01"), (B, "2026-02-02")):
        commune.insert(
            "sent_papers", registration_id=commune.registration(name), paper="registration-form", handed_on=day
        )
    return commune


def merger(commune: Commune, day: str | None = DAY, name: str = "", people: tuple[tuple[int, int], ...] = ()) -> Merger:
    return Merger(commune.ids[A], (commune.ids[B], commune.ids[C]), day, name, people)


def test_what_both_say_is_told_before_with_the_doubles_among_the_people(three: Commune) -> None:
    before = everything(three.desk)
    seen = merging.preview(three.desk, merger(three))
    told = [(one.what.split(" (")[0], one.may_both) for one in seen.conflicts]
    assert told == [
        ("Năm 2026: bản đăng ký", False),
        ("Năm 2026: danh hiệu đăng ký", True),
        ("Năm 2026: giấy đã giao", False),
        ("Năm 2026: cam kết", True),
    ]
    assert [(pair.name, pair.same) for pair in seen.doubles] == [("Nguyễn Văn Mẫu", "ngày sinh")]
    assert seen.doubles[0].told.startswith(
        "Họ và tên: Nguyễn Văn Mẫu / NGUYỄN VĂN MẪU; Chức vụ: Chủ tịch Hội / (trống)"
    )
    assert any(line.startswith(f"Từ {B}: 1 bản đăng ký, 1 cam kết và 2 người") for line in seen.moves)
    assert everything(three.desk) == before


def merge_keeping(desk: Workspace, merger: Merger) -> None:
    """Merges, and of all that meets only what the organisation that stays says is kept."""
    answers: dict[str, Choice] = {one.key: "kept" for one in merging.preview(desk, merger).conflicts}
    merging.merge(desk, merger, answers)


def test_three_organisations_become_one_and_their_past_stays(three: Commune) -> None:
    desk, ids = three.desk, three.ids
    before = everything(desk)
    pair = (ids["Nguyễn Văn Mẫu"], ids["NGUYỄN VĂN MẪU"])
    merge_keeping(desk, merger(three, name="Hội Nông dân xã Ví Dụ", people=(pair,)))
    one = ids[A]
    assert three.name(one) == "Hội Nông dân xã Ví Dụ"
    assert [row["full_name"] for row in three.rows("people", organisation_id=one)] == [
        "Nguyễn Văn Mẫu",
        "Trần Thị Ví Dụ",
        "Lê Văn Giả",
    ]
    earlier = three.rows("person_posts", person_id=ids["Trần Thị Ví Dụ"])
    assert [(row["organisation_id"], row["valid_to"]) for row in earlier] == [(ids[B], "2026-06-30")]
    assert [row["organisation_id"] for row in three.rows("registrations", year=YEAR)] == [one]
    assert [row["organisation_id"] for row in three.rows("registrations", year=2025)] == [ids[B]]
    titles = [(row["subject"], row["note"]) for row in three.rows("registered_titles")]
    assert titles == [(A, f"Gộp từ {B}: {B} – Tập thể lao động tiên tiến; ghi của Hai."), ("Trần Thị Ví Dụ", "")]
    promised = three.rows("commitments", organisation_id=one)
    assert [row["quote"] for row in promised] == ["Trồng 5 ha rừng", "Thu 2 triệu đồng quỹ"]
    assert [row["value"] for row in three.rows("commitment_results")] == [2]
    notes = str(three.rows("registrations", year=YEAR)[0]["note"])
    assert "nộp 05/03/2026" in notes and "Đợt 1: 3" in notes
    assert [row["handed_on"] for row in three.rows("sent_papers")] == ["2026-02-01"]
    old = three.rows("organisations", id=ids[B])[0]
    assert (old["merged_into_id"], old["active_to"], old["name"]) == (one, 2025, B)
    assert is_active(old, 2025) and not is_active(old, YEAR)
    known = KnownOrganisations(desk)
    assert [known.find(name) for name in (A, B, C, "Hội Nông dân xã Ví Dụ")] == [one] * 4
    history.undo(desk)
    assert everything(desk) == before


def test_the_clerk_chooses_what_stays(three: Commune) -> None:
    desk = three.desk
    seen = merging.preview(desk, merger(three))
    answers: dict[str, Choice] = {one.key: "both" if one.may_both else "other" for one in seen.conflicts}
    merging.merge(desk, merger(three), answers)
    own = three.rows("registrations", year=YEAR)[0]
    assert own["received_on"] == "2026-03-05"
    assert "nộp 01/03/2026" in str(own["note"])
    assert [row["handed_on"] for row in three.rows("sent_papers")] == ["2026-02-02"]
    assert len(three.rows("registered_titles", registration_id=own["id"])) == 3
    assert [row["value"] for row in three.rows("commitment_results")] == [2, 3]


def test_the_year_goes_on_with_the_one_organisation(three: Commune) -> None:
    desk = three.desk
    merging.merge(desk, merger(three))
    assert [(one.name, one.commitments) for one in registrations.standing(desk, YEAR)] == [(A, 3)]
    assert {row["name"] for row in in_printing_order(desk.file) if is_active(row, 2025)} == {A, B, C}
    with pytest.raises(BadInput, match="đã gộp vào tổ chức khác rồi"):
        merging.preview(desk, merger(three))


def test_open_nominations_come_over_and_decided_awards_stay(three: Commune) -> None:
    desk, ids = three.desk, three.ids
    round_id = rounds.add_round(desk, YEAR, "Đợt 1")[1]
    three.insert("nominations", round_id=round_id, subject_kind="tập thể", subject=B, organisation_id=ids[B], award="X")
    three.insert(
        "awards",
        year=2024,
        subject_kind="tập thể",
        subject=B,
        organisation_id=ids[B],
        award="X",
        decided_on="2024-12-20",
    )
    merging.merge(desk, merger(three))
    assert three.rows("nominations")[0]["organisation_id"] == ids[A]
    assert three.rows("awards")[0]["organisation_id"] == ids[B]


def test_one_that_was_entered_twice_becomes_one_in_all_years(three: Commune) -> None:
    desk, ids = three.desk, three.ids
    three.insert("awards", year=2024, subject_kind="tập thể", subject=B, organisation_id=ids[B], award="X")
    registers.set_cell(desk, "organisations", ids[B], "contact", "0900 000 001")
    before = everything(desk)
    merging.merge(desk, merger(three, day=None))
    assert [row["id"] for row in three.rows("organisations")] == [ids[A]]
    assert three.rows("organisations")[0]["contact"] == "0900 000 001"
    assert three.rows("awards")[0]["organisation_id"] == ids[A]
    assert {row["organisation_id"] for row in three.rows("registrations")} == {ids[A]}
    assert three.rows("person_posts") == []
    assert [row["name"] for row in three.rows("former_names", organisation_id=ids[A])] == [B, C]
    assert KnownOrganisations(desk).find(C) == ids[A]
    history.undo(desk)
    assert everything(desk) == before


def test_what_cannot_be_merged_is_refused_and_nothing_changes(three: Commune) -> None:
    desk, ids = three.desk, three.ids
    three.organisation("Thôn Hạ")
    before = everything(desk)
    for wanted, said in (
        (Merger(ids[A], (ids[A],), DAY), "ít nhất hai"),
        (Merger(ids[A], (ids[B],), DAY, B), "là tên của tổ chức sẽ gộp đi"),
        (Merger(ids[A], (ids[B],), DAY, "Thôn Hạ"), "Đã có tổ chức"),
    ):
        with pytest.raises(BadInput, match=said):
            merging.merge(desk, wanted)
    assert everything(desk) == before


def test_one_is_split_with_people_and_commitments_by_choice(three: Commune) -> None:
    desk, ids = three.desk, three.ids
    offered = splitting.splittable(desk, ids[B], date(2026, 7, 1))
    assert [(one.kind, one.text) for one in offered] == [
        ("people", "Trần Thị Ví Dụ"),
        ("people", "NGUYỄN VĂN MẪU"),
        ("commitments", "Trồng 5 ha rừng"),
    ]
    before = everything(desk)
    wanted = splitting.Split(
        ids[B],
        date(2026, 7, 1),
        ("Chi hội Thôn Hạ", "Chi hội Thôn Thượng"),
        {ids["Trần Thị Ví Dụ"]: 1},
        {offered[2].id: 0},
    )
    splitting.split(desk, wanted)
    low, high = (three.rows("organisations", name=name)[0] for name in wanted.names)
    assert (low["split_from_id"], low["active_from"]) == (ids[B], 2026)
    assert three.rows("commitments", id=offered[2].id)[0]["organisation_id"] == low["id"]
    assert three.rows("people", id=ids["Trần Thị Ví Dụ"])[0]["organisation_id"] == high["id"]
    assert three.rows("registrations", organisation_id=low["id"])[0]["number"] == 3
    history.undo(desk)
    assert everything(desk) == before
    with pytest.raises(BadInput, match="hai tên giống nhau"):
        splitting.split(desk, splitting.Split(ids[B], date(2026, 7, 1), ("Thôn A", "thon a")))


def test_the_papers_of_all_three_still_lead_to_the_one(three: Commune) -> None:
    desk, one = three.desk, three.ids[A]
    three.received(C, date(2026, 3, 9))
    numbers = {name: three.rows("registrations", year=YEAR, organisation_id=three.ids[name])[0] for name in (A, B, C)}
    merging.merge(desk, merger(three))
    for name, row in numbers.items():
        found = sent_papers.find(desk, f"ĐK-2026-{row['number']:03d}")
        assert found is not None and found.organisation_id == one, name
    (own,) = three.rows("registrations", year=YEAR)
    assert own["received_on"] == "2026-03-01"
    three.organisation("Thôn Mới")
    three.registration("Thôn Mới")
    assert three.rows("registrations", organisation_id=three.ids["Thôn Mới"])[0]["number"] == 4


def test_gaps_of_the_one_are_filled_once(commune: Commune) -> None:
    ids = [commune.organisation(name) for name in (A, B, C)]
    commune.registration(A)
    commune.received(B, date(2026, 3, 5))
    commune.received(C, date(2026, 3, 9))
    merging.merge(commune.desk, Merger(ids[0], (ids[1], ids[2]), DAY))
    assert commune.rows("registrations")[0]["received_on"] == "2026-03-05"


def test_two_people_of_one_name_keep_their_titles_until_they_are_said_to_be_one(commune: Commune) -> None:
    desk = commune.desk
    ids = [commune.organisation(name) for name in (A, B)]
    people = []
    for name in (A, B):
        people.append(commune.person("Nguyễn Văn Mẫu", name))
        row = commune.title(name, "Nguyễn Văn Mẫu", "cá nhân", "Lao động tiên tiến")
        with desk.file.act("Thử"):
            records.update(desk.file, "registered_titles", row, {"person_id": people[-1]})
        registers.add_row(desk, "registered_movements", {"name": "Thi đua"}, scope=commune.registration(name))
    wanted = Merger(ids[0], (ids[1],), DAY)
    merging.merge(desk, wanted)
    assert len(commune.rows("registered_titles")) == 2
    assert len(commune.rows("registered_movements")) == 1
    history.undo(desk)
    merging.merge(desk, replace(wanted, people=((people[0], people[1]),)))
    assert [row["person_id"] for row in commune.rows("registered_titles")] == [people[0]]


def test_commitments_that_say_the_same_may_be_two(commune: Commune) -> None:
    ids = [commune.organisation(name) for name in (A, B)]
    for name in (A, B):
        commune.commitment(name, "Trồng 5 ha rừng", "5 ha")
    wanted = Merger(ids[0], (ids[1],), DAY)
    (asked,) = merging.preview(commune.desk, wanted).conflicts
    assert (asked.kept, asked.may_both, asked.proposed) == (asked.other, True, "both")
    merging.merge(commune.desk, wanted)
    assert [row["quote"] for row in commune.rows("commitments", organisation_id=ids[0])] == ["Trồng 5 ha rừng"] * 2
    history.undo(commune.desk)
    merge_keeping(commune.desk, wanted)
    assert "Trồng 5 ha rừng" in str(commune.rows("registrations")[0]["note"])
    assert (
        merging.preview(commune.desk, replace(wanted, into=ids[0], others=(commune.organisation(C),))).conflicts == ()
    )


def test_what_stands_behind_the_rows_that_go_is_numbered_once(commune: Commune) -> None:
    """In a plan of thousands of commitments each numbering writes thousands of rows into the log."""
    ids = [commune.organisation(name) for name in (A, B, C)]
    for name in (A, B, C):
        for number in range(3):
            commune.commitment(name, f"Việc {number}", "5 ha")
    merge_keeping(commune.desk, Merger(ids[0], (ids[1],), DAY))
    act = commune.desk.file.undo_act
    moved = [
        one.row_id
        for one in commune.desk.file.changes_of(act)
        if one.kind == "commitments" and one.before and one.after and one.before["position"] != one.after["position"]
    ]
    assert len(moved) == len(set(moved)) == 3


def test_three_rows_of_one_person_become_one_in_whatever_pairs(three: Commune) -> None:
    third = three.person("Nguyễn văn Mẫu", C, birth_date="01/02/1980")
    first, second = three.ids["Nguyễn Văn Mẫu"], three.ids["NGUYỄN VĂN MẪU"]
    merging.merge(three.desk, merger(three, people=((first, third), (second, third))))
    assert len(three.rows("people", birth_date="1980-02-01")) == 1


def test_former_communes_are_put_together_by_one_act(three: Commune) -> None:
    desk, ids = three.desk, three.ids
    for name in ("Công an xã Ví Dụ Một", "Công an xã Ví Dụ Hai", "Thôn Hạ xã Ví Dụ Một", "Thôn Hạ xã Ví Dụ Hai"):
        three.organisation(name)
    offices.set_office(desk, Office("xã Ví Dụ"))
    before = everything(desk)
    farmers, police = merging_groups.groups(desk, DAY)
    assert (farmers.names, farmers.name, farmers.shared) == ((A, B, C), "Hội Nông dân xã Ví Dụ", 4)
    assert [pair.name for pair in farmers.people] == ["Nguyễn Văn Mẫu"]
    mergers = [one.merger(DAY, named=True, with_people=True) for one in (farmers, police)]
    merging_groups.merge_groups(desk, mergers)
    living = [row["name"] for row in three.rows("organisations") if row["merged_into_id"] is None]
    assert living[:2] == ["Hội Nông dân xã Ví Dụ", "Công an xã Ví Dụ"]
    assert len(living) == 4, "two villages of one name are two"
    assert {row["organisation_id"] for row in three.rows("people")} == {ids[A]}
    assert len(three.rows("people")) == 3
    assert history.undo_text(desk) == "Gộp 2 nhóm tổ chức của các xã cũ"
    history.undo(desk)
    assert everything(desk) == before


def test_taking_it_back_leads_to_the_directory(three: Commune) -> None:
    merging.merge(three.desk, merger(three))
    found = act_places.undo_place(three.desk)
    assert found is not None
    assert found.destination == Destination(DIRECTORY, "organisations", three.ids[A])


@pytest.mark.parametrize(
    ("answer", "counts", "noted"),
    [("kept", (100, 90), "50 hộ"), ("other", (50, 40), "100 hộ"), ("both", (150, 130), "")],
)
def test_households_of_two_villages_are_added_up_when_the_clerk_says_so(
    commune: Commune, answer: Choice, counts: tuple[int, int], noted: str
) -> None:
    desk = commune.desk
    one, two = commune.organisation("Thôn Một"), commune.organisation("Thôn Hai")
    for name, households, registered in (("Thôn Một", 100, 90), ("Thôn Hai", 50, 40)):
        owner = commune.registration(name)
        commune.insert("culture_years", registration_id=owner, households=households, registered=registered)
    wanted = Merger(one, (two,), DAY)
    conflict = merging.preview(desk, wanted).conflicts[-1]
    assert "cộng lại" in conflict.what
    merging.merge(desk, wanted, {conflict.key: answer})
    (row,) = commune.rows("culture_years")
    (registration,) = commune.rows("registrations")
    assert (row["households"], row["registered"]) == counts
    assert row["registration_id"] == registration["id"]
    assert noted in str(registration["note"])
