"""Decisions (quyết định khen thưởng): what the commune's chair decides, and what came back from above."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import cast

from ...domain.awards import SubjectKind
from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.offices import Signer
from ...domain.papers.award_wording import about_phrase
from ...domain.registers.awards import LEVELS
from ...domain.rules.authority import Authority, decider
from ...domain.rules.bonus import Bonus, bonus
from ...domain.rules.packs import Law
from ...domain.vietnamese import enumerated, format_date, one_line
from ...storage import award_counts, records
from ...storage.keys import Value
from ...storage.records import Row
from ..wording import shortened
from ..workspace import Workspace
from .nomination_fitting import KIND
from .rounds import round_summary
from .rule_corrections import law

SYMBOL = "QĐ-UBND"
LARGEST_NUMBER = 99999  # no office comes near it in a year; more is a slip


@dataclass(frozen=True, slots=True)
class Line:
    """A chosen nomination without a decision, and who decides it by the law of a day; ``said`` is a sentence."""

    nomination_id: int
    subject: str
    subject_kind: str
    award: str
    authority: Authority
    bonus: Bonus
    said: str


@dataclass(frozen=True, slots=True)
class Prospect:
    """What becomes of the chosen nominations of a round: decided ``here``, sent ``upward``, or ``refused`` by law."""

    here: tuple[Line, ...] = ()
    upward: tuple[Line, ...] = ()
    refused: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Issued:
    """A decision that was issued; ``left`` says of each chosen nomination that is not in it why."""

    changes: Changes
    decision_id: int
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionSummary:
    """A decision in a list; ``day`` is ISO, ``bonus`` the sum of its bonuses in đồng."""

    id: int
    round_id: int | None
    year: int
    number: int | None
    day: str | None
    title: str
    signer: Signer
    awards: int
    bonus: int

    @property
    def number_symbol(self) -> str:
        """ "05/QĐ-UBND", "" before it has a number."""
        return "" if self.number is None else f"{self.number:02d}/{SYMBOL}"


def prospect(workspace: Workspace, round_id: int, day: str, ids: Collection[int] | None = None) -> Prospect:
    """Who decides the round's chosen nominations on ``day`` (ISO); of those in ``ids`` when it is given."""
    rules = law(workspace)
    lines = [_line(rules, row, day) for row in _open(workspace, round_id, ids)]
    return Prospect(
        tuple(line for line in lines if line.authority.is_chair_of_commune),
        tuple(line for line in lines if goes_up(line.authority)),
        tuple(line for line in lines if not (line.authority.is_chair_of_commune or goes_up(line.authority))),
    )


def expected(workspace: Workspace, round_id: int) -> Prospect:
    """Who decides while nobody has: by the law of the day of the tờ trình, of today while it has none."""
    day = round_summary(workspace, round_id).deciding_day(workspace.today().isoformat())
    return prospect(workspace, round_id, day)


def issue_decision(
    workspace: Workspace,
    round_id: int,
    number: int | None,
    day: str,
    signer: Signer | None,
    ids: Collection[int] | None = None,
) -> Issued:
    """Issues the chair's decision about the chosen nominations of a round (or those of ``ids``), in one act.

    It holds what the commune's chair decides by the law of ``day`` (ISO); each award is written to the history with the
    bonus of that day. Raises :class:`BadInput` without number or signer, for a number that is taken, and when there is
    nothing for the chair to decide.
    """
    found = records.get(workspace.file, "rounds", round_id)
    signed = _checked(workspace, number, day, signer)
    all_of_them = prospect(workspace, round_id, day, ids)
    lines, left = all_of_them.here, (*all_of_them.upward, *all_of_them.refused)
    if not lines:
        raise _nothing(left)
    number_symbol = f"{number:02d}/{SYMBOL}"
    row: records.Row = {
        "round_id": round_id,
        "year": found["year"],
        "number": number,
        "date": day,
        "title": _title(workspace, lines, int(found["year"] or 0)),
        "signer_position": signed.position,
        "signer_name": signed.full_name,
    }
    with workspace.file.act(f"Ban hành Quyết định số {number_symbol}") as act:
        decision_id = records.insert(workspace.file, "decisions", row)
        _give(workspace, found, lines, decision_number=number_symbol, decided_on=day, decision_id=decision_id)
    return Issued(act.changes, decision_id, tuple(line.said for line in left))


def decisions(
    workspace: Workspace, year: int | None = None, round_id: int | None = None
) -> tuple[DecisionSummary, ...]:
    """The decisions of an emulation year or of a round, or all of them, as they were entered."""
    wanted = {"year": year, "round_id": round_id}
    where: records.Row = {key: value for key, value in wanted.items() if value is not None}
    rows = records.page(workspace.file, "decisions", where=where)
    counts = award_counts.of_decisions(workspace.file, [int(row["id"] or 0) for row in rows])
    return tuple(_summary(row, counts.get(int(row["id"] or 0), award_counts.DecisionCounts())) for row in rows)


def remove_decision(workspace: Workspace, decision_id: int) -> Changes:
    """Takes a decision out of the file with its awards; its nominations are chosen and undecided again."""
    row = records.get(workspace.file, "decisions", decision_id)
    with workspace.file.act(f"Gỡ Quyết định số {int(row['number'] or 0):02d}/{SYMBOL}") as act:
        records.delete(workspace.file, "decisions", [decision_id])
    return act.changes


def record_upper_decision(workspace: Workspace, nomination_ids: Sequence[int], number: str, day: str) -> Changes:
    """Writes what a higher level gave to the history, in one act; ``number`` as it stands on its decision.

    Raises :class:`BadInput` without a number, for a nomination that was not chosen or has its award, for one that the
    commune's chair decides himself on that day, and for such as two levels decide.
    """
    file = workspace.file
    number = one_line(number)
    if not number:
        raise BadInput("Chưa có số quyết định của cấp trên.", "Ghi số, ký hiệu như trên quyết định, ví dụ 123/QĐ-UBND.")
    rows = records.among(file, KIND, "id", nomination_ids)
    rounds = {row["id"]: row for row in records.among(file, "rounds", "id", {row["round_id"] for row in rows})}
    given_ids = {row["nomination_id"] for row in records.among(file, "awards", "nomination_id", nomination_ids)}
    rules = law(workspace)
    deciders = [decider(rules, str(row["award"]), day) for row in rows]
    for row, by in zip(rows, deciders, strict=True):
        _refuse_not_upward(row, row["id"] in given_ids, by)
    _refuse_two_levels(deciders)
    with file.act(f"Ghi Quyết định số {shortened(number)} của cấp trên ({len(rows)} khen thưởng)") as act:
        for row in rows:
            line = _line(rules, row, day)
            _give(workspace, rounds[row["round_id"]], [line], decision_number=number, decided_on=day)
    return act.changes


def _open(workspace: Workspace, round_id: int, ids: Collection[int] | None) -> list[Row]:
    """The chosen nominations of a round that have no award yet, in their order."""
    rows = records.page(workspace.file, KIND, where={"round_id": round_id, "state": "được chọn"})
    given = records.among(workspace.file, "awards", "nomination_id", [row["id"] for row in rows])
    done = {row["nomination_id"] for row in given}
    return [row for row in rows if row["id"] not in done and (ids is None or row["id"] in ids)]


def _line(rules: Law, row: Row, day: str) -> Line:
    kind, award = cast(SubjectKind, row["subject_kind"]), str(row["award"])
    by = decider(rules, award, day)
    named = f"“{shortened(str(row['subject']))}” – {award}"
    on = f"ngày {format_date(day)}"
    if by.is_chair_of_commune:
        said = f"{named}: {by.who} quyết định."
    elif goes_up(by):
        said = f"{named}: {on} thuộc thẩm quyền {by.who}, không đưa vào quyết định của xã. {by.through}".rstrip()
    elif by.level is None:
        said = f"{named}: {by.who}"
    else:
        said = f"{named}: {by.who} quyết định. {by.through}".rstrip()
    return Line(int(row["id"] or 0), str(row["subject"]), kind, award, by, bonus(rules, award, kind, day), said)


def goes_up(by: Authority) -> bool:
    """Whether the commune proposes it to a higher level; what the armed forces decide goes another way."""
    return by.level in ("huyện", "tỉnh", "trung ương")


def _checked(workspace: Workspace, number: int | None, day: str, signer: Signer | None) -> Signer:
    if signer is None or not signer.full_name.strip():
        raise BadInput(
            "Chưa chọn người ký quyết định; dữ liệu không thay đổi.",
            "Chọn người ký, hoặc thêm vào Danh mục – Người ký trước.",
        )
    if number is not None and number > LARGEST_NUMBER:
        raise BadInput(
            f"Số quyết định {number} quá lớn; dữ liệu không thay đổi.", f"Ghi một số từ 1 đến {LARGEST_NUMBER}."
        )
    if number is None or number < 1:
        raise BadInput(
            "Chưa có số quyết định; dữ liệu không thay đổi.",
            "Ghi số do văn thư cấp. Cần bản trình ký chưa có số thì xem trước hoặc in dự thảo Quyết định.",
        )
    same_number = records.page(workspace.file, "decisions", where={"number": number})
    if any(str(row["date"] or "")[:4] == day[:4] for row in same_number):
        raise BadInput(
            f"Năm {day[:4]} đã có Quyết định số {number:02d}/{SYMBOL}; dữ liệu không thay đổi.",
            "Xem lại số do văn thư cấp.",
        )
    return replace(signer, full_name=one_line(signer.full_name))


def _nothing(left: Sequence[Line]) -> BadInput:
    if not left:
        return BadInput(
            "Chưa có đề nghị nào được chọn mà còn chờ quyết định; dữ liệu không thay đổi.",
            "Ghi kết quả xét của Hội đồng cho các đề nghị trước.",
        )
    return BadInput(
        f"Không có đề nghị nào do Chủ tịch xã quyết định; dữ liệu không thay đổi. {left[0].said}",
        "Những đề nghị này đi bằng Tờ trình; khi có quyết định của cấp trên thì ghi vào đây.",
    )


def _title(workspace: Workspace, lines: Sequence[Line], year: int) -> str:
    rules = law(workspace)
    return f"Về việc {about_phrase([rules.award(line.award) for line in lines], year)}"


def _give(workspace: Workspace, found: Row, lines: Sequence[Line], **given: Value) -> None:
    """Writes the awards of the lines of a round with what was ``given`` with all of them; inside an act."""
    file = workspace.file
    rows = {row["id"]: row for row in records.among(file, KIND, "id", [line.nomination_id for line in lines])}
    people = records.among(file, "people", "id", [row["person_id"] for row in rows.values() if row["person_id"]])
    class_of = {row["id"]: row["person_class"] for row in people}
    levels = [choice.value for choice in LEVELS]
    for line in lines:
        row = rows[line.nomination_id]
        copied = ("subject_kind", "subject", "person_id", "organisation_id", "award", "merit")
        own: records.Row = {key: row[key] for key in copied}
        own |= {
            "year": found["year"],
            "award_type": found["award_type"],
            "level": line.authority.level if line.authority.level in levels else levels[-1],
            "person_class": class_of.get(row["person_id"], ""),
            "nomination_id": line.nomination_id,
            "bonus": line.bonus.amount,
        }
        records.insert(file, "awards", own | given)


def _refuse_not_upward(row: Row, is_given: bool, by: Authority) -> None:
    name = shortened(str(row["subject"]))
    if is_given:
        raise BadInput(f"“{name}” đã có quyết định tặng {row['award']}; dữ liệu không thay đổi.", "Bỏ đề nghị đó ra.")
    if row["state"] != "được chọn":
        raise BadInput(
            f"“{name}” chưa được chọn tặng {row['award']}; dữ liệu không thay đổi.",
            "Ghi kết quả xét của Hội đồng cho đề nghị đó trước.",
        )
    if by.is_chair_of_commune:
        raise BadInput(
            f"{row['award']} của “{name}” do {by.who} quyết định, không phải cấp trên; dữ liệu không thay đổi.",
            "Dùng “Ban hành quyết định”.",
        )


def _refuse_two_levels(deciders: Sequence[Authority]) -> None:
    by_level = {by.level: by.who for by in deciders}
    if len(by_level) > 1:
        raise BadInput(
            f"{enumerated(list(by_level.values()))} không ký chung một quyết định; dữ liệu không thay đổi.",
            "Chọn những dòng của một cấp, rồi nhập quyết định của cấp kia sau.",
        )


def _summary(row: Row, counts: award_counts.DecisionCounts) -> DecisionSummary:
    return DecisionSummary(
        id=int(row["id"] or 0),
        round_id=None if row["round_id"] is None else int(row["round_id"]),
        year=int(row["year"] or 0),
        number=None if row["number"] is None else int(row["number"]),
        day=str(row["date"]) if row["date"] else None,
        title=str(row["title"]),
        signer=Signer(str(row["signer_name"]), str(row["signer_position"])),
        awards=counts.awards,
        bonus=counts.bonus,
    )
