"""What two organisations both have when they become one: rows that meet, what they say, and which of them stays.

Rows meet that the data file holds once for an organisation and year (a registration, a sent paper), and rows that say
the same thing twice (a title, a commitment).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...domain.figures.values import format_values
from ...domain.members.merging import Choice, Conflict, Merger, added_note
from ...domain.registers.catalogue import REGISTERS
from ...domain.vietnamese import folded_line, format_date, format_number
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.keys import Value
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..registration.registration_rows import ensure_registered, numbers_of
from ..workspace import Workspace
from .merging_people import chained

OF_REGISTRATION = (
    *("registered_titles", "registered_movements", "registered_initiatives", "sent_papers", "taken_files"),
    *("reminders", "culture_years", "scores"),
)
"""The tables whose rows belong to a registration."""

# What goes over to the row that stays: table, column, and the columns in which two of them meet.
_CHILDREN: Mapping[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "sent_papers": (("paper_scans", "sent_paper_id", ()),),
    "commitments": (
        ("commitment_results", "commitment_id", ("phase_id", "figure")),
        ("commitment_adjustments", "commitment_id", ()),
    ),
}
_BOTH = ("registered_titles", "commitments", "culture_years")
_COUNTS = ("households", "registered", "recognised")  # of two thôn that became one they are added up
_NOTES = {"scores": "reason", "culture_years": "", "commitments": ""}  # the column of notes; "" for none


@dataclass(frozen=True, slots=True)
class Met:
    """Two rows of one table for one organisation: of ``into`` (or the first of the others), and of another one."""

    table: str
    year: int
    kept: Row
    other: Row
    source: str

    @property
    def key(self) -> str:
        """What names it in the answers."""
        return f"{self.table}/{self.kept['id']}/{self.other['id']}"


class Meeting:
    """The rows of the organisations of a merger, read once."""

    def __init__(self, workspace: Workspace, merger: Merger) -> None:
        self.workspace, self.merger, self.file = workspace, merger, workspace.file
        ids = (merger.into, *merger.others)
        self.names = {one["id"]: str(one["name"]) for one in records.among(self.file, "organisations", "id", ids)}
        self._one_person: dict[Value, Value] = {goes: stays for stays, goes in chained(merger.people)}
        self.registrations = {one: self._from_year("registrations", {"organisation_id": one}) for one in ids}
        self.years = {row["id"]: int(row["year"] or 0) for rows in self.registrations.values() for row in rows}
        self.commitments = {one: list(self._commitments(one)) for one in ids}
        self.facts = {one: self._from_year("organisation_years", {"organisation_id": one}) for one in ids}
        self.met = tuple(self._meetings(ids))

    def _from_year(self, table: str, where: Row) -> list[Row]:
        first = self.merger.year or 0
        return [row for row in records.page(self.file, table, where=where) if int(row["year"] or 0) >= first]

    def _commitments(self, organisation_id: int) -> Iterator[Row]:
        where: Row = {"organisation_id": organisation_id}
        rows = records.page(self.file, "commitments", where=where, order="id")
        plans = {row["plan_id"] for row in rows}
        years = {row["id"]: int(row["year"] or 0) for row in records.among(self.file, "plans", "id", plans)}
        for row in rows:
            if years[row["plan_id"]] >= (self.merger.year or 0):
                yield row | {"year": years[row["plan_id"]]}

    def _meetings(self, ids: Sequence[int]) -> Iterator[Met]:
        for table in ("registrations", *OF_REGISTRATION, "commitments", "organisation_years"):
            held: dict[tuple[Value, ...], Row] = {}
            for one in ids:
                for row in self._rows(table, one):
                    place = self._place(table, row)
                    if place is not None and (kept := held.setdefault(place, row)) is not row:
                        yield Met(table, int(row["year"] or 0), kept, row, self.names[one])

    def _rows(self, table: str, organisation_id: int) -> list[Row]:
        match table:
            case "registrations":
                return self.registrations[organisation_id]
            case "commitments":
                return self.commitments[organisation_id]
            case "organisation_years":
                return self.facts[organisation_id]
        owners = [row["id"] for row in self.registrations[organisation_id]]
        rows = records.among(self.file, table, "registration_id", owners)
        return [row | {"year": self.years[row["registration_id"]]} for row in rows]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where the clerk has to say which row stays: those that meet and do not say the same, or may be two."""
        return tuple(self._conflicts())

    def _conflicts(self) -> Iterator[Conflict]:
        for met in self.met:
            kept, other = (said(self.workspace, met.table, row) for row in (met.kept, met.other))
            if kept != other or self._may_be_two(met):
                yield Conflict(met.key, _what(met), kept, other, met.table in _BOTH, self._proposed(met))

    def _proposed(self, met: Met) -> Choice:
        """What loses nothing."""
        return "both" if self._may_be_two(met) else "kept"

    def _may_be_two(self, met: Met) -> bool:
        """Whether two rows that say the same may be about two things, so that leaving out one would lose it."""
        if met.table == "registered_titles":
            return met.kept["subject_kind"] != "tập thể" and not met.kept["person_id"]  # met by the name alone
        return self.merger.day is not None and met.table in ("commitments", "culture_years")

    def settle(self, answers: Mapping[str, Choice]) -> None:
        """Leaves of every two rows that met the one that was chosen; belongs inside an act.

        Registrations come last, when nothing hangs on the one that goes. The rows of a table go together: those behind
        them are numbered once.
        """
        registrations = [met for met in self.met if met.table == "registrations"]
        gone = self._settled([met for met in self.met if met.table != "registrations"], answers)
        for table, ids in gone.items():
            records.delete(self.file, table, ids)
        self._settled(registrations, answers)

    def _settled(self, met_rows: Sequence[Met], answers: Mapping[str, Choice]) -> dict[str, list[int]]:
        """Puts what one row says to the other of each two; gives those that are to go, by table."""
        stands: dict[tuple[str, Value], Row] = {}
        gone: dict[str, list[int]] = defaultdict(list)
        for met in met_rows:
            kept = stands.get((met.table, met.kept["id"]), met.kept)
            answer = answers.get(met.key, self._proposed(met))
            if answer == "both":
                stands[met.table, met.kept["id"]] = self._added_up(kept, met) if met.table == "culture_years" else kept
                continue
            stays, goes = (met.other, kept) if answer == "other" else (kept, met.other)
            stands[met.table, met.kept["id"]] = stays
            source = met.source if goes is met.other else self.names[self.merger.into]
            text = said(self.workspace, met.table, goes)
            if text == said(self.workspace, met.table, stays) and not self._may_be_two(met):
                text = ""
            gone[met.table].append(rows_of.row_id(goes))
            self._put_together(met, stays, goes, added_note("", source, [text]))
        return gone

    def _added_up(self, kept: Row, met: Met) -> Row:
        """The counts of two thôn as one."""
        counts: Row = {
            key: int(kept[key] or 0) + int(met.other[key] or 0)
            for key in _COUNTS
            if kept[key] is not None or met.other[key] is not None
        }
        records.update(self.file, met.table, rows_of.row_id(kept), counts)
        records.delete(self.file, met.table, [rows_of.row_id(met.other)])
        return kept | counts

    def _put_together(self, met: Met, stays: Row, goes: Row, note: str) -> None:
        if met.table == "registrations":
            for table in OF_REGISTRATION:
                move_rows(self.file, table, "registration_id", goes, stays)
            gone, now = (records.get(self.file, met.table, rows_of.row_id(row)) for row in (goes, stays))
            gaps: Row = {key: gone[key] for key in ("received_on", "block_id") if now[key] is None}
            gaps["former_numbers"] = json.dumps([*numbers_of(now)[1:], *filter(None, numbers_of(gone))])
            records.delete(self.file, met.table, [rows_of.row_id(goes)])
            _note(self.file, met.table, stays, " ".join(filter(None, (str(gone["note"]), note))), gaps)
            return
        for table, link, meeting in _CHILDREN.get(met.table, ()):
            note = _append(note, _move_children(self.file, table, link, meeting, (goes, stays)))
        if _NOTES.get(met.table, "note"):
            _note(self.file, met.table, stays, note)
        elif note:
            self._note_of_year(met, note)

    def _note_of_year(self, met: Met, note: str) -> None:
        """What has no note of its own is kept in the registration of the year."""
        into = self.merger.into
        homes = [row["organisation_id"] for row in self.registrations[into] if row["year"] == met.year]
        owner = int(met.kept.get("registration_id") or 0)
        row = records.find(self.file, "registrations", owner) if owner else None
        if row is None:
            if not homes:
                ensure_registered(self.file, met.year, into)
            where: Row = {"year": met.year, "organisation_id": into}
            row = records.page(self.file, "registrations", where=where)[0]
        _note(self.file, "registrations", row, note)

    def _place(self, table: str, row: Row) -> tuple[Value, ...] | None:
        """What two rows have in common when they meet, None for a table whose rows never do."""
        match table:
            case "registrations" | "culture_years" | "organisation_years":
                return (row["year"],)
            case "sent_papers":
                return (row["year"], row["paper"], row["phase_id"])
            case "scores":
                return (row["year"], row["criterion_id"])
            case "registered_titles":
                return (row["year"], row["subject_kind"], self._who(row), folded_line(str(row["award"])))
            case "registered_movements":
                return (row["year"], folded_line(str(row["name"])))
            case "commitments":
                return (row["plan_id"], folded_line(str(row["quote"]))) if str(row["quote"]).strip() else None
        return None

    def _who(self, row: Row) -> Value:
        """Whom a title is for: two people of one name are two until the clerk said that they are one."""
        if row["subject_kind"] == "tập thể":
            return ""
        who = row["person_id"]
        while who in self._one_person:
            who = self._one_person[who]
        return who or folded_line(str(row["subject"]))


_CALLED = {
    "registrations": "bản đăng ký",
    "sent_papers": "giấy đã giao",
    "culture_years": "gia đình văn hóa",
    "scores": "điểm",
    "registered_titles": "danh hiệu đăng ký",
    "registered_movements": "phong trào tham gia",
    "commitments": "cam kết",
    "organisation_years": "kết quả năm",
}


def _what(met: Met) -> str:
    if met.table == "culture_years":
        return f"Năm {met.year}: {_CALLED[met.table]} (cả hai: cộng lại; cùng có ở {met.source})"
    return f"Năm {met.year}: {_CALLED[met.table]} (cùng có ở {met.source})"


def said(workspace: Workspace, table: str, row: Row) -> str:
    """What a row says, in one line."""
    return "; ".join(filter(None, _SAYS[table](workspace, row))) or "(chưa ghi gì)"


def _registration(workspace: Workspace, row: Row) -> Iterator[str]:
    yield f"số {row['number']}" if row["number"] else ""
    yield f"nộp {format_date(str(row['received_on']))}" if row["received_on"] else "chưa nộp"
    block = records.find(workspace.file, "blocks", int(row["block_id"])) if row["block_id"] else None
    yield str(block["name"]) if block else ""


def _paper(workspace: Workspace, row: Row) -> Iterator[str]:
    for key, words in (("handed_on", "giao"), ("returned_on", "nhận lại"), ("signed_on", "ký")):
        yield f"{words} {format_date(str(row[key]))}" if row[key] else ""
    yield from (str(row[key]) for key in ("handed_to", "signed_by", "note"))


def _culture(workspace: Workspace, row: Row) -> Iterator[str]:
    for key, words in (("households", "hộ"), ("registered", "hộ đăng ký"), ("recognised", "hộ được công nhận")):
        yield f"{row[key]} {words}" if row[key] is not None else ""
    yield f"niêm yết {format_date(str(row['posted_on']))}" if row["posted_on"] else ""


def _score(workspace: Workspace, row: Row) -> Iterator[str]:
    criterion = records.find(workspace.file, "criteria", int(row["criterion_id"] or 0))
    yield str(criterion["name"]) if criterion else ""
    words = (("self_points", "tự chấm"), ("council_points", "Hội đồng"), ("planned", "kế hoạch"), ("achieved", "đạt"))
    for key, called in words:
        yield f"{called} {_number(row[key])}" if row[key] is not None else ""
    yield from (str(row[key]) for key in ("self_grade", "council_grade", "reason"))


def _title(workspace: Workspace, row: Row) -> Iterator[str]:
    yield f"{row['subject']} – {row['award']}"
    yield str(row["note"])


def _movement(workspace: Workspace, row: Row) -> Iterator[str]:
    yield from (str(row["name"]), str(row["note"]))


def _commitment(workspace: Workspace, row: Row) -> Iterator[str]:
    yield str(row["quote"])
    row_id = rows_of.row_id(row)
    yield format_values(rows_of.figures(workspace.file, "commitments", row_id))
    for result in records.page(workspace.file, "commitment_results", where={"commitment_id": row_id}):
        yield _result(workspace.file, result)


def _number(value: Value) -> str:
    return format_number(value) if isinstance(value, int | float) else ""


def _result(file: DataFile, row: Row) -> str:
    phase = records.find(file, "plan_phases", int(row["phase_id"] or 0))
    value = _number(row["value"])
    return f"{phase['name'] if phase else 'đợt'}: {' '.join(filter(None, (value, str(row['note']))))}"


def _year(workspace: Workspace, row: Row) -> Iterator[str]:
    for column in REGISTERS["organisation_years"].columns:
        text = rows_of.shown(column, row[column.key], {})
        if column.key != "year" and text and not (column.key == "discipline" and not row[column.key]):
            yield text if column.type in ("choice", "long_text") else f"{column.heading.lower()} {text}"


_SAYS: Mapping[str, Callable[[Workspace, Row], Iterator[str]]] = {
    "registrations": _registration,
    "sent_papers": _paper,
    "culture_years": _culture,
    "scores": _score,
    "registered_titles": _title,
    "registered_movements": _movement,
    "commitments": _commitment,
    "organisation_years": _year,
}


def move_rows(file: DataFile, table: str, link: str, goes: Row, stays: Row) -> None:
    """Puts the rows of one owner behind those of another; belongs inside an act."""
    owner: Row = {link: stays["id"]}
    number = records.count(file, table, where=owner)
    for place, row in enumerate(records.page(file, table, where={link: goes["id"]}), number):
        records.update(file, table, rows_of.row_id(row), owner | ({"position": place} if "position" in row else {}))


def _move_children(file: DataFile, table: str, link: str, meeting: tuple[str, ...], pair: tuple[Row, Row]) -> str:
    """What hangs on the row that goes comes to the one that stays; gives back what could not."""
    goes, stays = pair
    lost = []
    for row in records.page(file, table, where={link: goes["id"]}) if meeting else ():
        there = records.page(file, table, where={link: stays["id"], **{key: row[key] for key in meeting}})
        if not there:
            continue
        text = _result(file, row)
        if there[0]["value"] is None and row["value"] is not None:
            records.update(file, table, rows_of.row_id(there[0]), {key: row[key] for key in ("value", "note", "proof")})
        elif text != _result(file, there[0]):
            lost.append(text)
        records.delete(file, table, [rows_of.row_id(row)])
    move_rows(file, table, link, goes, stays)
    return "; ".join(lost)


def _append(note: str, more: str) -> str:
    return " ".join(filter(None, (note, more if more not in note else "")))


def _note(file: DataFile, table: str, row: Row, text: str, more: Row | None = None) -> None:
    key = _NOTES.get(table, "note")
    row_id = rows_of.row_id(row)
    before = str(records.get(file, table, row_id)[key])
    changed: Row = {key: _append(before, text)} if text else {}
    if changed := {**changed, **(more or {})}:
        records.update(file, table, row_id, changed)
