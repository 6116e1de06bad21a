"""An act of many rows in slices."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from tests.storage.samples import tables_of
from thidua_desktop.storage import records
from thidua_desktop.storage.bulk import BulkAct
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.storage.errors import ActRunning, BadValue


def people(file: DataFile, names: list[str]) -> Generator[None, None, None]:
    for name in names:
        records.insert(file, "people", {"full_name": name})
        yield


def test_it_runs_in_slices_as_one_act(file: DataFile) -> None:
    bulk = BulkAct(file, "Nhập danh sách", people(file, [f"Nguyễn Văn {number}" for number in range(20)]))
    slices = 0
    while not bulk.step(0):
        slices += 1
        with pytest.raises(ActRunning), file.act("Việc khác"):
            pass
    assert slices == 20
    assert len(bulk.changes.ids["people"]) == 20
    assert bulk.step()
    assert file.undo().text == "Nhập danh sách"
    assert records.count(file, "people") == 0


def test_cancel_takes_it_all_back_and_lets_others_in(file: DataFile) -> None:
    before = tables_of(file.path, with_log=True)
    bulk = BulkAct(file, "Nhập", people(file, ["A", "B", "C"]))
    bulk.step(0)
    bulk.cancel()
    bulk.cancel()
    assert tables_of(file.path, with_log=True) == before
    with file.act("Việc khác"):
        records.insert(file, "people", {"full_name": "D"})


def test_an_error_takes_it_all_back(file: DataFile) -> None:
    bulk = BulkAct(file, "Nhập", people(file, ["A", ""]))
    assert not bulk.step(0)
    with pytest.raises(BadValue):
        bulk.step(10)
    assert records.count(file, "people") == 0
    assert file.undo_text == ""


def test_closing_the_file_in_the_middle_keeps_nothing(file: DataFile) -> None:
    bulk = BulkAct(file, "Nhập", people(file, ["A", "B"]))
    bulk.step(0)
    file.close()
    assert tables_of(file.path)["people"] == []
    bulk.cancel()
