"""The paper desk: how papers leave a tab, shown as they will be printed, printed, and written into files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.export_parts import NothingToExport, Request
from thidua_desktop.services.office import forms, offices
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks import papers
from thidua_desktop.ui.tasks.runner import Task
from thidua_desktop.ui.unstored import store_typed

if TYPE_CHECKING:
    from thidua_desktop.domain.papers.blocks import Document, Spreadsheet

REFRESH_AFTER = 500  # milliseconds after the last change before the pages in view are set again
LONGEST_NAME = 80  # characters of a subject in a suggested file name

Gather = Callable[[], "Document"]
Named = tuple[str, "Document"]
_BROKEN = "Mẫu của cơ quan cho văn bản này có lỗi nên chưa in được theo mẫu đó. In theo mẫu khác?"


@dataclass(frozen=True, slots=True)
class _Paper:
    """Gathers a paper of the list of exports; with ``ids`` those of these organisations one after the other.

    ``own`` gathers it instead: a paper that no request names.
    """

    workspace: Workspace
    name: str
    request: Request
    ids: tuple[int, ...] | None = None
    own: Callable[[Workspace], Document] | None = None

    def __call__(self) -> Document:
        if self.own is not None:
            return self.own(replace(self.workspace, form=self.request.form))
        gather = _export(self.name, "document")
        if self.ids is None:
            return gather(self.workspace, self.request)
        from thidua_desktop.domain.papers.forms import joined

        return joined(
            tuple(
                gather(self.workspace, replace(self.request, organisation_id=organisation)) for organisation in self.ids
            )
        )


@dataclass(frozen=True, slots=True)
class _PaperForEach:
    """Gathers (file name, paper) for each organisation that has one of its own, or for these by their ids."""

    workspace: Workspace
    name: str
    request: Request
    these: Mapping[int, str] | None = None

    def __call__(self) -> list[Named]:
        from thidua_desktop.services.exports import EXPORTS

        about = EXPORTS[self.name]
        listed = self.these
        if listed is None:
            listed = about.for_each(self.workspace, self.request) if about.for_each else {}
        return [
            (
                f"{about.title} {self.request.year} - {own}",
                _Paper(self.workspace, self.name, replace(self.request, organisation_id=key))(),
            )
            for key, own in listed.items()
        ]


def _export(name: str, way: str) -> Callable:
    from thidua_desktop.services.exports import EXPORTS

    gather = getattr(EXPORTS[name], way)
    if gather is None:
        raise ValueError(f"{name} has no {way}")
    return gather


class PaperDesk(QObject):
    """What leaves a tab. Each act takes a function that gathers the paper on the main thread; what is being typed in
    the ``owner`` is stored before it is called.

    ``pages(pdf)`` brings the pages asked for by :meth:`preview` or :meth:`refresh`; ``no_pages(happened, advice)`` says
    why there are none.
    """

    pages = Signal(bytes)
    no_pages = Signal(str, str)

    def __init__(self, context: TabContext, owner: QWidget) -> None:
        super().__init__(owner)
        self.context = context
        self._owner = owner
        self._shown: Gather | None = None
        self._setting: Task | None = None
        self._later = QTimer(self, singleShot=True, interval=REFRESH_AFTER)
        self._later.timeout.connect(self._set_pages)

    # What is gathered

    def paper(self, name: str, request: Request) -> Gather:
        """Gathers the paper that the list of exports calls ``name``."""
        return _Paper(self.context.workspace, name, request)

    def own_paper(self, name: str, gather: Callable[[Workspace], Document]) -> Gather:
        """Gathers a paper that no request names by a function of its own, in the forms of the export ``name``."""
        return _Paper(self.context.workspace, name, Request(self.context.year), own=gather)

    def papers_joined(self, name: str, request: Request, ids: Sequence[int]) -> Gather:
        """Gathers the papers of these organisations as one, in this order: one print job."""
        return _Paper(self.context.workspace, name, request, tuple(ids))

    def sheet(self, name: str, request: Request) -> Callable[[], Spreadsheet]:
        """Gathers the spreadsheet that the list of exports calls ``name``."""
        return partial(_export(name, "sheet"), self.context.workspace, request)

    def papers_for_each(
        self, name: str, request: Request, these: Mapping[int, str] | None = None
    ) -> Callable[[], Sequence[Named]]:
        """Gathers (file name, paper) for each organisation that has one of its own, or for ``these``: id to name."""
        return _PaperForEach(self.context.workspace, name, request, these)

    def name(self, subject: str, year: int | None = None) -> str:
        """A file name that recipients recognise: what it is, the year, whose."""
        office = offices.office(self.context.workspace)
        short = subject if len(subject) <= LONGEST_NAME else subject[:LONGEST_NAME].rsplit(" ", 1)[0]
        when = "" if year is None or str(year) in short else f" {year}"
        whose = f" - {office.name}" if office and office.name not in short else ""
        return papers.file_name(f"{short}{when}{whose}")

    # On screen

    def preview(self, gather: Gather) -> None:
        """Set the pages of this paper now; it is the one that :meth:`refresh` sets again."""
        self._shown = gather
        self._set_pages()

    def refresh(self) -> None:
        """Set the pages in view again soon: something of them has changed."""
        if self._shown is not None:
            self._later.start()

    def leave_preview(self) -> None:
        """No pages are in view any more."""
        self._shown = None
        self._later.stop()
        self._drop()

    def _set_pages(self) -> None:
        self._later.stop()
        self._drop()
        if self._shown is None:
            return
        store_typed(self._owner)
        try:
            document = self._shown()
        except KnownError as error:
            self.no_pages.emit(error.happened, error.advice)
            return
        self._setting = papers.preview(self.context.tasks, document, self.pages.emit, self)

    def _drop(self) -> None:
        """Pages of before, still being set, would come over the ones wanted now."""
        if self._setting is not None and isValid(self._setting):
            self._setting.drop()
        self._setting = None

    # Out

    def print(self, gather: Gather, name: str) -> bool:
        """Set the pages, then ask for the printer; ``name`` is what the printer's list calls it. False for no paper."""
        if (document := self._gathered(gather)) is None:
            return False
        papers.preview(self.context.tasks, document, partial(self._print, name), self)
        return True

    def _print(self, name: str, pdf: bytes) -> None:
        from thidua_desktop.ui.printing import print_pdf

        print_pdf(self.context.ask, self.context.tasks, pdf, name, self._owner)

    def export(self, gather: Gather, name: str, ending: str) -> bool:
        """Write the paper as "docx" or "pdf"; the clerk names the file, ``name`` without ending is suggested. False
        when nothing is written.
        """
        if (document := self._gathered(gather)) is None:
            return False
        wanted = Path(f"{name}.{ending}")
        return papers.save_document(self.context.ask, self.context.tasks, document, wanted, self) is not None

    def export_sheet(self, gather: Callable[[], Spreadsheet], name: str) -> None:
        """Write the spreadsheet as .xlsx; the clerk names the file."""
        if (sheet := self._gathered(gather)) is not None:
            papers.save_sheet(self.context.ask, self.context.tasks, sheet, Path(f"{name}.xlsx"), self)

    def export_each(self, gather: Callable[[], Sequence[Named]], ending: str, *next_acts: papers.Act) -> bool:
        """Write each of the papers ("docx" or "pdf") into a folder that the clerk chooses, under its name. False when
        nothing is written.

        ``next_acts`` stand in the notice that tells of it.
        """
        if (named := self._gathered(gather)) is None:
            return False
        return papers.save_each(self.context.ask, self.context.tasks, named, ending, self, *next_acts) is not None

    def _gathered(self, gather: Callable):
        """What it gathers, None when it cannot and the clerk was told, or when the clerk gave up."""
        store_typed(self._owner)
        try:
            chosen = self._in_form(gather)
            return chosen() if chosen is not None else None
        except NothingToExport as nothing:
            self.context.ask.tell(nothing.happened, nothing.advice)
        except KnownError as error:
            self.context.ask.error(error)
        return None

    def _in_form(self, gather: Callable) -> Callable | None:
        """The same in the form that the clerk chooses, where the office has several for the paper; None for none."""
        if not isinstance(gather, _Paper | _PaperForEach) or gather.request.form:
            return gather
        from thidua_desktop.services.exports import EXPORTS

        about = EXPORTS[gather.name]
        offered = forms.to_choose(self.context.workspace, about.set_in or gather.name)
        if len(offered.forms) < 2 and not offered.problem:
            return gather
        question = _BROKEN if offered.problem else f"Dùng mẫu nào cho “{about.title}”?"
        chosen = self.context.ask.choose(question, tuple(offered.forms), offered.problem)
        if chosen is None:
            return None
        return replace(gather, request=replace(gather.request, form=tuple(offered.forms.values())[chosen]))
