"""The command ``new-plan``: a new plan from an outline, from a plan of the data file, or from somebody else's file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from . import bootstrap
from .arguments import Parser
from .definitions import shipped_definitions
from .domain.errors import KnownError
from .services.plan import drafting, plans

if TYPE_CHECKING:
    from .services.plan.drafting import Beginning
    from .services.workspace import Workspace

DONE, TO_SEE = 0, 1


def add_new_plan(
    commands: argparse._SubParsersAction[Parser],
    number: Callable[[str], int],
    data_file: Callable[[argparse.Namespace], Path],
) -> None:
    """Adds the command to the others; ``number`` reads a year, ``data_file`` finds the file of ``--data``."""
    command = commands.add_parser(
        "new-plan", help="lập kế hoạch mới: từ đề cương, từ kế hoạch năm trước, hoặc từ tệp của nơi khác"
    )
    command.add_argument("--year", metavar="NĂM", type=number, help="năm của kế hoạch mới (cần --data)")
    way = command.add_argument_group("Cần đúng một trong ba").add_mutually_exclusive_group()
    way.add_argument("--outline", metavar="ĐỀ-CƯƠNG", help="tên đề cương; “new-plan --list” kể các đề cương")
    way.add_argument("--from-year", metavar="NĂM", type=number, help="kế hoạch mới nhất của năm đó")
    way.add_argument("--from", metavar="TỆP", type=Path, dest="source", help="tệp kế hoạch của cấp trên, xã bạn")
    way.add_argument("--list", action="store_true", help="kể các đề cương")
    command.add_argument("--theme", metavar="CHỦ-ĐỀ", default="", help="chủ đề, dùng với --outline")
    command.add_argument("--all", action="store_true", help="đổi cả những chỗ chưa chắc chắn")
    command.set_defaults(run=_new_plan, parser=command, data_file=data_file)


def _new_plan(arguments: argparse.Namespace) -> int:
    if arguments.list:
        for outline in shipped_definitions().outlines:
            print(f"{outline.id}: {outline.name}. {outline.about}")
        return DONE
    if arguments.year is None:
        arguments.parser.error("còn thiếu --year")
    if arguments.outline is None and arguments.from_year is None and arguments.source is None:
        arguments.parser.error("cần đúng một trong ba: --outline, --from-year hoặc --from")
    with bootstrap.opened(arguments.data_file(arguments)) as workspace:
        if arguments.outline is not None:
            draft = drafting.from_outline(workspace, arguments.outline, arguments.year, arguments.theme)
            _, plan_id = drafting.draft_plan(workspace, draft)
            return _told(workspace, plan_id)
        return _taken_over(workspace, _beginning(workspace, arguments), everything=arguments.all)


def _beginning(workspace: Workspace, arguments: argparse.Namespace) -> Beginning:
    if arguments.source is None:
        found = plans.plan_of_year(workspace, arguments.from_year)
        if found is None:
            raise KnownError(f"Năm {arguments.from_year} chưa có kế hoạch nào; chưa lập gì.", "Gõ lại --from-year.")
        return drafting.from_plan(workspace, found.id, arguments.year)
    from .importing.files import read_source
    from .importing.plan import read_plan

    source = read_source(arguments.source)
    return drafting.from_reading(workspace, read_plan(source).plan, arguments.year, source)


def _taken_over(workspace: Workspace, beginning: Beginning, *, everything: bool) -> int:
    chosen = [one for one in beginning.renewals if everything or one.certain]
    _, plan_id = drafting.draft_plan(workspace, drafting.finished(beginning, chosen), beginning.source)
    _told(workspace, plan_id)
    left = [one for one in beginning.renewals if one not in chosen]
    for words, some in (("Đã đổi", chosen), ("Nên xem", left)):
        for one in some:
            print(f"- {words}, {one.kind}: “{one.old}” → “{one.new}”. {one.why}")
    return TO_SEE if left else DONE


def _told(workspace: Workspace, plan_id: int) -> int:
    made = plans.plan(workspace, plan_id)
    print(f"Đã lập kế hoạch số {plan_id}, năm {made.year}: {made.title}")
    return DONE
