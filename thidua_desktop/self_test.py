"""The command ``self-test``: whether the program, on this machine, can do all that it offers.

It works on made-up data in a folder of its own, which it removes, and learns what there is to try from the program's
own lists: the tabs, the registers, the exports, the files that ship. One line for each check, "Tốt: …" or "Hỏng: …".
"""

from __future__ import annotations

import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, partial
from io import BytesIO
from pathlib import Path

from . import bootstrap, shipped
from .cli_exports import chosen_subject, export, export_each
from .definitions import Definitions, shipped_definitions
from .domain.errors import KnownError
from .domain.offices import Office, Signer
from .domain.papers.blocks import Document, Text
from .domain.plan.plans import SourceFile
from .domain.registers.catalogue import REGISTERS, Register
from .domain.richtext import plain
from .services.export_parts import Export, NothingToExport, Request
from .services.exports import EXPORTS
from .services.office import safekeeping, years
from .services.registers import registers
from .services.registers.register_rows import scope_of
from .services.workspace import Workspace
from .storage import features, records
from .ui import crash

OFFICE = Office("xã Ví Dụ", "xã", "tỉnh Mẫu", "UBND TỈNH MẪU", "Ví Dụ")
SIGNERS = (Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),)
MEND = "Hãy cài lại chương trình."


class Report:
    """Tells every check in one line as soon as it is done."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self.done = 0
        self.failed = 0

    def tell(self, ok: bool, text: str) -> None:
        """One check, in words."""
        self.done += 1
        self.failed += not ok
        self._say(f"{'Tốt' if ok else 'Hỏng'}: {text}")

    @contextmanager
    def check(self, text: str) -> Iterator[None]:
        """One check: what is raised inside makes it a bad one, and the next one goes on."""
        try:
            yield
        except KnownError as error:
            self.tell(False, f"{text}. {error}")
        except Exception as error:  # a defect: the other checks are still worth knowing
            self.tell(False, f"{text}. {defect(error)}")
        else:
            self.tell(True, f"{text}.")


def defect(error: BaseException) -> str:
    """A sentence about a defect of the program, after its report was written."""
    path = crash.write_report(error)
    where = f" Báo cáo lỗi: {path}" if path else ""
    return f"Lỗi không lường trước ({type(error).__name__}).{where}"


def run(say: Callable[[str], None]) -> bool:
    """Makes every check and tells it with ``say``; whether all are good."""
    report = Report(say)
    _check_sqlite(report)
    _check_resources(report, shipped_definitions())
    _check_font(report)
    _check_reading(report)
    with tempfile.TemporaryDirectory(prefix="thidua-self-test-", ignore_cleanup_errors=True) as name:
        _check_work(report, Path(name))
    if report.failed:
        say(f"Có {report.failed} điều hỏng trong {report.done} điều đã kiểm tra.")
    else:
        say(f"Cả {report.done} điều đã kiểm tra đều tốt.")
    return not report.failed


def _check_sqlite(report: Report) -> None:
    with report.check(f"SQLite {features.VERSION} giữ đúng kiểu dữ liệu và các mối nối"):
        if not features.refuses_wrong_data():
            raise KnownError("Thư viện dữ liệu trên máy này nhận cả dữ liệu sai.", MEND)


def _check_resources(report: Report, definitions: Definitions) -> None:
    with report.check("Đọc được các quy định và danh sách kèm chương trình"):
        for name, part in vars(Definitions).items():
            if isinstance(part, cached_property):
                getattr(definitions, name)
    for path in sorted(definitions.forms.glob("*.toml")):
        with report.check(f"Đọc được biểu mẫu {path.name}"):
            definitions.form(path.stem)
    with report.check("Các tệp kèm chương trình còn nguyên"):
        for path in sorted(shipped.RESOURCES.rglob("*.*")):
            _look_at_resource(path)


def _look_at_resource(path: Path) -> None:
    """A file that ships: not empty, and whole when its kind can tell."""
    whole = {".toml": _toml_reads, ".docx": _archive_reads}.get(path.suffix, bool)
    content = path.read_bytes() if path.is_file() else b"-"
    if not whole(content):
        raise KnownError(f"Tệp “{path.name}” bị hỏng.", MEND)


def _toml_reads(content: bytes) -> bool:
    try:
        tomllib.loads(content.decode("utf-8"))
    except ValueError:
        return False
    return True


def _archive_reads(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return archive.testzip() is None
    except zipfile.BadZipFile:
        return False


def _check_font(report: Report) -> None:
    from .exporting import pdf

    with report.check("Có phông chữ của văn bản"):
        pdf.render(Document(()))


def _check_reading(report: Report) -> None:
    """What the program writes it reads back: the libraries that read .docx and PDF are there and work."""
    from .exporting import docx, pdf
    from .importing.plan import read_plan

    words = "Phát động phong trào thi đua trên địa bàn xã"
    for name, render in (("docx", docx.render), ("pdf", pdf.render)):
        with report.check(f"Đọc lại được bản .{name} vừa làm"):
            reading = read_plan(SourceFile(f"thu.{name}", render(Document((Text(plain(words)),)))))
            if [line.text for line in reading.lines if line.text != "1"] != [words]:
                raise KnownError(f"Chữ đọc lại từ bản .{name} khác chữ đã ghi.", MEND)


def _check_work(report: Report, folder: Path) -> None:
    """The data file, the window on it, and what comes out of it."""
    from .self_test_window import DrivenWindow

    empty, full = folder / "trống.thidua", folder / "mẫu.thidua"
    with report.check("Tạo được tệp dữ liệu trống"):
        bootstrap.close_workspace(bootstrap.create_workspace(empty, OFFICE, SIGNERS))
    with report.check("Tạo được tệp dữ liệu có số liệu mẫu"):
        bootstrap.close_workspace(bootstrap.create_sample(full))
    for line in safekeeping.doctor(full):
        report.tell(line.ok, line.text)
    window = DrivenWindow(report, folder)
    window.check_printing()
    for path, words in ((empty, "tệp mới"), (full, "tệp có số liệu")):
        window.check_tabs(path, words)
        window.check_acts(path, words)
    window.check_menus(full)
    window.leave_file()
    with report.check("Mở lại được tệp dữ liệu"), bootstrap.opened(full) as workspace:
        _check_registers(report, workspace)
        _check_exports(report, workspace, folder, window.look_at)
        _check_form_sheets(report, workspace)
    window.close()


def _check_registers(report: Report, workspace: Workspace) -> None:
    for kind, register in REGISTERS.items():
        with report.check(f"Bảng “{register.title}” đọc, tìm và xếp được theo mọi cột"):
            for owner in _owners(workspace, register):
                registers.count(workspace, kind, scope=owner, search="mẫu")
                for key in ("", *register.keys):
                    registers.page(workspace, kind, scope=owner, order=key)


def _owners(workspace: Workspace, register: Register) -> set[int | None]:
    """The plans, rounds and the like that have rows in the register; a table of the whole office has no owner."""
    if register.scope is None:
        return {None}
    return {scope_of(register, row) for row in records.page(workspace.file, register.kind)}


def _check_exports(report: Report, workspace: Workspace, folder: Path, look: Callable[[bytes], None]) -> None:
    for name, about in EXPORTS.items():
        for ending in about.endings:
            for blank in (False, True) if about.for_each else (False,):
                what = f"“{about.title}” {'để trống ' if blank else ''}thành {ending}"
                with report.check(f"Xuất {what}, mở lại được"):
                    path = folder / f"{name}-{blank}{ending}"
                    _in_some_year(workspace, about, partial(_write, workspace, about, path, blank, look))
        if about.for_each:
            with report.check(f"Xuất “{about.title}”, mỗi đơn vị một tệp"):
                _in_some_year(workspace, about, partial(_write_each, workspace, about, folder / name, look))


def _check_form_sheets(report: Report, workspace: Workspace) -> None:
    """Forms of organisations come back as they went out: each is known again, and none of its rows would change."""
    from .exporting import xlsx
    from .importing.sheets.reading import read_returned
    from .services.registration.paper_facts import organisations
    from .services.sheets.gathering import registration_sheet
    from .services.sheets.reviewing import review

    with report.check("Phiếu Excel gửi các đơn vị đọc lại được"):
        for year in years.years(workspace):
            for organisation_id, name in organisations(workspace, year).items():
                source = SourceFile("thử.xlsx", xlsx.render(registration_sheet(workspace, year, organisation_id)))
                (found,) = review(workspace, year, [(source, read_returned(source))])
                changed = [row for row in found.rows if row.state != "same" and row.before]
                if found.organisation_id != organisation_id or changed:
                    raise KnownError(f"Phiếu của “{name}” năm {year} đọc lại không đúng như đã ghi.", MEND)


def _in_some_year(workspace: Workspace, about: Export, write: Callable[[Request], None]) -> None:
    """Writes for the newest year that has what the paper is about; raises :class:`NothingToExport` when none has."""
    nothing = NothingToExport("Số liệu mẫu không có năm nào để xuất.")
    for year in sorted(years.years(workspace), reverse=True):
        try:
            write(chosen_subject(workspace, about, Request(year)))
        except NothingToExport as error:
            nothing = error
        else:
            return
    raise nothing


def _write(
    workspace: Workspace, about: Export, path: Path, blank: bool, look: Callable[[bytes], None], request: Request
) -> None:
    _look_at_paper(export(workspace, about, replace(request, blank=blank), path), look)


def _write_each(
    workspace: Workspace, about: Export, folder: Path, look: Callable[[bytes], None], request: Request
) -> None:
    written = list(export_each(workspace, about, request, folder))
    if not written:
        raise NothingToExport(f"Năm {request.year} không có đơn vị nào.")
    for path in written:
        _look_at_paper(path, look)


def _look_at_paper(path: Path, look: Callable[[bytes], None]) -> None:
    content = path.read_bytes()
    if path.suffix == ".pdf":
        look(content)
    elif not _archive_reads(content):
        raise KnownError(f"Tệp “{path.name}” vừa ghi không mở lại được.", MEND)
