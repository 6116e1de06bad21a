"""December: the organisations are scored by a set of criteria, ranked block by block, and the commune by its own."""

from __future__ import annotations

from functools import partial

from thidua_desktop.services.scoring import sets
from thidua_desktop.ui.tabs.commitments.scoring.view import RANKING, SET, SHEET, ScoringView
from thidua_desktop.ui.tabs.commitments.tab import SCORING, SUMMARY

from .hands import Hands, expect
from .organisations import ON_PAPER

_SHEETS = "Bảng chấm điểm của tất cả đơn vị"
_OWN, _COUNCIL = ("A", "B", "A", "A", "B"), "C"
_WAYS = (("Xuất Word…", "docx"), ("Xuất PDF…", "pdf"), ("Xuất Excel…", "xlsx"))


def score(hands: Hands) -> None:
    """The example becomes the set of the year; own points, what the Council changes with its reason, the ranking."""
    tab = hands.window.pages.tab
    tab.switch.setCurrentIndex(SCORING)
    hands.settle()
    view: ScoringView = tab.view
    hands.press("Lấy bộ mẫu")
    hands.until(lambda: view.chosen_set, "chưa có bộ tiêu chí")
    expect(view.pages.currentIndex() == SET, "bộ tiêu chí mới không hiện ra")
    hands.shot("bo-tieu-chi")
    view.pages.setCurrentIndex(SHEET)
    hands.settle()
    for number, registration_id in enumerate(view.list.ids()[:ON_PAPER]):
        view.list.go_to(registration_id)
        hands.settle()
        _score_one(hands, view, number)
    hands.until(lambda: sum(one.place is not None for one in view.places.ranked) >= ON_PAPER, "chưa xếp được hạng")
    hands.shot("cham-diem")
    view.pages.setCurrentIndex(RANKING)
    hands.settle()
    hands.shot("diem-va-xep-hang")


def _score_one(hands: Hands, view: ScoringView, number: int) -> None:
    """Grades of its own; the Council lowers one of the second and says why."""
    model = view.sheet.model
    keys = [column.key for column in model.columns]
    graded = [row for row in range(model.rowCount()) if model.rows[row].criterion.kind == "định tính"]
    for place, row in enumerate(graded):
        hands.fill(view.sheet.table, row, {"own": _OWN[(place + number) % len(_OWN)]})
    if number == 1:
        hands.fill(view.sheet.table, graded[0], {"council": _COUNCIL, "reason": "Hai nhiệm vụ đột xuất còn chậm"})
    hands.until(lambda: all(model.text(row, keys.index("own")) for row in graded), "điểm tự chấm chưa được ghi")
    hands.until(lambda: model.first_bad() is None, "một điểm chưa lưu được")
    if number == 1:
        view.sheet.table.go_to(graded[0], keys.index("council"))
        hands.settle()
        hands.shot("cham-diem-hoi-dong")


def send_out(hands: Hands) -> None:
    """The sheets of all, blank too, the ranking, and the commune's own sheet for its cụm."""
    tab = hands.window.pages.tab
    view: ScoringView = tab.view
    menu = partial(hands.choose, "In, xuất")
    ways = _WAYS[1:2] if hands.hurries else _WAYS
    for way, ending in ways:
        hands.written("Bảng chấm điểm", ending, lambda path, way=way: menu(_SHEETS, way, answers=[path]))
        hands.written("Bảng xếp hạng", ending, lambda path, way=way: menu("Bảng xếp hạng", way, answers=[path]))
    menu("Mẫu trống để chấm tay")
    hands.written("Bảng chấm điểm mẫu trống", "pdf", lambda path: menu(_SHEETS, "Xuất PDF…", answers=[path]))
    menu("Mẫu trống để chấm tay")
    example = next(one for one in sets.examples(hands.window.context.workspace) if one.subject == "xã")
    hands.choose("Bộ tiêu chí", f"Thêm từ bộ mẫu “{example.name}”")
    hands.until(lambda: view.chosen_set and view.chosen_set.subject == "xã", "chưa có bộ chấm điểm của xã")
    view.pages.setCurrentIndex(SHEET)
    hands.settle()
    graded = [row for row, one in enumerate(view.sheet.model.rows) if one.criterion.kind == "định tính"]
    for row in graded:
        hands.fill(view.sheet.table, row, {"own": "A"})
    hands.shot("cham-diem-cua-xa")
    for way, ending in ways:
        hands.written("Bảng chấm điểm của xã", ending, lambda path, way=way: menu(way, answers=[path]))
    tab.switch.setCurrentIndex(SUMMARY)
