"""A made-up commune at the end of its year: people, organisations, and a round of nominations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from thidua_desktop.domain.offices import Signer
from thidua_desktop.services.awards import nominations, rounds, verdicts, year_facts
from thidua_desktop.services.awards.verdicts import NominationVerdict
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace

CERTIFICATE = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"
CHAIR = Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")
FARMERS, SCHOOL = "Hội Nông dân xã", "Trường Tiểu học Ví Dụ"
PEOPLE = [
    ("Lê Văn Giả", "nam", "Chủ tịch Hội", FARMERS),
    ("Trần Thị Thí", "nữ", "Giáo viên", SCHOOL),
    ("Phạm Văn Trùng", "", "", FARMERS),
    ("Phạm Văn Trùng", "", "", SCHOOL),
]


def on(desk: Workspace, day: date) -> Workspace:
    """The desk on another day."""
    return replace(desk, today=lambda: day)


def settle(desk: Workspace) -> int:
    """Puts people and organisations into the directory and adds a round; returns its id."""
    for name in (FARMERS, SCHOOL):
        registers.add_row(desk, "organisations", {"name": name})
    registers.paste_rows(desk, "people", ["full_name", "sex", "position", "organisation_id"], PEOPLE)
    return rounds.add_round(desk, 2026, "Xét khen thưởng cuối năm")[1]


def nominate(desk: Workspace, round_id: int, subject: str, award: str, **cells: str) -> int:
    """Adds a nomination and returns its id."""
    return nominations.add_row(desk, "nominations", {"subject": subject, "award": award} | cells, scope=round_id)[1]


def cells(desk: Workspace, row_id: int) -> Mapping[str, str]:
    """A nomination as the clerk reads it, by column."""
    row = nominations.row(desk, "nominations", row_id)
    assert row
    return dict(zip(nominations.register("nominations").keys, row.cells, strict=True))


def person(desk: Workspace, name: str) -> int:
    """The id of somebody of the directory."""
    return next(row.id for row in registers.page(desk, "people") if row.cells[0] == name)


def body(desk: Workspace, name: str) -> int:
    """The id of an organisation."""
    return next(row.id for row in registers.page(desk, "organisations") if row.cells[0] == name)


def good_year(desk: Workspace, name: str, evaluation: str = "hoàn thành tốt nhiệm vụ") -> None:
    """A person's whole year without discipline, evaluated so."""
    year_facts.set_person_year(desk, person(desk, name), 2026, "evaluation", evaluation)


def answer_open_questions(desk: Workspace, nomination_id: int) -> None:
    """Answers every question that the rules ask as a good nominee would."""
    for key, expected in open_questions(verdicts.verdict(desk, nomination_id)):
        verdicts.answer(desk, nomination_id, key, expected)


def open_questions(found: NominationVerdict) -> list[tuple[str, bool]]:
    """Key and good answer of the questions that nobody has answered; those of other routes are left open."""
    asked = [line for line in found.verdict.lines if line.figures == "Chưa trả lời."]
    asked += [part for line in found.verdict.lines if line.parts for part in _first_route(line.parts)]
    return [(line.key, not line.question.endswith("?")) for line in asked if line.figures == "Chưa trả lời."]


def _first_route(parts: Sequence[verdicts.ConditionAnswer]) -> Sequence[verdicts.ConditionAnswer]:
    return parts[0].parts or parts[:1]
