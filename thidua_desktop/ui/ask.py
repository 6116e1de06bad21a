"""Every question, message and file dialog goes through one object, so that a test can answer in its place.

:class:`Ask` says what there is to ask; :class:`WindowAsk` (``ui/dialogs.py``) shows it; :class:`ScriptedAsk` answers
from a script and keeps what was said.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.ui.theme import State


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file in a dialog: "Tệp Word" with endings ("docx",)."""

    title: str
    endings: tuple[str, ...]

    @property
    def filter(self) -> str:
        """As Qt's file dialog wants it: "Tệp Word (*.docx)"."""
        return f"{self.title} ({' '.join('*.' + ending for ending in self.endings)})"


DATA_FILE = FileKind("Tệp dữ liệu thi đua", ("thidua",))
WORD_FILE = FileKind("Tệp Word", ("docx",))
PDF_FILE = FileKind("Tệp PDF", ("pdf",))
SHEET_FILE = FileKind("Bảng tính Excel", ("xlsx",))
RETURNED_SHEET = FileKind("Phiếu trả về (Excel, Word)", ("xlsx", "xlsm", "xls", "ods", "docx", "doc", "rtf", "odt"))
PLAN_SOURCE = FileKind(
    "Kế hoạch (Word, PDF hoặc văn bản)",
    ("docx", "doc", "pdf", "rtf", "odt", "txt", "docm", "dotx", "dot", "htm", "html"),
)


class UndoOffer(ABC):
    """The act of a notice that takes something back."""

    @abstractmethod
    def __call__(self) -> None:
        """Take it back."""

    @abstractmethod
    def is_over(self) -> bool:
        """Whether it was taken back meanwhile, or what it is about is gone."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A message that does not wait for an answer: a sentence, its state, and acts the clerk may choose."""

    text: str
    state: State = State.GOOD
    acts: tuple[tuple[str, Callable[[], None]], ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether it tells of something that was taken back."""
        return any(isinstance(act, UndoOffer) and act.is_over() for _, act in self.acts)


class Ask(QObject):
    """What the program asks and tells. ``noticed`` carries a :class:`Notice` for the strip above the status bar."""

    noticed = Signal(object)

    def notify(self, text: str, state: State = State.GOOD, acts: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """Tell something without stopping the clerk."""
        self.noticed.emit(Notice(text, state, tuple(acts)))

    def error(self, error: KnownError) -> None:
        """Tell a fault: what happened, then what to do next."""
        self.tell(error.happened, error.advice, State.BAD)

    @abstractmethod
    def tell(self, text: str, explain: str = "", state: State = State.NEUTRAL) -> None:
        """Tell something that has to be read before going on."""

    @abstractmethod
    def confirm(self, question: str, explain: str = "", *, yes: str = "Đồng ý", no: str = "Hủy") -> bool:
        """Ask before something that cannot be seen at once; ``yes`` is a verb ("Xóa kế hoạch")."""

    @abstractmethod
    def choose(self, question: str, options: Sequence[str], explain: str = "", *, no: str = "Hủy") -> int | None:
        """Let the clerk choose one of a few acts; None when none is wanted, which is what Enter says."""

    @abstractmethod
    def line(self, title: str, label: str, value: str = "") -> str | None:
        """Ask for one line of text; None when given up."""

    @abstractmethod
    def open_file(self, title: str, kinds: Sequence[FileKind], folder: Path | None = None) -> Path | None:
        """Let the clerk choose a file that exists."""

    @abstractmethod
    def open_files(self, title: str, kinds: Sequence[FileKind]) -> list[Path]:
        """Let the clerk choose files that exist; none when given up."""

    @abstractmethod
    def save_file(self, title: str, suggested: Path, kinds: Sequence[FileKind]) -> Path | None:
        """Let the clerk name a file to write; it has one of the endings of ``kinds``."""

    @abstractmethod
    def folder(self, title: str, start: Path | None = None, *, export: bool = False) -> Path | None:
        """Let the clerk choose a folder; ``export`` when papers are to be written into it."""


Answer = object


@dataclass
class _Said:
    """One thing that was asked or told."""

    what: str
    text: str
    explain: str = ""
    state: State = State.NEUTRAL
    options: tuple[str, ...] = field(default=())


class ScriptedAsk(Ask):
    """Answers from a list, in order; ``said`` keeps every question and message for the test to read.

    A question that finds no answer left raises ``AssertionError``: a dialog nobody expected.
    """

    def __init__(self, *answers: Answer) -> None:
        super().__init__()
        self.answers: list[Answer] = list(answers)
        self.said: list[_Said] = []
        self.notices: list[Notice] = []
        self.noticed.connect(self.notices.append)

    @property
    def texts(self) -> list[str]:
        """Every sentence that was asked or told, in order."""
        return [one.text for one in self.said]

    def _answer(self, what: str, text: str, explain: str = "", options: Sequence[str] = ()):
        self.said.append(_Said(what, text, explain, options=tuple(options)))
        assert self.answers, f"nobody expected this question: {text}"
        return self.answers.pop(0)

    def tell(self, text: str, explain: str = "", state: State = State.NEUTRAL) -> None:
        self.said.append(_Said("tell", text, explain, state))

    def confirm(self, question: str, explain: str = "", *, yes: str = "Đồng ý", no: str = "Hủy") -> bool:
        return self._answer("confirm", question, explain, (yes, no))

    def choose(self, question: str, options: Sequence[str], explain: str = "", *, no: str = "Hủy") -> int | None:
        return self._answer("choose", question, explain, options)

    def line(self, title: str, label: str, value: str = "") -> str | None:
        return self._answer("line", title, label)

    def open_file(self, title: str, kinds: Sequence[FileKind], folder: Path | None = None) -> Path | None:
        return self._answer("open_file", title)

    def open_files(self, title: str, kinds: Sequence[FileKind]) -> list[Path]:
        return self._answer("open_files", title)

    def save_file(self, title: str, suggested: Path, kinds: Sequence[FileKind]) -> Path | None:
        return self._answer("save_file", title, str(suggested))

    def folder(self, title: str, start: Path | None = None, *, export: bool = False) -> Path | None:
        return self._answer("folder", title)
