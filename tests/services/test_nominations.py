"""Nominations: who is meant, which award, nobody twice, nothing that was decided changed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.award_year import CERTIFICATE, CHAIR, FARMERS, SCHOOL, body, cells, nominate, on, settle
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services import history
from thidua_desktop.services.awards import decisions, given_awards, nominations, rounds, verdicts
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registers.refusals import InUse
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

# what is typed: subject, award → the kind, the person of the directory, the organisation, the award as law writes it
TYPED = [
    ("Lê Văn Giả", "LĐTT", "cá nhân", "Lê Văn Giả", FARMERS, "Lao động tiên tiến"),
    ("le van gia", "lao dong tien tien", "cá nhân", "Lê Văn Giả", FARMERS, "Lao động tiên tiến"),
    ("Lê Văn Gia", "LĐTT", "cá nhân", "", "", "Lao động tiên tiến"),  # another name than Lê Văn Giả
    ("Hội Nông dân xã", "TTLĐTT", "tập thể", "", FARMERS, "Tập thể lao động tiên tiến"),
    ("Hội Nông dân xã", CERTIFICATE, "tập thể", "", FARMERS, CERTIFICATE),
    ("Hộ ông Hoàng Văn Ví", CERTIFICATE, "hộ gia đình", "", "", CERTIFICATE),
    ("ho ong Hoang Van Vi", CERTIFICATE, "hộ gia đình", "", "", CERTIFICATE),
    ("Hồ Văn Ví", CERTIFICATE, "cá nhân", "", "", CERTIFICATE),  # a family name, no household
    ("Hoàng Văn Ví", "Gia đình văn hóa", "hộ gia đình", "", "", "Gia đình văn hóa"),
    ("Phạm Văn Trùng", "LĐTT", "cá nhân", "", "", "Lao động tiên tiến"),
    ("Người Chưa Có", "LĐTT", "cá nhân", "", "", "Lao động tiên tiến"),
    ("Lê Văn Giả", "Kỷ niệm chương riêng", "cá nhân", "Lê Văn Giả", FARMERS, "Kỷ niệm chương riêng"),
]


@pytest.mark.parametrize(("subject", "award", "kind", "person", "organisation", "written"), TYPED)
def test_what_is_typed_finds_its_row_of_the_directory(
    desk: Workspace, subject: str, award: str, kind: str, person: str, organisation: str, written: str
) -> None:
    found = cells(desk, nominate(desk, settle(desk), subject, award))
    assert (found["subject"], found["subject_kind"]) == (subject, kind)
    assert (found["person_id"], found["organisation_id"], found["award"]) == (person, organisation, written)


def test_of_two_people_with_one_name_the_organisation_tells(desk: Workspace) -> None:
    round_id = settle(desk)
    at_school = nominate(desk, round_id, "Phạm Văn Trùng", "LĐTT", organisation_id=SCHOOL)
    assert cells(desk, at_school)["person_id"] == "Phạm Văn Trùng"
    unclear = nominate(desk, round_id, "Phạm Văn Trùng", "CSTĐ cơ sở")
    assert "2 dòng cùng tên" in verdicts.verdict(desk, unclear).link
    nominations.set_cell(desk, "nominations", unclear, "organisation_id", FARMERS)
    assert verdicts.verdict(desk, unclear).link == ""


def test_a_new_name_finds_its_own_row(desk: Workspace) -> None:
    row_id = nominate(desk, settle(desk), "Người Chưa Có", "LĐTT")
    nominations.set_cell(desk, "nominations", row_id, "subject", "Trần Thị Thí")
    assert (cells(desk, row_id)["person_id"], cells(desk, row_id)["organisation_id"]) == ("Trần Thị Thí", SCHOOL)
    history.undo(desk)
    assert (cells(desk, row_id)["subject"], cells(desk, row_id)["person_id"]) == ("Người Chưa Có", "")


def test_a_name_corrected_to_a_household_is_one(desk: Workspace) -> None:
    row_id = nominate(desk, settle(desk), "Lê Văn Giả", CERTIFICATE)
    assert cells(desk, row_id)["subject_kind"] == "cá nhân"
    nominations.set_cell(desk, "nominations", row_id, "subject", "Hộ ông Lê Văn Giả")
    found = cells(desk, row_id)
    assert (found["subject_kind"], found["person_id"]) == ("hộ gia đình", "")
    nominations.set_cell(desk, "nominations", row_id, "subject_kind", "cá nhân")
    assert cells(desk, row_id)["subject_kind"] == "cá nhân"
    history.undo(desk)
    history.undo(desk)
    assert (cells(desk, row_id)["subject_kind"], cells(desk, row_id)["person_id"]) == ("cá nhân", "Lê Văn Giả")


# already there; typed after it; whether it is refused
TWICE = [
    (("Lê Văn Giả", "LĐTT", {}), ("LÊ VĂN GIẢ", "Lao động tiên tiến", {}), True),
    (("Lê Văn Giả", "LĐTT", {}), ("Lê Văn Giả", "CSTĐ cơ sở", {}), False),
    (("Người Chưa Cọ", "LĐTT", {}), ("Người Chưa Có", "LĐTT", {}), False),
    (("Lê Văn Giả", CERTIFICATE, {}), ("Lê Văn Giả", CERTIFICATE, {"subject_kind": "hộ gia đình"}), False),
    (
        ("Phạm Văn Trùng", "LĐTT", {"organisation_id": FARMERS}),
        ("Phạm Văn Trùng", "LĐTT", {"organisation_id": SCHOOL}),
        False,
    ),
    (("Phạm Văn Trùng", "LĐTT", {}), ("Phạm Văn Trùng", "LĐTT", {}), True),
]


@pytest.mark.parametrize(("first", "second", "refused"), TWICE)
def test_nobody_is_nominated_twice_for_one_award(
    desk: Workspace, first: tuple[str, str, dict[str, str]], second: tuple[str, str, dict[str, str]], refused: bool
) -> None:
    round_id = settle(desk)
    nominate(desk, round_id, first[0], first[1], **first[2])
    if refused:
        with pytest.raises(BadInput, match="đã được đề nghị tặng"):
            nominate(desk, round_id, second[0], second[1], **second[2])
    else:
        nominate(desk, round_id, second[0], second[1], **second[2])
    assert nominations.count(desk, "nominations", scope=round_id) == 2 - refused


def test_an_edit_that_would_double_a_nomination_is_refused(desk: Workspace) -> None:
    round_id = settle(desk)
    nominate(desk, round_id, "Lê Văn Giả", "LĐTT")
    other = nominate(desk, round_id, "Lê Văn Giả", "CSTĐ cơ sở")
    with pytest.raises(BadInput, match="trong đợt xét này"):
        nominations.set_cell(desk, "nominations", other, "award", "LĐTT")
    assert cells(desk, other)["award"] == "Chiến sĩ thi đua cơ sở"
    nominations.set_cell(desk, "nominations", other, "award", "cstd co so")


@pytest.mark.parametrize(("award", "refused"), [("LĐTT", True), (CERTIFICATE, False)])
def test_a_title_is_chosen_once_a_year_a_certificate_for_each_achievement(
    desk: Workspace, award: str, refused: bool
) -> None:
    round_id = settle(desk)
    verdicts.choose(desk, [nominate(desk, round_id, "Lê Văn Giả", award)], "được chọn")
    later = rounds.add_round(desk, 2026)[1]
    if refused:
        with pytest.raises(BadInput, match="đã được chọn tặng Lao động tiên tiến ở đợt xét khác trong năm"):
            nominate(desk, later, "Lê Văn Giả", award)
    else:
        nominate(desk, later, "Lê Văn Giả", award)


def test_two_rounds_cannot_both_choose_one_title(desk: Workspace) -> None:
    first, later = settle(desk), rounds.add_round(desk, 2026)[1]
    one, two = nominate(desk, first, "Lê Văn Giả", "LĐTT"), nominate(desk, later, "Lê Văn Giả", "LĐTT")
    nominations.set_cell(desk, "nominations", one, "state", "được chọn")
    with pytest.raises(BadInput, match="ở đợt xét khác"):
        nominations.set_cell(desk, "nominations", two, "state", "được chọn")
    assert cells(desk, two)["state"] == "đề nghị"


def test_pasted_rows_are_completed_and_doubles_named_by_their_number(desk: Workspace) -> None:
    round_id = settle(desk)
    rows = [["Lê Văn Giả", "LĐTT"], ["Hội Nông dân xã", "TTLĐTT"], ["lê văn giả", "LĐTT"], ["", "LĐTT"]]
    result = nominations.paste_rows(desk, "nominations", ["subject", "award"], rows, scope=round_id)
    assert result.added == 2
    assert [number for number, _ in result.refused] == [3, 4]
    assert "đã được đề nghị" in result.refused[0][1]
    kinds = [row.cells[1] for row in nominations.page(desk, "nominations", scope=round_id)]
    assert kinds == ["cá nhân", "tập thể"]
    history.undo(desk)
    assert nominations.count(desk, "nominations", scope=round_id) == 0


def register_titles(desk: Workspace) -> None:
    with desk.file.act("Đăng ký"):
        own = records.insert(desk.file, "registrations", {"year": 2026, "organisation_id": body(desk, FARMERS)})
    titles = [["Hội Nông dân xã", "tập thể", "TTLĐTT"], ["Lê Văn Giả", "cá nhân", "LĐTT"]]
    registers.paste_rows(desk, "registered_titles", ["subject", "subject_kind", "award"], titles, scope=own)


def test_registered_titles_become_nominations_once(desk: Workspace) -> None:
    round_id = settle(desk)
    with pytest.raises(KnownError, match="chưa có danh hiệu nào được đăng ký"):
        nominations.take_registered(desk, round_id)
    register_titles(desk)
    taken = nominations.take_registered(desk, round_id)
    assert (taken.added, taken.skipped) == (2, 0)
    first, second = nominations.page(desk, "nominations", scope=round_id)
    assert first.cells[:4] == (FARMERS, "tập thể", FARMERS, "Tập thể lao động tiên tiến")
    assert second.cells[:4] == ("Lê Văn Giả", "cá nhân", FARMERS, "Lao động tiên tiến")
    again = nominations.take_registered(desk, round_id)
    assert (again.added, again.skipped) == (0, 2)
    history.undo(desk)
    assert nominations.count(desk, "nominations", scope=round_id) == 0


def test_registered_titles_come_in_the_order_lists_print_their_organisations(desk: Workspace) -> None:
    round_id = settle(desk)
    first, last = [row.cells[0] for row in registers.page(desk, "organisations")][:2]
    for name, subjects in ((last, ("Đặng Văn Sau", "Bùi Văn Sau")), (first, ("Vũ Văn Trước", "An Văn Trước"))):
        with desk.file.act("Đăng ký"):
            own = records.insert(desk.file, "registrations", {"year": 2026, "organisation_id": body(desk, name)})
        titles = [[subject, "cá nhân", "LĐTT"] for subject in subjects]
        registers.paste_rows(desk, "registered_titles", ["subject", "subject_kind", "award"], titles, scope=own)
    nominations.take_registered(desk, round_id)
    taken = [row.cells[0] for row in nominations.page(desk, "nominations", scope=round_id)]
    assert taken == ["Vũ Văn Trước", "An Văn Trước", "Đặng Văn Sau", "Bùi Văn Sau"]


def test_what_was_decided_is_not_changed(desk: Workspace) -> None:
    desk = on(desk, date(2026, 12, 20))
    round_id = settle(desk)
    row_id = nominate(desk, round_id, "Lê Văn Giả", "LĐTT")
    verdicts.choose(desk, [row_id], "được chọn")
    issued = decisions.issue_decision(desk, round_id, 57, "2026-12-20", CHAIR)
    for key, text in (("subject", "Trần Thị Thí"), ("award", "CSTĐ cơ sở"), ("state", "không chọn")):
        with pytest.raises(InUse, match="đã được tặng Lao động tiên tiến theo Quyết định số 57/QĐ-UBND"):
            nominations.set_cell(desk, "nominations", row_id, key, text)
    with pytest.raises(InUse):
        nominations.remove_rows(desk, "nominations", [row_id])
    nominations.set_cell(desk, "nominations", row_id, "merit", "Trồng 5 ha rừng")
    decisions.remove_decision(desk, issued.decision_id)
    nominations.remove_rows(desk, "nominations", [row_id])


def test_old_awards_find_people_and_levels(desk: Workspace) -> None:
    settle(desk)
    columns = ["year", "subject", "award", "decision_number"]
    rows = [
        ["2024", "Lê Văn Giả", "CSTĐ cơ sở", "12/QĐ-UBND"],
        ["2025", "Lê Văn Giả", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", ""],
        ["2025", "Hội Nông dân xã", "TTLĐXS", ""],
    ]
    assert given_awards.paste_rows(desk, "awards", columns, rows).added == 3
    keys = given_awards.register("awards").keys
    shown = [dict(zip(keys, row.cells, strict=True)) for row in registers.page(desk, "awards")]
    found = {row["award"]: row for row in shown}
    title = found["Chiến sĩ thi đua cơ sở"]
    assert (title["person_id"], title["organisation_id"], title["level"]) == ("Lê Văn Giả", FARMERS, "xã")
    assert found["Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"]["level"] == "tỉnh"
    assert found["Tập thể lao động xuất sắc"]["subject_kind"] == "tập thể"


def test_the_column_offers_the_catalogue(desk: Workspace) -> None:
    offered = nominations.choices(desk, "nominations", "award")
    assert offered[:2] == ("Lao động tiên tiến", "Chiến sĩ thi đua cơ sở")
    assert CERTIFICATE in offered
    assert offered.index(CERTIFICATE) < offered.index("Chiến sĩ tiên tiến")
