"""What the two kinds of lists are judged by alike: the organisation a name means, and how a row stands in the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..members.matching import Match
from ..registers.cells import CellValue, format_cell
from ..registers.parts import Register
from ..vietnamese import folded_line, one_line, sort_key
from .cells import Read
from .report import NEW, NONE, Answers, Difference, ListRowReport, ListState, Option, Question

Stored = Mapping[str, CellValue]
"""A record as the data file keeps it, by key of the register."""
HOME_NOTE = "Tổ chức ghi"
"""How the note begins of an organisation that is not linked."""


@dataclass(slots=True)
class Said:
    """What a row says, gathered cell by cell."""

    values: dict[str, CellValue] = field(default_factory=dict)
    corrected: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    home_name: str = ""

    def take(self, key: str, read: Read) -> None:
        """Takes what was read of one cell."""
        if read.value is not None and read.value != "":
            self.values[key] = read.value
        self.corrected += [read.corrected] * bool(read.corrected)
        self.doubts += [read.doubt] * bool(read.doubt)
        self.notes += [read.note] * bool(read.note)


def asked_as(name: str) -> str:
    """By which an organisation's name is asked for: other marks are another name."""
    return one_line(name).lower()


class Homes:
    """The organisations that rows name; each name is looked up once and asked for once."""

    def __init__(self, look: Callable[[str], Match], names: Mapping[int, str], answers: Answers) -> None:
        self._look, self.names, self._answers = look, names, answers
        self._found: dict[str, Match] = {}
        self._options: dict[str, tuple[Option, ...]] = {}
        self._every = tuple(sorted(names.items(), key=lambda one: sort_key(one[1])))

    def look(self, name: str) -> Match:
        """The organisation of this name, or those it may mean."""
        key = asked_as(name)
        if key not in self._found:
            self._found[key] = self._look(name)
        return self._found[key]

    def put(self, said: Said, key: str, name: str, *, may_add: bool) -> None:
        """Links the row to the organisation of that name, or asks which it is; ``key`` is the column of the link."""
        name = one_line(name)
        match = self.look(name)
        if match.exact is not None:
            said.values[key] = match.exact
            own = self.names[match.exact]
            if folded_line(own) != folded_line(name):
                said.corrected.append(f"“{name}” hiểu là “{own}”.")
            return
        chosen = self._answers.get(("home", asked_as(name)))
        said.questions.append(self._question(name, match, chosen, may_add=may_add))
        if chosen is None:
            said.doubts.append(self._doubt(name, match))
        if chosen == NEW:
            said.home_name = name
            said.corrected.append(f"Thêm tổ chức “{name}”.")
        elif chosen:
            said.values[key] = chosen
            said.corrected.append(f"“{name}” là “{self.names.get(chosen, '')}”.")
        else:
            said.notes.append(f"{HOME_NOTE} “{name}”")

    def _doubt(self, name: str, match: Match) -> str:
        if match.doubtful:
            return f"“{name}” có thể là “{self.names[match.doubtful[0]]}”: chọn ở dưới."
        return f"Danh mục chưa có tổ chức “{name}”: chọn ở dưới."

    def _question(self, name: str, match: Match, chosen: int | None, *, may_add: bool) -> Question:
        key = asked_as(name)
        if key not in self._options:
            added: tuple[Option, ...] = ((NEW, f"Thêm tổ chức “{name}”"),) if may_add else ()
            likely = tuple((one, self.names[one]) for one in match.doubtful)
            others = tuple(one for one in self._every if one[0] not in match.doubtful)
            self._options[key] = (*likely, *added, (NONE, "Để trống, tên chép vào ghi chú"), *others)
        return Question("home", key, f"“{name}” là tổ chức nào?", self._options[key], chosen)


def differences(
    register: Register, stored: Stored, values: Mapping[str, CellValue], names: Mapping[int, str]
) -> tuple[tuple[Difference, ...], dict[str, CellValue]]:
    """The cells that become others, and what is stored for them. Capitals alone are none."""
    found, changed = [], {}
    for column in register.columns:
        if column.key not in values:
            continue
        before, after = stored.get(column.key), values[column.key]
        if isinstance(after, str) and isinstance(before, str):
            is_same = one_line(before).lower() == one_line(after).lower()
        else:
            is_same = before == after
        if not is_same:
            shown = [format_cell(column, value, names) for value in (before, after)]
            found.append(Difference(column.key, column.heading, shown[0], shown[1]))
            changed[column.key] = after
    return tuple(found), changed


def with_notes(said: Said, stored_note: str) -> None:
    """Puts what goes to the note there, behind what the note says already."""
    own = str(said.values.pop("note", ""))
    parts = [stored_note] if stored_note else []
    for text in filter(None, (own, *said.notes)):
        if all(folded_line(text) not in folded_line(part) for part in parts):
            parts.append(text)
    note = "; ".join(parts)
    if note != stored_note:
        said.values["note"] = note


def finished(
    number: int, title: str, said: Said, register: Register, stored: Stored | None, row_id: int, homes: Homes
) -> ListRowReport:
    """The row as it stands in the end: new, changed or the same; doubtful when anything in it is."""
    reasons = tuple(dict.fromkeys((*said.doubts, *said.corrected)))
    found: tuple[Difference, ...] = ()
    values = dict(said.values)
    state: ListState = "new"
    if stored is not None:
        found, values = differences(register, stored, said.values, homes.names)
        found += _linked_by_name(said, register, stored, homes)
        state = "changed" if found else "same"
    if said.doubts and (state != "same" or any(one.chosen is None for one in said.questions)):
        state = "doubtful"
    content = "; ".join(one.told for one in found) if found else understood(said, register, homes)
    questions = tuple(said.questions)
    return ListRowReport(number, title, state, content, reasons, found, questions, row_id, values, said.home_name)


def understood(said: Said, register: Register, homes: Homes) -> str:
    """What a row says besides its name, in a line; identity numbers are masked."""
    texts = {}
    for column in register.columns:
        if column.key in said.values and column.key != register.title_key:
            text = format_cell(column, said.values[column.key], homes.names)
            texts[column.key] = f"{column.heading}: {text}" if column.type in ("yes_no", "year", "integer") else text
    return " · ".join(filter(None, (*texts.values(), said.home_name)))


def _linked_by_name(said: Said, register: Register, stored: Stored, homes: Homes) -> tuple[Difference, ...]:
    """The link to an organisation that comes with the list."""
    column = next(column for column in register.columns if column.links_to == "organisations")
    before = format_cell(column, stored.get(column.key), homes.names)
    if not said.home_name or folded_line(before) == folded_line(said.home_name):
        return ()
    return (Difference(column.key, column.heading, before, said.home_name),)
