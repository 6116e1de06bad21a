"""The files of ``resources/law`` → :class:`~.packs.Law`.

One file for each period is called by its first day (``2025-07-01.toml``); beside them stand ``awards.toml``,
``base_salary.toml`` and ``calendar.toml``. A pack that ``carries`` another says only what is different; one without
``until`` lasts to the day before the next, so that a new law is a new file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from ..awards import AwardDef
from ..legal_acts import UNCHECKED_MARK
from ..vietnamese import fold
from . import row_shapes
from .conditions import Condition, Meets, OneOf
from .packs import LISTS, Law, RulePack
from .row_reading import LawError, LawFile, Place, Shape
from .row_types import BaseSalaryRow, BonusRow, DeadlineRow, FactorRow, Row, is_day_of_every_year

_PACK_NAME = re.compile(r"\d{4}-\d{2}-\d{2}")
_BROKEN_NOTE = "Tệp quy định của thời kỳ này bị hỏng nên tạm dùng quy định của thời kỳ “{}”; chưa đối chiếu."
_Made = TypeVar("_Made")


def parse_law(files: Mapping[str, LawFile | None]) -> tuple[Law, tuple[LawError, ...]]:
    """The law of the files that are good, and what is wrong with the others; None is a file that cannot be read.

    A broken period is filled with the rules of the one before it (the first with those after it), none of them
    checked. Raises :class:`LawError` when the catalogue of awards is broken or no period is good.
    """
    problems: list[LawError] = []
    file = files.get("awards")
    if file is None:
        raise LawError("awards.toml", 0, "", "không có hoặc không đọc được danh mục danh hiệu, hình thức khen thưởng")
    awards = _awards(file)
    salaries = _kept(problems, files, "base_salary", _base_salaries) or ()
    deadlines = _kept(problems, files, "calendar", _deadlines) or ()
    packs = _packs({name: files[name] for name in sorted(files) if _is_period(name)}, awards, problems)
    return Law(awards, packs, salaries, deadlines), tuple(problems)


def is_law_file(name: str) -> bool:
    """Whether a file of that name (without ending) belongs to the law."""
    return name in ("awards", "base_salary", "calendar") or _is_period(name)


def _is_period(name: str) -> bool:
    if not _PACK_NAME.fullmatch(name):
        return False
    try:
        date.fromisoformat(name)
    except ValueError:
        return False
    return True


def _kept(
    problems: list[LawError], files: Mapping[str, LawFile | None], name: str, parse: Callable[[LawFile], _Made]
) -> _Made | None:
    """What the file of that name says; None when it says nothing good."""
    if name not in files:
        problems.append(LawError(f"{name}.toml", 0, "", "không có tệp này"))
    file = files.get(name)
    if file is None:
        return None
    try:
        return parse(file)
    except LawError as error:
        problems.append(error)
        return None


def _rows(file: LawFile, where: str, shape: Shape, named: str) -> list[tuple[Place, Any]]:
    """The rows of a file that is one list."""
    if set(file.table) != {where}:
        raise LawError(f"{file.name}.toml", 1, "", f"tệp phải gồm đúng một danh sách [[{where}]]")
    read = []
    for index, table in enumerate(_tables(file, where)):
        place = Place(file, where, index, f"dòng thứ {index + 1} ({table.get(named, 'chưa có tên')})")
        read.append((place, shape.read(place, table)))
    return read


def _tables(file: LawFile, where: str) -> list[Mapping[str, object]]:
    value = file.table.get(where, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise LawError(f"{file.name}.toml", file.line("", 0, where), "", f"“{where}” phải là danh sách [[{where}]]")
    return value


def _awards(file: LawFile) -> tuple[AwardDef, ...]:
    made: dict[str, AwardDef] = {}
    entries = [(place, entry) for place, entry in _rows(file, "awards", row_shapes.AWARD, "name")]
    for place, entry in entries:
        for name in entry.names:
            if fold(name) in made:
                place.refuse(f"cách gọi “{name}” đã là của “{made[fold(name)].name}”")
        made |= dict.fromkeys(map(fold, entry.names), entry)
    return tuple(entry for _, entry in entries)


def _base_salaries(file: LawFile) -> tuple[BaseSalaryRow, ...]:
    made: list[BaseSalaryRow] = []
    for place, row in _rows(file, "base_salary", row_shapes.BASE_SALARY, "since"):
        if made and row.since <= made[-1].since:
            place.at("since").refuse("phải sau ngày của dòng trên")
        made.append(row)
    return tuple(made)


def _deadlines(file: LawFile) -> tuple[DeadlineRow, ...]:
    made: dict[str, DeadlineRow] = {}
    for place, row in _rows(file, "deadlines", row_shapes.DEADLINE, "key"):
        if row.key in made:
            place.at("key").refuse(f"là “{row.key}”, đã có ở trên")
        if not is_day_of_every_year(row.month, row.day):
            place.at("day").refuse("không phải là một ngày có trong mọi năm")
        made[row.key] = row
    return tuple(made.values())


@dataclass(slots=True)
class _Draft:
    """A pack being read: its own rows with the places they stand at."""

    pack: RulePack
    place: Place
    drops: tuple[str, ...] = ()
    note: str = ""
    places: dict[str, Place] = field(default_factory=dict)


def _packs(
    files: Mapping[str, LawFile | None], awards: tuple[AwardDef, ...], problems: list[LawError]
) -> tuple[RulePack, ...]:
    """The packs in the order of time, broken ones filled."""
    names = list(files)
    made: dict[str, RulePack | None] = {}
    known = len(problems)
    for name, following in zip(names, [*names, None][1:], strict=True):
        file = files[name]
        try:
            made[name] = _pack(file, awards, made, following) if file else None
        except LawError as error:
            problems.append(error)
            made[name] = None
    good = [pack for pack in made.values() if pack]
    if not good:
        raise (*problems[known:], LawError("law", 0, "", "không có bộ quy định nào"))[0]
    filled: list[RulePack] = []
    for name, following in zip(names, [*names, None][1:], strict=True):
        pack = made[name] or _filled(name, _day_before(following), (filled or good)[-1 if filled else 0])
        filled.append(pack)
        made[name] = pack
    return tuple(filled)


def _filled(name: str, until: str | None, by: RulePack) -> RulePack:
    note = _BROKEN_NOTE.format(by.name)
    return replace(
        unchecked(by, note), id=name, name=f"Thời kỳ từ {name}", since=name, until=until, carries=by.id, known=False
    )


def unchecked(pack: RulePack, note: str) -> RulePack:
    """The pack with every row marked as not compared with the original, and why."""
    return pack.changed({row.key: replace(row, mark=UNCHECKED_MARK, note=note) for row in pack.rows()})


def _pack(
    file: LawFile, awards: tuple[AwardDef, ...], earlier: Mapping[str, RulePack | None], following: str | None
) -> RulePack:
    draft = _head(Place(file, awards={fold(award.name): award.name for award in awards}), following)
    carried = _carried(draft, earlier)
    own = _own_rows(draft, carried)
    lists: dict[str, Any] = {name: _merged(name, carried, own[name]) for name in LISTS}
    pack = replace(draft.pack, **lists)
    _check_awards(draft, pack, awards)
    _check_alternatives(draft, pack)
    _check_meets(draft, pack)
    return pack


def _head(place: Place, following: str | None) -> _Draft:
    table = {key: value for key, value in place.file.table.items() if key not in (*LISTS, "transition")}
    shape = Shape(dict, row_shapes.PACK_HEAD, ("name", "since"))
    head = shape.read(place, table)
    if head["since"] != place.file.name:
        place.at("since").refuse(f"phải trùng với tên tệp: {place.file.name}")
    until = _day_before(following)
    if head.get("until", until) != until:
        expected = f"phải là {until}, ngay trước thời kỳ sau" if following else "thừa ở thời kỳ cuối"
        place.at("until").refuse(f"{expected}; các thời kỳ không được hở hoặc chồng nhau")
    if not head.get("known", True) and not (head.get("carries") and head.get("carried_note")):
        place.at("known").refuse("là false thì phải có “carries” và “carried_note”")
    transition = None
    if "transition" in place.file.table:
        at = Place(place.file, "transition", row="[transition]")
        transition = row_shapes.TRANSITION.read(at, place.file.table["transition"])
    pack = RulePack(
        id=head["since"],
        name=head["name"],
        since=head["since"],
        until=until,
        carries=head.get("carries", ""),
        known=head.get("known", True),
        transition=transition,
    )
    return _Draft(pack, place, head.get("drops", ()), head.get("carried_note", ""))


def _carried(draft: _Draft, earlier: Mapping[str, RulePack | None]) -> RulePack | None:
    """The pack whose rules go on, without the rows this one drops."""
    if not draft.pack.carries:
        return None
    if draft.pack.carries not in earlier:
        there = ", ".join(earlier) or "chưa có"
        draft.place.at("carries").refuse(f"là “{draft.pack.carries}”, không phải thời kỳ trước (có: {there})")
    carried = earlier[draft.pack.carries]
    if carried is None:
        before = [pack for name, pack in earlier.items() if pack and name < draft.pack.carries]
        if not before:
            draft.place.at("carries").refuse(f"là “{draft.pack.carries}”, mà tệp ấy đang bị hỏng")
        carried = unchecked(before[-1], _BROKEN_NOTE.format(before[-1].name))
    if missing := set(draft.drops) - {row.key for row in carried.rows()}:
        draft.place.at("drops").refuse(f"có “{min(missing)}”, không có trong thời kỳ {draft.pack.carries}")
    lists: dict[str, Any] = {
        name: tuple(row for row in getattr(carried, name) if row.key not in draft.drops) for name in LISTS
    }
    carried = replace(carried, **lists)
    return carried if draft.pack.known else unchecked(carried, draft.note)


def _own_rows(draft: _Draft, carried: RulePack | None) -> dict[str, list[Any]]:
    own: dict[str, list[Any]] = {name: [] for name in LISTS}
    parents: dict[str, Condition] = {row.key: row for row in carried.conditions} if carried else {}
    for name in LISTS:
        for index, table in enumerate(_tables(draft.place.file, name)):
            row = f"[[{name}]] thứ {index + 1} ({table.get('key', 'chưa có khóa')})"
            place = Place(draft.place.file, name, index, row, awards=draft.place.awards)
            if name == "conditions":
                made = row_shapes.condition(place, table, parents)
                parents[made.key] = made
            else:
                made = row_shapes.PACK_ROWS[name].read(place, table)
            if made.key in draft.places:
                place.at("key").refuse(f"là “{made.key}”, đã có ở trên")
            draft.places[made.key] = place
            own[name].append(made)
    return own


def _merged(name: str, carried: RulePack | None, own: Sequence[Row]) -> tuple[Row, ...]:
    """The carried rows with those of the same key replaced, then the new ones."""
    before: tuple[Row, ...] = getattr(carried, name) if carried else ()
    mine = {row.key: row for row in own}
    kept = [mine.pop(row.key, row) for row in before]
    return (*kept, *mine.values())


def _check_awards(draft: _Draft, pack: RulePack, awards: tuple[AwardDef, ...]) -> None:
    """No award is decided by two, nor paid twice; a row is only about subjects that are given the award."""
    subjects_of = {award.name: award.subjects for award in awards}
    decided: set[str] = set()
    paid: set[tuple[str, str]] = set()
    for authority in pack.authorities:
        for award in authority.awards:
            if award in decided:
                _place(draft, authority).refuse(f"thẩm quyền tặng “{award}” đã có ở dòng khác")
            decided.add(award)
    for bonus in pack.bonuses:
        for award in bonus.awards:
            for subject in bonus.subjects or subjects_of[award]:
                if (award, subject) in paid:
                    _place(draft, bonus).refuse(f"mức tiền thưởng của “{award}” ({subject}) đã có ở dòng khác")
                paid.add((award, subject))
    about: tuple[Condition | BonusRow | FactorRow, ...] = (*pack.conditions, *pack.bonuses, *pack.factors)
    for row in about:
        for award in row.awards:
            if row.key in draft.places and (wrong := set(row.subjects) - set(subjects_of[award])):
                draft.places[row.key].refuse(f"“{award}” không tặng cho {min(wrong)}")
    for bonus in pack.bonuses:
        if bonus.key in draft.places and (bonus.coefficient is None) != bool(bonus.reason):
            draft.places[bonus.key].refuse("phải có “coefficient”, hoặc “reason” nói vì sao chưa biết")


def _place(draft: _Draft, row: Row) -> Place:
    """Where the row stands; the head of the file for one that is carried."""
    return draft.places.get(row.key, draft.place)


def _check_alternatives(draft: _Draft, pack: RulePack) -> None:
    for condition in pack.conditions:
        if isinstance(condition, OneOf) and not any(row.of == condition.key for row in pack.conditions):
            _place(draft, condition).refuse(f"chưa có dòng nào là một trường hợp (of = “{condition.key}”)")


def _check_meets(draft: _Draft, pack: RulePack) -> None:
    """No award asks for its own standard, be it by way of others."""
    asked: dict[str, set[str]] = {}
    for condition in pack.conditions:
        if isinstance(condition, Meets):
            for award in condition.awards:
                asked.setdefault(award, set()).add(condition.standard_of)
            seen: set[str] = set()
            ahead = {condition.standard_of}
            while ahead:
                seen |= ahead
                ahead = {further for award in ahead for further in asked.get(award, ())} - seen
            if seen & set(condition.awards):
                _place(draft, condition).refuse("hỏi tiêu chuẩn của chính mình")


def _day_before(first: str | None) -> str | None:
    return (date.fromisoformat(first) - timedelta(days=1)).isoformat() if first else None
