"""Questions of the rules that only the clerk can answer, for many nominations at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...domain.changes import Changes
from ...domain.rules.conditions import Confirmed
from ...domain.rules.eligibility import ConditionAnswer
from ...domain.rules.packs import Law
from ...storage import records
from ..workspace import Workspace, told
from .rule_corrections import law
from .verdicts import NominationVerdict


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question nobody has answered for the nominations of ``ids``; ``expected`` is the answer that meets the rule.

    ``alternative``: it is one of several ways to meet a condition, so that another may do.
    """

    rule: str
    question: str
    expected: bool
    ids: tuple[int, ...]
    alternative: bool = False


def asked(workspace: Workspace, pack: str) -> Mapping[str, Confirmed]:
    """The conditions of a pack that only the clerk can answer, by key."""
    return _asked(law(workspace), pack)


def _asked(rules: Law, pack: str) -> dict[str, Confirmed]:
    rows = next((one.conditions for one in rules.packs if one.id == pack), ())
    return {row.key: row for row in rows if isinstance(row, Confirmed)}


def open_questions(workspace: Workspace, verdicts: Iterable[NominationVerdict]) -> tuple[OpenQuestion, ...]:
    """What is not answered yet in these verdicts, each question once, in the order of the rules."""
    found: dict[str, tuple[Confirmed, list[int]]] = {}
    rules = law(workspace)
    usual, by_pack = _usual_routes(rules), {one.id: _asked(rules, one.id) for one in rules.packs}
    for one in verdicts:
        questions = by_pack.get(one.verdict.pack, {})
        for line in _every(one.verdict.lines):
            row = questions.get(line.key)
            if row is not None and line.key not in one.facts.confirmed:
                found.setdefault(line.key, (row, []))[1].append(one.nomination_id)
    return tuple(_question(row, ids, usual) for row, ids in found.values())


def _question(row: Confirmed, ids: Sequence[int], usual: Mapping[str, str]) -> OpenQuestion:
    is_alternative = row.route != usual.get(row.of, row.route)
    return OpenQuestion(row.key, row.question, row.expected, tuple(dict.fromkeys(ids)), is_alternative)


def confirm(workspace: Workspace, questions: Sequence[OpenQuestion]) -> Changes:
    """Stores the answer that meets the rule for every nomination of the questions, in one act."""
    file = workspace.file
    with file.act(f"Xác nhận {len(questions)} điều kiện xét") as act:
        for question in questions:
            stored = records.among(file, "nomination_answers", "nomination_id", question.ids)
            answered = {row["nomination_id"] for row in stored if row["rule"] == question.rule}
            for nomination_id in question.ids:
                if nomination_id not in answered:
                    row: records.Row = {"nomination_id": nomination_id, "rule": question.rule}
                    records.insert(file, "nomination_answers", {**row, "answer": int(question.expected)})
    return told(act.changes)


def _usual_routes(rules: Law) -> dict[str, str]:
    """The first route of each condition that has several, which is the usual one."""
    usual: dict[str, str] = {}
    for row in (row for pack in rules.packs for row in pack.conditions if row.of):
        usual.setdefault(row.of, row.route)
    return usual


def _every(lines: Iterable[ConditionAnswer]) -> Iterator[ConditionAnswer]:
    for line in lines:
        yield line
        yield from _every(line.parts)
