"""Forms from office to office: all of an office's own in one file, and such a file taken in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...domain.changes import Changes
from ...domain.papers.form_bundle import SEPARATOR, Piece, bundle, pieces
from ...domain.vietnamese import fold
from ..workspace import Workspace
from . import office_definitions
from .forms import KIND, is_usable
from .offices import office

NEW, REPLACES, SAME, BROKEN = "mới", "thay mẫu của cơ quan", "giống mẫu đang có", "không dùng được"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A form of a file: what it is called, its key and text, what taking it does, and why it cannot be taken.

    ``stands`` is one of the words above.
    """

    title: str
    key: str
    text: str
    stands: str
    problem: str = ""


def forms_file(workspace: Workspace) -> str:
    """The text of a file with all forms of the office's own, broken ones too; "" when it has none."""
    own = office_definitions.contents(workspace, KIND)
    if not own:
        return ""
    whose = getattr(office(workspace), "name", "")
    note = f"Các biểu mẫu của {whose or 'cơ quan'}, chép ngày {workspace.today():%d/%m/%Y}"
    return bundle([(*_parted(key), text) for key, text in own.items()], f"{note}; nạp ở Danh mục, trang Biểu mẫu.")


def incoming(workspace: Workspace, path: Path, paper: str) -> tuple[Incoming, ...]:
    """The forms of a file, each checked; a single one that names no paper is meant for ``paper``.

    Raises :class:`KnownError` when the file cannot be read as text.
    """
    own = office_definitions.contents(workspace, KIND)
    found: dict[str, Incoming] = {}
    twice = []
    for one in (_checked(own, piece, paper) for piece in pieces(office_definitions.read_text(path))):
        if found.setdefault(fold(one.key), one) is not one:
            twice.append(replace(one, stands=BROKEN, problem="mẫu này có hai lần trong tệp, lấy mẫu đứng trước"))
    return (*found.values(), *twice)


def take(workspace: Workspace, chosen: Sequence[Incoming]) -> Changes:
    """Keeps these forms as the office's own, in one act."""
    one = f"Nạp mẫu của cơ quan cho “{chosen[0].title}”" if len(chosen) == 1 else f"Nạp {len(chosen)} mẫu từ tệp"
    return office_definitions.store_all(workspace, KIND, {form.key: form.text for form in chosen}, one)


def _checked(own: dict[str, str], piece: Piece, usual: str) -> Incoming:
    from ...domain.papers.fields import PAPERS
    from ...domain.papers.form_parsing import FormError, read_form

    paper = piece.paper or usual
    wanted = f"{paper}{SEPARATOR}{piece.name}" if piece.name else paper
    key = next((there for there in own if fold(there) == fold(wanted)), wanted)
    if paper not in PAPERS:
        reason = "phiên bản chương trình trên máy này không có loại văn bản đó"
        return Incoming(f"“{paper}”", key, piece.text, BROKEN, reason)
    title = f"{PAPERS[paper].title} – {piece.name}" if piece.name else PAPERS[paper].title
    if piece.name and not is_usable(piece.name):
        return Incoming(title, key, piece.text, BROKEN, f"tên mẫu “{piece.name}” không dùng được")
    try:
        made = read_form(paper, piece.text)
    except FormError as error:
        problem = ": ".join(part for part in (error.place, error.whole_reason) if part)
        return Incoming(title, key, piece.text, BROKEN, problem)
    text = piece.text.lstrip("\n")
    if key not in own:
        return Incoming(title, key, text, NEW)
    return Incoming(title, key, text, SAME if _means(paper, own[key]) == made else REPLACES)


def _means(paper: str, text: str) -> object:
    from ...domain.papers.form_parsing import FormError, read_form

    try:
        return read_form(paper, text)
    except FormError:
        return None


def _parted(key: str) -> tuple[str, str]:
    paper, _, name = key.partition(SEPARATOR)
    return paper, name
