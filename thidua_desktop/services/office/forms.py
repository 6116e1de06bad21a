"""The forms of papers as this office uses them: its own where it has one, else what ships; and other forms of its own
for the same paper, each under a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.papers.form_bundle import SEPARATOR
from ...domain.vietnamese import fold, one_line
from ..workspace import Workspace
from . import office_definitions

if TYPE_CHECKING:
    from ...domain.papers.forms import FormDefinition

KIND: office_definitions.Kind = "biểu mẫu"
SHIPPED = "mẫu gốc"
"""The name by which a paper is asked for in the form that ships, though the office has one of its own."""

_LONGEST_NAME = 60
_USUAL = "Mẫu thường dùng"


@dataclass(frozen=True, slots=True)
class FormStanding:
    """How a form of a paper stands: ``paper`` names it ("plan"), ``title`` is what the clerk calls that paper.

    ``form_title`` is what the form calls itself. ``is_own``: it is the office's; ``name`` is that of another form than
    the usual one. ``problem`` says why it cannot be used, "" when it can.
    """

    paper: str
    title: str
    form_title: str
    is_own: bool
    problem: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """The forms that a paper can be set in, what the clerk calls each → its name, the usual one first.

    ``problem`` says why the office's usual one cannot be used, "" when it can; then the one that ships stands first.
    """

    forms: Mapping[str, str]
    problem: str = ""


def to_choose(workspace: Workspace, paper: str) -> Offered:
    """What the clerk can choose from when a paper goes out; of a paper without a form of its own the usual one."""
    from ...domain.papers.fields import PAPERS

    if paper not in PAPERS:
        return Offered({_USUAL: ""})
    usual = standing(workspace, paper)
    broken = usual.is_own and bool(usual.problem)
    others = {name: name for name in names(workspace, paper) if not standing(workspace, paper, name).problem}
    first = {SHIPPED[:1].upper() + SHIPPED[1:]: SHIPPED} if broken else {_USUAL: ""}
    return Offered(first | others, f"{usual.problem[:1].upper()}{usual.problem[1:]}." if broken else "")


def form(workspace: Workspace, paper: str) -> FormDefinition:
    """The form that a paper is set in: the one ``workspace.form`` names, else the office's usual one, else what ships.

    Raises :class:`KnownError` when the office has no form of that name, and for one of its own that cannot be used: it
    names the first bad place, and nothing else is printed in its place.
    """
    wanted = fold(workspace.form)
    if wanted == fold(SHIPPED):
        return workspace.definitions.form(paper)
    listed = names(workspace, paper)
    named = next((name for name in listed if fold(name) == wanted), "")
    if wanted and not named:
        known = ", ".join(f"“{name}”" for name in (*listed, SHIPPED))
        raise KnownError(
            f"Văn bản “{_title(paper)}” không có mẫu nào tên “{workspace.form}” (có: {known}); chưa in gì.",
            "Chọn một trong các mẫu đó, hoặc thêm mẫu ở Danh mục, trang Biểu mẫu.",
        )
    return definition(workspace, paper, named)


def definition(workspace: Workspace, paper: str, name: str = "") -> FormDefinition:
    """The office's form of that name, "" its usual one or what ships; :class:`FormError` when it cannot be used."""
    from ...domain.papers.form_parsing import read_form

    own = _own(workspace, paper, name)
    return workspace.definitions.form(paper) if own is None else read_form(paper, own)


def names(workspace: Workspace, paper: str) -> tuple[str, ...]:
    """The other forms of its own that the office has for the paper."""
    start = paper + SEPARATOR
    return tuple(
        key.removeprefix(start) for key in office_definitions.contents(workspace, KIND) if key.startswith(start)
    )


def all_forms(workspace: Workspace) -> tuple[FormStanding, ...]:
    """The form of every paper, in the order of the year's work, each followed by the office's others for it."""
    from ...domain.papers.fields import PAPERS

    own = office_definitions.contents(workspace, KIND)
    return tuple(
        _standing(workspace, paper, about.title, own.get(_key(paper, name)), name)
        for paper, about in PAPERS.items()
        for name in ("", *names(workspace, paper))
    )


def standing(workspace: Workspace, paper: str, name: str = "") -> FormStanding:
    """How one form stands; ``name`` as in :func:`definition`."""
    return _standing(workspace, paper, _title(paper), _own(workspace, paper, name), name)


def form_text(workspace: Workspace, paper: str, name: str = "") -> str:
    """The text of the office's own form, be there a mistake in it, else of the shipped one."""
    own = _own(workspace, paper, name)
    return workspace.definitions.form_text(paper) if own is None else own


def store_form(workspace: Workspace, form: FormDefinition, name: str = "", *, editing: str = "") -> Changes:
    """Keeps the form as the office's own; acts with the same ``editing`` token, "" for none, are undone as one.

    Raises :class:`FormError` for one that could not be read again: margins wider than the paper.
    """
    from ...domain.papers.form_writing import write_form

    return store_text(workspace, form.paper, write_form(form), name, editing=editing)


def store_text(workspace: Workspace, paper: str, text: str, name: str = "", *, editing: str = "") -> Changes:
    """Keeps the text of a form, nothing new when it says the same; errors and ``editing`` as in :func:`store_form`."""
    from ...domain.papers.form_parsing import read_form

    read_form(paper, text)
    if text == form_text(workspace, paper, name):
        return Changes()
    merge = f"form/{_key(paper, name)}/{editing}" if editing else None
    return office_definitions.store(
        workspace, KIND, _key(paper, name), text, f"Sửa {_called(paper, name)}", merge=merge
    )


def add_form(workspace: Workspace, paper: str, name: str, like: str = "") -> Changes:
    """Adds another form for the paper, at first the same as the one called ``like``, "" the usual one.

    Raises :class:`BadInput` for a name that is empty, too long or taken.
    """
    from ...domain.papers.form_writing import write_form

    name = checked_name(workspace, paper, name)
    made = replace(definition(workspace, paper, like), title=f"{_title(paper)} – {name}")
    return office_definitions.store(
        workspace, KIND, _key(paper, name), write_form(made), f"Thêm {_called(paper, name)}"
    )


def rename_form(workspace: Workspace, paper: str, name: str, new: str) -> Changes:
    """Gives another form of the office's a new name; errors as in :func:`add_form`."""
    if fold(one_line(new)) != fold(name):
        new = checked_name(workspace, paper, new)
    act_text = f"Đổi tên mẫu “{name}” thành “{one_line(new)}”"
    return office_definitions.rename(workspace, KIND, _key(paper, name), _key(paper, one_line(new)), act_text)


def is_usable(name: str) -> bool:
    """Whether another form may be called so: the one that ships has its own name."""
    return bool(name) and len(name) <= _LONGEST_NAME and SEPARATOR not in name and fold(name) != fold(SHIPPED)


def checked_name(workspace: Workspace, paper: str, name: str) -> str:
    """The name in one line; raises :class:`BadInput` for one that is empty, too long or taken."""
    name = one_line(name)
    if not is_usable(name):
        raise BadInput(
            f"Tên mẫu “{name[:_LONGEST_NAME]}” không dùng được.",
            f"Đặt tên không quá {_LONGEST_NAME} chữ, không có dấu “{SEPARATOR}”, khác “{SHIPPED}”, "
            "ví dụ: mẫu của khối trường.",
        )
    if fold(name) in map(fold, names(workspace, paper)):
        raise BadInput(f"Văn bản này đã có mẫu tên “{name}”.", "Đặt tên khác cho mẫu mới.")
    return name


def remove_form(workspace: Workspace, paper: str, name: str = "") -> Changes:
    """Goes back to the shipped form, or removes another form; empty changes when the office has none of its own."""
    text = f"Xóa {_called(paper, name)}" if name else f"Về mẫu gốc của “{_title(paper)}”"
    return office_definitions.remove(workspace, KIND, _key(paper, name), text)


def remove_all_forms(workspace: Workspace) -> Changes:
    """Goes back to the shipped form of every paper, in one act; the office's other forms stay."""
    usual = [key for key in office_definitions.contents(workspace, KIND) if SEPARATOR not in key]
    return office_definitions.remove_all(workspace, KIND, usual, "Về mẫu gốc của mọi văn bản")


def _own(workspace: Workspace, paper: str, name: str) -> str | None:
    return office_definitions.contents(workspace, KIND).get(_key(paper, name))


def _key(paper: str, name: str) -> str:
    return f"{paper}{SEPARATOR}{name}" if name else paper


def _called(paper: str, name: str) -> str:
    return f"mẫu “{_title(paper)} – {name}”" if name else f"mẫu “{_title(paper)}”"


def _title(paper: str) -> str:
    from ...domain.papers.fields import PAPERS

    return PAPERS[paper].title


def _standing(workspace: Workspace, paper: str, title: str, own: str | None, name: str) -> FormStanding:
    from ...domain.papers.form_parsing import FormError, read_form

    try:
        made = workspace.definitions.form(paper) if own is None else read_form(paper, own)
    except FormError as error:
        problem = ": ".join(part for part in (error.place, error.whole_reason) if part)
        return FormStanding(paper, title, title, True, problem, name)
    except KnownError as error:
        return FormStanding(paper, title, title, own is not None, error.happened, name)
    return FormStanding(paper, title, made.title, own is not None, "", name)
