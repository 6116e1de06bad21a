"""The steps of a tour in their order, and the window they are done in."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from thidua_desktop import bootstrap
from thidua_desktop.ui import locale_vi, theme
from thidua_desktop.ui.ask import ScriptedAsk
from thidua_desktop.ui.files import FileDesk
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.shell.window import ShellWindow

from . import (
    amending,
    arranging,
    awarding,
    by_file,
    chasing,
    drafting,
    planning,
    printing,
    registering,
    reporting,
    results,
    scoring,
    screen,
)
from .hands import QUIET, Hands
from .record import Record

SIZE = (1366, 768)
DATA = "du-lieu.thidua"


def steps(plan: Path, data: Path) -> list[tuple[str, Callable[[Hands], None]]]:
    """What the clerk does in a year, in order."""
    return [
        ("Bắt đầu dùng chương trình", partial(planning.first_start, data=data)),
        ("Đọc kế hoạch từ tệp", partial(planning.import_plan, plan=plan)),
        ("Soát, sửa và lưu kế hoạch", planning.correct_and_store),
        ("Xuất kế hoạch và bảng chỉ tiêu", planning.send_out),
        *registration(),
        ("Lập đợt xét, đề nghị khen thưởng", awarding.nominate),
        ("Ghi hồ sơ, trả lời điều kiện", awarding.tell_facts),
        ("Họp Hội đồng", awarding.hold_council),
        ("Tờ trình và quyết định", awarding.decide),
        ("Xuất giấy tờ của đợt xét", awarding.send_out),
        ("Nhập quyết định của cấp trên", awarding.enter_upper_decision),
        ("Báo cáo và thống kê", reporting.reports),
        ("Tổng quan, tìm kiếm, danh mục", reporting.overview),
        ("Sao lưu, đóng và mở lại", reporting.back_up),
        ("Lập kế hoạch năm sau", drafting.begin),
        ("Sửa chỉ tiêu của năm sau", drafting.change_target),
        ("Chèn câu mẫu, tìm và thay", drafting.write),
        ("Lấy ý kiến, trình ký, ban hành", drafting.issue),
        ("Lập bản sửa đổi", amending.amend),
        ("So với tệp đã sửa trong Word", amending.take_corrections),
    ]


def registration() -> list[tuple[str, Callable[[Hands], None]]]:
    """What the clerk does in the tab Đăng ký – Giao ước, from the list of organisations to their places."""
    return [
        ("Lấy đơn vị từ kế hoạch", registering.bring_in),
        ("Xếp khối thi đua", arranging.sort_into_blocks),
        ("Giao chỉ tiêu cho các đơn vị", arranging.share_target),
        ("Sửa mẫu bản đăng ký", arranging.edit_form),
        ("In biểu mẫu gửi các đơn vị", printing.hand_out),
        ("Ghi phiếu Excel cho các đơn vị", by_file.write_registration),
        ("Nhập bản đăng ký trên giấy", registering.register),
        ("Nhận bản đăng ký bằng tệp", by_file.take_registration),
        ("Giao, ký giao ước, đính kèm bản chụp", chasing.sign_pledges),
        ("Nhập kết quả đợt đầu", results.enter_first),
        ("Điều chỉnh cam kết", registering.adjust),
        ("Nhận kết quả đợt cuối bằng tệp", by_file.write_and_take_progress),
        ("Nhập kết quả chỉ tiêu, tổng hợp", results.enter_targets),
        ("Tiến độ và bức tranh năm", results.look_at_progress),
        ("Đôn đốc", chasing.chase),
        ("Chấm điểm, xếp hạng", scoring.score),
        ("Xuất bảng chấm điểm", scoring.send_out),
        ("Xuất giấy tờ của đăng ký, giao ước", printing.send_out),
    ]


def tell(plan: Path, out: Path, size: tuple[int, int] = SIZE, quiet: float = QUIET) -> Record:
    """Does the whole tour; raises :class:`.record.StepFailed` at the first step that did not do what it should."""
    record = Record(out)
    hands = opened(record, size, quiet)
    try:
        for title, act in steps(plan, out / DATA):
            with record.step(title):
                act(hands)
    finally:
        close(hands)
        record.write()
    return record


def opened(record: Record, size: tuple[int, int] = SIZE, quiet: float = QUIET) -> Hands:
    """The real window, as the program opens it, without a file."""
    if QApplication.instance() is None:
        screen.set_up(record.folder, size)
    app = QApplication.instance() or QApplication(["tour"])
    locale_vi.install(app)
    theme.apply(app, dark=False)
    desk = FileDesk(
        bootstrap.open_workspace, bootstrap.create_workspace, bootstrap.close_workspace, bootstrap.create_sample
    )
    ask = ScriptedAsk()
    window = ShellWindow(desk, ask, Remembered(record.folder / "nho.json"))
    window.resize(*size)
    window.show()
    window.activateWindow()
    hands = Hands(window, ask, record, quiet)
    try:
        hands.settle()
    except BaseException:
        close(hands)  # else its hook would keep what went wrong to itself
        raise
    return hands


def close(hands: Hands) -> None:
    """Closes the window and all that belongs to it."""
    hands.let_go()
    hands.window.opening.leave()
    hands.window.close()
    hands.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
