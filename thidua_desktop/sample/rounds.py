"""A round of the sample: who is nominated, what the clerk answers, how the Council votes, what is decided."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..domain.rules.conditions import Confirmed, OneOf
from ..domain.rules.eligibility import ConditionAnswer
from ..services.awards import decisions, nominations, rounds, verdicts
from ..services.awards.rule_corrections import law
from ..services.office.signers import signer_on
from ..services.registers import registers
from ..services.workspace import Workspace
from .book import Table
from .directory import Directory

_COLUMNS = ("subject", "subject_kind", "organisation_id", "award", "merit")
_FIELDS = ("award_type", "received_on", "council_on", "council_members", "council_present")
_MERIT = "Hoàn thành nhiệm vụ được giao, tích cực tham gia phong trào thi đua năm {}"


def hold(workspace: Workspace, year: int, one: Table, known: Directory) -> None:
    """Holds a round as far as ``one`` goes: without a decision it is still open."""
    _, round_id = rounds.add_round(workspace, year, one["name"])
    for key in _FIELDS:
        if key in one:
            rounds.set_round(workspace, round_id, key, one[key])
    if one.get("registered"):
        nominations.take_registered(workspace, round_id)
    done = nominations.paste_rows(workspace, "nominations", _COLUMNS, one["nominations"], scope=round_id)
    if done.refused:
        raise ValueError(f"{one['name']}: {done.refused}")
    _answer(workspace, round_id, one.get("open_questions", ()))
    _vote(workspace, round_id, one)
    if "decision" in one:
        _decide(workspace, round_id, one)


def _answer(workspace: Workspace, round_id: int, silent: Sequence[str]) -> None:
    """Answers every question that one way to each award asks, as it must be answered; not those about ``silent``."""
    conditions = [row for pack in law(workspace).packs for row in pack.conditions]
    expected = {row.key: row.expected for row in conditions if isinstance(row, Confirmed)}
    choices = {row.key for row in conditions if isinstance(row, OneOf)}
    asked: dict[str, list[int]] = {}
    for found in verdicts.verdicts(workspace, round_id):
        if found.facts.subject not in silent:
            for key in _questions(found.verdict.lines, choices):
                asked.setdefault(key, []).append(found.nomination_id)
    for key, ids in asked.items():
        verdicts.answer_all(workspace, ids, key, expected[key])


def _questions(lines: Sequence[ConditionAnswer], choices: Collection[str]) -> Iterator[str]:
    """The keys of the questions in the lines and below them; of several ways those of the one that the facts take."""
    for line in lines:
        if line.is_question:
            yield line.key
        elif line.key in choices:
            yield from _questions([_way(line.parts)], choices)
        else:
            yield from _questions(line.parts, choices)


def _way(ways: Sequence[ConditionAnswer]) -> ConditionAnswer:
    """The first way whose figures are met, else the first of questions alone, else the first."""
    met = (way for way in ways if (figures := list(_figures(way))) and all(one.answer == "đạt" for one in figures))
    asked = (way for way in ways if not list(_figures(way)))
    return next(met, None) or next(asked, ways[0])


def _figures(line: ConditionAnswer) -> Iterator[ConditionAnswer]:
    """What below a line is no question but measured."""
    if line.parts:
        for part in line.parts:
            yield from _figures(part)
    elif not line.is_question:
        yield line


def _vote(workspace: Workspace, round_id: int, one: Table) -> None:
    """The Council's votes and results, about all nominations or those for the awards it has come to."""
    keys = registers.register("nominations").keys
    subject, merit, award = (keys.index(key) for key in ("subject", "merit", "award"))
    refused = one.get("refused", {})
    chosen = []
    for row in nominations.page(workspace, "nominations", scope=round_id, limit=-1):
        if row.cells[award] not in one.get("voted_awards", (row.cells[award],)):
            continue
        name = row.cells[subject]
        votes = one.get("votes_of", {}).get(name, one["votes"])
        nominations.set_cell(workspace, "nominations", row.id, "votes_for", votes)
        if not row.cells[merit]:
            words = _MERIT.format(rounds.round_summary(workspace, round_id).year)
            nominations.set_cell(workspace, "nominations", row.id, "merit", words)
        if name in refused:
            verdicts.choose(workspace, [row.id], "không chọn", refused[name])
        else:
            chosen.append(row.id)
    verdicts.choose(workspace, chosen, "được chọn")


def _decide(workspace: Workspace, round_id: int, one: Table) -> None:
    for key, text in one.get("submission", {}).items():
        rounds.set_round(workspace, round_id, key, text)
    issued = one["decision"]
    signer = signer_on(workspace, issued["day"])
    decisions.issue_decision(workspace, round_id, issued["number"], issued["day"], signer)
    above = one.get("upper_decision")
    if above:
        upward = decisions.prospect(workspace, round_id, above["day"]).upward
        ids = [line.nomination_id for line in upward]
        decisions.record_upper_decision(workspace, ids, above["number"], above["day"])
