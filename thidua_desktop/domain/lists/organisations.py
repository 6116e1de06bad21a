"""A list of organisations against the directory: which are there already, by any of their names, and which are new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from ..members.matching import same_marks
from ..registers.directory import ORGANISATIONS
from ..sheets.cells import letters, plain
from ..vietnamese import folded_line, one_line
from .cells import read_column, read_contact
from .judging import Homes, Said, Stored, finished, understood
from .report import NEW, Answers, ListRowReport, Option, Question
from .rows import ListRow


def judged_organisations(
    rows: Sequence[ListRow],
    stored: Mapping[int, Stored],
    homes: Homes,
    answers: Answers,
    kind_of: Callable[[str], str],
) -> tuple[ListRowReport, ...]:
    """A report for each row, in their order; ``kind_of`` tells the kind by a name, "" for none."""
    judge = _Judge(rows, stored, homes, answers, kind_of)
    return tuple(judge.judged(row) for row in rows)


class _Judge:
    def __init__(
        self,
        rows: Sequence[ListRow],
        stored: Mapping[int, Stored],
        homes: Homes,
        answers: Answers,
        kind_of: Callable[[str], str],
    ) -> None:
        self._stored, self._homes, self._answers, self._kind_of = stored, homes, answers, kind_of
        self._listed = {folded_line(plain(row.cells["name"])) for row in rows if "name" in row.cells}
        self._met: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._taken: dict[int, int] = {}

    def judged(self, row: ListRow) -> ListRowReport:
        if row.left_out:
            return ListRowReport(row.number, row.text, "left_out", reasons=(row.left_out,))
        name = one_line(plain(row.cells.get("name")))
        if not name:
            texts = " ".join(plain(cell) for cell in row.cells.values())
            return ListRowReport(
                row.number, texts, "refused", reasons=("Dòng không có tên tổ chức nên không lấy được.",)
            )
        said = Said({"name": name}, corrected=list(row.worked_out))
        for column in ORGANISATIONS.columns:
            if column.key in row.cells and column.key not in ("name", "parent_id"):
                read = read_contact if column.key == "contact" else read_column
                said.take(column.key, read(column, row.cells[column.key]))
        if parent := plain(row.cells.get("parent_id")):
            self._put_parent(said, name, parent)
        return self._held_against(row.number, name, said)

    def _put_parent(self, said: Said, name: str, parent: str) -> None:
        """One that stands in the list itself is linked when both are stored."""
        if folded_line(parent) == folded_line(name):
            said.doubts.append(f"“{name}” ghi trực thuộc chính nó; nếu lấy thì để trống.")
        elif self._homes.look(parent).exact is None and folded_line(parent) in self._listed:
            said.home_name = one_line(parent)
        else:
            self._homes.put(said, "parent_id", parent, may_add=False)
        if said.notes:
            said.notes = []  # organisations have no note
            said.doubts = [one.replace(": chọn ở dưới.", "; nếu lấy thì “Trực thuộc” để trống.") for one in said.doubts]

    def _held_against(self, number: int, name: str, said: Said) -> ListRowReport:
        match = self._homes.look(name)
        chosen = self._answers.get(("record", str(number)))
        found = match.exact
        if match.doubtful:
            said.questions.append(self._question(number, name, match.doubtful, chosen))
            if chosen is None:
                called = self._homes.names[match.doubtful[0]]
                reason = f"Có thể là “{called}” đã có: chọn ở dưới, rồi mới lấy được."
                content, questions = understood(said, ORGANISATIONS, self._homes), tuple(said.questions)
                return ListRowReport(number, name, "doubtful", content, (reason, *said.doubts), (), questions)
            found = chosen if chosen != NEW else None
        first = self._taken.setdefault(found, number) if found else self._first(number, name)
        if first != number:
            reason = f"Trùng với dòng {first}; mỗi tổ chức chỉ ghi một lần."
            return ListRowReport(number, name, "refused", reasons=(reason,))
        if found is None:
            self._put_kind(said, name)
        elif match.exact is not None and folded_line(name) != folded_line(self._homes.names[found]):
            said.corrected.append(f"“{name}” là “{self._homes.names[found]}” đã có; tên giữ nguyên.")
        if found is not None:
            said.values.pop("name")
        return finished(number, name, said, ORGANISATIONS, self._stored.get(found or 0), found or 0, self._homes)

    def _first(self, number: int, name: str) -> int:
        """The first row with a new organisation of that name."""
        met = self._met[letters(name)]
        found = next((at for at, other in met if same_marks(name, other)), number)
        met.append((number, name))
        return found

    def _put_kind(self, said: Said, name: str) -> None:
        if not said.values.get("kind") and (kind := self._kind_of(name)):
            said.values["kind"] = kind
            said.corrected.append(f"Loại “{kind}” hiểu theo tên.")

    def _question(self, number: int, name: str, doubtful: Sequence[int], chosen: int | None) -> Question:
        options: list[Option] = [(one, f"Là “{self._homes.names[one]}” đã có") for one in doubtful]
        options.append((NEW, "Là tổ chức khác, thêm mới"))
        return Question("record", str(number), f"“{name}” (dòng {number}) là tổ chức nào?", tuple(options), chosen)
