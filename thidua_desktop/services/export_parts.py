"""What one thing to export is: how it is called, what it is about, and how it is gathered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.errors import KnownError
from .workspace import Workspace

if TYPE_CHECKING:
    from ..domain.papers.blocks import Document, Spreadsheet
    from ..domain.sheets.forms import FormBook

PAPER_ENDINGS = (".docx", ".pdf")
SHEET_ENDING = ".xlsx"


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted: the emulation year, the plan or round by ``id`` (None when the paper is about the year),
    the organisation by ``organisation_id`` (None for all of them in one paper), a ``blank`` form or a filled one.
    ``form`` names another form of the office's than the usual one, or the one that ships (``office/forms``).
    ``copies`` is how many blank ones for each organisation, where they are for its people.
    """

    year: int
    id: int | None = None
    organisation_id: int | None = None
    blank: bool = False
    form: str = ""
    copies: int = 1

    @property
    def subject_id(self) -> int:
        """The plan or round; for papers that are about one."""
        if self.id is None:
            raise ValueError("the request names no plan or round")
        return self.id


@dataclass(frozen=True, slots=True)
class Subject:
    """What a paper may be about besides the year: what it is called ("kế hoạch", "đợt xét"), and its ids in a year.

    ``every``: who prints papers without naming one means all of them, else the last.
    """

    name: str
    ids: Callable[[Workspace, int], list[int]]
    every: bool = False


@dataclass(frozen=True, slots=True)
class Export:
    """One thing to export.

    ``title`` is what the clerk calls it. ``document`` and ``sheet`` gather it, on the main thread, as a paper and as a
    spreadsheet; at least one of them is there. ``about`` says what ``Request.id`` names, None when it is the year.
    ``for_each`` gives the organisations that a paper of their own can be written for, id → name, None when it is not
    one paper for each organisation. ``remarks`` gives what the clerk should know of it, a sentence each: it is written
    all the same. ``set_in`` is the paper whose form it is set in, "" for that of its own name. ``file_title`` begins
    the names of the files of organisations, the title and the year when it is None.
    """

    title: str
    document: Callable[[Workspace, Request], Document] | None = None
    sheet: Callable[[Workspace, Request], Spreadsheet | FormBook] | None = None
    about: Subject | None = None
    for_each: Callable[[Workspace, Request], Mapping[int, str]] | None = None
    remarks: Callable[[Workspace, Request], Sequence[str]] | None = None
    set_in: str = ""
    file_title: Callable[[Workspace, Request], str] | None = None

    def file_names(self, workspace: Workspace, request: Request) -> dict[int, str]:
        """What the file of each organisation is called, without its ending: id → name."""
        listed = self.for_each(workspace, request) if self.for_each else {}
        begun = self.file_title(workspace, request) if self.file_title else f"{self.title} {request.year}"
        return {key: f"{begun} - {name}" for key, name in listed.items()}

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings of a file it can be written to."""
        return (PAPER_ENDINGS if self.document else ()) + ((SHEET_ENDING,) if self.sheet else ())


class NothingToExport(KnownError):  # noqa: N818  (what is the case, as the clerk is told)
    """There is nothing yet that the paper could hold."""
