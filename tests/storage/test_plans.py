"""Whole plans in and out, and the outline's edits."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.samples import PLAN
from thidua_desktop.domain.plan.plans import Phase, Plan, PlanCommitment, Section, Target, TargetValue, Task
from thidua_desktop.domain.richtext import Paragraph, Run
from thidua_desktop.storage import attachments, plans, records, sections
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.storage.errors import BadValue, RecordGone

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
MAYBE = st.none() | TEXT
DATE = st.none() | st.dates().map(lambda day: day.isoformat())
FIGURE = st.none() | st.floats(-1e300, 1e300)


def without_ids(part: Any) -> Any:
    """The same objects with every id 0."""
    if isinstance(part, tuple):
        return tuple(without_ids(item) for item in part)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    new = {field.name: without_ids(getattr(part, field.name)) for field in fields(part)}
    return type(part)(**new | ({"id": 0} if "id" in new else {}))


def tuples(element: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(element, max_size=2).map(tuple)


@st.composite
def any_plan(draw: st.DrawFn) -> Plan:
    paragraph = st.builds(Paragraph, tuples(st.builds(Run, TEXT, st.booleans(), st.booleans())), TEXT)
    leaf = st.builds(Section, st.integers(1, 9), TEXT, MAYBE, tuples(paragraph), st.just(()), st.just(0))
    section = st.recursive(
        leaf,
        lambda below: st.builds(Section, st.integers(1, 9), TEXT, MAYBE, tuples(paragraph), tuples(below), st.just(0)),
        max_leaves=4,
    )
    figure = st.builds(TargetValue, FIGURE, TEXT, st.sampled_from(["=", ">=", "giảm"]), MAYBE, FIGURE)
    target = st.builds(
        Target, TEXT, TEXT, MAYBE, st.sampled_from(["quantitative", "qualitative"]), st.none(), MAYBE, tuples(figure),
        st.sampled_from(["", "lower", "yes_no"]), FIGURE, st.just(0),
    )  # fmt: skip
    targets = draw(tuples(target))
    if len(targets) == 2:
        child = draw(st.sampled_from([0, 1]))
        targets = tuple(replace(t, parent=1 - child) if at == child else t for at, t in enumerate(targets))
    towards = st.none() | st.integers(0, len(targets) - 1) if targets else st.none()
    part = st.builds(PlanCommitment, TEXT, TEXT, tuples(figure), towards, st.just(0))
    return replace(
        PLAN,
        title=draw(TEXT),
        state=draw(st.sampled_from(["bản thảo", "lấy ý kiến", "trình ký", "ban hành"])),
        theme=draw(MAYBE),
        number=draw(st.none() | st.integers(-(2**63), 2**63 - 1)),
        header=draw(tuples(TEXT)),
        preamble=draw(tuples(paragraph)),
        closing=draw(tuples(paragraph)),
        sections=draw(tuples(section)),
        targets=targets,
        commitments=draw(tuples(part)),
        phases=draw(tuples(st.builds(Phase, TEXT, DATE, DATE, DATE, tuples(TEXT), st.just(0)))),
        tasks=draw(tuples(st.builds(Task, MAYBE, TEXT, MAYBE, DATE, DATE, st.just(0)))),
    )


@settings(max_examples=40, deadline=None)
@given(any_plan())
def test_any_plan_comes_back_as_it_was_stored(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(DataFile.create(Path(folder) / "a.thidua")) as file:
        with file.act("Nhập"):
            plan_id = plans.insert_plan(file, plan)
        stored = plans.load_plan(file, plan_id)
        assert without_ids(stored) == plan
        with file.act("Xoá"):
            records.delete(file, "plans", [plan_id])
        file.undo()
        assert plans.load_plan(file, plan_id) == stored


def test_two_plans_keep_apart(file: DataFile) -> None:
    with file.act("Nhập"):
        kept = attachments.attach(file, "kế hoạch.docx", b"docx")
        first = plans.insert_plan(file, PLAN, kept)
        second = plans.insert_plan(file, replace(PLAN, title="Khác", year=2027, targets=PLAN.targets[:1]))
    assert without_ids(plans.load_plan(file, first)) == PLAN
    assert len(plans.load_plan(file, second).targets) == 1
    summaries = plans.plan_summaries(file)
    assert [(s.year, s.targets, s.movements, s.phases, s.source_name) for s in summaries] == [
        (2026, 2, 1, 1, "kế hoạch.docx"),
        (2027, 1, 1, 1, ""),
    ]
    assert [summary.id for summary in plans.plan_summaries(file, 2027)] == [second]


def test_a_target_that_is_part_of_nothing_is_refused(file: DataFile) -> None:
    for parent in (0, 5, -1):
        bad = replace(PLAN, targets=(Target("a", "b", parent=parent),))
        with pytest.raises(BadValue), file.act("Nhập"):
            plans.insert_plan(file, bad)
    assert plans.plan_summaries(file) == []


def test_a_plan_that_is_gone_is_said_in_words(file: DataFile) -> None:
    with pytest.raises(RecordGone):
        plans.load_plan(file, 5)


class Outline:
    """A stored plan whose outline is read as text: "I(1,2) II"."""

    def __init__(self, file: DataFile) -> None:
        self.file = file
        with file.act("Nhập"):
            self.plan_id = plans.insert_plan(file, PLAN)
        self.ids = {section.marker: section.id for section in self.plan().all_sections()}

    def plan(self) -> Plan:
        return plans.load_plan(self.file, self.plan_id)

    def text(self) -> str:
        rows = records.page(self.file, "plan_sections", where={"plan_id": self.plan_id})
        owners: dict[object, list[object]] = {}
        for row in rows:
            owners.setdefault(row["parent_id"], []).append(row["position"])
        assert all(places == list(range(len(places))) for places in owners.values())
        return _outline(self.plan().sections, 1)


def _outline(parts: tuple[Section, ...], level: int) -> str:
    assert all(part.level == level for part in parts)
    return " ".join(
        part.marker + (f"({_outline(part.children, level + 1)})" if part.children else "") for part in parts
    )


@pytest.mark.parametrize(
    ("moved", "parent", "position", "expected"),
    [
        ("I.", None, 2, "II.(1. 2.) III. I."),
        ("III.", None, 0, "III. I. II.(1. 2.)"),
        ("1.", "II.", 1, "I. II.(2. 1.) III."),
        ("1.", None, 0, "1. I. II.(2.) III."),
        ("II.", "I.", 0, "I.(II.(1. 2.)) III."),
        ("I.", "II.", 1, "II.(1. I. 2.) III."),
        ("III.", "2.", 9, "I. II.(1. 2.(III.))"),
        ("I.", None, 0, "I. II.(1. 2.) III."),
    ],
)
def test_a_section_moves_with_all_below_it(
    file: DataFile, moved: str, parent: str | None, position: int, expected: str
) -> None:
    outline = Outline(file)
    with file.act("Chuyển") as act:
        to = outline.ids[parent] if parent else None
        sections.move_section(file, outline.ids[moved], parent_id=to, position=position)
    assert outline.text() == expected
    if act.changes:
        file.undo()
    assert outline.text() == "I. II.(1. 2.) III."


def test_a_section_cannot_move_below_itself_or_into_another_plan(file: DataFile) -> None:
    outline, other = Outline(file), Outline(file)
    with pytest.raises(BadValue), file.act("Chuyển"):
        sections.move_section(file, outline.ids["II."], parent_id=outline.ids["1."], position=0)
    with pytest.raises(RecordGone), file.act("Chuyển"):
        sections.move_section(file, outline.ids["II."], parent_id=other.ids["I."], position=0)
    assert outline.text() == "I. II.(1. 2.) III."


def test_the_outline_grows_shrinks_and_is_renumbered(file: DataFile) -> None:
    outline = Outline(file)
    with file.act("Thêm"):
        new = sections.add_section(
            file, outline.plan_id, parent_id=outline.ids["II."], position=1, heading="Mới", marker="+"
        )
    assert outline.text() == "I. II.(1. + 2.) III."
    added = outline.plan().sections[1].children[1]
    assert (added.heading, added.level) == ("Mới", 2)
    with file.act("Xoá"):
        sections.remove_section(file, outline.ids["1."])
    with file.act("Đánh số lại") as act:
        sections.set_markers(file, {new: "1.", outline.ids["2."]: "2.", outline.ids["III."]: "III."})
    assert act.changes.ids == {"plan_sections": {new}}
    assert outline.text() == "I. II.(1. 2.) III."
