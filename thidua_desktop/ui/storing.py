"""Storing what was typed, and saying so when it cannot be stored."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.autosave import Autosave
from thidua_desktop.ui.widgets.form import Field

_KEPT = "Chữ vừa gõ vẫn còn trên màn hình."


def store(
    context: TabContext, act: Callable[[Workspace], Changes], autosave: Autosave, field: Field | None = None
) -> None:
    """Do the act of a field that saves by itself, and publish it.

    What does not fit is said under ``field``. A fault is told without stopping the clerk; the text stays in the field
    and is stored with its next edit.
    """
    changes = None
    try:
        changes = act(context.workspace)
    except KnownError as error:
        if field is not None and isinstance(error, BadInput):
            field.set_problem(str(error))
        else:
            context.ask.notify(f"{error} {_KEPT}", State.BAD)
    finally:
        if changes is None:  # refused, or kept from it by a defect that passes through here
            autosave.not_stored()
    if changes is not None:
        if field is not None:
            field.set_problem("")
        context.bus.publish(changes)


def do(context: TabContext, act: Callable[[], Changes]) -> Changes:
    """Do the act of a button or menu and publish it; a fault is told, and the changes are empty."""
    try:
        changes = act()
    except KnownError as error:
        context.ask.error(error)
        return Changes()
    context.bus.publish(changes)
    return changes
