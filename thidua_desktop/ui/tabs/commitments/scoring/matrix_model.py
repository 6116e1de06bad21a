"""All that a set scores by rows, its criteria by columns: looked at by place, or typed in criterion by criterion."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from thidua_desktop.domain.papers.score_ranking import NO_BLOCK
from thidua_desktop.domain.scoring.ranking import Ranked, Ranking
from thidua_desktop.domain.scoring.sheets import ScoreRow
from thidua_desktop.domain.scoring.typed import points_text
from thidua_desktop.domain.scoring.words import counted_text, total_text
from thidua_desktop.services.scoring import scores
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.tabs.commitments.result_model import Heading
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.table import GridModel

COUNTS = ""
"""The layer that is only looked at: the points that count, the best first."""
LAYERS: tuple[tuple[str, str], ...] = (
    (COUNTS, "Xem điểm được tính"),
    ("own", "Gõ điểm tự chấm"),
    ("council", "Gõ điểm Hội đồng chấm"),
    ("achieved", "Gõ số thực hiện, số lần trừ"),
)
NAME, POINTS, PLACE, OVER_ALL, BLOCK, MISSING, BONUS = (
    *("name", "points", "place", "over_all", "block", "missing", "bonus"),
)
_NAME = Heading(NAME, "Đơn vị", 26)
_POINTS = Heading(POINTS, "Tổng điểm", 7, numeric=True)
_ONE_BLOCK = (_NAME, _POINTS, Heading(OVER_ALL, "Hạng", 8, numeric=True))
_BLOCKS = (
    *(_NAME, _POINTS, Heading(PLACE, "Hạng khối", 6, numeric=True)),
    *(Heading(OVER_ALL, "Hạng chung", 7, numeric=True), Heading(BLOCK, "Khối", 20)),
)
_MISSING = Heading(MISSING, "Còn thiếu", 13)
_BONUS = Heading(BONUS, "Thưởng", 8, numeric=True, hint="Thưởng vượt chỉ tiêu, trong mức nhiều nhất của bộ")
_CRITERION = "criterion/"


class MatrixModel(GridModel):
    """The places of a set; ``layer`` says what the cells of criteria show and take (:data:`LAYERS`)."""

    lead = (_NAME,)
    wordy = (NAME, BLOCK, MISSING)

    def __init__(self, workspace: Workspace, parent=None) -> None:
        super().__init__(_ONE_BLOCK, parent)
        self.workspace = workspace
        self.layer = COUNTS
        self.rows: tuple[Ranked, ...] = ()
        self._places: Ranking | None = None

    # Which rows

    def show(self, places: Ranking | None) -> None:
        """Show these places, None for no set; texts that are not stored stay in their cells."""
        self._places = places
        columns = self._wanted_columns()
        if columns == self.columns:
            self.relist()
            return
        self.beginResetModel()
        self._bad.clear()
        self.columns = columns
        self.read_again()
        self.endResetModel()

    def set_layer(self, layer: str) -> None:
        """Look at, or type, something else."""
        self.beginResetModel()
        self._bad.clear()
        self.layer = layer
        self.columns = self._wanted_columns()
        self.read_again()
        self.endResetModel()

    def read_again(self) -> None:
        """What is typed down a column keeps its order; what is looked at goes by place."""
        if self._places is None:
            self.rows = ()
        elif self.layer == COUNTS:
            self.rows = tuple(one for _, own in self._places.blocks() for one in own)
        else:
            names = [name for name, _ in self._places.blocks()]
            self.rows = tuple(sorted(self._places.ranked, key=lambda one: names.index(one.block)))

    def _wanted_columns(self) -> tuple[Heading, ...]:
        places = self._places
        if places is None or not places.ranked:
            return _ONE_BLOCK
        criteria = _criteria(places.ranked[0].sheet.rows)
        if self.layer != COUNTS:  # room for what is typed
            return (_NAME, _POINTS, *criteria)
        before = _BLOCKS if len(places.blocks()) > 1 else _ONE_BLOCK
        return (*before, _MISSING, *criteria, _BONUS)

    def row_key(self, row: int) -> int:
        return self.rows[row].registration_id

    def place_of(self, key: object, near: int = 0) -> int | None:
        return next((place for place, one in enumerate(self.rows) if one.registration_id == key), None)

    def criterion(self, row: int, column: int) -> ScoreRow | None:
        """The criterion of that cell with its points there, None for another column."""
        key = self.columns[column].key
        if not key.startswith(_CRITERION):
            return None
        wanted = int(key.removeprefix(_CRITERION))
        return next((one for one in self.rows[row].sheet.rows if one.criterion.id == wanted), None)

    # What is shown

    def stored_text(self, row: int, column: int) -> str:
        found = self.criterion(row, column)
        if found is None:
            return _facts(self.rows[row]).get(self.columns[column].key, "")
        score = found.points.score
        match self.layer:
            case "own":
                return points_text(score.self_points, score.self_grade)
            case "council":
                return points_text(score.council_points, score.council_grade)
            case "achieved":
                return found.achieved_text
        return counted_text(found.points)

    def edit_text(self, row: int, column: int) -> str:
        """What an editor begins with: of figures only those that were typed."""
        found = self.criterion(row, column)
        if self.layer == "achieved" and found is not None and "achieved" not in found.typed:
            return ""
        return self.stored_text(row, column)

    def state(self, row: int, column: int) -> State:
        if self.error(row, column):
            return State.BAD
        waits = self.columns[column].key == MISSING and self.text(row, column)
        return State.WAIT if waits else State.NEUTRAL

    def tip(self, row: int, column: int) -> str | None:
        found = self.criterion(row, column)
        return found.criterion.name if found else None

    def is_soft(self, row: int, column: int) -> bool:
        found = self.criterion(row, column)
        return self.layer == "achieved" and found is not None and "achieved" not in found.typed

    def is_editable(self, row: int, column: int) -> bool:
        found = self.criterion(row, column)
        if found is None or self.layer == COUNTS:
            return False
        return self.layer != "achieved" or found.criterion.has_figure

    # Acts

    def put_block(self, cells: Sequence[tuple[int, int, str]]) -> None:
        entries = {self._entry(*cell): cell[:2] for cell in cells if self.is_editable(*cell[:2])}
        self.store_entries(entries, partial(scores.put_scores, self.workspace))

    def _entry(self, row: int, column: int, text: str) -> scores.Entry:
        found = self.criterion(row, column)
        assert found is not None, "only a criterion's cell is typed in"
        field: scores.Field = "own" if self.layer == "own" else "council" if self.layer == "council" else "achieved"
        return scores.Entry(found.criterion.id, self.rows[row].registration_id, field, text)


def _criteria(rows: Sequence[ScoreRow]) -> list[Heading]:
    """A column for each criterion, headed by the number of its part and its own."""
    made: list[Heading] = []
    part = ""
    for row in rows:
        if row.is_heading:
            part = row.number
            continue
        heading = f"{part}.{row.number}" if part else row.number
        hint = f"{heading} {row.criterion.name}"
        made.append(Heading(f"{_CRITERION}{row.criterion.id}", heading, 6, numeric=True, hint=hint))
    return made


def _facts(one: Ranked) -> dict[str, str]:
    """What stands of one before and behind its criteria."""
    found = one.sheet.total
    known = {NAME: one.name, BLOCK: one.block or NO_BLOCK, MISSING: missing_words(one)}
    if one.place is None:
        return known
    places = {PLACE: str(one.block_place or ""), OVER_ALL: str(one.place)}
    return known | places | {POINTS: total_text(found.points), BONUS: total_text(found.bonus) if found.bonus else ""}


def missing_words(one: Ranked) -> str:
    """What is missing of one: "3 tiêu chí, 1 lý do", "" for nothing."""
    if one.place is None:
        return "chưa chấm"
    parts = [f"{one.sheet.total.unknown} tiêu chí"] * bool(one.sheet.total.unknown)
    parts += [f"{one.sheet.unexplained} lý do"] * bool(one.sheet.unexplained)
    return ", ".join(parts)
