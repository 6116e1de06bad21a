"""Several papers of the year in one print job: which papers, of which organisations, filled or blank, in what order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..domain.errors import KnownError
from .export_parts import Export, NothingToExport, Request
from .exports import EXPORTS, OF_REGISTRATION
from .office import forms
from .sheets import phases
from .workspace import Workspace

if TYPE_CHECKING:
    from ..domain.papers.blocks import Document

Tell = Callable[[Sequence[str]], None]
_NO_FORMS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PrintJob:
    """``papers`` by their names among the exports; ``organisation_ids`` are whom papers of their own are for.

    ``blank`` leaves everything to the pen, ``copies`` times where a paper is for the people of an organisation.
    ``phase_id`` is for papers about a phase, None the awaited one; ``forms`` are the forms that papers are set in,
    paper → name, where not the usual one. ``by_paper`` puts all papers of a kind together, else those of one
    organisation.
    """

    year: int
    papers: tuple[str, ...]
    organisation_ids: tuple[int, ...]
    blank: bool = False
    copies: int = 1
    phase_id: int | None = None
    forms: Mapping[str, str] = field(default_factory=lambda: _NO_FORMS)
    by_paper: bool = False


@dataclass(frozen=True, slots=True)
class Printable:
    """A paper that can be printed: its ``title``, whether each organisation has its own, whether it is about a phase.

    ``forms`` are the forms it can be set in, as the clerk calls them → name; ``problem`` as in :class:`.forms.Offered`.
    """

    name: str
    title: str
    for_each: bool
    of_phase: bool
    forms: Mapping[str, str]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """One paper of a job: of which kind, whose it is ("" for one of the commune itself), and the paper."""

    name: str
    organisation_id: int | None
    whose: str
    document: Document


def printables(workspace: Workspace) -> tuple[Printable, ...]:
    """The papers of registration, pledges, chasing and scores, in the order of the year's work."""
    return tuple(_printable(workspace, name, EXPORTS[name]) for name in OF_REGISTRATION)


def _printable(workspace: Workspace, name: str, export: Export) -> Printable:
    offered = forms.to_choose(workspace, export.set_in or name)
    of_phase = export.about is phases.PHASE
    return Printable(name, export.title, export.for_each is not None, of_phase, offered.forms, offered.problem)


def papers(workspace: Workspace, job: PrintJob, tell: Tell | None = None) -> list[Printed]:
    """Every paper of the job in its order; an organisation that has nothing for a paper is passed over.

    ``tell`` hears why, of papers that no organisation has anything for. Raises what the first paper says when there is
    none at all.
    """
    made: list[Printed] = []
    nothing: list[KnownError] = []
    for name in job.papers:
        said: list[KnownError] = []
        own = list(_of_paper(workspace, job, name, said))
        made += own
        nothing += [] if own else said[:1]
    if made and nothing and tell is not None:
        tell([one.happened for one in nothing])
    if not made:
        raise (
            nothing[0]
            if nothing
            else NothingToExport(
                "Chưa chọn biểu mẫu nào, hoặc các đơn vị được chọn không có biểu mẫu đó.",
                "Đánh dấu biểu mẫu và đơn vị cần in.",
            )
        )
    if job.by_paper:
        return made
    places = {one: place for place, one in enumerate(job.organisation_ids)}
    return sorted(made, key=lambda one: places.get(one.organisation_id or 0, len(places)))


def whole(workspace: Workspace, job: PrintJob, tell: Tell | None = None) -> Document:
    """The papers of the job as one document, each numbered by itself; errors as in :func:`papers`."""
    from ..domain.papers.forms import joined

    return joined(tuple(one.document for one in papers(workspace, job, tell)))


def remarks(workspace: Workspace, job: PrintJob) -> tuple[str, ...]:
    """What the clerk should know of the papers of the job, a sentence each; they are printed all the same."""
    asked = [(name, say) for name in job.papers if (say := EXPORTS[name].remarks) is not None]
    return tuple(one for name, say in asked for one in say(workspace, Request(job.year, job.phase_id, blank=job.blank)))


def by_organisation(workspace: Workspace, job: PrintJob, tell: Tell | None = None) -> list[tuple[str, Document]]:
    """(file name, document): the papers of each organisation in one file of its own, each of the commune's in one."""
    from ..domain.papers.forms import joined

    files: dict[tuple[int | None, str], list[Printed]] = {}
    for one in papers(workspace, job, tell):
        files.setdefault((one.organisation_id, "" if one.organisation_id else one.name), []).append(one)
    return [(_file_name(job.year, own), joined(tuple(one.document for one in own))) for own in files.values()]


def _file_name(year: int, own: Sequence[Printed]) -> str:
    kinds = {one.name for one in own}
    title = EXPORTS[own[0].name].title if len(kinds) == 1 else "Biểu mẫu thi đua"
    return f"{title} {year}" + (f" - {own[0].whose}" if own[0].whose else "")


def _of_paper(workspace: Workspace, job: PrintJob, name: str, nothing: list[KnownError]) -> Iterator[Printed]:
    export = EXPORTS[name]
    assert export.document is not None, f"{name} is no paper"
    if export.about is not None and not _subjects(workspace, job, export):
        nothing.append(
            NothingToExport(
                f"Năm {job.year} chưa có {export.about.name} nào nên chưa có “{export.title}” để in.",
                "Bỏ đánh dấu biểu mẫu này, hoặc in khi đã có.",
            )
        )
    for request, whose in _requests(workspace, job, name, export):
        try:
            yield Printed(name, request.organisation_id, whose, export.document(workspace, request))
        except NothingToExport as found:
            nothing.append(found)


def _requests(workspace: Workspace, job: PrintJob, name: str, export: Export) -> Iterator[tuple[Request, str]]:
    for subject_id in _subjects(workspace, job, export):
        request = Request(job.year, subject_id, None, job.blank, job.forms.get(name, ""), job.copies)
        if export.for_each is None:
            yield request, ""
            continue
        listed = export.for_each(workspace, request)
        for one in job.organisation_ids:
            if one in listed:
                yield Request(job.year, subject_id, one, job.blank, request.form, job.copies), listed[one]
        if not listed and job.blank:
            yield request, ""  # one form for any organisation


def _subjects(workspace: Workspace, job: PrintJob, export: Export) -> Sequence[int | None]:
    """What the papers are about besides the year."""
    if export.about is None:
        return (None,)
    if export.about is phases.PHASE:
        return (job.phase_id,)
    ids = export.about.ids(workspace, job.year)
    return ids if export.about.every else ids[-1:]
