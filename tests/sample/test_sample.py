"""The sample is a whole commune: everything there is to look at in the program has something in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from thidua_desktop import bootstrap
from thidua_desktop.cli_exports import chosen_subject, export
from thidua_desktop.services.awards import decisions, rounds, verdicts
from thidua_desktop.services.export_parts import NothingToExport, Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.office import years
from thidua_desktop.services.plan import checking, plans
from thidua_desktop.services.registration import commitments, registrations
from thidua_desktop.services.registration.result_sheets import target_sheet
from thidua_desktop.services.workspace import Workspace

YEARS = (2025, 2026)
# An office's own form and a returned form come from files of their own; the sample has the program's.
EMPTY = {"office_definitions", "taken_files", "act_now"}
NOBODY_OWES = {("reminder", 2025), ("chase-list", 2025)}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = bootstrap.create_sample(tmp_path_factory.mktemp("sample") / "Dữ liệu mẫu.thidua")
    yield workspace
    workspace.file.close()


def test_every_table_has_rows(sample: Workspace) -> None:
    counts = {name: sample.file.query(f'SELECT count(*) FROM "{name}"')[0][0] for name in sample.file.tables()}
    assert {name for name, number in counts.items() if not number} <= EMPTY
    assert years.years(sample) == [2026, 2025]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("name", EXPORTS)
def test_every_paper_is_written(sample: Workspace, tmp_path: Path, name: str, year: int) -> None:
    about = EXPORTS[name]
    if (name, year) in NOBODY_OWES:
        with pytest.raises(NothingToExport, match="không có ai để đôn đốc"):
            export(sample, about, Request(year), tmp_path / f"{name}.pdf")
        return
    request = chosen_subject(sample, about, Request(year))
    for ending in about.endings:
        written = export(sample, about, request, tmp_path / f"{name}{ending}")
        assert written.stat().st_size > 1000


@pytest.mark.parametrize("year", YEARS)
def test_the_plan_has_no_fault_and_each_commitment_its_organisation(sample: Workspace, year: int) -> None:
    (plan,) = plans.plan_summaries(sample, year)
    assert checking.check_plan(sample, plan.id) == ()
    promised = commitments.of_year(sample, year)
    assert len(promised) >= 20
    assert [one.quote for one in promised if one.organisation_id is None] == []
    assert sum(one.target_id is None for one in promised) == 2


def test_the_first_year_is_done_and_the_second_is_not(sample: Workspace) -> None:
    standing = {year: registrations.standing(sample, year) for year in YEARS}
    waiting = {
        year: [one.name for one in listed if one.registration_id and one.received_on is None]
        for year, listed in standing.items()
    }
    assert waiting == {2025: [], 2026: ["Hội Cựu chiến binh xã Ví Dụ", "Thôn 4"]}
    missing = {year: {row.status for row in target_sheet(sample, year).rows if row.achieved is None} for year in YEARS}
    assert missing[2026]
    states = [one.state for year in YEARS for one in rounds.round_summaries(sample, year)]
    assert states == ["đã quyết định", "đã quyết định", "đã quyết định", "Hội đồng đã xét"]
    assert [one.number for one in decisions.decisions(sample)] == [58, 109, 61]


def test_the_open_round_shows_every_answer_of_the_rules(sample: Workspace) -> None:
    open_round = rounds.round_summaries(sample, 2026)[-1]
    judged = verdicts.verdicts(sample, open_round.id)
    assert {one.verdict.answer for one in judged} == {"đạt", "lưu ý", "thiếu dữ liệu", "chưa đạt"}
    upward = {one.verdict.award for one in judged if one.authority.level == "tỉnh"}
    assert {"Chiến sĩ thi đua cấp tỉnh", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"} <= upward
    assert [one.facts.subject for one in judged if one.link] == []


def test_its_history_is_real(tmp_path: Path) -> None:
    workspace = bootstrap.create_sample(tmp_path / "mẫu.thidua")
    last = workspace.file.undo_text
    assert last
    assert workspace.file.undo().text == last
    assert workspace.file.redo().text == last
    bootstrap.close_workspace(workspace)
