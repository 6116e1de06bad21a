"""What a clerk does in a year, act by act, on the sample's file; as a program of its own it dies in the middle of one.

``year_acts.py PATH ACT NUMBER`` dies just before SQLite runs the statement of that number, BEGIN and COMMIT counted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from thidua_desktop import bootstrap, shipped
from thidua_desktop.domain.offices import Signer
from thidua_desktop.services.awards import decisions, nominations, rounds, rule_corrections, verdicts, year_facts
from thidua_desktop.services.office import forms
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations, result_sheets, results
from thidua_desktop.services.reports import report_texts
from thidua_desktop.services.workspace import Workspace

YEAR, PLAN, MIDYEAR_ROUND, OPEN_ROUND, DECISION = 2026, 2, 3, 4, 3
SIGNER = Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")
LABOUR = "Lao động tiên tiến"


def nominated(workspace: Workspace, state: str) -> list[int]:
    place = registers.register("nominations").keys.index("state")
    rows = registers.page(workspace, "nominations", scope=OPEN_ROUND, limit=-1)
    return [row.id for row in rows if row.cells[place] == state]


def bring_in(workspace: Workspace) -> None:
    found = [
        replace(one, name=f"{one.name} mới", organisation_id=None) for one in registrations.candidates(workspace, PLAN)
    ]
    registrations.adopt(workspace, PLAN, found)


def add_an_organisation(workspace: Workspace) -> None:
    registrations.enter_new(workspace, YEAR, "Hội Mẫu “Một/Hai”")


def take_out_of_the_year(workspace: Workspace) -> None:
    one = next(one for one in registrations.standing(workspace, YEAR) if one.commitments and one.titles)
    registrations.remove_from_year(workspace, one.registration_id or 0)


def register_titles(workspace: Workspace) -> None:
    one = next(one for one in registrations.standing(workspace, YEAR) if one.registration_id)
    rows = [[f"Nguyễn Văn Mẫu {number}", "cá nhân", LABOUR] for number in range(20)]
    columns = ["subject", "subject_kind", "award"]
    registers.paste_rows(workspace, "registered_titles", columns, rows, scope=one.registration_id)


def enter_results(workspace: Workspace) -> None:
    rows = result_sheets.target_sheet(workspace, YEAR).rows
    results.set_results(
        workspace,
        [
            results.Entry("plan_targets", row.owner_id, cell.phase_id, row.figure, "7,5")
            for row in rows
            if row.planned and row.planned.value is not None
            for cell in row.cells
            if cell.phase_id
        ],
    )


def take_registered(workspace: Workspace) -> None:
    nominations.take_registered(workspace, MIDYEAR_ROUND)


def paste_nominations(workspace: Workspace) -> None:
    rows = [[f"Lê Văn Thử {number}", LABOUR] for number in range(30)]
    nominations.paste_rows(workspace, "nominations", ["subject", "award"], rows, scope=OPEN_ROUND)


def tell_a_year(workspace: Workspace) -> None:
    person = registers.page(workspace, "people", limit=1)[0].id
    year_facts.set_person_year(workspace, person, 2030, "months_worked", "11")


def answer(workspace: Workspace) -> None:
    verdicts.answer_all(workspace, nominated(workspace, "đề nghị"), "da-tham-gia", True)


def choose(workspace: Workspace) -> None:
    verdicts.choose(workspace, nominated(workspace, "đề nghị"), "được chọn", "Hội đồng thống nhất")


def issue(workspace: Workspace) -> None:
    decisions.issue_decision(workspace, OPEN_ROUND, 321, "2026-12-20", SIGNER)


def remove_a_decision(workspace: Workspace) -> None:
    decisions.remove_decision(workspace, DECISION)


def remove_a_round(workspace: Workspace) -> None:
    rounds.remove_round(workspace, OPEN_ROUND)


def correct_a_rule(workspace: Workspace) -> None:
    law = rule_corrections.law(workspace)
    pack = next(one for one in law.packs if one.id == "2025-07-01")
    row = next(row for row in pack.rows() if row.value == "70%")
    rule_corrections.correct(workspace, pack.id, row.key, "65%")


def load_rules(workspace: Workspace) -> None:
    rule_corrections.load_pack(workspace, shipped.RESOURCES / "law" / "base_salary.toml")


def load_a_form(workspace: Workspace) -> None:
    forms.store_text(workspace, "decision", workspace.definitions.form_text("decision") + "# của xã\n")


def write_in_the_report(workspace: Workspace) -> None:
    report_texts.set_text(workspace, "report", YEAR, "shortcomings", "Một số thôn gửi báo cáo còn chậm.")


def remove_the_plan(workspace: Workspace) -> None:
    plans.remove_plan(workspace, PLAN)


ACTS: dict[str, Callable[[Workspace], None]] = {
    act.__name__: act
    for act in (
        bring_in,
        add_an_organisation,
        take_out_of_the_year,
        register_titles,
        enter_results,
        take_registered,
        paste_nominations,
        tell_a_year,
        answer,
        choose,
        issue,
        remove_a_decision,
        remove_a_round,
        correct_a_rule,
        load_rules,
        load_a_form,
        write_in_the_report,
        remove_the_plan,
    )
}


def die_in(path: Path, act: str, number: int) -> None:
    workspace = bootstrap.open_workspace(path)
    seen = 0

    def trace(statement: str) -> None:
        nonlocal seen
        seen += not statement.startswith(("SELECT", "--"))
        if seen == number:
            os._exit(9)

    workspace.file._connection.set_trace_callback(trace)
    ACTS[act](workspace)
    print(seen)
    workspace.file.close()


if __name__ == "__main__":
    die_in(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
