"""A list of people against those of the data file: who is there already, who is new, and what only the clerk knows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from ..members.identity import IdentityNumber
from ..registers.directory import PEOPLE
from ..sheets.cells import Raw, letters, plain
from ..vietnamese import folded_line, format_date, nfc, one_line, sort_key
from .cells import is_mark, read_birth, read_column, read_identity, read_name, read_sex, year_of_note
from .judging import HOME_NOTE, Homes, Said, Stored, finished, understood, with_notes
from .meanings import ADDRESSED, FAMILY, FEMALE, GIVEN, MALE, POSITION_AND_HOME
from .report import NEW, Answers, ListRowReport, Option, Question
from .rows import ListRow

_OWN = ("full_name", "sex", "birth_date", "organisation_id", "identity_number")
_PARTING = re.compile(r"\s*(?:[,;\n]|\s[-–]\s)\s*")
_LEAST_NAME = 2  # words
_STRANGE = re.compile(r"\d|[^\w\s.'’()-]")  # in a name, also "?" where letters were lost on the way


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody of the data file; ``organisation`` is the name of the organisation, "" for none."""

    id: int
    values: Stored
    organisation: str = ""

    @property
    def told(self) -> str:
        """Who it is, in a line."""
        born = format_date(str(self.values["birth_date"] or "")) or year_of_note(str(self.values["note"] or ""))
        parts = (str(self.values["full_name"]), born and f"sinh {born}", str(self.values["position"] or ""))
        return ", ".join(part for part in (*parts, self.organisation) if part)


class KnownPeople:
    """The people of the data file by folded name and by identity number."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self.by_id = {one.id: one for one in people}
        self._named: dict[str, list[KnownPerson]] = defaultdict(list)
        self._numbered: dict[str, list[KnownPerson]] = defaultdict(list)
        for one in self.by_id.values():
            self._named[folded_line(str(one.values["full_name"]))].append(one)
            if number := _digits(one.values["identity_number"]):
                self._numbered[number].append(one)

    def alike(self, said: Said) -> list[KnownPerson]:
        """Those of the same folded name or number."""
        named = self._named.get(folded_line(str(said.values["full_name"])), [])
        numbered = self._numbered.get(_digits(said.values.get("identity_number")), [])
        return list({one.id: one for one in (*numbered, *named)}.values())


def judged_people(
    rows: Iterable[ListRow],
    known: KnownPeople,
    homes: Homes,
    answers: Answers,
    today: date,
    numbers: Sequence[IdentityNumber],
) -> Iterator[ListRowReport]:
    """A report for each row, in their order; ``numbers`` are the kinds of identity numbers there are."""
    judge = _Judge(known, homes, answers, today, numbers)
    return map(judge.judged, rows)


class _Judge:
    def __init__(
        self,
        known: KnownPeople,
        homes: Homes,
        answers: Answers,
        today: date,
        numbers: Sequence[IdentityNumber],
    ) -> None:
        self._known, self._homes, self._answers, self._today = known, homes, answers, today
        self._numbers = numbers
        self._met: dict[str, list[tuple[int, Said]]] = defaultdict(list)
        self._taken: dict[int, int] = {}

    def judged(self, row: ListRow) -> ListRowReport:
        if row.left_out:
            return ListRowReport(row.number, row.text, "left_out", reasons=(row.left_out,))
        said = Said(notes=list(row.notes), corrected=list(row.worked_out))
        name = self._read_name(row, said)
        if not name:
            texts = " ".join(plain(cell) for key, cell in row.cells.items() if key != "identity_number")
            return ListRowReport(row.number, texts, "refused", reasons=("Dòng không có họ tên nên không lấy được.",))
        self._read_person(row, said)
        self._read_home(row, said)
        for column in PEOPLE.columns:
            if column.key in row.cells and column.key not in _OWN:
                said.take(column.key, read_column(column, row.cells[column.key]))
        return self._held_against(row.number, name, said)

    def _read_name(self, row: ListRow, said: Said) -> str:
        parts = [plain(row.cells[key]) for key in (FAMILY, "full_name", GIVEN) if key in row.cells]
        name, sex, corrected = read_name(nfc(" ".join(parts)))
        said.corrected += [corrected] * bool(corrected)
        said.values["full_name"] = name
        if sex:
            said.values["sex"] = sex
        if name and (len(name.split()) < _LEAST_NAME or _STRANGE.search(name)):
            said.doubts.append(f"“{name}” có thể không phải là họ tên đầy đủ: kiểm tra lại.")
        return name

    def _read_person(self, row: ListRow, said: Said) -> None:
        """Sex, day of birth and identity number; "Nam" and "Nữ" may be columns of crosses or of days of birth."""
        born: Raw = row.cells.get("birth_date")
        sexes = {said.values["sex"]} if "sex" in said.values else set()
        for key in ("sex", ADDRESSED):
            if key in row.cells and not (key == ADDRESSED and letters(plain(row.cells[key])) not in ("ong", "ba")):
                read = read_sex(row.cells[key])
                said.doubts += [read.doubt] * bool(read.doubt)
                sexes |= {read.value} - {""}
        marked = row.cells.get("sex") is None and MALE in row.cells and FEMALE in row.cells
        for key, sex in ((MALE, "nam"), (FEMALE, "nữ")):
            if key in row.cells:
                sexes.add(sex)
                born = row.cells[key] if born is None and not is_mark(row.cells[key]) else born
        if len(sexes) == 1:
            said.values["sex"] = next(iter(sexes))
        elif sexes or marked:
            said.values.pop("sex", None)
            said.doubts.append("Giới tính ghi vừa nam vừa nữ; nếu lấy thì để trống.")
        if born is not None:
            said.take("birth_date", read_birth(PEOPLE.column("birth_date"), born, self._today))
        if "identity_number" in row.cells:
            said.take("identity_number", read_identity(row.cells["identity_number"], self._numbers))

    # Where somebody works

    def _read_home(self, row: ListRow, said: Said) -> None:
        name = plain(row.cells.get("organisation_id")) or row.section
        if POSITION_AND_HOME in row.cells:
            position, home = self._parted(one_line(str(row.cells[POSITION_AND_HOME]).replace("\n", ", ")))
            said.values["position"] = position
            if home:
                said.corrected.append(f"Tách chức vụ “{position}”, tổ chức “{home}”.")
            name = home or name
        if name:
            self._homes.put(said, "organisation_id", name, may_add=True)

    def _parted(self, text: str) -> tuple[str, str]:
        """ "Chủ tịch Hội Nông dân" or "Trưởng thôn, Thôn Đông" as position and organisation, "" for none."""
        for found in _PARTING.finditer(text):
            if self._homes.look(text[found.end() :]).exact is not None:
                return text[: found.start()], text[found.end() :]
        if parting := _PARTING.search(text):
            return text[: parting.start()], text[parting.end() :]
        words = text.split()
        for at in range(1, len(words)):
            home = " ".join(words[at:])
            if self._homes.look(home).exact is not None:
                return " ".join(words[:at]), home
        return text, ""

    # Who it is

    def _held_against(self, number: int, name: str, said: Said) -> ListRowReport:
        sure, possible = self._found(said)
        likely = sure or possible
        chosen = self._answers.get(("record", str(number)), sure[0].id if len(sure) == 1 else None)
        found = None
        if likely:
            said.questions.append(_question(number, name, likely, chosen))
            if chosen is None:
                why = "Cùng số định danh với" if _same_number(said, likely[0]) else "Có thể là"
                reason = f"{why} người đã có ({likely[0].told}): chọn ở dưới, rồi mới lấy được."
                questions = tuple(said.questions)
                return ListRowReport(
                    number,
                    name,
                    "doubtful",
                    understood(said, PEOPLE, self._homes),
                    (reason, *said.doubts),
                    (),
                    questions,
                )
            found = self._known.by_id.get(chosen)
        else:
            others = self._known.alike(said)[:1]
            said.corrected += [f"Cùng tên nhưng khác người: {one.told}." for one in others]
        self._met_before(number, said, found)
        stored = found.values if found else None
        if stored is not None:
            _leave_what_is_better(said, stored)
        with_notes(said, str(stored["note"] or "") if stored else "")
        return finished(number, name, said, PEOPLE, stored, found.id if found else 0, self._homes)

    def _found(self, said: Said) -> tuple[list[KnownPerson], list[KnownPerson]]:
        """Those it surely is, and those it may be, the likelier first."""
        sure, possible = [], []
        alike = self._known.alike(said)
        numbered = [one for one in alike if _same_number(said, one) is True]
        for one in alike:
            match _likeness(said, one):
                case "same":
                    sure.append(one)
                case "possible":
                    possible.append(one)
        return (numbered, []) if len(numbered) == 1 and numbered[0] in sure else (sure, possible)

    def _met_before(self, number: int, said: Said, found: KnownPerson | None) -> None:
        """Says when another row of the list is the same person."""
        if found is not None and (first := self._taken.setdefault(found.id, number)) != number:
            said.doubts.append(f"Dòng {first} cũng là người này; chỉ đánh dấu nếu lấy thêm từ dòng này.")
            return
        key = folded_line(str(said.values["full_name"]))
        if found is None:
            for other, before in self._met[key]:
                like = _likeness(said, KnownPerson(0, _as_stored(before)))
                if like == "same":
                    said.doubts.append(f"Trùng với dòng {other}; chỉ đánh dấu nếu là hai người khác nhau.")
                    break
                if like == "possible" and _nothing_tells_apart(said, before):
                    said.doubts.append(f"Cùng họ tên với dòng {other}; chỉ đánh dấu nếu là hai người khác nhau.")
                    break
        self._met[key].append((number, replace(said, values=dict(said.values), notes=list(said.notes))))


def _nothing_tells_apart(one: Said, other: Said) -> bool:
    """Whether two of one name, of whom no day of birth or number says anything, may work in the same place."""
    if _same_birth(one, KnownPerson(0, _as_stored(other))) is False:
        return False
    homes = {_home(one), _home(other)}
    spelled = {_spelled(str(said.values["full_name"])) for said in (one, other)}
    return len(spelled) == 1 and (len(homes) == 1 or "" in homes)


def _home(said: Said) -> str:
    """The organisation of a row, also one that the directory does not have; "" for none."""
    named = (note for note in said.notes if note.startswith(HOME_NOTE))
    return str(said.values.get("organisation_id") or folded_line(said.home_name) or next(named, ""))


def _as_stored(said: Said) -> Stored:
    empty = dict.fromkeys(PEOPLE.keys, "")
    return {**empty, "birth_date": None, "organisation_id": None, **said.values, "note": "; ".join(said.notes)}


def _leave_what_is_better(said: Said, stored: Stored) -> None:
    """A year of birth alone adds nothing to the day that is known; capitals, the way tones stand and marks that are
    left out are no change.
    """
    if stored["birth_date"] and "birth_date" not in said.values:
        year = str(stored["birth_date"])[:4]
        if any(year_of_note(note) == year for note in said.notes):
            said.corrected = [one for one in said.corrected if not one.startswith("Chỉ biết năm sinh")]
            said.notes = [note for note in said.notes if year_of_note(note) != year]
    known, name = str(stored["full_name"]), str(said.values["full_name"])
    if _spelled(known) == _spelled(name) or folded_line(known) == name.lower():
        del said.values["full_name"]


def _question(number: int, name: str, people: Sequence[KnownPerson], chosen: int | None) -> Question:
    options: list[Option] = [(one.id, f"Là {one.told}") for one in people]
    options.append((NEW, "Là người khác, thêm mới"))
    return Question("record", str(number), f"{name} (dòng {number}) là ai?", tuple(options), chosen)


@lru_cache(maxsize=20_000)
def _spelled(name: str) -> str:
    """The same for two ways to put the tones of one name: "Hòa" and "Hoà", not "Hoa"."""
    return sort_key(name)


def _digits(value: object) -> str:
    return "".join(str(value or "").split())


def _same_number(said: Said, one: KnownPerson) -> bool | None:
    own, other = _digits(said.values.get("identity_number")), _digits(one.values["identity_number"])
    return own == other if own and other else None


def _same_birth(said: Said, one: KnownPerson) -> bool | None:
    """Whether both were born on the same day, or as far as is known in the same year; None when one is not known."""
    own, other = str(said.values.get("birth_date") or ""), str(one.values["birth_date"] or "")
    if own and other:
        return own == other
    years = own[:4] or next((year for note in said.notes if (year := year_of_note(note))), "")
    other_year = other[:4] or year_of_note(str(one.values["note"] or ""))
    if years and other_year:
        return None if years == other_year else False
    return None


def _likeness(said: Said, one: KnownPerson) -> str:
    """ "same", "possible" or "other": by number, day of birth, organisation and the way the name is written."""
    number, birth = _same_number(said, one), _same_birth(said, one)
    written_alike = _spelled(str(said.values["full_name"])) == _spelled(str(one.values["full_name"]))
    if number:
        return "same" if written_alike or birth else "possible"
    sexes = {str(said.values.get("sex") or ""), str(one.values["sex"] or "")} - {""}
    own_home, home = said.values.get("organisation_id"), one.values["organisation_id"]
    same_home = bool(own_home and own_home == home)
    if number is False or len(sexes) > 1:
        return "possible" if written_alike and birth and number is not False else "other"
    if birth is False:
        return "possible" if written_alike and same_home else "other"
    if written_alike and (birth or same_home):
        return "same"
    if written_alike:
        return "possible"
    return "possible" if birth or same_home else "other"
