"""Whose a returned file is, and for which form: by its stamp, by the code in its corner, else by its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from ...domain.lists.headings import best_list
from ...domain.lists.meanings import ListKind
from ...domain.registers.directory import VILLAGE
from ...domain.registration.paper_codes import PaperCode
from ...domain.registration.paper_codes import code as paper_code
from ...domain.sheets.cells import letters, plain
from ...domain.sheets.finding import AnswerRow, FoundTable
from ...domain.sheets.forms import SHEETS_OF, VERSION, CellValue, SheetKind, Stamp, office_key
from ...domain.sheets.questions import ORGANISATION
from ...domain.sheets.returned import ReturnedFile
from ...domain.sheets.tables import TABLES
from ...domain.sheets.understood import LONGEST_NAME, Understood, top_texts
from ...domain.vietnamese import one_line
from ...storage import records
from ...storage.history import record_history
from ..office.offices import office
from ..plan.organisation_names import KnownOrganisations
from ..registration.registration_rows import numbers_of
from ..wording import shortened
from ..workspace import Workspace

_PREFIX = re.compile(r"^\s*(?:tên\s+)?đơn\s+vị\s*:?\s*", re.IGNORECASE)

_NUMBERED = re.compile(r"^\s*(?:[IVX]+|\d+)[.)]\s*")


@dataclass(frozen=True, slots=True)
class Match:
    """What a file is. ``stamp`` is there when its keys may be believed: it is ours and the organisation's own.
    ``words`` are those at the top of a file without one.
    """

    kind: SheetKind | None = None
    organisation_id: int | None = None
    how: str = ""
    tables: tuple[FoundTable, ...] = ()
    rows: tuple[tuple[AnswerRow, ...], ...] = ()
    answers: Mapping[str, CellValue] = field(default_factory=dict)
    stamp: Stamp | None = None
    remarks: tuple[str, ...] = ()
    problem: str = ""
    code: PaperCode | None = None
    phase: str = ""
    words: str = ""


class Matcher:
    """Recognises files of one year; the directory is read once."""

    def __init__(self, workspace: Workspace, year: int) -> None:
        self._year = year
        offices = _offices(workspace)
        self._offices = frozenset(office_key(*one) for one in offices)
        self._names = frozenset(letters(name) for name, _ in offices)
        self._known = KnownOrganisations(workspace)
        listed = records.page(workspace.file, "registrations", where={"year": year})
        self._numbers = {number: int(row["organisation_id"] or 0) for row in listed for number in numbers_of(row)}
        self._rows = {int(row["id"] or 0): row for row in records.page(workspace.file, "organisations")}

    def match(self, file: Understood) -> Match:
        """What the file is; ``problem`` says why it is none for this year and office."""
        read, stamp, code = file.read, file.read.stamp, file.code
        if problem := self._foreign(stamp):
            return Match(stamp.kind if stamp else None, problem=problem)
        if code and code.year != self._year:
            return Match(problem=_OTHER_YEAR.format(code.year, self._year))
        if len(file.codes) > 1:
            listed = ", ".join(paper_code(one.paper, one.year, one.number, one.phase) for one in file.codes)
            return Match(problem=_SEVERAL.format(listed))
        if code and code.paper not in SHEETS_OF:
            return Match(problem=_OTHER_PAPER)
        if file.kind is None:
            found_list = best_list(read.grids)
            return Match(problem=f"{_LIST.format(*_LISTED[found_list[0]])} {_NO_TABLE}" if found_list else _NO_TABLE)
        remarks = _remarks(read, file.tables) + ((_UNSIGNED,) if file.kind == "giao ước" else ())
        found = Match(file.kind, tables=file.tables, rows=file.rows, answers=file.answers, remarks=remarks, code=code)
        words = "" if stamp else f" {' '.join(letters(text) for text in top_texts(read))} "
        found = replace(found, phase=stamp.phase if stamp else "", words=words)
        if stamp is None and (other := self._elsewhere(read) or self._several(file)):
            return replace(found, remarks=(*remarks, other))
        return self._with_owner(found, read)

    def _foreign(self, stamp: Stamp | None) -> str:
        if stamp is None:
            return ""
        if self._offices and stamp.office and stamp.office not in self._offices:
            return f"Phiếu này do {stamp.office_name or 'một xã khác'} phát ra, không phải của xã mình nên không nhận."
        if stamp.year != self._year:
            return _OTHER_YEAR.format(stamp.year, self._year)
        return ""

    def other_body(self, organisation_id: int | None, text: str) -> str | None:
        """The name of the organisation that a text is; "" for this one, None for no name of any, and for a thôn where
        somebody of another organisation lives.
        """
        found = self._known.called(text)
        if found is None or found == organisation_id:
            return None if found is None else ""
        own = self._rows.get(organisation_id or 0)
        lives_there = self._rows[found]["kind"] == VILLAGE and (own is None or own["kind"] != VILLAGE)
        return None if lives_there else str(self._rows[found]["name"])

    def _elsewhere(self, read: ReturnedFile) -> str:
        """What to say of a paper that names a commune, and not ours; "" for any other."""
        named = [text for text in (*read.texts, *top_texts(read)) if _COMMITTEE.match(letters(text))]
        if not named or any(name in letters(text) for name in self._names for text in named):
            return ""
        return f"Tệp ghi “{shortened(named[0])}”: có thể của xã khác. Chọn đơn vị nếu đúng là của xã mình."

    def _several(self, file: Understood) -> str:
        """What to say of a sheet made by hand that holds the rows of several organisations; "" for any other."""
        named = [label for text in file.read.texts if (label := _labelled(text))]
        for grid in file.read.grids:
            inside = {at for one in file.tables if one.grid is grid for at in range(one.first, one.end)}
            for at, row in enumerate(grid.rows):
                filled = [text for cell in row if (text := plain(cell))]
                if len(filled) == 1:
                    named.append(_labelled(filled[0]) or (_NUMBERED.sub("", filled[0]) if at in inside else ""))
        found = dict.fromkeys(one for text in named if (one := self._known.called(text)))
        if len(found) < 2:
            return ""
        names = ", ".join(f"“{self._rows[one]['name']}”" for one in found)
        return f"Tệp ghi tên nhiều đơn vị: {names}. Chọn đơn vị của tệp; dòng của đơn vị khác thì tách ra tệp riêng."

    def _with_owner(self, match: Match, read: ReturnedFile) -> Match:
        stamp = read.stamp
        if stamp and stamp.organisation_id:
            own = self._living(stamp.organisation_id)
            if own:
                match = replace(match, organisation_id=own, how="theo mã trong phiếu", stamp=stamp)
                merged = f"“{stamp.organisation}” đã sáp nhập vào “{self._rows[own]['name']}”."
                return match if own == stamp.organisation_id else replace(match, remarks=(*match.remarks, merged))
            gone = f"“{stamp.organisation}” không còn trong Danh mục từ khi phát phiếu."
            match = replace(match, remarks=(*match.remarks, gone))
        coded = self._numbers.get(match.code.number) if match.code else None
        if coded and (own := self._living(coded)):
            if self._is_named(own, read):
                return replace(match, organisation_id=own, how="theo mã phiếu ở góc giấy")
            text = f"Mã phiếu là của “{self._rows[own]['name']}” nhưng trong tệp không thấy tên đó."
            return replace(match, remarks=(*match.remarks, text))
        for text, how in self._named(match, read):
            found = self._known.called(text)
            if found:
                return replace(match, organisation_id=found, how=how)
        return self._maybe(match, read)

    def _is_named(self, organisation_id: int, read: ReturnedFile) -> bool:
        """Whether one of its names stands in the file: another commune has papers with the same codes."""
        words = f" {' '.join(letters(text) for text in (*read.texts, *top_texts(read)))} "
        return any(f" {letters(name)} " in words for name in self._known.names(organisation_id))

    def _maybe(self, match: Match, read: ReturnedFile) -> Match:
        """Nobody is called so: who may be meant is told, and the clerk says it."""
        said = match.answers.get(ORGANISATION.key)
        text = said if isinstance(said, str) else one_line(PurePath(read.name).stem)
        names = [f"“{self._rows[one]['name']}”" for one in self._known.look(text).doubtful]
        if not names:
            return match
        return replace(match, remarks=(*match.remarks, f"Có thể là {' hoặc '.join(names)}."))

    def _living(self, organisation_id: int) -> int | None:
        """The organisation itself or the one it went into, None when it is gone from the directory."""
        return self._known.living(organisation_id) if organisation_id in self._rows else None

    @staticmethod
    def _named(match: Match, read: ReturnedFile) -> Iterator[tuple[str, str]]:
        """Every text that may be the organisation's name, the surest first."""
        if isinstance(said := match.answers.get(ORGANISATION.key), str):
            yield said, "theo tên đơn vị trong tệp"
        if read.stamp and read.stamp.organisation:
            yield read.stamp.organisation, "theo tên đơn vị trong phiếu"
        for text in top_texts(read):
            yield from ((name, "theo tên đơn vị trong tệp") for name in _as_name(text))
        stem = one_line(PurePath(read.name).stem)
        parts = [part.strip(" .()0123456789") for part in re.split(r"\s+[-–_]\s+|_", stem)]
        words = stem.replace("_", " ").split()
        for part in (stem, *reversed(parts), *(" ".join(words[start:]) for start in range(1, len(words)))):
            yield part, "theo tên tệp"


def _labelled(text: str) -> str:
    """The name behind "Đơn vị:", "" for another text."""
    bare = _PREFIX.sub("", text)
    return bare if bare != text and len(text) <= LONGEST_NAME else ""


def _offices(workspace: Workspace) -> frozenset[tuple[str, str]]:
    """Name and province of the office, and those it had before: forms may be out when its name is put right."""
    changes = record_history(workspace.file, "office", _OFFICE)
    images = [image for change in changes if change.in_effect for image in (change.before, change.after) if image]
    own = office(workspace)
    now = [(own.name, own.province)] if own else []
    return frozenset(now) | {(str(image["name"]), str(image["province"])) for image in images}


_OFFICE = 1
"""The id of the only row of the office."""
_LISTED: dict[ListKind, tuple[str, str]] = {
    "people": ("cá nhân", "Cá nhân, bấm"),
    "organisations": ("tổ chức", "Tổ chức thành viên, “Việc khác”, chọn"),
}
_LIST = "Tệp này giống danh sách {}: danh sách thì vào Danh mục › {} “Nhập từ tệp Excel…”."
_NO_TABLE = (
    "Không thấy bảng nào của phiếu đăng ký, phiếu kết quả, bản giao ước trong tệp này. "
    "Bảng phải có dòng đầu ghi tên cột, ví dụ Họ và tên, Danh hiệu, hoặc Nội dung cam kết, Kết quả."
)


_SEVERAL = "Tệp này có nhiều phiếu ({}) nên chưa nhận được. Tách mỗi phiếu ra một tệp rồi nhận."
_OTHER_PAPER = (
    "Tệp này là bảng giao chỉ tiêu của xã, đơn vị không phải ghi gì vào nên không có gì để nhận. "
    "Bản chụp thì kèm vào hồ sơ ở mục Giấy tờ."
)
_PAGE_GONE = "Trang “{}” của phiếu không còn trong tệp hoặc đã mất dòng tên cột: không đọc được gì ở trang đó."
_UNSIGNED = "Tệp này không có chữ ký: khi bản đã ký về thì ghi ngày ký ở mục Giấy tờ."
_COMMITTEE = re.compile(r"(?:kinh gui|giua|dai dien) (?:uy ban nhan dan|ubnd) (?:xa|phuong|dac khu) ")
"""Whom a paper is for; a plan that it names may be another committee's."""
_OTHER_YEAR = (
    "Phiếu này của năm {0}, đang làm năm {1} nên không nhận vào đây. Chuyển sang năm {0} rồi nhận lại nếu cần."
)


def _as_name(text: str) -> Iterator[str]:
    if 2 < len(text) <= LONGEST_NAME:
        yield text
        if bare := _PREFIX.sub("", text):
            yield bare


def _remarks(read: ReturnedFile, tables: tuple[FoundTable, ...]) -> tuple[str, ...]:
    said, found = list(read.remarks), {table.table.key for table in tables}
    if read.stamp:
        if read.stamp.version != VERSION:
            said.append(f"Phiếu theo mẫu khác (phiên bản {read.stamp.version}); đọc theo tên cột.")
        said += [_PAGE_GONE.format(one.name) for one in TABLES[read.stamp.kind] if one.key not in found]
    for table in tables:
        known = ", ".join(f"“{text}”" for text in table.unread)
        if known:
            said.append(f"Trang “{table.grid.name}”: cột {known} không có trong phiếu nên không lấy.")
    return tuple(dict.fromkeys(said))
