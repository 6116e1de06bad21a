"""Any row of outline edits: the data file holds what the domain says, and undo takes every one of them back."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.samples import PLAN
from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.outline import sections as outline
from thidua_desktop.domain.plan.plans import Section
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage.datafile import DataFile

EDITS = st.lists(
    st.tuples(
        st.sampled_from(["add", "move", "remove", "renumber"]),
        st.integers(0, 9),
        st.integers(0, 9),
        st.integers(0, 4),
    ),
    max_size=8,
)


@settings(max_examples=25)
@given(EDITS)
def test_edits_of_an_outline(edits: list[tuple[str, int, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Workspace(DataFile.create(Path(folder) / "a.thidua"), shipped_definitions())
        try:
            _, plan_id = plans.store_plan(desk, PLAN)
            stored = history.undo_text(desk)
            start = plans.plan(desk, plan_id)
            for what, which, into, position in edits:
                edit(desk, plan_id, what, which, into, position)
            while history.undo_text(desk) != stored:
                assert history.undo(desk)
            assert plans.plan(desk, plan_id) == start
        finally:
            desk.file.close()


def edit(desk: Workspace, plan_id: int, what: str, which: int, into: int, position: int) -> None:
    before = plans.plan(desk, plan_id).sections
    ids = [section.id for top in before for section in top.walk()]
    parents = [None, *ids]
    parent = parents[into % len(parents)]
    if what == "renumber":
        plans.renumber_sections(desk, plan_id)
        expected = outline.renumbered(before)
    elif what == "add" or not ids:
        plans.add_section(desk, plan_id, parent_id=parent, position=position, heading=None)
        expected = outline.inserted(before, Section(1, "", None), parent, position)
    elif what == "remove":
        plans.remove_section(desk, ids[which % len(ids)])
        expected = outline.removed(before, ids[which % len(ids)])
    else:
        try:
            expected = outline.moved(before, ids[which % len(ids)], parent, position)
        except KnownError:
            return
        plans.move_section(desk, ids[which % len(ids)], parent_id=parent, position=position)
    assert shape(plans.plan(desk, plan_id).sections) == shape(expected)


def shape(sections: tuple[Section, ...]) -> list[tuple[object, ...]]:
    return [
        (section.level, section.marker, section.heading, section.body) for top in sections for section in top.walk()
    ]
