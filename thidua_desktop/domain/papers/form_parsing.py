"""A form's TOML → :class:`~thidua_desktop.domain.papers.forms.FormDefinition`, naming the first bad place."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, NoReturn, get_args

from ..errors import KnownError
from ..toml_lines import Step, line_of, stopped_at
from . import blocks, forms
from .fields import PAPERS, PaperFields

_MOST = 1000  # mm, points, rows, lines: nothing of a paper is near it


class FormError(KnownError):
    """A form definition that cannot be used: ``place`` says where, ``reason`` what is wrong, both in Vietnamese.

    ``known`` are the words that may stand there, where only some may (``whole_reason`` lists them); ``path`` leads to
    the place in the file, for :func:`~..toml_lines.line_of`.
    """

    def __init__(
        self, paper: str, place: str, reason: str, *, known: tuple[str, ...] = (), path: tuple[Step, ...] = ()
    ) -> None:
        self.whole_reason = reason + (f" (có: {', '.join(known)})" if known else "")
        where = f"Biểu mẫu “{PAPERS[paper].title}”" + (f", {place}" if place else "")
        super().__init__(
            f"{where}: {self.whole_reason}. Chưa có gì bị thay đổi.",
            "Sửa chỗ đó ở thẻ Danh mục, trang Biểu mẫu; hoặc về mẫu gốc ở đó.",
        )
        self.place = place
        self.reason = reason
        self.known = known
        self.path = path


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the form the reader stands, in words and as a path, and which fields it may use."""

    paper: PaperFields
    words: tuple[str, ...] = ()
    path: tuple[Step, ...] = ()

    def at(self, words: str, key: str, number: int = 0) -> _Place:
        return _Place(self.paper, (*self.words, words), (*self.path, (key, number)))

    def cell(self, key: str) -> _Place:
        return self.at(f"mục “{key}”", key)

    def of_kind(self, kind: str) -> _Place:
        return _Place(self.paper, (*self.words[:-1], f"{self.words[-1]} ({kind})"), self.path)

    def refuse(self, reason: str, *, key: str = "", known: Iterable[str] = ()) -> NoReturn:
        """``key`` is the cell that the reason names itself, ``known`` as in :class:`FormError`."""
        path = (*self.path, (key, 0)) if key else self.path
        raise FormError(self.paper.paper, ", ".join(self.words), reason, known=tuple(known), path=path)


_Reader = Callable[[_Place, object], Any]


def read_form(paper: str, text: str) -> forms.FormDefinition:
    """The form of a paper from the text of its file; :class:`FormError` names the first bad place and its line."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets without end
        line, _ = stopped_at(error)
        raise FormError(paper, f"dòng {line}" if line else "cuối tệp", "sai cách viết TOML") from error
    try:
        return parse_form(paper, table)
    except FormError as error:
        line = line_of(text, error.path)
        place = ", ".join(part for part in (f"dòng {line}" if line else "", error.place) if part)
        raise FormError(paper, place, error.reason, known=error.known, path=error.path) from error


def parse_form(paper: str, table: Mapping[str, object]) -> forms.FormDefinition:
    """The form of a paper from its TOML ``table``: ``paper`` (may be left out), ``title``, ``[page]``, ``[[block]]``.

    Raises :class:`FormError` for the first thing that is missing, unknown or of the wrong kind.
    """
    place = _Place(PAPERS[paper])
    _same_paper(place.cell("paper"), table.get("paper", paper))
    _no_unknown(place, table, ("paper", "title", "page", "block"))
    title = _text(place.cell("title"), table.get("title", place.paper.title))
    page = _page(place.at("phần [page]", "page"), table.get("page", {}))
    items = table.get("block")
    if not isinstance(items, list) or not items:
        place.refuse("chưa có khối [[block]] nào")
    parsed = tuple(_item(place.at(f"khối thứ {n}", "block", n), item) for n, item in enumerate(items, start=1))
    return forms.FormDefinition(paper, title, parsed, page)


def _same_paper(place: _Place, value: object) -> None:
    if not isinstance(value, str) or value not in PAPERS:
        place.refuse(f"không có loại giấy tờ “{value}”", known=PAPERS)
    if value != place.paper.paper:
        place.refuse(f"là “{value}”, tức biểu mẫu “{PAPERS[value].title}”; ở đây phải là “{place.paper.paper}”")


def _page(place: _Place, value: object) -> blocks.PageSetup:
    table = _table(place, value)
    numbers = [f.name for f in fields(blocks.PageSetup) if f.name != "numbered"]
    _no_unknown(place, table, (*numbers, "numbered"))
    page = blocks.PageSetup(
        **{key: _number(place.cell(key), table[key]) for key in numbers if key in table},
        numbered=_flag(place.cell("numbered"), table.get("numbered", True)),
    )
    if page.text_width <= 0 or page.height <= page.top + page.bottom:
        place.refuse("lề rộng hơn khổ giấy")
    return page


def _item(place: _Place, value: object) -> forms.FormItem:
    table = dict(_table(place, value))
    kind = table.pop("type", None)
    if not isinstance(kind, str) or kind not in _SHAPES:
        place.refuse(f"“type” phải là một trong: {', '.join(_SHAPES)}")
    place = place.of_kind(kind)
    when = _text(place.cell("when"), table.pop("when", ""))
    if when and not place.paper.knows(when):
        place.cell("when").refuse(f"không có trường “{when}”")
    return forms.FormItem(_SHAPES[kind](place, table), when)


def _shaped(
    place: _Place, table: Mapping[str, object], readers: Mapping[str, _Reader], required: tuple[str, ...]
) -> dict[str, Any]:
    """The values of a block read key by key."""
    _no_unknown(place, table, tuple(readers))
    for key in required:
        if key not in table:
            place.refuse(f"thiếu mục “{key}”")
    return {key: readers[key](place.cell(key), value) for key, value in table.items()}


def _no_unknown(place: _Place, table: Mapping[str, object], known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            place.refuse(f"không biết mục “{key}”", key=key, known=known)


def _table(place: _Place, value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else place.refuse("phải là một bảng gồm các mục")


def _text(place: _Place, value: object) -> str:
    return value if isinstance(value, str) else place.refuse("phải là chữ trong dấu nháy")


def _number(place: _Place, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _MOST:
        place.refuse(f"phải là một số không âm, không quá {_MOST}")
    return float(value)


def _whole(place: _Place, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST:
        place.refuse(f"phải là số nguyên không âm, không quá {_MOST}")
    return value


def _flag(place: _Place, value: object) -> bool:
    return value if isinstance(value, bool) else place.refuse("phải là true hoặc false")


def _template(place: _Place, value: object) -> str:
    """A text whose slots all belong to the paper."""
    text = _text(place, value)
    for slot in forms.SLOT.findall(text):
        if slot not in place.paper.texts:
            place.refuse(f"không có trường “{{{slot}}}”", known=place.paper.texts)
    if any(brace in forms.SLOT.sub("", text) for brace in "{}"):
        place.refuse("có dấu { hoặc } lẻ")
    return text


def _templates(place: _Place, value: object) -> tuple[str, ...]:
    """One text or a list of texts."""
    values = value if isinstance(value, list) else [value]
    return tuple(_template(place, text) for text in values)


def _choice(*choices: str) -> _Reader:
    def read(place: _Place, value: object) -> str:
        text = _text(place, value)
        return text if text in choices else place.refuse(f"phải là một trong: {', '.join(choices)}")

    return read


_align = _choice(*get_args(blocks.Align))


def _part(place: _Place, table: Mapping[str, object]) -> forms.PartForm:
    source = _shaped(place, table, {"source": _choice(*place.paper.parts)}, ("source",))["source"]
    return forms.PartForm(source)


def _rows_table(place: _Place, table: Mapping[str, object]) -> forms.TableForm:
    source = _choice(*place.paper.rows)(place.cell("source"), table.get("source"))
    known = tuple(place.paper.rows[source])

    def columns(at: _Place, value: object) -> tuple[forms.ColumnForm, ...]:
        if not isinstance(value, list) or not value:
            at.refuse("phải có ít nhất một cột")
        return tuple(_column(at.at(f"cột thứ {n}", "columns", n), column, known) for n, column in enumerate(value, 1))

    readers: dict[str, _Reader] = {"source": _text, "columns": columns, "total": _templates, "size": _number}
    readers |= {"blank_rows": _whole, "blank_height": _number, "row_height": _number}
    made = forms.TableForm(**_shaped(place, table, readers, ("columns",)))
    if made.total and len(made.total) != len(made.columns):
        place.cell("total").refuse(f"phải có {len(made.columns)} ô, mỗi cột một ô")
    return made


def _column(place: _Place, value: object, known: tuple[str, ...]) -> forms.ColumnForm:
    readers: dict[str, _Reader] = {"field": _choice(*known), "heading": _template, "width": _number, "align": _align}
    readers["when_filled"] = _flag
    column = forms.ColumnForm(**_shaped(place, _table(place, value), readers, ("field", "heading", "width")))
    return column if column.width > 0 else place.cell("width").refuse("phải lớn hơn 0")


def _signer(place: _Place, value: object) -> forms.SignerForm:
    readers: dict[str, _Reader] = {"authority": _templates, "position": _templates, "name": _template}
    return forms.SignerForm(**_shaped(place, _table(place, value), readers, ()))


def _signature(place: _Place, table: Mapping[str, object]) -> forms.SignatureForm:
    readers = {"right": _signer, "left": _signer, "recipients": _templates, "label": _template}
    made = forms.SignatureForm(**_shaped(place, table, readers, ("right",)))
    if made.left and made.recipients:
        place.refuse("bên trái chỉ có nơi nhận hoặc người ký, không có cả hai")
    return made


def _placed(place: _Place, table: Mapping[str, object]) -> forms.PlacedForm:
    readers: dict[str, _Reader] = {"text": _template, "align": _align, "bold": _flag, "italic": _flag, "lines": _whole}
    readers |= dict.fromkeys(("x", "y", "width", "size"), _number)

    def placed_texts(at: _Place, value: object) -> tuple[blocks.PlacedText, ...]:
        if not isinstance(value, list) or not value:
            at.refuse("phải có ít nhất một trường")
        steps = [(at.at(f"trường thứ {n}", "fields", n), one) for n, one in enumerate(value, 1)]
        required = ("text", "x", "y", "width")
        return tuple(blocks.PlacedText(**_shaped(step, _table(step, one), readers, required)) for step, one in steps)

    return forms.PlacedForm(_shaped(place, table, {"fields": placed_texts}, ("fields",))["fields"])


def _simple(
    made: Callable[..., forms.FormBlock], required: tuple[str, ...], **readers: _Reader
) -> Callable[[_Place, Mapping[str, object]], forms.FormBlock]:
    def read(place: _Place, table: Mapping[str, object]) -> forms.FormBlock:
        return made(**_shaped(place, table, readers, required))

    return read


_SHAPES: dict[str, Callable[[_Place, Mapping[str, object]], forms.FormBlock]] = {
    "national-header": _simple(
        forms.HeaderForm,
        ("issuer",),
        issuer=_templates,
        number=_template,
        place_date=_template,
        superior=_template,
        subject=_template,
        mark=_template,
        code=_template,
    ),
    "title": _simple(forms.TitleForm, ("doc_type",), doc_type=_template, subject=_template, note=_template),
    "authority": _simple(forms.AuthorityForm, ("text",), text=_template),
    "bases": _simple(forms.BasesForm, ("lines",), lines=_templates),
    "heading": _simple(
        forms.HeadingForm,
        ("text",),
        text=_template,
        marker=_template,
        style=_choice(*get_args(blocks.HeadingStyle)),
        level=_whole,
    ),
    "text": _simple(
        forms.TextForm,
        ("text",),
        text=_template,
        bullet=_text,
        align=_align,
        indented=_flag,
        bold=_flag,
        italic=_flag,
        keep_next=_flag,
        size=_number,
        lead=_text,
    ),
    "part": _part,
    "table": _rows_table,
    "signature": _signature,
    "page-break": _simple(forms.PageBreakForm, (), numbered_anew=_flag),
    "placed": _placed,
}
