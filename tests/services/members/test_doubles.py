"""People and organisations that were entered twice: found, shown with what differs, put together when the clerk says."""

from __future__ import annotations

import pytest

from tests.services.members.commune import Commune, everything
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.destinations import DIRECTORY, Destination
from thidua_desktop.services import act_places, history
from thidua_desktop.services.awards import year_facts
from thidua_desktop.services.members import doubles, merging_people
from thidua_desktop.services.registers import registers
from thidua_desktop.storage import records


@pytest.fixture
def people(commune: Commune) -> Commune:
    """Four rows of one name: two are one person, one was born on another day, one is a woman."""
    commune.organisation("Văn phòng")
    commune.person("Nguyễn Văn Hòa", "Văn phòng", birth_date="01/02/1980", position="Văn thư", identity_number="001")
    commune.ids["lại"] = commune.person("Nguyễn Văn Hoà", birth_date="01/02/1980", position="Công chức", sex="nam")
    commune.person("nguyen van hoa", birth_date="05/06/1990", sex="nữ")
    return commune


def test_nothing_known_may_tell_the_two_apart(people: Commune) -> None:
    found = doubles.people_doubles(people.desk)
    assert [(pair.first, pair.second, pair.same) for pair in found] == [
        (people.ids["Nguyễn Văn Hòa"], people.ids["lại"], "ngày sinh")
    ]
    assert found[0].told == (
        "Họ và tên: Nguyễn Văn Hòa / Nguyễn Văn Hoà; Giới tính: (trống) / nam; Chức vụ: Văn thư / Công chức; "
        "Tổ chức: Văn phòng / (trống); Số định danh: •••• 001 / (trống)"
    )


@pytest.mark.parametrize("badly", ["Vu Minh Mau", "VU MINH MAU", "VŨ MINH MẪU"])
def test_the_better_written_of_two_names_stays(commune: Commune, badly: str) -> None:
    bad, good = commune.person(badly), commune.person("Vũ Minh Mẫu")
    (pair,) = doubles.people_doubles(commune.desk)
    assert (pair.first, pair.second) == (good, bad)


def test_two_rows_become_one_and_nothing_is_lost(people: Commune) -> None:
    desk, one, two = people.desk, people.ids["Nguyễn Văn Hòa"], people.ids["lại"]
    for who, text in ((one, "hoàn thành nhiệm vụ"), (two, "hoàn thành tốt nhiệm vụ")):
        year_facts.set_person_year(desk, who, 2024, "evaluation", text)
    year_facts.set_person_year(desk, two, 2023, "evaluation", "hoàn thành nhiệm vụ")
    people.insert("initiatives", person_id=two, year=2024, name="Sáng kiến thử")
    people.insert(
        "nominations", round_id=people.insert("rounds", year=2026, name="Đợt"), subject="H", person_id=two, award="X"
    )
    conflicts = merging_people.people_conflicts(desk, one, two)
    assert [(one.what, one.kept, one.other) for one in conflicts] == [
        ("Họ và tên", "Nguyễn Văn Hòa", "Nguyễn Văn Hoà"),
        ("Chức vụ", "Văn thư", "Công chức"),
        ("Kết quả năm 2024", "hoàn thành nhiệm vụ", "hoàn thành tốt nhiệm vụ"),
    ]
    before = everything(desk)
    merging_people.merge_people(desk, [(one, two)], {"position": "other", "person_years/2024": "other"})
    row = people.rows("people", id=one)[0]
    assert (row["position"], row["sex"], row["full_name"]) == ("Công chức", "nam", "Nguyễn Văn Hòa")
    assert "Chức vụ Văn thư" in str(row["note"]) and "001" not in str(row["note"])
    years = {row["year"]: (row["evaluation"], row["note"]) for row in people.rows("person_years", person_id=one)}
    assert years[2024][0] == "hoàn thành tốt nhiệm vụ" and "hoàn thành nhiệm vụ" in str(years[2024][1])
    assert years[2023][0] == "hoàn thành nhiệm vụ"
    assert people.rows("initiatives")[0]["person_id"] == one
    assert people.rows("nominations")[0]["person_id"] == one
    assert people.rows("people", id=two) == []
    history.undo(desk)
    assert everything(desk) == before


def test_several_pairs_are_one_act_and_three_rows_of_one_become_one(people: Commune) -> None:
    desk, one, two = people.desk, people.ids["Nguyễn Văn Hòa"], people.ids["lại"]
    three = people.person("Nguyễn văn hòa", birth_date="01/02/1980")
    pairs = [(pair.first, pair.second) for pair in doubles.people_doubles(desk)]
    assert len(pairs) == 3
    merging_people.merge_people(desk, pairs)
    assert [row["id"] for row in people.rows("people") if row["birth_date"] == "1980-02-01"] == [one]
    assert history.undo_text(desk) == "Gộp 3 cặp người nhập trùng"
    history.undo(desk)
    assert {two, three} <= {row["id"] for row in people.rows("people")}


def test_two_identity_numbers_are_two_people(people: Commune) -> None:
    desk, one, two = people.desk, people.ids["Nguyễn Văn Hòa"], people.ids["lại"]
    registers.set_cell(desk, "people", two, "identity_number", "002")
    assert doubles.people_doubles(desk) == ()
    with pytest.raises(BadInput, match="số định danh khác nhau"):
        merging_people.merge_people(desk, [(one, two)])


def test_organisations_of_one_name_but_for_the_commune_are_shown(commune: Commune) -> None:
    a = commune.organisation("Hội Cựu chiến binh xã Một")
    b = commune.organisation("Hội CCB xã Hai")
    commune.organisation("Hội Nông dân")
    assert [(pair.first, pair.second) for pair in doubles.organisation_doubles(commune.desk)] == [(a, b)]


def test_taking_it_back_leads_to_the_person(people: Commune) -> None:
    one, two = people.ids["Nguyễn Văn Hòa"], people.ids["lại"]
    people.insert(
        "nominations", round_id=people.insert("rounds", year=2026, name="Đợt"), subject="H", person_id=two, award="X"
    )
    merging_people.merge_people(people.desk, [(one, two)])
    found = act_places.undo_place(people.desk)
    assert found is not None and found.destination == Destination(DIRECTORY, "people", one)


def test_among_five_thousand_people_the_pairs_are_found_and_become_one_in_one_act(commune: Commune) -> None:
    desk = commune.desk
    with desk.file.act("Nhập danh sách"):
        for number in range(4_900):
            row = {"full_name": f"Người Mẫu Số {number}", "birth_date": f"{1950 + number % 50}-01-02"}
            records.insert(desk.file, "people", row)
        for number in range(100):
            row = {"full_name": f"NGƯỜI MẪU SỐ {number}", "birth_date": f"{1950 + number % 50}-01-02"}
            records.insert(desk.file, "people", row)
    found = doubles.people_doubles(desk)
    assert len(found) == 100 and all(pair.same for pair in found)
    merging_people.merge_people(desk, [(pair.first, pair.second) for pair in found])
    assert registers.count(desk, "people") == 4_900
    assert doubles.people_doubles(desk) == ()
    history.undo(desk)
    assert registers.count(desk, "people") == 5_000
