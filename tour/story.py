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
from .setting import Setting, setting_of

SIZE = (1366, 768)
DATA = "du-lieu.thidua"


Day = tuple[int, int] | tuple[int, int, int]
"""Day and month, and how many years after the plan's."""
Act = tuple[str, Day, Callable[[Hands], None]]


def steps(plan: Path, data: Path) -> list[Act]:
    """What the clerk does in a year, in order, each with the day of it."""
    return [
        ("Bắt đầu dùng chương trình", (5, 1), partial(planning.first_start, data=data)),
        ("Đọc kế hoạch từ tệp", (5, 1), partial(planning.import_plan, plan=plan)),
        ("Soát, sửa và lưu kế hoạch", (8, 1), planning.correct_and_store),
        ("Xuất kế hoạch và bảng chỉ tiêu", (10, 1), planning.send_out),
        *registration(),
        ("Lập đợt xét, đề nghị khen thưởng", (5, 12), awarding.nominate),
        ("Ghi hồ sơ, trả lời điều kiện", (9, 12), awarding.tell_facts),
        ("Họp Hội đồng", (12, 12), awarding.hold_council),
        ("Tờ trình và quyết định", (19, 12), awarding.decide),
        ("Xuất giấy tờ của đợt xét", (19, 12), awarding.send_out),
        ("Nhập quyết định của cấp trên", (28, 12), awarding.enter_upper_decision),
        ("Báo cáo và thống kê", (29, 12), reporting.reports),
        ("Tổng quan, tìm kiếm, danh mục", (30, 12), reporting.overview),
        ("Sao lưu, đóng và mở lại", (31, 12), reporting.back_up),
        ("Lập kế hoạch năm sau", (3, 1, 1), drafting.begin),
        ("Sửa chỉ tiêu của năm sau", (4, 1, 1), drafting.change_target),
        ("Chèn câu mẫu, tìm và thay", (4, 1, 1), drafting.write),
        ("Lấy ý kiến, trình ký, ban hành", (8, 1, 1), drafting.issue),
        ("Lập bản sửa đổi", (18, 2, 1), amending.amend),
        ("So với tệp đã sửa trong Word", (20, 2, 1), amending.take_corrections),
    ]


def registration() -> list[Act]:
    """What the clerk does in the tab Đăng ký – Giao ước, from the list of organisations to their places."""
    return [
        ("Lấy đơn vị từ kế hoạch", (15, 1), registering.bring_in),
        ("Xếp khối thi đua", (15, 1), arranging.sort_into_blocks),
        ("Giao chỉ tiêu cho các đơn vị", (16, 1), arranging.share_target),
        ("Sửa mẫu bản đăng ký", (16, 1), arranging.edit_form),
        ("In biểu mẫu gửi các đơn vị", (18, 1), printing.hand_out),
        ("Ghi phiếu Excel cho các đơn vị", (18, 1), by_file.write_registration),
        ("Nhập bản đăng ký trên giấy", (24, 2), registering.register),
        ("Nhận bản đăng ký bằng tệp", (26, 2), by_file.take_registration),
        ("Giao, ký giao ước, đính kèm bản chụp", (4, 3), chasing.sign_pledges),
        ("Nhập kết quả đợt đầu", (28, 6), results.enter_first),
        ("Điều chỉnh cam kết", (5, 7), registering.adjust),
        ("Công nhận Gia đình văn hóa", (25, 11), registering.recognise_households),
        ("Nhận kết quả đợt cuối bằng tệp", (2, 12), by_file.write_and_take_progress),
        ("Nhập kết quả chỉ tiêu, tổng hợp", (3, 12), results.enter_targets),
        ("Tiến độ và bức tranh năm", (3, 12), results.look_at_progress),
        ("Đôn đốc", (3, 12), chasing.chase),
        ("Chấm điểm, xếp hạng", (4, 12), scoring.score),
        ("Xuất bảng chấm điểm", (4, 12), scoring.send_out),
        ("Xuất giấy tờ của đăng ký, giao ước", (4, 12), printing.send_out),
    ]


def tell(plan: Path, out: Path, size: tuple[int, int] = SIZE, quiet: float = QUIET) -> Record:
    """Does the whole tour; raises :class:`.record.StepFailed` at the first step that did not do what it should."""
    record = Record(out)
    hands = opened(record, size, quiet, setting_of(plan))
    try:
        for title, day, act in steps(plan, out / DATA):
            with record.step(title):
                hands.setting.on(*day)
                act(hands)
    finally:
        close(hands)
        record.write()
    return record


def opened(record: Record, size: tuple[int, int] = SIZE, quiet: float = QUIET, setting: Setting | None = None) -> Hands:
    """The real window, as the program opens it, without a file; files opened in it have the day of the setting."""
    setting = setting or Setting()
    if QApplication.instance() is None:
        screen.set_up(record.folder, size)
    app = QApplication.instance() or QApplication(["tour"])
    locale_vi.install(app)
    theme.apply(app, dark=False)
    desk = FileDesk(
        partial(bootstrap.open_workspace, today=setting.today),
        partial(bootstrap.create_workspace, today=setting.today),
        bootstrap.close_workspace,
        bootstrap.create_sample,
    )
    ask = ScriptedAsk()
    window = ShellWindow(desk, ask, Remembered(record.folder / "nho.json"))
    window.resize(*size)
    window.show()
    window.activateWindow()
    hands = Hands(window, ask, record, setting, quiet)
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
