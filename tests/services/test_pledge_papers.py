"""Giao ước, giao chỉ tiêu, báo cáo đợt, đôn đốc, ký nhận: what each paper says of the year, filled and blank."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.registering_year import YEAR, year
from thidua_desktop.domain.papers import blocks
from thidua_desktop.domain.papers.pledges import NAME_BY_HAND, POSITION_BY_HAND
from thidua_desktop.exporting.table_layout import ruled
from thidua_desktop.services.export_parts import NothingToExport, Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.registration import registrations, results
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

__all__ = ["year"]

FARMERS = 2


def paper(desk: Workspace, name: str, **wanted: object) -> blocks.Document:
    gather = EXPORTS[name].document
    assert gather is not None
    return gather(desk, Request(YEAR, **wanted))  # type: ignore[arg-type]


def tables(document: blocks.Document) -> list[blocks.Table]:
    return [block for block in document.blocks if isinstance(block, blocks.Table)]


def said(document: blocks.Document) -> str:
    return "\n".join(block.paragraph.text for block in document.blocks if isinstance(block, blocks.Text))


def signature(document: blocks.Document) -> blocks.Signature:
    found = document.blocks[-1]
    assert isinstance(found, blocks.Signature)
    return found


def test_a_pledge_binds_both_sides_and_is_signed_by_both(year: Workspace) -> None:
    document = paper(year, "pledge", organisation_id=FARMERS)
    movements, pledged = tables(document)
    assert movements.rows == (("1", "Nông dân sản xuất, kinh doanh giỏi"),)
    assert pledged.rows == (("1", "Cải tạo vườn tạp 41 hộ", "hộ", "41", "30/11/2026", ""),)
    assert "Đại diện Hội Nông dân: ông (bà) Trần Văn Thí Dụ, Chủ tịch." in said(document)
    ends = signature(document)
    assert isinstance(ends.left, blocks.Signer)
    assert (ends.left.authority, ends.left.position, ends.left.name) == (
        ("ĐẠI DIỆN ĐƠN VỊ",),
        ("CHỦ TỊCH",),
        "Trần Văn Thí Dụ",
    )
    assert ends.right.authority == ("ĐẠI DIỆN ỦY BAN NHÂN DÂN",)
    head = document.blocks[0]
    assert isinstance(head, blocks.NationalHeader) and head.code == "GƯ-2026-002"


def test_a_name_that_is_not_known_is_written_by_hand(year: Workspace) -> None:
    with year.file.act("Bỏ tên"):
        records.update(year.file, "organisations", FARMERS, {"head": ""})
    document = paper(year, "pledge", organisation_id=FARMERS)
    assert f"ông (bà) {NAME_BY_HAND}, Chủ tịch." in said(document)
    left = signature(document).left
    assert isinstance(left, blocks.Signer) and left.name == ""
    dotted = [block for block in document.blocks if isinstance(block, blocks.Text) and block.paragraph.bullet == "2."]
    assert [block.align for block in dotted] == ["left", "justify"]  # dots would tear justified words apart


def test_a_position_that_is_not_known_is_written_by_hand(year: Workspace) -> None:
    with year.file.act("Bỏ chức vụ"):
        records.update(year.file, "organisations", FARMERS, {"head_position": ""})
    assert f", {POSITION_BY_HAND}." in said(paper(year, "pledge", organisation_id=FARMERS))


def test_a_blank_pledge_has_rows_for_the_pen(year: Workspace) -> None:
    movements, pledged = tables(paper(year, "pledge", organisation_id=FARMERS, blank=True))
    assert [row[0] for row in pledged.rows] == ["1", "2", "3", "4", "5", "6"]
    assert not any(any(row[1:]) for row in (*movements.rows, *pledged.rows))


def test_the_pledges_of_all_are_one_document_each_on_new_pages(year: Workspace) -> None:
    document = paper(year, "pledge")
    heads = [block for block in document.blocks if isinstance(block, blocks.NationalHeader)]
    assert (
        len(heads)
        == len(registrations.standing(year, YEAR))
        == 1 + sum(isinstance(block, blocks.PageBreak) for block in document.blocks)
    )


def test_the_members_of_a_block_sign_one_pledge(year: Workspace) -> None:
    with year.file.act("Chia khối"):
        block = records.insert(year.file, "blocks", {"name": "Khối đoàn thể"})
        empty = records.insert(year.file, "blocks", {"name": "Khối trường học"})
        for row in records.page(year.file, "registrations", where={"organisation_id": FARMERS}):
            records.update(year.file, "registrations", int(row["id"] or 0), {"block_id": block})
    about = EXPORTS["block-pledge"].about
    assert about is not None and about.ids(year, YEAR) == [block]
    document = paper(year, "block-pledge", id=block)
    *_, pledged, members = tables(document)
    assert pledged.rows[0] == ("Hội Nông dân",)
    assert pledged.rows[1][1] == "Cải tạo vườn tạp 41 hộ"
    assert members.rows == (("1", "Hội Nông dân", "Trần Văn Thí Dụ", "Chủ tịch", ""),)
    assert "đại diện 01 đơn vị thành viên Khối đoàn thể" in said(document)
    with pytest.raises(NothingToExport, match="Khối trường học"):
        paper(year, "block-pledge", id=empty)


def test_an_organisation_is_given_its_share_of_the_plan(year: Workspace) -> None:
    target = next(row for row in records.page(year.file, "plan_targets") if row["kind"] == "quantitative")
    [own] = [row for row in records.page(year.file, "commitments") if row["organisation_id"] == FARMERS]
    with year.file.act("Gắn chỉ tiêu"):
        records.update(year.file, "commitments", int(own["id"] or 0), {"target_id": target["id"]})
    [given] = tables(paper(year, "target-assignment", organisation_id=FARMERS))
    [row] = given.rows
    assert (row[0], row[1], row[3]) == ("1", target["indicator"], "41 hộ")


def test_of_a_target_with_parts_the_parts_are_given(year: Workspace) -> None:
    whole, part = records.page(year.file, "plan_targets")[1:3]
    with year.file.act("Giao"):
        records.update(year.file, "plan_targets", int(part["id"] or 0), {"parent_id": whole["id"]})
        for one in (whole, part):
            records.update(year.file, "plan_targets", int(one["id"] or 0), {"responsible": "Hội Nông dân"})
        for value in records.page(year.file, "plan_target_values", where={"target_id": whole["id"]}):
            records.delete(year.file, "plan_target_values", [int(value["id"] or 0)])
    [given] = tables(paper(year, "target-assignment", organisation_id=FARMERS))
    assert part["indicator"] in [row[1] for row in given.rows]
    assert whole["indicator"] not in [row[1] for row in given.rows]


def test_the_one_who_is_responsible_is_given_the_target_without_a_commitment(year: Workspace) -> None:
    target = records.page(year.file, "plan_targets")[1]
    with year.file.act("Giao"):
        records.update(year.file, "plan_targets", int(target["id"] or 0), {"responsible": "Hội Nông dân và Đoàn xã"})
    [given] = tables(paper(year, "target-assignment", organisation_id=FARMERS))
    assert [row[-1] for row in given.rows if row[1] == target["indicator"]] == ["Đơn vị phụ trách"]


def test_a_phase_is_reported_on_a_form_with_what_is_known(year: Workspace) -> None:
    phase = records.page(year.file, "plan_phases")[0]
    [own] = [row for row in records.page(year.file, "commitments") if row["organisation_id"] == FARMERS]
    blank = paper(year, "progress-form", id=phase["id"], organisation_id=FARMERS)
    assert tables(blank)[0].rows == (("1", "Cải tạo vườn tạp 41 hộ", "41 hộ", "", "", "", ""),)
    results.set_commitment_result(year, int(own["id"] or 0), int(phase["id"] or 0), 0, "20,5")
    filled = paper(year, "progress-form", id=phase["id"], organisation_id=FARMERS)
    assert tables(filled)[0].rows == (("1", "Cải tạo vườn tạp 41 hộ", "41 hộ", "20,5", "50", "", ""),)
    left_to_the_pen = paper(year, "progress-form", id=phase["id"], organisation_id=FARMERS, blank=True)
    assert tables(left_to_the_pen)[0].rows == tables(blank)[0].rows
    head = filled.blocks[0]
    assert isinstance(head, blocks.NationalHeader) and head.code == "KQ1-2026-002"


def test_the_letter_names_all_that_owe_something_and_what(year: Workspace) -> None:
    document = paper(year, "reminder")
    [owed] = tables(document)
    listed = [row[1] for row in owed.rows]
    assert all(f"- {name}" in said(document) for name in listed) and len(listed) > 1
    assert "Chưa nộp bản đăng ký" in owed.rows[0][2]
    one = paper(year, "reminder", organisation_id=FARMERS)
    assert "Kính gửi: Hội Nông dân" in said(one)
    assert tables(one)[0].rows == (
        ("1", "Chưa ký giao ước: hạn 15/02/2026"),
        ("2", "Chưa báo cáo 1/1 cam kết đợt 1: hạn 25/06/2026"),
    )
    assert "đề nghị đơn vị khẩn trương" in said(one) and "đề nghị các đơn vị khẩn trương" in said(document)
    assert "trước ngày 15/02/2026" in said(one)  # not before it is due


def test_nobody_is_reminded_where_nothing_is_owed(year: Workspace) -> None:
    for one in registrations.standing(year, YEAR):
        if one.registration_id:
            registrations.set_received(year, one.registration_id, date(2026, 2, 1))
    with year.file.act("Bỏ kế hoạch, giao ước"):
        records.delete(
            year.file, "plan_phases", [int(row["id"] or 0) for row in records.page(year.file, "plan_phases")]
        )
        for row in records.page(year.file, "registrations"):
            values = {"registration_id": row["id"], "paper": "pledge", "signed_on": "2026-02-01"}
            records.insert(year.file, "sent_papers", values)
    with pytest.raises(NothingToExport, match="không có ai để đôn đốc"):
        paper(year, "reminder")


def test_the_list_to_telephone_from_says_whom_to_call_and_what_was_answered(year: Workspace) -> None:
    registered = registrations.registration(year, YEAR, FARMERS)
    assert registered
    with year.file.act("Gọi"):
        records.update(year.file, "organisations", FARMERS, {"contact": "0900 000 002"})
        values = {"registration_id": registered.id, "about": "giao ước", "reached_on": "2026-02-05", "channel": "Zalo"}
        records.insert(year.file, "reminders", values | {"answer": "hẹn thứ Sáu"})
    rows = {row[1]: row for row in tables(paper(year, "chase-list"))[0].rows}
    assert rows["Hội Nông dân"][2:4] == ("Trần Văn Thí Dụ", "0900 000 002")
    assert rows["Hội Nông dân"][-2:] == ("05/02 Zalo", "hẹn thứ Sáu")


def test_every_organisation_signs_for_its_papers_by_its_code(year: Workspace) -> None:
    [receivers] = tables(paper(year, "receipt-list"))
    assert [row[2] for row in receivers.rows][:2] == ["ĐK-2026-001", "ĐK-2026-002"]
    assert all(row[3:] == ("", "", "") for row in receivers.rows)


def test_who_signs_in_a_list_has_room_to_sign(year: Workspace) -> None:
    (table,) = tables(paper(year, "receipt-list"))
    assert any(row[1] for row in table.rows)
    assert {row.least for row in ruled(table, blocks.PageSetup()).rows} == {9}
