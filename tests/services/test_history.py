from __future__ import annotations

import pytest

from tests.services import rewording
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.offices import Office
from thidua_desktop.services import history
from thidua_desktop.services.office import offices
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage.datafile import DataFile


def told(desk: Workspace, kind: str, row_id: int) -> list[tuple[str, str, str]]:
    return [(entry.column_heading, entry.before, entry.after) for entry in history.record_history(desk, kind, row_id)]


def test_a_record_tells_when_from_what_to_what(desk: Workspace) -> None:
    registers.add_row(desk, "organisations", {"name": "Hội Nông dân"})
    _, person = registers.add_row(desk, "people", {"full_name": "Trần Thị Ví Dụ"})
    registers.set_cell(desk, "people", person, "birth_date", "5/2/1990")
    registers.set_cell(desk, "people", person, "organisation_id", "Hội Nông dân")
    registers.set_cell(desk, "people", person, "full_name", "Trần Thị Mẫu")
    registers.remove_rows(desk, "people", [person])
    assert told(desk, "people", person) == [
        ("", "Trần Thị Mẫu", ""),
        ("Họ và tên", "Trần Thị Ví Dụ", "Trần Thị Mẫu"),
        ("Tổ chức", "", "Hội Nông dân"),
        ("Ngày sinh", "", "05/02/1990"),
        ("", "", "Trần Thị Ví Dụ"),
    ]
    newest = history.record_history(desk, "people", person)[0]
    assert newest.act == "Xóa Trần Thị Mẫu"
    assert newest.at == desk.file.last_saved


def test_figures_tell_their_story_as_one_cell(desk: Workspace, plan_id: int) -> None:
    target = registers.page(desk, "plan_targets", scope=plan_id)[0].id
    registers.set_cell(desk, "plan_targets", target, "values", "≥ 11 tỷ đồng; 2 ha")
    registers.set_cell(desk, "plan_targets", target, "kind", "định tính")
    registers.set_cell(desk, "plan_targets", target, "values", "")
    registers.set_cell(desk, "plan_targets", target, "values", "12 tỷ đồng")
    history.undo(desk)
    assert told(desk, "plan_targets", target) == [
        ("Giá trị", "≥ 11 tỷ đồng; 2 ha", ""),
        ("Loại", "định lượng", "định tính"),
        ("Giá trị", "tỉnh giao 10 tỷ đồng", "≥ 11 tỷ đồng; 2 ha"),
        ("", "", "Thu ngân sách"),
    ]


def test_what_was_undone_is_told_as_such(desk: Workspace) -> None:
    registers.set_cell(desk, "signers", 1, "position", "PHÓ CHỦ TỊCH")
    history.undo(desk)
    undone, founded = history.record_history(desk, "signers", 1)
    assert (undone.in_effect, undone.column_heading, undone.after) == (False, "Chức vụ", "PHÓ CHỦ TỊCH")
    assert founded.in_effect


def test_plans_sections_and_the_office_have_histories_too(desk: Workspace, plan_id: int) -> None:
    plans.set_plan_field(desk, plan_id, "signer_name", "Lê Văn Mẫu")
    assert told(desk, "plans", plan_id)[0] == ("Người ký", "Nguyễn Văn Mẫu", "Lê Văn Mẫu")
    section = plans.plan(desk, plan_id).sections[0]
    rewording.set_body(desk, plan_id, section.id, ())
    assert told(desk, "plan_sections", section.id)[0] == ("Nội dung", "- Nâng cao đời sống.", "")
    offices.set_office(desk, Office("Ví Dụ", "phường"))
    assert ("Loại", "xã", "phường") in told(desk, "office", 1)


def test_a_link_to_what_is_gone_says_so(desk: Workspace) -> None:
    _, hội = registers.add_row(desk, "organisations", {"name": "Hội A"})
    _, person = registers.add_row(desk, "people", {"full_name": "Trần Thị Ví Dụ", "organisation_id": "Hội A"})
    registers.set_cell(desk, "people", person, "organisation_id", "")
    registers.remove_rows(desk, "organisations", [hội])
    assert told(desk, "people", person)[0] == ("Tổ chức", "(đã xóa)", "")


def test_undo_and_redo_are_named_and_survive_a_restart(desk: Workspace) -> None:
    registers.set_cell(desk, "signers", 1, "position", "PHÓ CHỦ TỊCH")
    desk.file.close()
    again = Workspace(DataFile.open(desk.file.path), desk.definitions)
    try:
        assert history.undo_text(again) == "Sửa chức vụ của Nguyễn Văn Mẫu"
        changes = history.undo(again)
        assert (changes.ids, changes.text) == ({"signers": {1}}, "Sửa chức vụ của Nguyễn Văn Mẫu")
        assert history.redo_text(again) == "Sửa chức vụ của Nguyễn Văn Mẫu"
        history.redo(again)
        assert (history.redo_text(again), bool(history.redo(again))) == ("", False)
        assert registers.page(again, "signers")[0].cells[1] == "PHÓ CHỦ TỊCH"
    finally:
        again.file.close()


def test_undoing_figures_tells_the_screens_of_targets(desk: Workspace, plan_id: int) -> None:
    target = registers.page(desk, "plan_targets", scope=plan_id)[0].id
    registers.set_cell(desk, "plan_targets", target, "values", "1 ha")
    assert history.undo(desk).touches("plan_targets")
    assert history.redo(desk).touches("plan_targets")


def test_the_bin_gives_back_what_was_deleted(desk: Workspace, plan_id: int) -> None:
    before = plans.plan(desk, plan_id)
    registers.remove_rows(desk, "signers", [1])
    registers.remove_rows(desk, "plan_targets", [before.targets[0].id])
    plans.remove_plan(desk, plan_id)
    registers.add_row(desk, "signers", {"full_name": "Lê Văn Mẫu"})

    plan, target, signer = history.deleted_records(desk)
    assert [(one.kind_title, one.title) for one in (plan, target, signer)] == [
        ("Kế hoạch", before.title),
        ("Chỉ tiêu", "Thu ngân sách"),
        ("Người ký", "Nguyễn Văn Mẫu"),
    ]
    assert history.deleted_records(desk, limit=1, offset=1) == [target]
    with pytest.raises(KnownError, match="thuộc về một mục khác cũng đã bị xóa"):
        history.restore_deleted(desk, target)

    assert history.restore_deleted(desk, plan).touches("plans")
    history.restore_deleted(desk, target)
    assert history.undo_text(desk) == "Lấy lại “Thu ngân sách” từ thùng rác"
    assert plans.plan(desk, plan_id) == before
    history.restore_deleted(desk, signer)
    assert registers.count(desk, "signers") == 2
    assert history.deleted_records(desk) == []
    with pytest.raises(KnownError):
        history.restore_deleted(desk, signer)


def test_a_section_from_the_bin_finds_its_number_again(desk: Workspace, plan_id: int) -> None:
    before = plans.plan(desk, plan_id)
    plans.remove_section(desk, before.sections[1].id)
    history.restore_deleted(desk, history.deleted_records(desk)[0])
    assert plans.plan(desk, plan_id) == before


def test_a_name_used_again_keeps_the_old_one_in_the_bin(desk: Workspace) -> None:
    _, old = registers.add_row(desk, "organisations", {"name": "Hội A"})
    registers.remove_rows(desk, "organisations", [old])
    registers.add_row(desk, "organisations", {"name": "Hội A"})
    with pytest.raises(KnownError, match="đã có trong danh sách"):
        history.restore_deleted(desk, history.deleted_records(desk)[0])
    assert registers.count(desk, "organisations") == 1
