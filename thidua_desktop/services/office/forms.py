"""The forms of papers as this office uses them: its own where it has one, else what ships."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.changes import Changes
from ...domain.errors import KnownError
from ..workspace import Workspace
from . import office_definitions

if TYPE_CHECKING:
    from ...domain.papers.forms import FormDefinition

KIND: office_definitions.Kind = "biểu mẫu"


@dataclass(frozen=True, slots=True)
class FormStanding:
    """How the form of a paper stands: ``paper`` names it ("plan"), ``title`` is what the clerk calls that paper.

    ``form_title`` is what the form in use calls itself. ``is_own``: the office has loaded one of its own;
    ``problem`` says why the one that should be used cannot be, "" when it can.
    """

    paper: str
    title: str
    form_title: str
    is_own: bool
    problem: str


def form(workspace: Workspace, paper: str) -> FormDefinition:
    """The form of a paper: the office's own when it has one that can be used, else the shipped one."""
    from ...domain.papers.form_parsing import FormError, read_form

    content = office_definitions.contents(workspace, KIND).get(paper)
    if content is None:
        return workspace.definitions.form(paper)
    try:
        return read_form(paper, content)
    except FormError:
        return workspace.definitions.form(paper)


def all_forms(workspace: Workspace) -> tuple[FormStanding, ...]:
    """The form of every paper, in the order of the year's work."""
    from ...domain.papers.fields import PAPERS

    own = office_definitions.contents(workspace, KIND)
    return tuple(_standing(workspace, paper, about.title, own.get(paper)) for paper, about in PAPERS.items())


def form_text(workspace: Workspace, paper: str) -> str:
    """The text of the office's own form, be there a mistake in it, else of the shipped one."""
    own = office_definitions.contents(workspace, KIND).get(paper)
    return workspace.definitions.form_text(paper) if own is None else own


def load_form(workspace: Workspace, paper: str, path: Path) -> Changes:
    """Takes the office's own form for a paper from a file like those of ``forms/``.

    Raises :class:`KnownError` that names the first bad place and its line; the form in use stays as it is.
    """
    from ...domain.papers.form_parsing import read_form

    content = office_definitions.read_text(path)
    read_form(paper, content)
    return office_definitions.store(workspace, KIND, paper, content, f"Nạp mẫu của cơ quan cho “{_title(paper)}”")


def remove_form(workspace: Workspace, paper: str) -> Changes:
    """Goes back to the shipped form; empty changes when the office has none of its own."""
    return office_definitions.remove(workspace, KIND, paper, f"Về mẫu gốc của “{_title(paper)}”")


def _title(paper: str) -> str:
    from ...domain.papers.fields import PAPERS

    return PAPERS[paper].title


def _standing(workspace: Workspace, paper: str, title: str, own: str | None) -> FormStanding:
    from ...domain.papers.form_parsing import FormError, read_form

    problem = ""
    try:
        if own is not None:
            return FormStanding(paper, title, read_form(paper, own).title, True, "")
    except FormError as error:
        problem = ": ".join(part for part in (error.place, error.reason) if part)
    try:
        return FormStanding(paper, title, workspace.definitions.form(paper).title, own is not None, problem)
    except KnownError as error:
        return FormStanding(paper, title, title, own is not None, problem or error.happened)
