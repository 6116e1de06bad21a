"""The import view over real plans, when they lie beside the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop.domain.plan import rows as plan_rows
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tabs.plans.import_links import Thing
from thidua_desktop.ui.tabs.plans.import_pages import PAGES

REAL = sorted((Path(__file__).resolve().parents[4] / "shared" / "plans").glob("*.docx"))


@pytest.mark.skipif(not REAL, reason="no real plans beside the repository")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_everything_understood_is_found_in_its_source_and_stored(qtbot, tab, context, path):
    context.show_year = tab.set_year
    tab.read_file(path)
    qtbot.waitUntil(lambda: tab.importing is not None and context.tasks.is_idle, timeout=20_000)
    view = tab.importing
    read = view.draft.plan
    things = [Thing("section", id=section.id) for section in read.all_sections()]
    things += [Thing("row", kind, item.id) for kind in plan_rows.PLAN_KINDS for item in plan_rows.items(read, kind)]
    assert [thing for thing in things if thing not in view._links.spans] == []
    for page in PAGES:
        view.pages.show_page(page)
    assert not view.is_corrected
    view.store()
    stored = plans.plan(context.workspace, tab.editor.plan.id)
    assert [len(plan_rows.items(stored, kind)) for kind in plan_rows.PLAN_KINDS] == [
        len(plan_rows.items(read, kind)) for kind in plan_rows.PLAN_KINDS
    ]
