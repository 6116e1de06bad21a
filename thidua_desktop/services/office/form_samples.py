"""What a form looks like when it is filled: a paper with the newest data that the office has for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..export_parts import Export, NothingToExport, Request
from ..exports import EXPORTS
from ..workspace import Workspace
from .years import years

if TYPE_CHECKING:
    from ...domain.papers.blocks import Document


def newest_document(workspace: Workspace, paper: str, year: int, form: str = "") -> Document:
    """The paper of ``year``, of its newest plan or round, for its first organisation; else of the newest year with any.

    ``form`` as in :class:`Request`. Raises :class:`NothingToExport` when no year has what the paper could hold.
    """
    export = EXPORTS[paper]
    if export.document is None:
        raise ValueError(f"{paper} is not a paper")
    nothing: NothingToExport | None = None
    for request in _requests(workspace, export, [year, *(one for one in years(workspace) if one != year)]):
        try:
            return export.document(workspace, replace(request, form=form))
        except NothingToExport as found:
            nothing = nothing or found
    if export.for_each is not None:
        return export.document(workspace, Request(year, blank=True, form=form))
    raise nothing or _nothing_about(export)


def _requests(workspace: Workspace, export: Export, among: list[int]) -> Iterator[Request]:
    """The newest first; of a paper of each organisation that of the first one."""
    for year in among:
        subjects = reversed(export.about.ids(workspace, year)) if export.about is not None else (None,)
        for request in (Request(year, one) for one in subjects):
            if export.for_each is None:
                yield request
            for organisation in list(export.for_each(workspace, request))[:1] if export.for_each else ():
                yield replace(request, organisation_id=organisation)


def _nothing_about(export: Export) -> NothingToExport:
    what = export.about.name if export.about else "dữ liệu"
    return NothingToExport(
        f"Chưa có {what} nào để xem mẫu này khi đã điền.", f"Mẫu vẫn chép ra và nạp vào được; xem lại khi đã có {what}."
    )
