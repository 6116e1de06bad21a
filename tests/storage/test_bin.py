"""The history of a record and the bin."""

from __future__ import annotations

from contextlib import closing

import pytest

from tests.storage.samples import PLAN, tables_of
from thidua_desktop.storage import bin as waste
from thidua_desktop.storage import plans, records
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.storage.errors import NameTaken, OwnerGone, RecordGone
from thidua_desktop.storage.history import record_history


def delete(file: DataFile, table: str, *ids: int) -> None:
    with file.act(f"Xoá {table}"):
        records.delete(file, table, ids)


def listed(file: DataFile) -> list[tuple[str, int]]:
    return [(deleted.kind, deleted.row_id) for deleted in waste.deleted_rows(file)]


def bring_back(file: DataFile, kind: str) -> None:
    found = next(deleted for deleted in waste.deleted_rows(file) if deleted.kind == kind)
    with file.act("Lấy lại"):
        waste.restore_deleted(file, found.act_id, found.kind, found.row_id)


def test_history_says_from_what_to_what_newest_first(file: DataFile) -> None:
    with file.act("Thêm"):
        row = records.insert(file, "people", {"full_name": "Nguyễn Văn Mẫu"})
    with file.act("Sửa"):
        records.update(file, "people", row, {"note": "mới"})
    with file.act("Sửa nữa"):
        records.update(file, "people", row, {"note": "bỏ"})
    file.undo()
    delete(file, "people", row)
    history = record_history(file, "people", row)
    assert [(c.act, c.in_effect) for c in history] == [
        ("Xoá people", True), ("Sửa nữa", False), ("Sửa", True), ("Thêm", True),
    ]  # fmt: skip
    assert history[0].after is None
    assert history[2].before is not None and history[2].after is not None
    assert (history[2].before["note"], history[2].after["note"]) == ("", "mới")
    assert history[3].before is None


def test_a_deleted_plan_comes_back_whole_under_its_old_ids(file: DataFile) -> None:
    with file.act("Nhập"):
        plan_id = plans.insert_plan(file, PLAN)
    before = tables_of(file.path)
    delete(file, "plans", plan_id)
    assert listed(file) == [("plans", plan_id)]
    with file.act("Việc khác"):
        records.insert(file, "people", {"full_name": "Nguyễn Văn Mẫu"})
    file.close()
    with closing(DataFile.open(file.path)) as again:
        bring_back(again, "plans")
        assert listed(again) == []
        after = tables_of(again.path)
        assert {name: rows for name, rows in after.items() if name != "people"} == {
            name: rows for name, rows in before.items() if name != "people"
        }
        again.undo()
        assert listed(again) == [("plans", plan_id)]


def test_a_row_comes_back_to_its_place_and_its_links(file: DataFile) -> None:
    with file.act("Nhập"):
        plan_id = plans.insert_plan(file, PLAN)
    before = tables_of(file.path)
    target = plans.load_plan(file, plan_id).targets[0].id
    delete(file, "plan_targets", target)
    assert plans.load_plan(file, plan_id).targets[0].parent is None
    bring_back(file, "plan_targets")
    assert tables_of(file.path) == before


def test_the_bin_lists_a_record_once_and_not_when_the_deletion_was_undone(file: DataFile) -> None:
    with file.act("Thêm"):
        row = records.insert(file, "people", {"full_name": "Nguyễn Văn Mẫu"})
    delete(file, "people", row)
    file.undo()
    assert listed(file) == []
    file.redo()
    bring_back(file, "people")
    delete(file, "people", row)
    assert listed(file) == [("people", row)]
    assert waste.deleted_rows(file, ["plans"]) == []
    assert waste.deleted_rows(file, ["people"], limit=5, offset=1) == []


def test_what_cannot_come_back_says_why(file: DataFile) -> None:
    with file.act("Nhập"):
        plan_id = plans.insert_plan(file, PLAN)
        hall = records.insert(file, "organisations", {"name": "Hội A"})
    phase = plans.load_plan(file, plan_id).phases[0].id
    delete(file, "plan_phases", phase)
    delete(file, "plans", plan_id)
    with pytest.raises(OwnerGone):
        bring_back(file, "plan_phases")
    delete(file, "organisations", hall)
    with file.act("Thêm"):
        records.insert(file, "organisations", {"name": "Hội A"})
    with pytest.raises(NameTaken):
        bring_back(file, "organisations")
    with pytest.raises(RecordGone), file.act("Lấy lại"):
        waste.restore_deleted(file, 1, "people", 4)
    bring_back(file, "plans")
    bring_back(file, "plan_phases")
    assert plans.load_plan(file, plan_id).phases[0].id == phase


def test_a_link_to_something_gone_meanwhile_stays_empty(file: DataFile) -> None:
    with file.act("Thêm"):
        hall = records.insert(file, "organisations", {"name": "Hội A"})
        person = records.insert(file, "people", {"full_name": "Nguyễn Văn Mẫu", "organisation_id": hall})
    delete(file, "people", person)
    delete(file, "organisations", hall)
    bring_back(file, "people")
    assert records.get(file, "people", person)["organisation_id"] is None
