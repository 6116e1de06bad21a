"""The word lists and figures of the document checker, read from ``resources/checking``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from ..legal_acts import CHECKED_MARK
from .language.compounds import Compounds
from .language.syllables import Syllables, parse_used


@dataclass(frozen=True, slots=True)
class DocType:
    """A kind of paper and its abbreviation in the symbol ("" when it has none)."""

    name: str
    abbreviation: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """The act ``number`` is to be cited together with what amended it, in papers from ``since`` (ISO) on."""

    number: str
    by: str
    since: str
    wording: str


@dataclass(frozen=True, slots=True)
class GoneBody:
    """Bodies (UBND huyện, thị trấn …) that exist no more from ``since`` (ISO) on, and what stands in their place."""

    names: tuple[str, ...]
    since: str
    advice: str


@dataclass(frozen=True, slots=True)
class IssuerSymbol:
    """The end of a number ("TU") and the bodies whose papers bear it."""

    symbol: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day that is celebrated: the ways to call it, its day and month, and the year it goes back to (0 = none)."""

    names: tuple[str, ...]
    day: str
    year: int = 0
    mark: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class FixedName:
    """A name with its right capitals; ``unless_after`` are words before it that make other capitals right.

    ``unless_before`` are words after it that do so. The signs between the words of a ``loose`` name are fixed too.
    ``since`` is the day (ISO) from which papers write it so, "" = ever.
    """

    right: str
    unless_after: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    loose: bool = False
    since: str = ""
    mark: str = CHECKED_MARK


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong wording, the right one, and why."""

    wrong: str
    right: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class CheckRules:
    """Everything the checks look up. An empty list switches off the checks that need it.

    ``doubled`` maps a word to the words that make a doubling right when they follow ("của của cải");
    ``doubled_after`` maps a verb or a little word to the words before it that do so ("đạt được được biểu dương");
    ``reduplications`` are words that Vietnamese doubles ("luôn luôn"); ``closing_words`` begin no compound, so a
    doubled word before one is a slip; ``phrase_openers`` begin phrases that are doubled on purpose ("từng bước").
    Days are counted in whole days; ``sum_tolerance`` is a share of the total.
    """

    doc_types: tuple[DocType, ...] = ()
    act_kinds: tuple[str, ...] = ()
    numbered_kinds: tuple[str, ...] = ()
    called_by_name: tuple[str, ...] = ()
    other_kinds: tuple[DocType, ...] = ()
    issuer_symbols: tuple[IssuerSymbol, ...] = ()
    mention_words: tuple[str, ...] = ()
    mention_ends: tuple[str, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    gone_bodies: tuple[GoneBody, ...] = ()
    former_words: tuple[str, ...] = ()
    doubled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    doubled_after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reduplications: tuple[str, ...] = ()
    closing_words: tuple[str, ...] = ()
    phrase_openers: tuple[str, ...] = ()
    fixed_names: tuple[FixedName, ...] = ()
    slips: tuple[Slip, ...] = ()
    quoted_names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    known_abbreviations: tuple[str, ...] = ()
    impossible_pairs: tuple[str, ...] = ()
    bound_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    task_verbs: tuple[str, ...] = ()
    council_names: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    counted_things: tuple[str, ...] = ()
    fewer_is_better: tuple[str, ...] = ()
    unclear_direction: tuple[str, ...] = ()
    measured_otherwise: tuple[str, ...] = ()
    commune_levels: tuple[str, ...] = ()
    higher_levels: tuple[str, ...] = ()
    overlapping_parts: tuple[str, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    own_titles: tuple[str, ...] = ()
    academic_titles: tuple[str, ...] = ()
    share_words: tuple[str, ...] = ()
    whole_things: tuple[str, ...] = ()
    referring_words: tuple[str, ...] = ()
    owner_words: tuple[str, ...] = ()
    launching_words: tuple[str, ...] = ()
    looking_back: tuple[str, ...] = ()
    unit_slips: tuple[Slip, ...] = ()
    sum_tolerance: float = 0.0
    syllables: Syllables = field(default_factory=Syllables)
    compounds: Compounds = field(default_factory=Compounds)
    report_late_days: int = 0
    occasion_days_after: int = 0


def parse_check_rules(table: Mapping[str, Any]) -> CheckRules:
    """All files of ``resources/checking`` merged into one table (no key stands in two of them) as rules.

    Raises ``ValueError`` with a Vietnamese sentence that names the first bad key, and the row within it.
    """
    known = {known.name for known in fields(CheckRules)}
    for key in table:
        if key not in known:
            raise ValueError(f"không có mục “{key}”")
    for key in sorted(known):
        if key not in table:
            raise ValueError(f"thiếu mục “{key}”")
    return CheckRules(**{key: _PARSERS.get(key, _words)(key, value) for key, value in table.items()})


def _words(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise ValueError(f"“{key}” phải là danh sách chữ trong ngoặc kép, không có ô trống")
    return tuple(value)


def _word_lists(key: str, value: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise ValueError(f"“{key}” phải là một bảng")
    return {word: _words(f"{key}.{word}", followers) for word, followers in value.items()}


def _days(key: str, value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"“{key}” phải là số ngày (số nguyên, không âm)")
    return value


def _share(key: str, value: object) -> float:
    if not isinstance(value, float) or not 0 <= value < 1:
        raise ValueError(f"“{key}” phải là số thập phân từ 0 đến dưới 1")
    return value


def _row(key: str, position: int, row: object, shape: type, optional: tuple[str, ...]) -> Any:
    place = f"“{key}”, dòng thứ {position}"
    if not isinstance(row, dict):
        raise ValueError(f"{place} phải là một bảng")
    types = {column.name: column.type for column in fields(shape)}
    columns = list(types)
    cells: dict[str, object] = {}
    for name, value in row.items():
        if name not in columns:
            raise ValueError(f"{place}: không có ô “{name}”")
        cells[name] = _cell(f"{place}, ô “{name}”", value, types[name])
    for name in columns:
        if name not in cells and name not in optional:
            raise ValueError(f"{place}: thiếu “{name}”")
    return shape(**cells)


def _cell(place: str, value: object, wanted: object) -> object:
    if isinstance(value, str) or type(value).__name__ == wanted:
        return value
    if type(value) is date:
        return value.isoformat()
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    raise ValueError(f"{place} phải là chữ, ngày hoặc danh sách chữ")


def _split(key: str, table: object, names: Sequence[str]) -> list[tuple[str, ...]]:
    """Texts of a table that are lists of words: parted by " | " where words have blanks, by blanks elsewhere."""
    if not isinstance(table, dict) or set(table) != set(names):
        raise ValueError(f"“{key}” phải là một bảng gồm {', '.join(names)}")
    lists = []
    for name in names:
        value = table[name]
        if not isinstance(value, str):
            raise ValueError(f"“{key}.{name}” phải là chữ trong ngoặc kép")
        words = value.split("|") if "|" in value else value.split()
        lists.append(tuple(" ".join(word.split()) for word in words))
    return lists


def _syllables(key: str, value: object) -> Syllables:
    if not isinstance(value, dict) or not isinstance(value.get("used"), str):
        raise ValueError(f"“{key}.used” phải là chữ trong ngoặc kép")
    made = {name: text for name, text in value.items() if name != "used"}
    rhymes, onsets, front, back, stops = _split(
        key, made, ("rhymes", "onsets", "onsets_before_front", "onsets_before_back", "stops")
    )
    try:
        used = parse_used(value["used"])
    except ValueError as error:
        raise ValueError(f"“{key}.used”: {error}") from error
    return Syllables(frozenset(rhymes), onsets, front, back, stops, used)


def _compounds(key: str, value: object) -> Compounds:
    words, others, onsets, lone, phrases = _split(key, value, ("words", "others", "onsets", "lone", "phrases"))
    for word in (*words, *others):
        if len(word.split()) != 2:
            raise ValueError(f"“{key}”: “{word}” phải gồm đúng hai chữ")
    return Compounds(words, others, tuple(tuple(group.split()) for group in onsets), frozenset(lone), phrases)


def _rows(shape: type, *optional: str) -> Any:
    def parse(key: str, value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError(f"“{key}” phải là danh sách [[{key}]]")
        return tuple(_row(key, position, row, shape, optional) for position, row in enumerate(value, start=1))

    return parse


_PARSERS: dict[str, Any] = {
    "doc_types": _rows(DocType, "abbreviation"),
    "other_kinds": _rows(DocType),
    "issuer_symbols": _rows(IssuerSymbol),
    "occasions": _rows(Occasion, "year"),
    "unit_slips": _rows(Slip, "why"),
    "amendments": _rows(Amendment),
    "gone_bodies": _rows(GoneBody),
    "fixed_names": _rows(FixedName, "unless_after", "unless_before", "loose", "since", "mark"),
    "slips": _rows(Slip, "why"),
    "doubled": _word_lists,
    "doubled_after": _word_lists,
    "bound_words": _word_lists,
    "syllables": _syllables,
    "compounds": _compounds,
    "sum_tolerance": _share,
    "report_late_days": _days,
    "occasion_days_after": _days,
}
