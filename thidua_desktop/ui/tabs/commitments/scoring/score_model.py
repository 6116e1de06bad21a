"""A sheet of points as a table: criteria by rows, typed as in Excel."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.papers.score_sheet import base_text
from thidua_desktop.domain.scoring.figures import shown_figure
from thidua_desktop.domain.scoring.points import summed
from thidua_desktop.domain.scoring.sheets import ScoreRow, ScoreSheet
from thidua_desktop.domain.scoring.typed import points_text
from thidua_desktop.domain.scoring.words import UNEXPLAINED, counted_text, told_points, total_text
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.services.scoring import scores
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.commitments.result_model import Heading
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.register_model import ChoicesRole
from thidua_desktop.ui.widgets.table import GridModel

NAME, BASE, RECKONED, COUNTS = "name", "base", "reckoned", "counts"
COLUMNS = (
    Heading(NAME, "Tiêu chí", 28),
    Heading(BASE, "Chuẩn", 7, numeric=True, hint="Điểm chuẩn"),
    Heading("planned", "Kế hoạch", 8, numeric=True, hint="Để trống thì lấy theo kế hoạch, cam kết"),
    Heading("achieved", "Thực hiện", 8, numeric=True, hint="Để trống thì lấy theo kết quả; điểm trừ: số lần, số ngày"),
    Heading(RECKONED, "Tính ra", 8, numeric=True, hint="Điểm tính theo số liệu; số sau dấu + là thưởng vượt"),
    Heading("own", "Tự chấm", 6, numeric=True, hint="Điểm hoặc mức A, B, C, D"),
    Heading("council", "Hội đồng", 6, numeric=True, hint="Điểm hoặc mức A, B, C, D"),
    Heading(COUNTS, "Được tính", 7, numeric=True, hint="Hội đồng chấm, nếu chưa thì tự chấm, nếu chưa thì tính ra"),
    Heading("reason", "Lý do đổi điểm", 13),
)
NO_REASON = "chưa ghi lý do"
LOST = "không còn"
"""Where the plan's figure of a criterion is told whose target is gone."""
_TYPED: tuple[scores.Field, ...] = ("planned", "achieved", "own", "council", "reason")
_TELLS = frozenset(
    (
        *("scores", "criteria", "criteria_sets", "registrations", "organisations", "blocks", "sent_papers", "settings"),
        *("commitments", "commitment_values", "commitment_results", "plan_targets", "plan_target_values"),
        *("target_results", "plan_phases", "plans", "years", "office"),
    )
)

_Index = QModelIndex | QPersistentModelIndex


class ScoreModel(GridModel):
    """The sheet of one of those that a set scores; ``scores`` are those of all of them, None without a set."""

    lead = COLUMNS[:1]
    wordy = (NAME, "reason")

    def __init__(self, workspace: Workspace, parent=None) -> None:
        super().__init__(COLUMNS, parent)
        self.workspace = workspace
        self.set_id = 0
        self.registration_id: int | None = None
        self.scores: scores.SetScores | None = None
        self.sheet: ScoreSheet | None = None
        self.rows: Sequence[ScoreRow] = ()
        self._parts: dict[int, tuple[float, float]] = {}

    # Which rows

    def show(self, set_id: int, registration_id: int | None) -> None:
        """Show another set or another organisation; what was typed and not stored in those before is gone."""
        self.beginResetModel()
        self._bad.clear()
        if self.scores is None or set_id != self.set_id:
            self.set_id = set_id
            self._read_scores()
        self.registration_id = registration_id
        self._take()
        self.endResetModel()

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` (None = everything) may have touched; the echo of an own act is known already."""
        if changes is None or (not self.is_own(changes) and not _TELLS.isdisjoint(changes.kinds)):
            self.relist()

    def read_again(self) -> None:
        self._read_scores()
        self._take()

    def _read_scores(self) -> None:
        self.scores = scores.SetScores(self.workspace, self.set_id) if self.set_id else None

    def _take(self) -> None:
        wanted = self.registration_id
        self.sheet = self.scores.sheet(wanted) if self.scores is not None and wanted is not None else None
        self.rows = self.sheet.rows if self.sheet else ()
        self._parts = _parts(self.rows)

    def is_heading(self, row: int) -> bool:
        """Whether the row is only the name of a part."""
        return 0 <= row < len(self.rows) and self.rows[row].is_heading

    def row_key(self, row: int) -> int:
        return self.rows[row].criterion.id

    def place_of(self, key: object, near: int = 0) -> int | None:
        return next((place for place, row in enumerate(self.rows) if row.criterion.id == key), None)

    # What is shown

    def stored_text(self, row: int, column: int) -> str:
        found, key = self.rows[row], COLUMNS[column].key
        if found.is_heading:
            return self._heading_text(found, key)
        score = found.points.score
        match key:
            case "name":
                return f"{found.number}. {found.criterion.name}"
            case "base":
                return base_text(found)
            case "planned":
                lost = LOST if found.is_lost and score.planned is None else ""
                return lost or shown_figure(score.planned, found.criterion.direction)
            case "achieved":
                return found.achieved_text
            case "reckoned":
                return told_points(found.points.reckoned)
            case "counts":
                return counted_text(found.points)
            case "reason":
                return score.reason or (NO_REASON if found.points.needs_reason else "")
        return self.edit_text(row, column)

    def _heading_text(self, found: ScoreRow, key: str) -> str:
        base, counts = self._parts[found.criterion.id]
        if key == NAME:
            return f"{found.number}. {found.criterion.name}"
        if key == COUNTS:
            return total_text(counts)
        return format_number(base) if key == BASE and base else ""

    def edit_text(self, row: int, column: int) -> str:
        """What an editor of the cell begins with: only what was typed, not what comes from the results."""
        found, key = self.rows[row], COLUMNS[column].key
        score = found.points.score
        match key:
            case "planned" | "achieved":
                value = getattr(score, key) if key in found.typed else None
                return shown_figure(value, found.criterion.direction)
            case "own":
                return points_text(score.self_points, score.self_grade)
            case "council":
                return points_text(score.council_points, score.council_grade)
            case "reason":
                return score.reason
        return ""

    def state(self, row: int, column: int) -> State:
        if self.error(row, column):
            return State.BAD
        found, key = self.rows[row], COLUMNS[column].key
        waits = found.is_lost if key == "planned" else key == "reason" and found.points.needs_reason
        return State.WAIT if waits else State.NEUTRAL

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found, key = self.rows[index.row()], COLUMNS[index.column()].key
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(bold=True) if found.is_heading or key == COUNTS else None
        return self._choices(found, key) if role == ChoicesRole else super().data(index, role)

    @staticmethod
    def _choices(found: ScoreRow, key: str) -> list[str] | None:
        """A grade is one letter, sooner typed than chosen."""
        return ["đạt", "chưa đạt"] if key == "achieved" and found.criterion.direction == "yes_no" else None

    def is_soft(self, row: int, column: int) -> bool:
        """Figures that come from the results, and reckoned points that do not count."""
        found, key = self.rows[row], COLUMNS[column].key
        if key in ("planned", "achieved"):
            return key not in found.typed
        return key in (BASE, RECKONED)

    def tip(self, row: int, column: int) -> str | None:
        found, key = self.rows[row], COLUMNS[column].key
        if key in ("planned", "achieved") and found.said:
            said = f"{found.said[:1].upper()}{found.said[1:]}"
            return f"Đã gõ đè; số liệu cho biết: {found.said}." if key in found.typed else f"{said}; gõ số để thay."
        return f"{UNEXPLAINED}." if key == "reason" and found.points.needs_reason else None

    def is_editable(self, row: int, column: int) -> bool:
        found, key = self.rows[row], COLUMNS[column].key
        if found.is_heading or key not in _TYPED:
            return False
        if key == "planned":
            return found.criterion.kind == "định lượng"
        return key != "achieved" or found.criterion.has_figure

    # Acts

    def _entry(self, row: int, column: int, text: str) -> scores.Entry:
        field = next(one for one in _TYPED if one == COLUMNS[column].key)
        return scores.Entry(self.row_key(row), self.registration_id or scores.COMMUNE, field, text)

    def put_block(self, cells: Sequence[tuple[int, int, str]]) -> None:
        entries = {self._entry(*cell): cell[:2] for cell in cells if self.is_editable(*cell[:2])}
        self.store_entries(entries, partial(scores.put_scores, self.workspace))


def _parts(rows: Sequence[ScoreRow]) -> dict[int, tuple[float, float]]:
    """Base points and counted points of each part, by the id of its heading."""
    found: dict[int, tuple[float, float]] = {}
    heading = 0
    for row in rows:
        if row.is_heading:
            heading = row.criterion.id
            found[heading] = (0.0, 0.0)
        elif heading:
            base, counts = found[heading]
            counted = row.points.counts
            found[heading] = (
                base + (row.criterion.points or 0.0 if row.criterion.is_measured else 0.0),
                counts + (summed(counted) if counted else 0.0),
            )
    return found
