"""The strip above the status bar: the newest notice, and the work that takes long."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.ask import Notice, UndoOffer
from thidua_desktop.ui.tasks import Task
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.icon_button import icon_button
from thidua_desktop.ui.widgets.labels import ElidedLabel, label

STAYS = 10_000  # milliseconds that good news is in view


class NoticeStrip(QFrame):
    """Shows one :class:`Notice` until it is put away, another comes, or what it tells of is taken back.

    Good news goes by itself: after ``STAYS``, unless the pointer or the keyboard is on it, and when another tab or year
    is shown. What the clerk could do nowhere else, such as opening the file written, waits for the latter alone.
    The strip never takes the keyboard: ``left`` tells that the keyboard was on it when it went.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_part(self, "message")
        self._text = label("", "strong", wrap=True)
        self._acts: list[tuple[QPushButton, object]] = []
        self._notice: Notice | None = None
        self._go_later = QTimer(self, singleShot=True, interval=STAYS)
        self._go_later.timeout.connect(self._go)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(sizes.MARGIN, 0, sizes.UNIT, 0)
        self._row.setSpacing(sizes.MARGIN)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(icon_button("close", "Đóng", self.put_away))
        self.hide()

    @Slot(object)
    def show_notice(self, notice: Notice) -> None:
        """Show this one in place of the one before."""
        self.put_away()
        self._notice = notice
        for button, _ in self._acts:
            button.hide()
            button.deleteLater()
        self._acts = []
        self._text.setText(f"{notice.state.sign} {notice.text}".strip())
        theme.set_state(self, notice.state)
        theme.set_state(self._text, notice.state)
        for number, (words, act) in enumerate(notice.acts):
            button = QPushButton(words)
            theme.set_kind(button, "link")
            button.clicked.connect(self._on_act)
            self._row.insertWidget(1 + number, button)
            self._acts.append((button, act))
        self.show()
        if notice.state is State.GOOD and all(isinstance(act, UndoOffer) for _, act in notice.acts):
            self._go_later.start()

    def _go(self) -> None:
        if self.underMouse() or self._has_keyboard():
            self._go_later.start()
        else:
            self.put_away()

    def _has_keyboard(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget())

    @Slot()
    def turn(self) -> None:
        """Another tab or year is shown: good news of the one before goes."""
        if self._notice is not None and self._notice.state is State.GOOD:
            self.put_away()

    @Slot()
    def put_away(self) -> None:
        """Show nothing any more."""
        had_keyboard = self._has_keyboard()
        self._go_later.stop()
        self._notice = None
        self.hide()
        if had_keyboard:
            self.left.emit()

    @Slot()
    def look_again(self) -> None:
        """Put away what tells of something that was taken back meanwhile."""
        if self._notice is not None and self._notice.is_over:
            self.put_away()

    def text(self) -> str:
        """The sentence shown, "" when the strip is put away."""
        return "" if self.isHidden() else self._text.text()

    def _on_act(self) -> None:
        for button, act in self._acts:
            if button is self.sender():
                act()
                return


class TaskStrip(QFrame):
    """Shows a piece of work that takes longer than 600 ms, what it is at, and Hủy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_part(self, "message")
        self._task: Task | None = None
        self._text = ElidedLabel("", "strong")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(sizes.LABEL_WIDTH)
        stop = QPushButton("Hủy")
        theme.set_kind(stop, "link")
        stop.clicked.connect(self._on_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.MARGIN, 0, sizes.UNIT, 0)
        row.setSpacing(sizes.MARGIN)
        row.addWidget(bar)
        row.addWidget(self._text, 1)
        row.addWidget(stop)
        self.hide()

    @Slot(object)
    def show_task(self, task: Task) -> None:
        """Show this task until it ends."""
        self._task = task
        self._text.setText(f"{task.title}…")
        task.progress.told.connect(self._text.setText)
        task.ended.connect(self._on_ended)
        self.show()

    def _on_ended(self) -> None:
        self._task = None
        self.hide()

    def _on_stop(self) -> None:
        if self._task is not None:
            self._text.setText("Đang dừng…")
            self._task.cancel()
