"""What is typed in the plan's pages stays where it was typed, until it is stored there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor

from tests.ui.plans.conftest import PLAN
from tests.ui.typing import type_text
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tabs.plans.outline_nodes import GENERAL, PREAMBLE, Key, list_key
from thidua_desktop.ui.tasks import papers


def general(tab):
    assert tab.editor.tree.choose(GENERAL)
    return tab.editor.general


def section_of(tab, heading):
    found = next(s for s in tab.editor.plan.all_sections() if s.heading == heading)
    assert tab.editor.tree.choose(Key("section", found.id))
    return tab.editor.section


def test_a_space_at_the_end_stays_while_the_heading_is_typed(stored, tab):
    editor = section_of(tab, "Mục đích").editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    type_text(editor, " và")
    type_text(editor, " ")
    editor.autosave.flush()
    type_text(editor, "yêu")
    assert editor.textCursor().block().text() == "Mục đích và yêu"


@pytest.mark.parametrize("key", ["title", "theme", "issuer", "signer_name"])
def test_the_caret_stays_when_a_field_is_stored_while_it_is_typed_in(stored, tab, key):
    field = general(tab).fields[key]
    field.setFocus()
    line = field.lineEdit() if hasattr(field, "lineEdit") else field
    home(line)
    type_text(field, "A ")
    field.autosave.flush()
    type_text(field, "B ")
    assert field.autosave._read().startswith("A B ")


def home(field):
    if hasattr(field, "moveCursor"):
        field.moveCursor(QTextCursor.MoveOperation.Start)
    else:
        field.home(False)


def test_what_did_not_fit_in_one_plan_never_reaches_another(stored, tab, context):
    other = plans.store_plan(context.workspace, replace(PLAN, date=replace(PLAN.date, month=3)), None)[1]
    tab.reload(None)
    tab._show_plan(stored)
    day = general(tab).fields["day"]
    type_text(day, "30")
    day.autosave.flush()
    assert tab.editor.general._said_at["day"].problem()
    tab._show_plan(other)
    assert day.text() == ""
    tab.editor.flush()
    assert plans.plan(context.workspace, other).date.day is None


def test_what_a_fault_kept_from_being_stored_stays_in_its_field(stored, tab, context, monkeypatch):
    place = general(tab).fields["place"]
    with monkeypatch.context() as patched:
        patched.setattr(plans, "set_plan_field", full_disk)
        place.selectAll()
        type_text(place, "Mẫu Mới")
        place.autosave.flush()
    number = tab.editor.general.fields["number"]
    type_text(number, "7")
    number.autosave.flush()
    assert place.text() == "Mẫu Mới"
    tab.editor.flush()
    assert plans.plan(context.workspace, stored).place == "Mẫu Mới"


def full_disk(*_arguments, **_options):
    raise KnownError("Đĩa đầy.", "Hãy xóa bớt tệp.")


def test_what_a_defect_kept_from_being_stored_stays_too(stored, tab, context, monkeypatch, qtbot):
    place = general(tab).fields["place"]
    with monkeypatch.context() as patched, qtbot.captureExceptions():
        patched.setattr(plans, "set_plan_field", lambda *_arguments, **_options: [][0])
        place.selectAll()
        type_text(place, "Mẫu Mới")
        place.autosave.flush()
    tab.reload(None)
    tab.editor.flush()
    assert plans.plan(context.workspace, stored).place == "Mẫu Mới"


def test_a_part_only_looked_at_is_not_stored_whatever_stands_in_it(context, tab, qtbot):
    odd = (plain("  Một\tđoạn  "), plain("- không phải gạch đầu dòng"), plain(""), plain("hai\u2028dòng", "+"))
    changes, _ = plans.store_plan(context.workspace, replace(PLAN, preamble=odd, theme="hai\u00a0 dấu cách"), None)
    context.bus.publish(changes)
    before = history.undo_text(context.workspace)
    for key in (PREAMBLE, GENERAL, PREAMBLE):
        tab.editor.tree.choose(key)
    tab.editor.flush()
    assert history.undo_text(context.workspace) == before


def test_letters_not_stored_yet_survive_a_change_from_elsewhere(stored, tab, context):
    place = general(tab).fields["place"]
    place.selectAll()
    type_text(place, "Mẫu Mới")
    context.bus.publish(plans.set_plan_field(context.workspace, stored, "number", "8"))
    assert place.text() == "Mẫu Mới"
    tab.editor.flush()
    assert plans.plan(context.workspace, stored).place == "Mẫu Mới"


def test_the_paper_that_leaves_has_the_last_letters_typed(stored, tab, context, monkeypatch):
    seen = []
    monkeypatch.setattr(papers, "save_document", lambda ask, tasks, document, *_: seen.append(repr(document)))
    body = section_of(tab, "Mục đích").editor
    body.moveCursor(QTextCursor.MoveOperation.End)
    type_text(body, " Lan tỏa.")
    tab.act_export.trigger()
    assert "Lan tỏa." in seen[0]


def test_an_open_cell_is_stored_before_the_paper_leaves(stored, tab, context, monkeypatch):
    seen = []
    monkeypatch.setattr(papers, "save_document", lambda ask, tasks, document, *_: seen.append(repr(document)))
    tab.editor.tree.choose(list_key("plan_recipients"))
    table = tab.editor.lists["plan_recipients"].table
    table.go_to(0, 0, edit=True)
    type_text(table.focusWidget(), "Huyện Mẫu")
    tab.act_export.trigger()
    assert "Huyện Mẫu" in seen[0]
