from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.services.year_samples import PLAN
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registers.refusals import InUse
from thidua_desktop.services.registration import commitments, registrations, results
from thidua_desktop.services.registration.registrations import Candidate
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

YEAR = 2026


@pytest.fixture
def stored_plan(desk: Workspace) -> int:
    return plans.store_plan(desk, PLAN)[1]


def ticked(desk: Workspace, plan_id: int) -> list[Candidate]:
    return [one for one in registrations.candidates(desk, plan_id) if one.ticked]


def promised(desk: Workspace) -> list[tuple[str, str]]:
    names = {one.organisation_id: one.name for one in registrations.standing(desk, YEAR)}
    return [(names[one.organisation_id or 0], one.quote) for one in commitments.of_year(desk, YEAR)]


def test_organisations_named_in_the_plan_are_proposed(desk: Workspace, stored_plan: int) -> None:
    found = registrations.candidates(desk, stored_plan)
    assert [(one.name, one.kind, one.places, one.commitments, one.targets, one.ticked) for one in found] == [
        ("UBMTTQ xã", "Mặt trận Tổ quốc", ("cam kết", "chỉ tiêu"), 2, 0, True),
        ("Hội Nông dân", "Tổ chức chính trị - xã hội", ("cam kết",), 1, 0, True),
        ("Hội LHPN", "Tổ chức chính trị - xã hội", ("cam kết",), 1, 0, True),
        ("Hội CCB", "Tổ chức chính trị - xã hội", ("cam kết",), 1, 0, True),
        ("Hội làm vườn", "Hội quần chúng", ("chỉ tiêu",), 0, 1, True),
        ("Hội khuyến học", "Hội quần chúng", ("chỉ tiêu",), 0, 1, True),
        ("Công an xã", "Công an", ("việc",), 0, 0, False),
        ("Trạm Y tế", "Trạm y tế", ("nơi nhận",), 0, 0, False),
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"name": "Ủy ban Mặt trận Tổ quốc Việt Nam xã Ví Dụ"},
        {"name": "Mặt trận xã", "short_name": "MTTQ"},
        {"name": "ubmttq XÃ"},
    ],
)
def test_an_organisation_of_the_directory_is_recognised(
    desk: Workspace, stored_plan: int, cells: dict[str, str]
) -> None:
    _, known = registers.add_row(desk, "organisations", cells)
    front, *others = registrations.candidates(desk, stored_plan)
    assert front.organisation_id == known
    assert {one.organisation_id for one in others} == {None}
    registrations.adopt(desk, stored_plan, [front])
    assert registers.count(desk, "organisations") == 1


def test_adopting_is_one_act_and_one_undo_takes_all_back(desk: Workspace, stored_plan: int) -> None:
    before = commitments.of_year(desk, YEAR)
    registrations.adopt(desk, stored_plan, ticked(desk, stored_plan))
    assert history.undo_text(desk) == "Đưa 6 tổ chức từ kế hoạch vào danh sách năm 2026"
    assert [one.name for one in registrations.standing(desk, YEAR)] == [
        "UBMTTQ xã",
        "Hội Nông dân",
        "Hội LHPN",
        "Hội CCB",
        "Hội làm vườn",
        "Hội khuyến học",
    ]
    assert all(one.registration_id for one in registrations.standing(desk, YEAR))
    assert promised(desk) == [
        ("UBMTTQ xã", "Vận động 97% dân số tham gia BHYT"),
        ("Hội Nông dân", "Cải tạo vườn tạp 41 hộ"),
        ("Hội LHPN", "Cải tạo vườn tạp 10 hộ"),
        ("Hội CCB", "Cải tạo vườn tạp 10 hộ"),
        ("UBMTTQ xã", "MTTQ xã xây dựng mô hình dân cư"),
        ("Hội làm vườn", "Hội làm vườn, hội khuyến học… xây dựng cụm dân cư sáng, xanh"),
        ("Hội khuyến học", "Hội làm vườn, hội khuyến học… xây dựng cụm dân cư sáng, xanh"),
    ]
    copied = commitments.of_year(desk, YEAR)[3]
    assert [value.value for value in copied.values] == [10] and copied.target == "Cải tạo vườn tạp"
    history.undo(desk)
    assert registers.count(desk, "organisations") == 0
    assert registrations.standing(desk, YEAR) == ()
    assert commitments.of_year(desk, YEAR) == before
    history.redo(desk)
    assert len(promised(desk)) == 7


def test_a_name_that_was_not_chosen_keeps_its_commitment(desk: Workspace, stored_plan: int) -> None:
    women = next(one for one in registrations.candidates(desk, stored_plan) if one.name == "Hội LHPN")
    registrations.adopt(desk, stored_plan, [women])
    shared = [one for one in commitments.of_year(desk, YEAR) if one.quote == "Cải tạo vườn tạp 10 hộ"]
    assert [(one.organisation, one.organisation_id) for one in shared] == [("Hội CCB", None), ("Hội LHPN", 1)]
    left = next(one for one in registrations.candidates(desk, stored_plan) if one.name == "Hội CCB")
    registrations.adopt(desk, stored_plan, [left])
    assert [one.organisation_id for one in commitments.of_year(desk, YEAR) if "10 hộ" in one.quote] == [2, 1]


def test_adopting_twice_changes_nothing(desk: Workspace, stored_plan: int) -> None:
    registrations.adopt(desk, stored_plan, ticked(desk, stored_plan))
    before = promised(desk)
    assert not registrations.adopt(desk, stored_plan, ticked(desk, stored_plan))
    assert promised(desk) == before


def test_a_name_typed_anew_keeps_the_written_one_as_short_name(desk: Workspace, stored_plan: int) -> None:
    front = registrations.candidates(desk, stored_plan)[0]
    registrations.adopt(desk, stored_plan, [replace(front, name=front.full_name)])
    row = registers.row(desk, "organisations", 1)
    assert row and row.cells[:2] == ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "UBMTTQ xã")
    assert len(commitments.of_year(desk, YEAR, 1)) == 2


def test_a_name_that_is_there_already_takes_nothing(desk: Workspace, stored_plan: int) -> None:
    registers.add_row(desk, "organisations", {"name": "Hội chung"})
    chosen = [replace(one, name="Hội chung") for one in ticked(desk, stored_plan)[:1]]
    with pytest.raises(BadInput, match="Đã có tổ chức “Hội chung”"):
        registrations.adopt(desk, stored_plan, chosen)
    assert registers.count(desk, "organisations") == 1 and records.count(desk.file, "registrations") == 0


@pytest.mark.parametrize(
    ("cells", "in_the_list"),
    [
        ({}, True),
        ({"must_register": "không"}, False),
        ({"active_from": "2027"}, False),
        ({"active_to": "2025"}, False),
        ({"active_from": "2026", "active_to": "2026"}, True),
    ],
)
def test_the_year_opens_with_those_who_must_register(desk: Workspace, cells: dict[str, str], in_the_list: bool) -> None:
    registers.add_row(desk, "organisations", {"name": "Hội A", **cells})
    registrations.open_year(desk, YEAR)
    assert (registrations.registration(desk, YEAR, 1) is not None) is in_the_list
    assert not registrations.open_year(desk, YEAR)


def test_a_year_of_impossible_number_is_refused(desk: Workspace) -> None:
    with pytest.raises(BadInput, match="không phải là năm thi đua"):
        registrations.open_year(desk, 26)


def open_one(desk: Workspace, name: str = "Hội A") -> int:
    _, organisation_id = registers.add_row(desk, "organisations", {"name": name})
    registrations.open_year(desk, YEAR, [organisation_id])
    found = registrations.registration(desk, YEAR, organisation_id)
    assert found
    return found.id


def test_the_first_title_typed_says_that_the_form_came_back(desk: Workspace) -> None:
    registration_id = open_one(desk)
    title = {"subject": "Hội A", "subject_kind": "tập thể", "award": "Tập thể Lao động tiên tiến"}
    changes, _ = registers.add_row(desk, "registered_titles", title, scope=registration_id)
    assert changes.touches("registrations", "registered_titles")
    (one,) = registrations.standing(desk, YEAR)
    assert (one.received_on, one.titles) == ("2026-02-05", 1)
    history.undo(desk)
    (one,) = registrations.standing(desk, YEAR)
    assert (one.received_on, one.titles) == (None, 0)


def test_a_day_that_was_written_or_taken_back_stays(desk: Workspace) -> None:
    registration_id = open_one(desk)
    title = {"subject": "Nguyễn Văn Mẫu", "award": "Giấy khen"}
    registrations.set_received(desk, registration_id, date(2026, 1, 20))
    registers.add_row(desk, "registered_titles", title, scope=registration_id)
    assert registrations.standing(desk, YEAR)[0].received_on == "2026-01-20"
    registrations.set_received(desk, registration_id, None)
    registers.add_row(desk, "registered_titles", title, scope=registration_id)
    assert registrations.standing(desk, YEAR)[0].received_on is None


def test_pasted_titles_say_so_too_and_find_their_people(desk: Workspace) -> None:
    registration_id = open_one(desk)
    registers.add_row(desk, "organisations", {"name": "Hội B"})
    for organisation in ("Hội A", "Hội B"):
        registers.add_row(desk, "people", {"full_name": "Lê Thị Mẫu", "organisation_id": organisation})
    registers.add_row(desk, "people", {"full_name": "Trần Văn Khác", "organisation_id": "Hội B"})
    registers.add_row(desk, "people", {"full_name": "Bùi Văn Chung"})
    names = ("Lê Thị Mẫu", "Phạm Văn Thí Dụ", "Trần Văn Khác", "Bùi Văn Chung", "Bùi Văn Chúng")
    block = [[name, "Giấy khen"] for name in names]
    registers.paste_rows(desk, "registered_titles", ("subject", "award"), block, scope=registration_id)
    assert registrations.standing(desk, YEAR)[0].received_on == "2026-02-05"
    assert [row["person_id"] for row in records.page(desk.file, "registered_titles")] == [1, None, None, 4, None]


@pytest.mark.parametrize(
    ("written", "award", "kind"),
    [
        ("LĐTT", "Lao động tiên tiến", "cá nhân"),
        ("cstđcs", "Chiến sĩ thi đua cơ sở", "cá nhân"),
        ("Tập thể Lao động xuất sắc", "Tập thể lao động xuất sắc", "tập thể"),
        ("Giấy khen xã", "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", "cá nhân"),
        ("Cờ của ngành", "Cờ của ngành", "cá nhân"),
    ],
)
def test_a_title_is_kept_under_its_name_in_law_however_it_is_written(
    desk: Workspace, written: str, award: str, kind: str
) -> None:
    registration_id = open_one(desk)
    registers.paste_rows(
        desk, "registered_titles", ("subject", "award"), [["Đơn vị Mẫu", written]], scope=registration_id
    )
    (row,) = records.page(desk.file, "registered_titles")
    assert (row["award"], row["subject_kind"]) == (award, kind)


def test_a_title_that_is_corrected_by_its_short_name_leaves_the_kind_alone(desk: Workspace) -> None:
    registration_id = open_one(desk)
    title = {"subject": "Đơn vị Mẫu", "award": "Giấy khen"}
    _, row_id = registers.add_row(desk, "registered_titles", title, scope=registration_id)
    registers.set_cell(desk, "registered_titles", row_id, "award", "TTLĐTT")
    row = records.get(desk.file, "registered_titles", row_id)
    assert (row["award"], row["subject_kind"]) == ("Tập thể lao động tiên tiến", "cá nhân")


ACTS: list[tuple[str, Callable[[Workspace, int], Changes]]] = [
    ("Ghi Hội A đã nộp đăng ký ngày 01/02/2026", lambda d, r: registrations.set_received(d, r, date(2026, 2, 1))),
    ("Sửa ghi chú đăng ký của Hội A", lambda d, r: registrations.set_note(d, r, "gửi qua Zalo")),
    ("Đưa Hội A ra khỏi danh sách năm 2026", registrations.remove_from_year),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_acts_are_named_and_undone(desk: Workspace, text: str, act: Callable[[Workspace, int], Changes]) -> None:
    registration_id = open_one(desk)
    registers.add_row(desk, "registered_titles", {"subject": "A", "award": "Giấy khen"}, scope=registration_id)
    before = registrations.standing(desk, YEAR)
    assert act(desk, registration_id).text == text
    after = registrations.standing(desk, YEAR)
    assert after != before
    history.undo(desk)
    assert registrations.standing(desk, YEAR) == before
    history.redo(desk)
    assert registrations.standing(desk, YEAR) == after


def test_a_note_is_one_act_while_it_is_typed(desk: Workspace) -> None:
    registration_id = open_one(desk)
    for text in ("g", "gửi", "gửi giấy"):
        registrations.set_note(desk, registration_id, text, editing="1")
    history.undo(desk)
    assert registrations.standing(desk, YEAR)[0].note == ""


def test_who_has_not_answered_and_who_has_not_reported(desk: Workspace, stored_plan: int) -> None:
    registrations.adopt(desk, stored_plan, ticked(desk, stored_plan))
    assert len(not_answered(desk)) == 6
    registrations.set_received(desk, 2, date(2026, 2, 1))
    assert len(not_answered(desk)) == 5 and "Hội Nông dân" not in not_answered(desk)
    first = registers.page(desk, "plan_phases", scope=stored_plan)[0].id
    farmers = commitments.of_year(desk, YEAR, 2)[0]
    results.set_commitment_result(desk, farmers.id, first, 0, "20")
    registers.set_cell(desk, "organisations", 3, "must_report", "không")
    assert owing(desk) == ["UBMTTQ xã", "Hội CCB", "Hội làm vườn", "Hội khuyến học"]
    front = registrations.standing(desk, YEAR)[0]
    assert (front.commitments, front.reported, front.missing) == (2, 0, 2)
    july = replace(desk, today=lambda: date(2026, 7, 1))
    assert "Hội Nông dân" in owing(july)  # the second phase is awaited now


def not_answered(desk: Workspace) -> list[str]:
    return [one.name for one in registrations.standing(desk, YEAR) if one.registration_id and not one.received_on]


def owing(desk: Workspace) -> list[str]:
    return [one.name for one in registrations.standing(desk, YEAR) if one.must_report and one.missing]


def test_lists_stand_in_the_order_of_the_directory(desk: Workspace) -> None:
    for name, precedence in (("Hội B", "2"), ("Thôn 10", "3"), ("Thôn 2", "3"), ("Hội Đ", "1")):
        registers.add_row(desk, "organisations", {"name": name, "precedence": precedence})
    assert [one.name for one in registrations.standing(desk, YEAR)] == ["Hội Đ", "Hội B", "Thôn 2", "Thôn 10"]


def test_an_organisation_with_a_registration_or_commitments_is_not_removed(desk: Workspace, stored_plan: int) -> None:
    registrations.adopt(desk, stored_plan, ticked(desk, stored_plan))
    with pytest.raises(InUse) as caught:
        registers.remove_rows(desk, "organisations", [1])
    assert caught.value.happened == (
        "Còn 1 bản đăng ký và 2 cam kết đang gắn với tổ chức “UBMTTQ xã” nên chưa xóa được; dữ liệu không thay đổi."
    )
    assert registers.count(desk, "organisations") == 6


def test_titles_are_registered_in_a_year_without_a_plan(desk: Workspace) -> None:
    registration_id = open_one(desk)
    registers.add_row(desk, "registered_titles", {"subject": "A", "award": "Giấy khen"}, scope=registration_id)
    assert registrations.standing(desk, YEAR)[0].titles == 1


def test_the_number_of_a_registration_that_was_taken_out_is_not_given_again(desk):
    for name in ("Hội Một", "Hội Hai"):
        registrations.enter_new(desk, 2026, name)
    gone = registrations.registration(desk, 2026, 2)
    registrations.remove_from_year(desk, gone.id)
    registrations.open_year(desk, 2026, [2])
    numbers = [row["number"] for row in records.page(desk.file, "registrations", order="id")]
    assert numbers == [1, 3]
