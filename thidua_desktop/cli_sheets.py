"""The command ``import-sheet``: returned form sheets, each with a report row by row before it is stored."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import bootstrap
from .arguments import Parser
from .cli_lists import import_list
from .domain.errors import KnownError
from .domain.sheets.file_report import FILE_STATES, FileReport
from .domain.sheets.report import CALLED, counted
from .services.office import years
from .services.plan.organisation_names import KnownOrganisations

if TYPE_CHECKING:
    from .domain.plan.plans import SourceFile
    from .domain.sheets.returned import ReturnedFile
    from .services.workspace import Workspace

DONE, FINDINGS = 0, 1


def add_import_sheet(
    commands: argparse._SubParsersAction[Parser],
    number: Callable[[str], int],
    data_file: Callable[[argparse.Namespace], Path],
) -> None:
    """Adds the command; ``number`` reads a year, ``data_file`` finds the file of ``--data``."""
    command = commands.add_parser(
        "import-sheet",
        help="nhận phiếu đăng ký, phiếu kết quả, giao ước trả về, danh sách cá nhân, tổ chức (Excel, Word), "
        "kể từng dòng (cần --data)",
    )
    command.add_argument("files", metavar="TỆP", type=Path, nargs="+", help="một hay nhiều tệp, tên gì cũng được")
    command.add_argument("--year", metavar="NĂM", type=number, help="năm thi đua; không có thì năm mới nhất")
    command.add_argument("--org", metavar="ĐƠN-VỊ", help="đơn vị của các tệp này, khi tệp không nói rõ")
    command.add_argument("--id", metavar="SỐ", type=number, help="đợt số mấy, khi phiếu kết quả không nói rõ")
    command.add_argument(
        "--doubtful",
        action="store_true",
        help="lấy cả những dòng nghi ngờ; chỉ đưa một tệp thì lấy cả tệp cũ hơn, tệp không có gì mới",
    )
    command.add_argument("--look", action="store_true", help="chỉ xem, chưa lưu gì")
    command.set_defaults(run=_import_sheet, data_file=data_file)


def _import_sheet(arguments: argparse.Namespace) -> int:
    from .services.sheets.reviewing import review
    from .services.sheets.taking import take

    read = [_read(path) for path in arguments.files]
    with bootstrap.opened(arguments.data_file(arguments)) as workspace:
        known = years.years(workspace)
        year = arguments.year or max(known, default=workspace.today().year)
        if year not in known:
            listed = ", ".join(map(str, known)) or "chưa có năm nào"
            raise KnownError(f"Tệp dữ liệu không có năm {year} (có: {listed}).", "Gõ lại --year cho đúng.")
        owner = _organisation(workspace, arguments.org) if arguments.org else None
        owners = dict.fromkeys(range(len(read)), owner) if owner else {}
        reports = review(workspace, year, read, owners=owners, phase_id=arguments.id)
        clean, stored = True, set[int | None]()
        for at, (path, report) in enumerate(zip(arguments.files, reports, strict=True)):
            if report.state == "ready" and report.organisation_id in stored:  # held against what that file stored
                (report,) = review(
                    workspace, year, [read[at]], owners={0: owner} if owner else {}, phase_id=arguments.id
                )
            is_clean = None
            if report.state == "refused":
                is_clean = import_list(workspace, path, look=arguments.look, doubtful=arguments.doubtful)
            if is_clean is not None:
                clean &= is_clean
                continue
            _tell(report)
            clean &= report.state == "ready" and all(row.state not in ("doubtful", "refused") for row in report.rows)
            asked_for = arguments.doubtful and len(reports) == 1 and report.can_be_taken
            if (report.state == "ready" or asked_for) and not arguments.look:
                places = _places(report, doubtful=arguments.doubtful)
                take(workspace, year, report, places)
                stored.add(report.organisation_id)
                print(f"Đã lưu {len(report.taken_rows(places))} dòng, kèm tệp gốc.")
    return DONE if clean else FINDINGS


def _read(path: Path) -> tuple[SourceFile, ReturnedFile | KnownError]:
    from .domain.plan.plans import SourceFile
    from .importing.sheets.reading import read_returned_path

    try:
        return read_returned_path(path)
    except KnownError as error:
        return SourceFile(path.name, b""), error


def _organisation(workspace: Workspace, name: str) -> int:
    found = KnownOrganisations(workspace).find(name)
    if found is None:
        raise KnownError(f"Danh mục không có đơn vị “{name}”; chưa nhận gì.", "Gõ lại --org cho đúng.")
    return found


def _places(report: FileReport, *, doubtful: bool) -> Sequence[int]:
    if not doubtful:
        return sorted(report.ticked)
    return [place for place, row in enumerate(report.rows) if row.change is not None]


def _tell(report: FileReport) -> None:
    print(f"{report.source.name}: {FILE_STATES[report.state]} – {report.title}")
    for text in filter(None, (report.problem, *report.remarks)):
        print(f"  {text}")
    for row in report.rows:
        print(f"  [{CALLED[row.state]}] {row.place}: {row.text}. {row.why}".rstrip())
    if report.rows:
        print(f"  Cộng {len(report.rows)} dòng: {counted(report.rows)}.")
