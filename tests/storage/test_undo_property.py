"""Undo and redo against a picture of the whole file taken after every act."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.storage.samples import PLAN, tables_of
from thidua_desktop.storage import plans, records, sections
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.storage.errors import BadValue, NameTaken, StillUsed

NAMES = st.sampled_from(["Hội Nông dân", "Hội Phụ nữ", "Đoàn Thanh niên", "Trường A", ""])
FIGURES = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-5, 5).map(float)
PICK = st.integers(0, 50)


class UndoMachine(RuleBasedStateMachine):
    """Acts over several tables with cascades, undone, redone and refused in any order, across restarts."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.file = DataFile.create(self.folder / "a.thidua")
        self.pictures = [tables_of(self.file.path)]
        self.at = 0

    def done(self, changed: bool) -> None:
        if changed:
            self.at += 1
            self.pictures[self.at :] = [tables_of(self.file.path)]

    def pick(self, table: str, number: int) -> int | None:
        ids = [int(row["id"] or 0) for row in records.page(self.file, table)]
        return ids[number % len(ids)] if ids else None

    @rule()
    def import_plan(self) -> None:
        with self.file.act("Nhập") as act:
            plans.insert_plan(self.file, PLAN)
        self.done(bool(act.changes))

    @rule(name=NAMES, number=PICK)
    def add_organisation(self, name: str, number: int) -> None:
        parent = self.pick("organisations", number) if number % 2 else None
        changed = False
        with suppress(NameTaken, BadValue):
            with self.file.act("Thêm") as act:
                records.insert(self.file, "organisations", {"name": name, "parent_id": parent})
            changed = bool(act.changes)
        self.done(changed)

    @rule(
        table=st.sampled_from(
            ["plans", "organisations", "plan_targets", "plan_sections", "commitments", "plan_phases"]
        ),
        number=PICK,
        both=st.booleans(),
    )
    def delete(self, table: str, number: int, both: bool) -> None:
        row = self.pick(table, number)
        changed = False
        with suppress(StillUsed):
            with self.file.act("Xoá") as act:
                records.delete(self.file, table, [] if row is None else [row, row + 1][: 1 + both])
            changed = bool(act.changes)
        self.done(changed)

    @rule(number=PICK, figure=FIGURES)
    def change_figure(self, number: int, figure: float) -> None:
        row = self.pick("plan_target_values", number)
        changed = False
        if row is not None:
            with suppress(BadValue):
                with self.file.act("Sửa số") as act:
                    records.update(self.file, "plan_target_values", row, {"value": figure})
                changed = bool(act.changes)
        self.done(changed)

    @rule(number=PICK, other=PICK, position=st.integers(0, 4))
    def move_section(self, number: int, other: int, position: int) -> None:
        row, parent = self.pick("plan_sections", number), self.pick("plan_sections", other)
        changed = False
        if row is not None:
            section = records.get(self.file, "plan_sections", row)
            same = parent and records.get(self.file, "plan_sections", parent)["plan_id"] == section["plan_id"]
            with suppress(BadValue):
                with self.file.act("Chuyển") as act:
                    to = parent if same and other % 3 else None
                    sections.move_section(self.file, row, parent_id=to, position=position)
                changed = bool(act.changes)
        self.done(changed)

    @rule(number=PICK, organisation=PICK)
    def link(self, number: int, organisation: int) -> None:
        row, target = self.pick("commitments", number), self.pick("organisations", organisation)
        changed = False
        if row is not None:
            with self.file.act("Gắn") as act:
                records.update(self.file, "commitments", row, {"organisation_id": target})
            changed = bool(act.changes)
        self.done(changed)

    @rule()
    def undo(self) -> None:
        assert bool(self.file.undo()) == (self.at > 0)
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self) -> None:
        assert bool(self.file.redo()) == (self.at < len(self.pictures) - 1)
        self.at = min(self.at + 1, len(self.pictures) - 1)

    @precondition(lambda self: self.at > 2)
    @rule()
    def restart(self) -> None:
        self.file.close()
        self.file = DataFile.open(self.folder / "a.thidua")

    @invariant()
    def the_file_is_as_it_was(self) -> None:
        assert tables_of(self.file.path) == self.pictures[self.at]
        assert not self.file.query("PRAGMA foreign_key_check")

    def teardown(self) -> None:
        self.file.close()
        shutil.rmtree(self.folder)


UndoMachine.TestCase.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
TestUndo = UndoMachine.TestCase
