"""Whose a returned file is, and for which form: by its stamp, by the code in its corner, else by its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import compress
from pathlib import PurePath

from ...domain.registration.paper_codes import PaperCode
from ...domain.sheets.finding import AnswerRow, FoundTable
from ...domain.sheets.forms import VERSION, CellValue, SheetKind, Stamp, office_key
from ...domain.sheets.questions import ORGANISATION
from ...domain.sheets.returned import NEVER_SAVED, ReturnedFile
from ...domain.sheets.tables import RESULT_TABLES
from ...domain.sheets.understood import LONGEST_NAME, Understood, top_texts
from ...domain.vietnamese import one_line
from ...storage import records
from ...storage.history import record_history
from ..office.offices import office
from ..plan.organisation_names import KnownOrganisations
from ..registration.registration_rows import numbers_of
from ..workspace import Workspace

_PREFIX = re.compile(r"^\s*(?:tên\s+)?đơn\s+vị\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """What a file is. ``stamp`` is there when its keys may be believed: it is ours and the organisation's own."""

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


class Matcher:
    """Recognises files of one year; the directory is read once."""

    def __init__(self, workspace: Workspace, year: int) -> None:
        self._year = year
        self._offices = _offices(workspace)
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
        if code and code.paper not in _READ:
            return Match(problem=_OTHER_PAPER.format(_OTHERS.get(code.paper, "một giấy khác")))
        kind = stamp.kind if stamp else _kind(file.tables, code)
        if kind is None:
            return Match(problem=_NO_TABLE)
        of_kind = [(one.table.key == RESULT_TABLES[0].key) == (kind == "kết quả") for one in file.tables]
        tables, rows = tuple(compress(file.tables, of_kind)), tuple(compress(file.rows, of_kind))
        found = Match(kind, tables=tables, rows=rows, answers=file.answers, remarks=_remarks(read, tables), code=code)
        found = replace(found, phase=stamp.phase if stamp else "")
        return self._with_owner(found, read)

    def _foreign(self, stamp: Stamp | None) -> str:
        if stamp is None:
            return ""
        if self._offices and stamp.office and stamp.office not in self._offices:
            return f"Phiếu này do {stamp.office_name or 'một xã khác'} phát ra, không phải của xã mình nên không nhận."
        if stamp.year != self._year:
            return _OTHER_YEAR.format(stamp.year, self._year)
        return ""

    def _with_owner(self, match: Match, read: ReturnedFile) -> Match:
        stamp = read.stamp
        if stamp and stamp.organisation_id:
            own = self._living(stamp.organisation_id)
            if own and own == stamp.organisation_id:
                return replace(match, organisation_id=own, how="theo mã trong phiếu", stamp=stamp)
            if own:
                text = f"“{stamp.organisation}” đã sáp nhập vào “{self._rows[own]['name']}”."
                return replace(
                    match, organisation_id=own, how="theo mã trong phiếu", stamp=stamp, remarks=(*match.remarks, text)
                )
            gone = f"“{stamp.organisation}” không còn trong Danh mục từ khi phát phiếu."
            match = replace(match, remarks=(*match.remarks, gone))
        if match.code and (coded := self._numbers.get(match.code.number)):
            return replace(match, organisation_id=self._living(coded), how="theo mã phiếu ở góc giấy")
        for text, how in self._named(match, read):
            found = self._known.called(text)
            if found:
                return replace(match, organisation_id=found, how=how)
        return self._maybe(match, read)

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


def _offices(workspace: Workspace) -> frozenset[str]:
    """What the office is called, and what it was called before: forms may be out when its name is put right."""
    changes = record_history(workspace.file, "office", _OFFICE)
    images = [image for change in changes if change.in_effect for image in (change.before, change.after) if image]
    own = office(workspace)
    now = [office_key(own.name, own.province)] if own else []
    return frozenset(now) | {office_key(str(image["name"]), str(image["province"])) for image in images}


_OFFICE = 1
"""The id of the only row of the office."""
_NO_TABLE = (
    "Không thấy bảng nào của phiếu đăng ký hay phiếu kết quả trong tệp này. "
    "Bảng phải có dòng đầu ghi tên cột, ví dụ Họ và tên, Danh hiệu, hoặc Nội dung cam kết, Kết quả."
)


_READ: dict[str, SheetKind] = {"registration-form": "đăng ký", "progress-form": "kết quả"}
_OTHERS = {
    "personal-registration": "phiếu đăng ký cá nhân",
    "culture-list": "danh sách đăng ký Gia đình văn hóa",
    "pledge": "bản giao ước thi đua",
    "target-assignment": "bảng giao chỉ tiêu",
}
_OTHER_PAPER = (
    "Tệp này là {}, không phải bản đăng ký hay phiếu kết quả của đơn vị nên chưa nhận được. "
    "Nhập tay những gì đơn vị ghi; bản chụp thì kèm vào hồ sơ ở mục Giấy tờ."
)
_OTHER_YEAR = (
    "Phiếu này của năm {0}, đang làm năm {1} nên không nhận vào đây. Chuyển sang năm {0} rồi nhận lại nếu cần."
)


def _kind(tables: tuple[FoundTable, ...], code: PaperCode | None) -> SheetKind | None:
    if code and tables:
        return _READ[code.paper]
    if any(one.table.key == RESULT_TABLES[0].key for one in tables):
        return "kết quả"
    return "đăng ký" if tables else None


def _as_name(text: str) -> Iterator[str]:
    if 2 < len(text) <= LONGEST_NAME:
        yield text
        if bare := _PREFIX.sub("", text):
            yield bare


def _remarks(read: ReturnedFile, tables: tuple[FoundTable, ...]) -> tuple[str, ...]:
    said = list(read.remarks)
    if read.stamp and read.saved_at == NEVER_SAVED:
        said.append("Tệp chưa được lưu lại từ khi phát phiếu: có thể đơn vị chưa điền gì.")
    if read.stamp and read.stamp.version != VERSION:
        said.append(f"Phiếu theo mẫu khác (phiên bản {read.stamp.version}); đọc theo tên cột.")
    for table in tables:
        known = ", ".join(f"“{text}”" for text in table.unread)
        if known:
            said.append(f"Trang “{table.grid.name}”: cột {known} không có trong phiếu nên không lấy.")
    return tuple(dict.fromkeys(said))
