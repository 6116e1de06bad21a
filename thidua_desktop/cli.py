"""The commands that need no window: ``thidua-desktop [--data FILE] COMMAND``.

Exit codes: 0 done; 1 done with findings, or nothing to do; 2 bad input, said in one line on standard error; 130 stopped
with Ctrl+C.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from . import __version__, bootstrap
from .arguments import Parser, complain, speak_utf8
from .cli_exports import check_ending, check_is_for_each, chosen_subject, written_files
from .cli_new_plan import add_new_plan
from .cli_plans import add_plan_commands
from .cli_sample import add_sample
from .cli_sheets import add_import_sheet
from .definitions import shipped_definitions
from .domain.checking import severities
from .domain.errors import KnownError
from .domain.offices import Office, office_of
from .services.export_parts import NothingToExport, Request
from .services.exports import EXPORTS
from .services.office import safekeeping, years
from .services.plan import checking, plans
from .services.wording import shortened
from .storage.errors import known_errors, shown
from .storage.places import followed
from .storage.version import refuse_foreign

if TYPE_CHECKING:
    from .domain.checking import Finding
    from .domain.plan.plans import Plan, PlanReading, SourceFile
    from .services.workspace import Workspace

DONE, FINDINGS, BAD_INPUT = 0, 1, 2
_DATA_ENDING = ".thidua"
_MOST_DIGITS = 18  # of a year or a number of a plan


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; ``argv`` None are the program's own arguments."""
    speak_utf8()
    try:
        arguments = _parser().parse_args(argv)
        code: int = arguments.run(arguments)
        if sys.stdout:
            sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse: after the help page, or after its one line about a wrong command
        return int(stop.code or 0)
    except KnownError as error:
        complain(" ".join(str(error).split()))
        return BAD_INPUT
    except BrokenPipeError:  # the reader of our output, "head" for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:  # a path the system cannot take, a stick pulled out: what the parts had no words for
        where = f"“{error.filename}”" if error.filename else "tệp"
        advice = "Hãy kiểm tra đường dẫn, ổ đĩa hoặc USB rồi làm lại."
        complain(f"Máy không đọc hoặc ghi được {where}; mọi thứ lưu trước đó vẫn còn. {advice}")
        return BAD_INPUT


def _parser() -> Parser:
    parser = Parser(
        prog="thidua-desktop",
        description="Thi đua Xã: sổ thi đua – khen thưởng của một xã. Không có lệnh nào thì mở cửa sổ chương trình.",
        epilog="Mã kết thúc: 0 xong; 1 xong và có điều cần xem, hoặc không có gì để làm; 2 đầu vào không dùng được; "
        "130 dừng bằng Ctrl+C.",
    )
    parser.add_argument("--version", action="version", version=f"Thi đua Xã {__version__}", help="hiện số phiên bản")
    parser.add_argument("--data", metavar="TỆP", type=Path, help="tệp dữ liệu (.thidua); đứng trước tên lệnh")
    commands = parser.add_subparsers(required=True, metavar="LỆNH", title="Các lệnh")
    _add_import_plan(commands)
    _add_check(commands)
    _add_export(commands)
    add_new_plan(commands, _number, _data_file)
    add_plan_commands(commands, _number, _data_file)
    add_import_sheet(commands, _number, _data_file)
    _add_keeping(commands)
    add_sample(commands)
    return parser


_Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def _add_import_plan(commands: _Commands) -> None:
    command = commands.add_parser(
        "import-plan", help="đọc một kế hoạch (Word, PDF, .txt …); có --data thì lưu luôn, chưa có tệp dữ liệu thì tạo"
    )
    command.add_argument("file", metavar="TỆP", type=Path, help="tệp kế hoạch")
    command.add_argument("--json", action="store_true", help="in mọi điều đọc được thành một đối tượng JSON")
    command.set_defaults(run=_import_plan)


def _add_check(commands: _Commands) -> None:
    command = commands.add_parser("check", help="soát một tệp kế hoạch, hoặc các kế hoạch của một năm")
    choice = command.add_argument_group("Cần đúng một trong hai")
    choice.add_argument("file", metavar="TỆP", type=Path, nargs="?", help="tệp kế hoạch")
    choice.add_argument("--year", metavar="NĂM", type=_number, help="năm thi đua trong tệp dữ liệu (cần --data)")
    command.add_argument("--json", action="store_true", help="in kết quả thành JSON")
    command.set_defaults(run=_check, parser=command)


def _add_export(commands: _Commands) -> None:
    command = commands.add_parser("export", help="xuất giấy tờ ra tệp; “export --list” kể mọi thứ xuất được")
    needed = command.add_argument_group("Phần phải có, cùng với --data (trừ khi dùng --list)")
    needed.add_argument("what", metavar="GÌ", nargs="?", choices=list(EXPORTS), help=f"một trong: {', '.join(EXPORTS)}")
    needed.add_argument("--year", metavar="NĂM", type=_number, help="năm thi đua")
    needed.add_argument("--out", metavar="ĐƯỜNG-DẪN", type=Path, help="tệp sẽ ghi; đuôi tệp chọn kiểu")
    command.add_argument(
        "--id", metavar="SỐ", type=_number, help="kế hoạch hoặc đợt xét số mấy; không có thì lấy cái mới nhất"
    )
    whose = command.add_mutually_exclusive_group()
    whose.add_argument("--org", metavar="ĐƠN-VỊ", help="chỉ của một đơn vị; không có thì cả cơ quan trong một văn bản")
    whose.add_argument("--all", action="store_true", help="mỗi đơn vị một tệp; --out là thư mục")
    command.add_argument("--blank", action="store_true", help="mẫu để trống cho đơn vị điền tay")
    command.add_argument(
        "--form", metavar="MẪU", default="", help="in theo mẫu riêng có tên này; “mẫu gốc” là mẫu có sẵn"
    )
    command.add_argument("--list", action="store_true", help="kể mọi thứ xuất được và các kiểu tệp")
    command.set_defaults(run=_export, parser=command)


def _add_keeping(commands: _Commands) -> None:
    backup = commands.add_parser("backup", help="sao lưu tệp dữ liệu và kiểm tra bản sao")
    backup.add_argument("--to", metavar="THƯ-MỤC", type=Path, help="nơi cất; không có thì cạnh tệp dữ liệu")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="phục hồi từ bản sao lưu; tệp hiện tại được cất sang bên")
    restore.add_argument("file", metavar="BẢN-SAO", type=Path, help="bản sao lưu")
    restore.set_defaults(run=_restore)
    doctor = commands.add_parser("doctor", help="khám tệp dữ liệu, không sửa gì")
    doctor.set_defaults(run=_doctor)
    self_test = commands.add_parser("self-test", help="tự kiểm tra chương trình trên máy này bằng số liệu mẫu")
    self_test.set_defaults(run=_self_test)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"“{shortened(text)}” không phải là số")
    if len(text) > _MOST_DIGITS:
        raise argparse.ArgumentTypeError(f"số “{shortened(text)}” quá lớn")
    return int(text)


def _data_file(arguments: argparse.Namespace) -> Path:
    if arguments.data is None:
        raise KnownError("Lệnh này cần tệp dữ liệu.", "Thêm --data TỆP vào trước tên lệnh.")
    path: Path = arguments.data
    with known_errors(path):
        return followed(path)


def _import_plan(arguments: argparse.Namespace) -> int:
    source, reading = _read(arguments.file)
    if arguments.data is None:
        findings, stored, said = _findings(reading), _is_plan(reading.plan), list[str]()
    else:
        findings, stored, said = _into_data_file(_data_file(arguments), source, reading)
    if arguments.json:
        from .importing.plan_json import reading_json

        _print_json(reading_json(reading, findings))
        if said:
            complain(" ".join(said))
    else:
        for line in (*_summary(reading, findings), *([" ".join(said)] if said else [])):
            print(line)
    return DONE if stored else FINDINGS


def _is_plan(plan: Plan) -> bool:
    return bool(plan.title or plan.sections or plan.targets)


def _into_data_file(
    path: Path, source: SourceFile, reading: PlanReading
) -> tuple[tuple[Finding, ...], bool, list[str]]:
    """Findings by the data file's own register, whether the plan was stored, and what to say about that."""
    said = []
    with known_errors(path):
        is_new = not path.exists()
    if is_new:
        refused = _why_not_founded(path, reading.plan)
        if refused:
            return _findings(reading), False, [refused]
        said.append(_founded(path, reading.plan))
    with bootstrap.opened(path) as workspace:
        findings = checking.check_reading(workspace, reading)
        if not _is_plan(reading.plan):
            return findings, False, [_NO_PLAN]
        return findings, True, [*said, *_stored(workspace, reading.plan, source)]


_NO_PLAN = "Chưa lưu: tệp này không giống một kế hoạch."


def _why_not_founded(path: Path, plan: Plan) -> str:
    """Why no data file is made for this plan, "" when one can be; :class:`KnownError` for a name it cannot have."""
    if path.suffix.lower() != _DATA_ENDING:
        raise KnownError(
            f"Không có tệp dữ liệu “{shown(path)}”, và tệp mới phải có đuôi {_DATA_ENDING}; chưa tạo gì.",
            "Gõ lại tên sau --data.",
        )
    if not _is_plan(plan):
        return f"{_NO_PLAN} Chưa có tệp dữ liệu {path.name} và cũng không tạo."
    if office_of(plan) is None:
        issuer = f"“{plan.issuer}” không phải" if plan.issuer else "không thấy cơ quan ban hành là"
        return (
            f"Chưa lưu và chưa tạo tệp dữ liệu {path.name}: {issuer} Ủy ban nhân dân một xã, phường hay đặc khu. "
            "Mở chương trình, tạo tệp dữ liệu cho đơn vị mình, rồi nhập lại."
        )
    return ""


def _founded(path: Path, plan: Plan) -> str:
    """Makes the data file for the office that issued the plan; says so."""
    office = cast(Office, office_of(plan))
    bootstrap.close_workspace(bootstrap.create_workspace(path, office, year=plan.year))
    return f"Đã tạo tệp dữ liệu mới {path.name} cho {office.name}."


def _stored(workspace: Workspace, plan: Plan, source: SourceFile) -> list[str]:
    before = plans.namesakes(workspace, plan)
    _, plan_id = plans.store_plan(workspace, plan, source)
    said = [f"Đã lưu vào {workspace.file.path.name}, kế hoạch số {plan_id}."]
    if before:
        said.append(f"Năm {plan.year} đã có kế hoạch cùng tên, {plans.numbers(before)}, vẫn được giữ.")
    return said


def _read(path: Path) -> tuple[SourceFile, PlanReading]:
    from .importing.files import read_source
    from .importing.plan import read_plan

    source = read_source(path)
    return source, read_plan(source)


def _findings(reading: PlanReading) -> tuple[Finding, ...]:
    definitions = shipped_definitions()
    return checking.findings_in(reading, definitions.legal_acts, definitions.check_rules)


def _summary(reading: PlanReading, findings: Sequence[Finding]) -> list[str]:
    plan = reading.plan
    counted = {
        "mục": sum(1 for _ in plan.all_sections()),
        "căn cứ": len(plan.legal_bases),
        "chỉ tiêu": len(plan.targets),
        "phong trào": len(plan.movements),
        "cam kết": len(plan.commitments),
        "đợt": len(plan.phases),
        "việc": len(plan.tasks),
        "nơi nhận": len(plan.recipients),
    }
    lines = [
        f"{plan.doc_type} {plan.title}".strip() or "Không thấy tên loại và trích yếu.",
        f"Cơ quan ban hành: {plan.issuer or 'không thấy'}. Năm thi đua: {plan.year}.",
        f"Đọc được: {', '.join(f'{number} {what}' for what, number in counted.items())}.",
        f"Người ký: {plan.signer.name or 'không thấy'}.",
    ]
    lines += [f"Chưa chắc: {doubt}" for doubt in reading.doubts]
    return [*lines, f"Điều cần xem lại khi soát: {len(findings)}."]


def _check(arguments: argparse.Namespace) -> int:
    if (arguments.file is None) == (arguments.year is None):
        arguments.parser.error("cần đúng một trong hai: TỆP kế hoạch hoặc --year NĂM")
    if arguments.file is not None:
        _, reading = _read(arguments.file)
        found = {"file": arguments.file.name, "title": reading.plan.title}
        return _tell_findings([(found, _findings(reading))], as_json=arguments.json)
    with bootstrap.opened(_data_file(arguments)) as workspace:
        _refuse_unknown_year(workspace, arguments.year)
        listed = plans.plan_summaries(workspace, arguments.year)
        names = plans.names_in_list(listed)
        checked = [
            (
                {"id": one.id, "title": one.title if arguments.json else names[one.id]},
                checking.check_plan(workspace, one.id),
            )
            for one in listed
        ]
    if not checked and not arguments.json:
        print(f"Năm {arguments.year} chưa có kế hoạch nào để soát.")
    found_any = _tell_findings(checked, as_json=arguments.json)
    return found_any if checked else FINDINGS


def _tell_findings(checked: Sequence[tuple[dict[str, object], Sequence[Finding]]], *, as_json: bool) -> int:
    if as_json:
        _print_json(
            [
                {**about, "findings": [severities.as_json(one) for one in severities.in_reading_order(findings)]}
                for about, findings in checked
            ]
        )
    else:
        for about, findings in checked:
            said = ", ".join(severities.counted(findings).values())
            print(f"{about['title'] or plans.NO_TITLE}: {said or 'không có điều nào cần xem lại'}")
            for finding in severities.in_reading_order(findings):
                print(_told(finding))
    return FINDINGS if any(findings for _, findings in checked) else DONE


def _told(finding: Finding) -> str:
    quote = f" — “{shortened(finding.quote)}”" if finding.quote and finding.quote not in finding.message else ""
    return f"- {severities.told(finding)}{quote}"


def _refuse_unknown_year(workspace: Workspace, year: int) -> None:
    known = years.years(workspace)
    if year not in known:
        listed = ", ".join(map(str, known)) or "chưa có năm nào"
        raise KnownError(f"Tệp dữ liệu không có năm {year} (có: {listed}).", "Gõ lại --year cho đúng.")


def _export(arguments: argparse.Namespace) -> int:
    if arguments.list:
        for name, about in EXPORTS.items():
            print(f"{name}: {about.title} ({', '.join(about.endings)})")
        return DONE
    for option in ("what", "year", "out"):
        if getattr(arguments, option) is None:
            arguments.parser.error(f"còn thiếu {'GÌ' if option == 'what' else f'--{option}'}")
    about = EXPORTS[arguments.what]
    if arguments.all or arguments.org is not None:
        check_is_for_each(about)
    if not arguments.all:
        check_ending(about, arguments.out)
    with bootstrap.opened(_data_file(arguments)) as workspace:
        _refuse_unknown_year(workspace, arguments.year)
        request = Request(arguments.year, arguments.id, blank=arguments.blank, form=arguments.form)
        try:
            request = chosen_subject(workspace, about, request)
            written = written_files(workspace, about, request, arguments)
            remarks = about.remarks(workspace, request) if about.remarks and written else ()
        except NothingToExport as nothing:
            print(nothing)
            return FINDINGS
    for path in written:
        print(f"Đã ghi {path}")
    for remark in remarks:
        print(f"Cần xem: {remark}")
    return DONE if written and not remarks else FINDINGS


def _backup(arguments: argparse.Namespace) -> int:
    path = _existing(_data_file(arguments))
    made = safekeeping.back_up(path, arguments.to)
    print(f"Đã sao lưu và kiểm tra: {made.path}")
    if made.missing:
        print(f"Thiếu {len(made.missing)} tệp đính kèm không còn cạnh tệp dữ liệu; chạy doctor để xem tên.")
    return FINDINGS if made.missing else DONE


def _restore(arguments: argparse.Namespace) -> int:
    path = _data_file(arguments)
    aside = safekeeping.restore_backup(path, arguments.file)
    print(f"Đã phục hồi {path} từ {arguments.file.name}.")
    if aside:
        print(f"Tệp trước đó được cất tại: {aside}")
    return DONE


def _doctor(arguments: argparse.Namespace) -> int:
    lines = safekeeping.doctor(_existing(_data_file(arguments)))
    for line in lines:
        print(f"{'Tốt' if line.ok else 'Cần xem'}: {line.text}")
    return DONE if all(line.ok for line in lines) else FINDINGS


def _self_test(arguments: argparse.Namespace) -> int:
    from . import self_test

    return DONE if self_test.run(partial(print, flush=True)) else FINDINGS


def _existing(path: Path) -> Path:
    with known_errors(path):
        refuse_foreign(path)
    return path


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))
