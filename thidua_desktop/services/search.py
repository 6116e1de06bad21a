"""The search over everything (Ctrl+K): what holds the words, grouped by what it is, each with the way there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from ..domain.chasing.sent_papers import TITLES as PAPER_TITLES
from ..domain.destinations import AWARDS, DIRECTORY, PLANS, REGISTRATION, Destination
from ..domain.plan.plans import Plan
from ..domain.richtext import from_json
from ..domain.sheets.forms import SHEET_NAMES, SheetKind
from ..domain.vietnamese import fold, format_date, nfc
from ..storage import search as stored
from ..storage.records import Row
from .chasing import sent_papers
from .workspace import Workspace

PER_GROUP = 6  # lines of one kind; more are found by more words
SHORTEST = 2  # letters: one alone stands nearly everywhere
_LONGEST = 110  # characters of a line


@dataclass(frozen=True, slots=True)
class Hit:
    """One find: its name, what tells it from others of that name, and where it stands."""

    text: str
    detail: str
    destination: Destination


@dataclass(frozen=True, slots=True)
class Group:
    """The finds of one kind; ``more`` when there are others that are not listed."""

    title: str
    hits: tuple[Hit, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind that is searched: its heading, its table, and how a row is shown."""

    title: str
    table: str
    hit: Callable[[Row], Hit]


def search(workspace: Workspace, text: str) -> tuple[Group, ...]:
    """What holds every word of ``text``, with or without marks and capitals; nothing for less than two letters."""
    words = fold(nfc(text)).split()
    if sum(map(len, words)) < SHORTEST:
        return ()
    groups = [_group(workspace, kind, words) for kind in _KINDS]
    groups.insert(_SECTIONS_AFTER, _sections(workspace, words))
    groups.insert(0, _coded(workspace, text))
    return tuple(group for group in groups if group.hits)


def _coded(workspace: Workspace, text: str) -> Group:
    """The paper whose code was typed ("ĐK-2026-017", "dk 2026 17")."""
    found = sent_papers.find(workspace, text)
    if found is None:
        return Group("Mã phiếu", (), more=False)
    key = found.key
    where = Destination(
        REGISTRATION, f"sent_papers/{key.paper}/{key.phase_id or 0}", key.registration_id, year=found.year
    )
    code, organisation = sent_papers.called(workspace, found)
    title = PAPER_TITLES.get(key.paper, "")
    return Group(
        "Mã phiếu", (Hit(_joined(code, title), _joined(organisation, f"năm {found.year}"), where),), more=False
    )


def _group(workspace: Workspace, kind: _Kind, words: list[str]) -> Group:
    rows = stored.found(workspace.file, kind.table, words, PER_GROUP + 1)
    return Group(kind.title, tuple(map(kind.hit, rows[:PER_GROUP])), len(rows) > PER_GROUP)


def _sections(workspace: Workspace, words: list[str]) -> Group:
    together: list[Hit] = []
    apart: list[Hit] = []
    for row in stored.section_texts(workspace.file):
        heading = _text(row, "heading")
        body = " ".join(paragraph.text for paragraph in from_json(_text(row, "body")))
        folded = fold(f"{heading} {body}")
        if all(word in folded for word in words):
            name = f"{_text(row, 'marker')} {heading or body}".strip()
            found = together if " ".join(words) in folded else apart
            found.append(Hit(_line(name), _year(row), _to(PLANS, "plan_sections", row)))
    hits = (*together, *apart)
    return Group("Mục của kế hoạch", hits[:PER_GROUP], len(hits) > PER_GROUP)


def _text(row: Row, name: str) -> str:
    return str(row.get(name) or "")


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _year(row: Row) -> str:
    return f"năm {row['year']}"


def _to(tab: int, kind: str, row: Row, key: str = "id") -> Destination:
    return Destination(tab, kind, int(row[key] or 0), int(row.get("year") or 0))


def _organisation(row: Row) -> Hit:
    return Hit(_text(row, "name"), _text(row, "kind"), _to(DIRECTORY, "organisations", row))


def _former_name(row: Row) -> Hit:
    now = f"nay là {_text(row, 'organisation')}"
    return Hit(_text(row, "name"), now, _to(DIRECTORY, "organisations", row, "organisation_id"))


def _person(row: Row) -> Hit:
    detail = _joined(_text(row, "position"), _text(row, "organisation"))
    return Hit(_text(row, "full_name"), detail, _to(DIRECTORY, "people", row))


def _plan(row: Row) -> Hit:
    plan = Plan(int(row["year"] or 0), _text(row, "doc_type"), _text(row, "title"))
    return Hit(_line(plan.full_title), _year(row), _to(PLANS, "plans", row))


def _target(row: Row) -> Hit:
    name = _text(row, "indicator") or _text(row, "quote")
    return Hit(_line(name), _joined(_text(row, "group"), _year(row)), _to(PLANS, "plan_targets", row))


def _commitment(row: Row) -> Hit:
    name = _joined(_text(row, "organisation"), _text(row, "quote"))
    return Hit(_line(name), _year(row), _to(PLANS, "commitments", row))


def _registered(row: Row) -> Hit:
    detail = _joined(_text(row, "organisation"), _year(row))
    return Hit(_given(row), detail, _to_registration(row))


def _initiative(row: Row) -> Hit:
    name = _line(" – ".join(part for part in (_text(row, "name"), _text(row, "author")) if part))
    return Hit(name, _joined(_text(row, "organisation"), _year(row)), _to_registration(row))


def _movement(row: Row) -> Hit:
    return Hit(_line(_text(row, "name")), _joined(_text(row, "organisation"), _year(row)), _to_registration(row))


def _to_registration(row: Row) -> Destination:
    return _to(REGISTRATION, "organisations", row, "organisation_id")


def _criterion(row: Row) -> Hit:
    return Hit(_line(_text(row, "name")), _joined(_text(row, "set"), _year(row)), _to(REGISTRATION, "criteria", row))


def _paper(row: Row) -> Hit:
    whom = _joined(_text(row, "handed_to"), _text(row, "signed_by"), _text(row, "note"))
    detail = _joined(PAPER_TITLES.get(_text(row, "paper"), ""), _year(row))
    return Hit(_line(_joined(_text(row, "organisation"), whom)), detail, _to(REGISTRATION, "sent_papers", row))


def _reminder(row: Row) -> Hit:
    said = _joined(_text(row, "organisation"), _text(row, "reached"), _text(row, "answer"))
    detail = _joined(_text(row, "channel"), format_date(_text(row, "reached_on")), _year(row))
    return Hit(_line(said), detail, _to(REGISTRATION, "reminders", row))


def _taken(row: Row) -> Hit:
    detail = _joined(SHEET_NAMES[cast(SheetKind, row["sheet"])], _text(row, "organisation"), _year(row))
    return Hit(_line(_text(row, "name")), detail, _to_registration(row))


def _nomination(row: Row) -> Hit:
    detail = _joined(_text(row, "state"), _text(row, "round"), _year(row))
    return Hit(_given(row), detail, _to(AWARDS, "nominations", row))


def _award(row: Row) -> Hit:
    number = _text(row, "decision_number")
    return Hit(
        _given(row),
        _joined(f"Quyết định {number}" if number else "", _year(row)),
        Destination(AWARDS, "awards", int(row["id"] or 0)),  # old years stand in one list
    )


def _given(row: Row) -> str:
    return _line(f"{_text(row, 'subject')} – {_text(row, 'award')}")


def _act(row: Row) -> Hit:
    name = f"{_text(row, 'kind')} {_text(row, 'number')}".strip()
    return Hit(name, _line(_text(row, "title")), _to(DIRECTORY, "legal_acts", row))


_KINDS = (
    _Kind("Tổ chức", "organisations", _organisation),
    _Kind("Tên cũ của tổ chức", "former_names", _former_name),
    _Kind("Cá nhân", "people", _person),
    _Kind("Kế hoạch", "plans", _plan),
    _Kind("Chỉ tiêu", "plan_targets", _target),
    _Kind("Cam kết", "commitments", _commitment),
    _Kind("Danh hiệu đăng ký", "registered_titles", _registered),
    _Kind("Sáng kiến đăng ký", "registered_initiatives", _initiative),
    _Kind("Phong trào tham gia", "registered_movements", _movement),
    _Kind("Tiêu chí chấm điểm", "criteria", _criterion),
    _Kind("Giấy tờ đã giao, đã nhận", "sent_papers", _paper),
    _Kind("Các lần nhắc", "reminders", _reminder),
    _Kind("Tệp đã nhận", "taken_files", _taken),
    _Kind("Đề nghị khen thưởng", "nominations", _nomination),
    _Kind("Khen thưởng đã có", "awards", _award),
    _Kind("Văn bản căn cứ", "legal_acts", _act),
)
_SECTIONS_AFTER = 6  # behind the commitments
