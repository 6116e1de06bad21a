"""The forms of papers as this office uses them: its own where it has one, else what ships."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.changes import Changes
from . import office_definitions
from .workspace import Workspace

if TYPE_CHECKING:
    from ..domain.papers.forms import FormDefinition

KIND: office_definitions.Kind = "biểu mẫu"


def form(workspace: Workspace, name: str) -> FormDefinition:
    """The form of a paper: the office's own when it has one that can be used, else the shipped one."""
    from ..domain.papers.form_parsing import FormError

    content = office_definitions.contents(workspace, KIND).get(name)
    if content is None:
        return workspace.definitions.form(name)
    try:
        return _parsed(name, content)
    except FormError:
        return workspace.definitions.form(name)


def own_forms(workspace: Workspace) -> tuple[str, ...]:
    """The names of the papers for which the office has a form of its own."""
    return tuple(office_definitions.contents(workspace, KIND))


def form_problem(workspace: Workspace, name: str) -> str:
    """Why the office's own form is not used, naming the first bad place; "" when it is, or there is none."""
    from ..domain.papers.form_parsing import FormError

    content = office_definitions.contents(workspace, KIND).get(name)
    try:
        if content is not None:
            _parsed(name, content)
    except FormError as error:
        return error.happened
    return ""


def load_form(workspace: Workspace, name: str, path: Path) -> Changes:
    """Takes the office's own form for a paper from a file like those of ``forms/``.

    Raises :class:`KnownError` that names the first bad place; the form in use stays as it is.
    """
    workspace.definitions.form(name)
    content = office_definitions.read_text(path)
    _parsed(name, content)
    return office_definitions.store(workspace, KIND, name, content, f"Nạp biểu mẫu “{name}” của cơ quan")


def remove_form(workspace: Workspace, name: str) -> Changes:
    """Goes back to the shipped form; empty changes when the office has none of its own."""
    return office_definitions.remove(workspace, KIND, name, f"Trả biểu mẫu “{name}” về bản gốc")


def _parsed(name: str, content: str) -> FormDefinition:
    from ..domain.papers.form_parsing import FormError, parse_form

    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        line = office_definitions.toml_line(error)
        raise FormError(name, f"dòng {line}" if line else "cuối tệp", "sai cách viết TOML") from error
    made = parse_form(name, table)
    if made.paper != name:
        raise FormError(name, "mục “paper”", f"là “{made.paper}”, không phải “{name}”")
    return made
