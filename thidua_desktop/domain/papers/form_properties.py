"""What of a form can be changed in the window: the properties of the page and of each block, each read and changed as
the clerk reads it. What stands inside a block: :mod:`.form_inner`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from ..vietnamese import nfc
from . import blocks, forms
from .field_names import PaperFields
from .form_words import source_words
from .slots import from_words, in_words, words_of

Kind = Literal["text", "line", "lines", "plain", "flag", "number", "whole", "choice"]
"""``text``, ``line`` and ``lines`` hold slots in words; ``lines`` are one template each, ``plain`` holds none."""

Value: TypeAlias = str | bool | float
Inner: TypeAlias = forms.ColumnForm | blocks.PlacedText
Holder: TypeAlias = "forms.FormBlock | forms.SignerForm | forms.FormDefinition | blocks.PageSetup | Inner"

LEFT_EMPTY, LEFT_RECIPIENTS, LEFT_SIGNER = "empty", "recipients", "signer"
PORTRAIT, LANDSCAPE = "portrait", "landscape"
ALIGN = (("left", "trái"), ("center", "giữa"), ("right", "phải"), ("justify", "đều hai bên"))
_STYLES = (
    ("chapter", "I. – chữ đậm, in hoa"),
    ("item", "1. – chữ đậm"),
    ("point", "a) – chữ thường"),
    ("part", "Phần, Chương – ở giữa, in hoa"),
)
_LEFT = ((LEFT_EMPTY, "để trống"), (LEFT_RECIPIENTS, "nơi nhận"), (LEFT_SIGNER, "người ký thứ hai"))
_MOST_MM, _MOST_SIZE, _MOST_ROWS = 420.0, 72.0, 60.0  # an A3 sheet is 420 mm long


@dataclass(frozen=True, slots=True)
class Property:
    """One thing to change: ``key`` where it is kept, ``words`` its label, ``choices`` as (value, words).

    Neighbours of one ``group`` stand under that heading. ``most`` is the greatest number; ``unit`` stands behind it.
    """

    key: str
    words: str
    kind: Kind
    hint: str = ""
    group: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    least: float = 0.0
    most: float = _MOST_MM
    unit: str = ""


def size_property(key: str = "size", words: str = "Cỡ chữ", hint: str = "") -> Property:
    """A size of letters."""
    return Property(key, words, "number", hint, most=_MOST_SIZE, unit=" pt")


def mm_property(key: str, words: str, group: str = "", hint: str = "", least: float = 0.0) -> Property:
    """A length."""
    return Property(key, words, "number", hint, group, least=least, unit=" mm")


_LINE = "Mỗi dòng in thành một dòng."
PAGE = (
    Property("title", "Tên mẫu", "plain", "Ghi trong tệp của mẫu; tên in trên giấy ở khối Tên loại, trích yếu."),
    Property("direction", "Chiều giấy", "choice", choices=((PORTRAIT, "A4 đứng"), (LANDSCAPE, "A4 ngang"))),
    mm_property("top", "Lề trên"),
    mm_property("bottom", "Lề dưới"),
    mm_property("left", "Lề trái"),
    mm_property("right", "Lề phải"),
    Property("body_size", "Cỡ chữ của trang", "number", least=6, most=_MOST_SIZE, unit=" pt"),
    mm_property("first_line", "Thụt đầu dòng"),
    Property("gap", "Khoảng sau mỗi đoạn", "number", most=_MOST_SIZE, unit=" pt"),
    Property("numbered", "Đánh số trang từ trang 2", "flag"),
)
_OF_BLOCK: Mapping[type, tuple[Property, ...]] = MappingProxyType(
    {
        forms.HeaderForm: (
            Property("superior", "Cơ quan cấp trên", "line"),
            Property("issuer", "Cơ quan ban hành", "lines", _LINE),
            Property("number", "Số, ký hiệu", "line"),
            Property("subject", "V/v (công văn)", "text"),
            Property("place_date", "Địa danh, ngày", "line"),
            Property("mark", "Chữ trên số", "line", "Ví dụ: DỰ THẢO"),
            Property("code", "Mã phiếu ở góc", "line", "Giấy nộp về thì gõ mã này để tìm lại đúng đơn vị."),
        ),
        forms.TitleForm: (
            Property("doc_type", "Tên loại", "line"),
            Property("subject", "Trích yếu", "text"),
            Property("note", "Dòng nghiêng ở dưới", "text"),
        ),
        forms.AuthorityForm: (Property("text", "Lời văn", "line"),),
        forms.BasesForm: (Property("lines", "Các căn cứ", "lines", _LINE),),
        forms.HeadingForm: (
            Property("marker", "Số thứ tự", "line"),
            Property("text", "Lời văn", "text"),
            Property("style", "Kiểu", "choice", choices=_STYLES),
            Property("level", "Cấp", "whole", "1 là cấp lớn nhất trong cây mục.", least=1, most=9),
        ),
        forms.TextForm: (
            Property("text", "Lời văn", "text", "Mỗi dòng in thành một đoạn."),
            Property("align", "Căn", "choice", choices=ALIGN),
            Property("bold", "Đậm", "flag"),
            Property("italic", "Nghiêng", "flag"),
            Property("indented", "Thụt đầu dòng", "flag"),
            size_property(hint="0: theo cỡ chữ của trang."),
            Property("lead", "Chữ đậm ở đầu", "plain", "Ví dụ: Điều 1."),
            Property("bullet", "Dấu đầu dòng", "plain", "Ví dụ: -"),
            Property("keep_next", "Giữ cùng trang với khối sau", "flag"),
        ),
        forms.PageBreakForm: (Property("numbered_anew", "Đánh số trang lại từ 1", "flag", "Cho phụ lục."),),
        forms.PlacedForm: (),
    }
)
_LEFT_SIDE, _RIGHT_SIDE = "Bên trái", "Bên phải"
_SIGNER = (("authority", "Thẩm quyền", "lines"), ("position", "Chức vụ", "lines"), ("name", "Họ và tên", "line"))


def properties(block: forms.FormBlock, fields: PaperFields) -> tuple[Property, ...]:
    """What of the block itself can be changed."""
    match block:
        case forms.PartForm():
            return (Property("source", "Nội dung", "choice", choices=tuple(fields.parts.items())),)
        case forms.TableForm():
            sources = tuple((source, source_words(source, fields)) for source in fields.rows)
            return (
                Property("source", "Nội dung bảng", "choice", choices=sources),
                Property("size", "Cỡ chữ", "number", least=6, most=_MOST_SIZE, unit=" pt"),
                Property("blank_rows", "Số dòng trống", "whole", "Khi in mẫu trống để điền tay.", most=_MOST_ROWS),
                mm_property("blank_height", "Dòng trống cao"),
                mm_property("row_height", "Dòng có chữ cao ít nhất", hint="0: vừa chữ."),
            )
        case forms.SignatureForm():
            return _signature_properties(block)
    return _OF_BLOCK[type(block)]


def _signature_properties(block: forms.SignatureForm) -> tuple[Property, ...]:
    made = [Property("left_kind", "Có gì", "choice", group=_LEFT_SIDE, choices=_LEFT)]
    if left_kind(block) == LEFT_RECIPIENTS:
        made.append(Property("label", "Chữ ở trên", "line", group=_LEFT_SIDE))
        made.append(Property("recipients", "Các nơi nhận", "lines", _LINE, _LEFT_SIDE))
    sides = (("left", _LEFT_SIDE), ("right", _RIGHT_SIDE)) if block.left is not None else (("right", _RIGHT_SIDE),)
    for side, group in sides:
        for key, words, kind in _SIGNER:
            made.append(Property(f"{side}.{key}", words, "lines" if kind == "lines" else "line", group=group))
    return tuple(made)


def left_kind(block: forms.SignatureForm) -> str:
    """What stands on the left of a signature."""
    return LEFT_SIGNER if block.left is not None else LEFT_RECIPIENTS if block.recipients else LEFT_EMPTY


# Reading and changing a value, as the clerk sees it


def value(of: Holder, one: Property, fields: PaperFields) -> Value:
    """The property as the clerk reads it."""
    if one.key == "left_kind" and isinstance(of, forms.SignatureForm):
        return left_kind(of)
    if isinstance(of, forms.FormDefinition):
        return _of_form(of, one)
    holder, key = _at(of, one.key)
    return _shown(getattr(holder, key), one, fields)


def changed(of: Any, one: Property, fields: PaperFields, typed: Value) -> Any:
    """The block (page, column, …) with the property as the clerk gave it.

    Raises :class:`~..bad_input.BadInput` for a slot that the paper does not have.
    """
    if one.key == "left_kind":
        return _with_left(of, str(typed))
    if isinstance(of, forms.FormDefinition):
        return _with_form_value(of, one, typed)
    kept = stored(typed, one, fields)
    if isinstance(of, forms.TableForm) and one.key == "source":
        return _with_source(of, str(kept), fields)
    side, _, key = one.key.rpartition(".")
    return replace(of, **{side: replace(getattr(of, side), **{key: kept})} if side else {key: kept})


def _at(of: Holder, key: str) -> tuple[Any, str]:
    side, _, own = key.rpartition(".")
    return (getattr(of, side) if side else of), own


def _shown(kept: Any, one: Property, fields: PaperFields) -> Value:
    if one.kind == "lines":
        return "\n".join(in_words(line, fields.texts) for line in kept)
    if one.kind in ("text", "line"):
        return in_words(kept, fields.texts)
    return 0.0 if kept is None else kept


def stored(typed: Value, one: Property, fields: PaperFields) -> Any:
    """What is kept of the value; errors as in :func:`changed`."""
    if isinstance(typed, str):
        typed = nfc(typed)
        if one.kind == "lines":
            return tuple(from_words(line, fields.texts) for line in typed.split("\n")) if typed.strip() else ()
        return from_words(typed, fields.texts) if one.kind in ("text", "line") else typed
    if one.kind == "whole":
        return int(typed)
    return None if one.key == "size" and not typed else typed


def _of_form(form: forms.FormDefinition, one: Property) -> Value:
    if one.key == "title":
        return form.title
    if one.key == "direction":
        return LANDSCAPE if form.page.width > form.page.height else PORTRAIT
    made: Value = getattr(form.page, one.key)
    return made


def _with_form_value(form: forms.FormDefinition, one: Property, typed: Value) -> forms.FormDefinition:
    page = form.page
    if one.key == "title":
        return replace(form, title=nfc(str(typed)))
    if one.key == "direction":
        turned = (typed == LANDSCAPE) != (page.width > page.height)
        return replace(form, page=replace(page, width=page.height, height=page.width)) if turned else form
    values: dict[str, Any] = {one.key: typed}
    return replace(form, page=replace(page, **values))


def _with_left(block: forms.SignatureForm, kind: str) -> forms.SignatureForm:
    if kind == LEFT_SIGNER:
        return replace(block, recipients=(), left=block.left or forms.SignerForm(position=("NGƯỜI LẬP",)))
    recipients = block.recipients or ("{recipients}",)
    return replace(block, left=None, recipients=recipients if kind == LEFT_RECIPIENTS else ())


def _with_source(block: forms.TableForm, source: str, fields: PaperFields) -> forms.TableForm:
    """The table over other rows: it keeps the columns that those rows have too."""
    known = fields.rows[source]
    kept = [number for number, column in enumerate(block.columns) if column.field in known]
    if not kept:
        return replace(block, source=source, columns=columns_of(known), total=())
    total = tuple(block.total[number] for number in kept) if block.total else ()
    return replace(block, source=source, columns=tuple(block.columns[number] for number in kept), total=total)


def columns_of(known: Mapping[str, str]) -> tuple[forms.ColumnForm, ...]:
    """A column for each of these fields."""
    words = words_of(known)
    return tuple(
        forms.ColumnForm("stt", "STT", 12, "center")
        if name == "stt"
        else forms.ColumnForm(name, words[name][:1].upper() + words[name][1:], 40)
        for name in known
    )
