"""June to November: what organisations and the commune achieve, typed for the first phase, and the year at one look."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.domain.destinations import REGISTRATION
from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.domain.registration.results import adds_up, lower_is_better
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.services.registration.result_sheets import ResultRow, target_sheet
from thidua_desktop.ui.tabs.commitments.progress.view import ProgressView
from thidua_desktop.ui.tabs.commitments.tab import BY_ORGANISATION, BY_TARGET, SUMMARY, VIEWS

from .hands import Hands
from .organisations import on_paper

PROGRESS = [view for _, view in VIEWS].index(ProgressView)
FIRST, LAST = 0.5, 1.0


def enter_first(hands: Hands) -> None:
    """The results of the first phase are typed, organisation by organisation."""
    hands.go_to(REGISTRATION)
    tab = hands.window.pages.tab
    tab.switch.setCurrentIndex(BY_ORGANISATION)
    hands.settle()
    page = tab.organisations.page
    if hands.sees("Chia hai đợt 6 tháng"):
        hands.press("Chia hai đợt 6 tháng")
        hands.until(lambda: not hands.sees("Chia hai đợt 6 tháng"), "chưa chia được đợt")
    for one in on_paper(hands):
        tab.show_organisation(one.organisation_id)
        hands.settle()
        _fill_results(hands, page.commitments, (FIRST,), most=4)
    hands.shot("ket-qua-cam-ket")


def enter_targets(hands: Hands) -> None:
    """What the commune has achieved by its targets; the summary of the year."""
    tab, context = hands.window.pages.tab, hands.window.context
    tab.switch.setCurrentIndex(BY_TARGET)
    hands.settle()
    hands.shot("ket-qua-chi-tieu-truoc")
    _fill_results(hands, tab.targets.results, (FIRST, LAST), most=4 if hands.hurries else 20)
    hands.until(
        lambda: any(row.achieved is not None for row in target_sheet(context.workspace, context.year).rows),
        "kết quả chỉ tiêu chưa được ghi",
    )
    hands.shot("ket-qua-chi-tieu")
    tab.switch.setCurrentIndex(SUMMARY)
    hands.settle()
    hands.shot("tong-hop-dang-ky")


def look_at_progress(hands: Hands) -> None:
    """Every commitment with its bar, by organisation, target and field, and the picture of the year."""
    tab = hands.window.pages.tab
    tab.switch.setCurrentIndex(PROGRESS)
    hands.settle()
    view = tab.view
    hands.shot("tien-do-ca-nam")
    hands.pick(view.phase, view.phase.itemText(1))
    view.phase.activated.emit(1)
    hands.shot("tien-do-dot-1")
    hands.pick(view.phase, view.phase.itemText(0))
    view.phase.activated.emit(0)
    for number in (1, 2):
        hands.pick(view.by, view.by.itemText(number))
        view.by.activated.emit(number)
        hands.shot(f"tien-do-{view.by.itemText(number)}")
    hands.press("Chỉ xem tổng")
    hands.shot("tien-do-chi-xem-tong")
    hands.press("Chỉ xem tổng")
    hands.pick(view.by, view.by.itemText(0))
    view.by.activated.emit(0)
    hands.press("Bức tranh năm")
    hands.shot("buc-tranh-nam")
    hands.written("Bức tranh năm", "pdf", lambda path: hands.choose("Xuất", "Xuất PDF bức tranh năm…", answers=[path]))
    hands.press("Bức tranh năm")


def _fill_results(hands: Hands, view, shares: tuple[float, ...], most: int) -> None:
    """Types into the phases: half of it first, then all of it, or a little less on every fourth line."""
    model = view.model
    for row in range(min(len(model.rows), most)):
        planned = model.rows[row].planned
        if model.rows[row].committed_by or _is_sum(model.rows, row):
            continue  # what the organisations report, or the parts come to, adds up
        for phase, share in enumerate(shares):
            column = next((n for n in range(len(model.columns)) if model.phase(n) == phase), None)
            if column is None or not model.is_editable(row, column):
                continue
            told = share - 0.1 if share == LAST and row % 4 == 3 else share
            text = figure(planned, told) if planned and planned.value is not None else "đạt"
            hands.fill(view.table, row, {model.columns[column].key: text})
    hands.until(lambda: model.first_bad() is None, "một kết quả chưa lưu được")


def _is_sum(rows: Sequence[ResultRow], row: int) -> bool:
    """Whether the parts of a target that add up stand below it."""
    planned, after = rows[row].planned, rows[row + 1 : row + 2]
    return bool(after and planned and adds_up(planned.unit) and after[0].number.startswith(f"{rows[row].number}."))


def figure(planned: TargetValue, share: float) -> str:
    """Part of what is planned, whole where it is; of a rate, which does not grow from nothing, nearly all of it; of
    what is to become low, as much above it.
    """
    whole = planned.value or 0
    if not adds_up(planned.unit):
        share = 1 - (1 - share) / 5
    value = whole * (1.5 - share / 2 if lower_is_better(planned) else share)
    decimals = 0 if whole == int(whole) and adds_up(planned.unit) else 2
    return format_number(round(value, decimals)).replace(".", "")
