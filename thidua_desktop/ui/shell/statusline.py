"""The status bar: when it was saved, what undo would undo, how old the last good backup is."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtWidgets import QStatusBar, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.labels import ElidedLabel, label

OLD = timedelta(days=1)


def spoken_age(age: timedelta) -> str:
    """How long ago, as said: "vừa xong", "5 phút trước", "2 giờ trước", "3 ngày trước"."""
    minutes = int(age.total_seconds() // 60)
    if minutes < 1:
        return "vừa xong"
    if minutes < 60:
        return f"{minutes} phút trước"
    return f"{minutes // 60} giờ trước" if minutes < 24 * 60 else f"{minutes // (24 * 60)} ngày trước"


def spoken_save(saved: datetime | None, now: datetime) -> str:
    """When the newest change was stored: the hour today, the day before."""
    if saved is None:
        return "Chưa có thay đổi nào"
    day = "" if saved.date() == now.date() else f" ngày {saved:%d/%m/%Y}"
    return f"Mọi thay đổi đã lưu lúc {saved:%H:%M}{day}"


def spoken_backup(backup: datetime | None, ok: bool, now: datetime) -> tuple[str, State]:
    """The last good backup in words, and how well that is."""
    if backup is None:
        return "Chưa có bản sao lưu", State.WAIT
    age = now - backup
    if not ok:
        return f"Sao lưu gần đây không đạt; bản tốt {spoken_age(age)}", State.BAD
    return f"Bản sao lưu {spoken_age(age)}, đã kiểm tra", State.WAIT if age > OLD else State.GOOD


class StatusLine(QStatusBar):
    """Three sentences; the shell says them anew after every change and every minute."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.saved = label()
        self.undo = ElidedLabel()
        self.backup = label()
        self.addWidget(self.saved)
        self.addWidget(self.undo, 1)
        self.addPermanentWidget(self.backup)

    def show_saved(self, saved: datetime | None, undo_text: str, now: datetime) -> None:
        """Say when the newest change was stored and what undo would take back."""
        self.saved.setText(spoken_save(saved, now))
        self.undo.setText(f"Hoàn tác được: {undo_text}" if undo_text else "")

    def show_unstored(self, text: str, undo_text: str) -> None:
        """Say what is not stored yet and what undo would take back of it."""
        self.saved.setText(f"{State.WAIT.sign} {text}")
        self.undo.setText(f"Hoàn tác được: {undo_text}" if undo_text else "")

    def show_unreadable(self) -> None:
        """Say that the data file cannot be looked at now."""
        self.saved.setText(f"{State.BAD.sign} Không đọc được tệp dữ liệu; hãy kiểm tra ổ đĩa hoặc USB")
        self.undo.setText("")

    def show_backup(self, backup: datetime | None, ok: bool, now: datetime) -> None:
        """Say how old the last good backup is."""
        text, state = spoken_backup(backup, ok, now)
        self.backup.setText(f"{text} {state.sign}" if state is State.GOOD else f"{state.sign} {text}")
        theme.set_state(self.backup, state)
