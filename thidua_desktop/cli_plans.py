"""The commands ``plan-state`` and ``diff-plan``: how far a plan is, and what differs from it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from . import bootstrap
from .arguments import Parser
from .domain.errors import KnownError
from .domain.papers.differences_paper import ALIKE
from .domain.plan.states import CALLED, DRAFT, ISSUED, OPINIONS, SIGNING
from .domain.text_differences import differences as word_differences
from .services.plan import merging, plans, states, versions

if TYPE_CHECKING:
    from .domain.plan.differences import Difference
    from .domain.plan.plans import PlanState, SourceFile
    from .services.workspace import Workspace

DONE, DIFFERENT = 0, 1
_STATES: dict[str, PlanState] = {"ban-thao": DRAFT, "lay-y-kien": OPINIONS, "trinh-ky": SIGNING, "ban-hanh": ISSUED}
_WHAT = {"added": "thêm", "removed": "bỏ", "changed": "sửa", "moved": "chuyển chỗ"}
_MARKS = {"same": "", "removed": "-", "added": "+"}


def add_plan_commands(
    commands: argparse._SubParsersAction[Parser],
    number: Callable[[str], int],
    data_file: Callable[[argparse.Namespace], Path],
) -> None:
    """Adds the two commands; ``number`` reads the number of a plan, ``data_file`` finds the file of ``--data``."""
    state = commands.add_parser(
        "plan-state", help="xem hoặc đổi bước của một kế hoạch: bản thảo … ban hành (cần --data)"
    )
    state.add_argument("id", metavar="SỐ", type=number, help="kế hoạch số mấy trong tệp dữ liệu")
    what = state.add_mutually_exclusive_group()
    what.add_argument("--to", metavar="BƯỚC", choices=list(_STATES), help=f"một trong: {', '.join(_STATES)}")
    what.add_argument("--amend", action="store_true", help="lập bản sửa đổi của kế hoạch đã ban hành")
    state.add_argument("--number", metavar="SỐ", default="", help="số văn bản, khi ban hành")
    state.add_argument("--date", metavar="NGÀY", default="", help="ngày ban hành, ví dụ 05/02/2026")
    state.add_argument("--scan", metavar="TỆP", type=Path, help="bản ký (PDF, ảnh hoặc Word)")
    state.set_defaults(run=_state, data_file=data_file)
    diff = commands.add_parser(
        "diff-plan", help="kể chỗ khác nhau của một kế hoạch với tệp hoặc kế hoạch khác (cần --data)"
    )
    diff.add_argument("id", metavar="SỐ", type=number, help="kế hoạch số mấy trong tệp dữ liệu")
    other = diff.add_argument_group("Cần đúng một trong hai")
    other.add_argument("file", metavar="TỆP", type=Path, nargs="?", help="tệp kế hoạch đã sửa ở nơi khác")
    other.add_argument("--with", metavar="SỐ", type=number, dest="other", help="kế hoạch khác trong tệp dữ liệu")
    diff.add_argument("--take", action="store_true", help="lấy những thay đổi nên lấy của TỆP vào kế hoạch")
    diff.add_argument("--json", action="store_true", help="in kết quả thành JSON")
    diff.set_defaults(run=_diff, parser=diff, data_file=data_file)


def _state(arguments: argparse.Namespace) -> int:
    with bootstrap.opened(arguments.data_file(arguments)) as workspace:
        plan_id: int = arguments.id
        if arguments.amend:
            _, plan_id = versions.begin_amendment(workspace, plan_id)
            print(f"Đã lập bản sửa đổi: kế hoạch số {plan_id}.")
        elif arguments.to is not None:
            _go_to(workspace, plan_id, _STATES[arguments.to], arguments)
        elif arguments.scan is not None:
            states.attach_scan(workspace, plan_id, _read_file(arguments.scan))
        _tell_state(workspace, plan_id)
    return DONE


def _go_to(workspace: Workspace, plan_id: int, wanted: PlanState, arguments: argparse.Namespace) -> None:
    now = plans.plan(workspace, plan_id).state
    if wanted == ISSUED:
        scan = _read_file(arguments.scan) if arguments.scan else None
        carried = states.issue(workspace, plan_id, arguments.number, arguments.date, scan).carried
        if carried is not None:
            print(f"Kết quả theo sang: {carried.moved}; ở lại bản trước: {carried.left}.")
    elif now == ISSUED and wanted == SIGNING:
        states.withdraw(workspace, plan_id)
    else:
        try:
            states.set_state(workspace, plan_id, wanted)
        except ValueError as error:
            raise KnownError(
                f"Không lùi từ “{CALLED[now].lower()}” về “{CALLED[wanted].lower()}” trong một lần; "
                "dữ liệu không thay đổi.",
                "Lùi từng bước một.",
            ) from error


def _tell_state(workspace: Workspace, plan_id: int) -> None:
    listed = {one.id: one for one in plans.plan_summaries(workspace)}
    found = plans.plan(workspace, plan_id)
    print(f"Kế hoạch số {plan_id}, năm {found.year}: {found.title or plans.NO_TITLE}")
    number = f", số {found.number:02d}/{found.symbol or ''}".rstrip("/") if found.number else ""
    print(f"Bước: {CALLED[found.state].lower()}{number}. Bản ký: {states.scan_name(workspace, plan_id) or 'chưa có'}.")
    if found.amends is not None:
        print(f"Là bản sửa đổi của kế hoạch số {found.amends}.")
    if not listed[plan_id].counts:
        print("Số liệu của năm theo một bản khác của kế hoạch này.")


def _read_file(path: Path) -> SourceFile:
    from .importing.files import read_source

    return read_source(path)


def _diff(arguments: argparse.Namespace) -> int:
    if (arguments.file is None) == (arguments.other is None):
        arguments.parser.error("cần đúng một trong hai: TỆP hoặc --with SỐ")
    if arguments.take and arguments.file is None:
        arguments.parser.error("--take chỉ dùng với TỆP")
    with bootstrap.opened(arguments.data_file(arguments)) as workspace:
        if arguments.other is not None:
            found = versions.compare_plans(workspace, arguments.id, arguments.other).differences
        else:
            found = _with_file(workspace, arguments)
    if arguments.json:
        print(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=1))
    elif not arguments.take:
        _tell(found)
    return DIFFERENT if found and not arguments.take else DONE


def _with_file(workspace: Workspace, arguments: argparse.Namespace) -> tuple[Difference, ...]:
    from .importing.plan import read_plan

    source = _read_file(arguments.file)
    both = merging.compare_with(workspace, arguments.id, read_plan(source).plan)
    if arguments.take:
        taken = [one.key for one in both.differences if one.ticked]
        _, plan_id = merging.take(workspace, both, taken, source)
        print(f"Đã lấy {len(taken)} trong {len(both.differences)} thay đổi vào kế hoạch số {plan_id}.")
    return both.differences


def _as_json(one: Difference) -> dict[str, object]:
    return {
        "part": one.key.part,
        "what": one.key.what,
        "title": one.title,
        "old": one.old,
        "new": one.new,
        "note": one.note,
        "ticked": one.ticked,
    }


def _tell(found: Iterable[Difference]) -> None:
    """Each difference with its words; what went stands in [-…], what came in [+…]."""
    told = False
    for one in found:
        told = True
        print(f"{'*' if one.ticked else ' '} {one.title}: {_WHAT[one.key.what]}. {one.note}".rstrip())
        if one.key.what == "changed":
            marked = (piece.text if piece.kind == "same" else f"[{_MARKS[piece.kind]}{piece.text}]"
                      for piece in word_differences(one.old, one.new))  # fmt: skip
            print("    " + "".join(marked).replace("\n", "\n    "))
    if not told:
        print(ALIKE)
