"""The command ``export``: from a request to files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from .domain.errors import KnownError
from .domain.papers.blocks import Document
from .services.export_parts import SHEET_ENDING, Export, NothingToExport, Request
from .services.plan.organisation_names import KnownOrganisations
from .services.workspace import Workspace
from .storage.errors import shown


def check_is_for_each(about: Export) -> None:
    """Raises :class:`KnownError` for a paper that no organisation has of its own."""
    if about.for_each is None:
        raise KnownError(
            f"{about.title} là một văn bản chung, không có bản riêng cho từng đơn vị; chưa ghi gì.",
            "Bỏ --all hoặc --org rồi làm lại.",
        )


def check_ending(about: Export, path: Path) -> None:
    """Raises :class:`KnownError` for a path whose ending names no form of this."""
    if path.suffix.lower() not in about.endings:
        raise KnownError(
            f"Không biết ghi {about.title.lower()} thành “{shown(path)}”; chưa ghi gì.",
            f"Đặt tên tệp có đuôi {', '.join(about.endings)}.",
        )


def chosen_subject(workspace: Workspace, about: Export, request: Request) -> Request:
    """The request with the plan or round it is about: the one asked for, else the newest of the year.

    Raises :class:`NothingToExport` when the year has none, :class:`KnownError` when it has no such one.
    """
    if about.about is None:
        return request
    known = about.about.ids(workspace, request.year)
    name = about.about.name
    if not known:
        raise NothingToExport(f"Năm {request.year} chưa có {name} nào để xuất.")
    if request.id is not None and request.id not in known:
        listed = ", ".join(map(str, known))
        raise KnownError(f"Năm {request.year} không có {name} số {request.id} (có: {listed}).", "Gõ lại --id cho đúng.")
    return replace(request, id=request.id or known[-1])


def organisation_named(workspace: Workspace, about: Export, request: Request, name: str) -> int:
    """The organisation that the paper can be written for, by any name that it has or had."""
    listed = about.for_each(workspace, request) if about.for_each else {}
    found = KnownOrganisations(workspace).find(name)
    if found is None or found not in listed:
        names = "; ".join(listed.values()) or "chưa có đơn vị nào"
        raise KnownError(f"Không có đơn vị “{name}” (có: {names}); chưa ghi gì.", "Gõ lại --org cho đúng.")
    return found


def written_files(workspace: Workspace, about: Export, request: Request, arguments: argparse.Namespace) -> list[Path]:
    """Writes what the command's ``--all``, ``--org`` and ``--out`` ask for, and tells where each file stands."""
    if arguments.all:
        return list(export_each(workspace, about, request, arguments.out))
    if arguments.org is not None:
        own = organisation_named(workspace, about, request, arguments.org)
        request = replace(request, organisation_id=own)
    return [export(workspace, about, request, arguments.out)]


def export(workspace: Workspace, about: Export, request: Request, path: Path) -> Path:
    """Writes one file and returns where it stands: under a second name when ``path`` is open elsewhere.

    Raises :class:`KnownError` when it cannot be written; what stood there is intact.
    """
    from .exporting.files import write_safely

    return write_safely(path, _rendered(workspace, about, request, path.suffix.lower()))


def export_each(
    workspace: Workspace, about: Export, request: Request, folder: Path, ending: str = ""
) -> Iterator[Path]:
    """Writes a file for each organisation into the folder and tells where each stands; "" is its first ending."""
    from .exporting.files import file_names, write_safely

    folder.mkdir(parents=True, exist_ok=True)
    ending = ending or about.endings[0]
    listed = about.file_names(workspace, request)
    for key, name in zip(listed, file_names([*listed.values()]), strict=True):
        own = replace(request, organisation_id=key)
        yield write_safely(folder / f"{name}{ending}", _rendered(workspace, about, own, ending))


def _rendered(workspace: Workspace, about: Export, request: Request, ending: str) -> bytes:
    if ending == SHEET_ENDING and about.sheet:
        from .exporting import xlsx

        return xlsx.render(about.sheet(workspace, request))
    if about.document is None:
        raise ValueError(f"{about.title} is no paper")
    return _paper(about.document(workspace, request), ending)


def _paper(document: Document, ending: str) -> bytes:
    if ending == ".pdf":
        from .exporting import pdf

        return pdf.render(document)
    from .exporting import docx

    return docx.render(document)
