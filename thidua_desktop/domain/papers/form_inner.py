"""What stands inside a block of a form: the columns of a table, the lines of a placed page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from . import blocks, forms
from .field_names import PaperFields
from .form_properties import (
    ALIGN,
    Inner,
    Property,
    Value,
    changed,
    columns_of,
    mm_property,
    size_property,
    stored,
    value,
)
from .slots import in_words


def inner_properties(block: forms.FormBlock, fields: PaperFields) -> tuple[Property, ...]:
    """What can be changed of what stands inside the block; empty for a block that holds nothing."""
    match block:
        case forms.TableForm(source):
            return (
                Property("field", "Nội dung cột", "choice", choices=tuple(fields.rows[source].items())),
                Property("heading", "Tiêu đề cột", "text"),
                mm_property("width", "Bề rộng", hint="Các cột chia bề ngang của trang theo tỉ lệ này.", least=1),
                Property("align", "Căn", "choice", choices=ALIGN),
                Property("when_filled", "Chỉ in khi cột có chữ", "flag", "Bỏ cột thì các cột khác rộng ra."),
                Property("total", "Ô ở dòng cộng", "line", "Để trống ở mọi cột thì không có dòng cộng."),
            )
        case forms.PlacedForm():
            return (
                Property("text", "Lời văn", "text"),
                mm_property("x", "Cách mép trái"),
                mm_property("y", "Cách mép trên"),
                mm_property("width", "Bề rộng"),
                Property("align", "Căn", "choice", choices=ALIGN),
                size_property(),
                Property("bold", "Đậm", "flag"),
                Property("italic", "Nghiêng", "flag"),
                Property("lines", "Nhiều nhất mấy dòng", "whole", "0: bao nhiêu cũng được; dài hơn thì chữ nhỏ lại."),
            )
    return ()


def inner(block: forms.FormBlock) -> tuple[Inner, ...]:
    """The columns of a table, the lines of a placed page; empty for other blocks."""
    match block:
        case forms.TableForm():
            return block.columns
        case forms.PlacedForm():
            return block.fields
    return ()


def inner_words(block: forms.FormBlock, fields: PaperFields) -> tuple[str, ...]:
    """How each of them is called in a list."""
    if isinstance(block, forms.TableForm):
        known = fields.rows[block.source]
        return tuple(in_words(column.heading, fields.texts) or known[column.field] for column in block.columns)
    return tuple(in_words(one.text, fields.texts) for one in inner(block) if isinstance(one, blocks.PlacedText))


def inner_value(block: forms.FormBlock, number: int, one: Property, fields: PaperFields) -> Value:
    """A property of the column or line of that number, as the clerk reads it."""
    if one.key == "total" and isinstance(block, forms.TableForm):
        return in_words(block.total[number], fields.texts) if block.total else ""
    return value(inner(block)[number], one, fields)


def inner_changed(
    block: forms.FormBlock, number: int, one: Property, fields: PaperFields, typed: Value
) -> forms.FormBlock:
    """The block with that property of its column or line changed; errors as in :func:`changed`."""
    if one.key == "total" and isinstance(block, forms.TableForm):
        total = list(block.total or ("",) * len(block.columns))
        total[number] = stored(typed, one, fields)
        return replace(block, total=tuple(total) if any(total) else ())
    listed = list(inner(block))
    listed[number] = changed(listed[number], one, fields, typed)
    return _with_inner(block, listed)


def inner_added(block: forms.FormBlock, after: int, fields: PaperFields) -> forms.FormBlock:
    """The block with one more column or line behind that one."""
    listed = list(inner(block))
    if isinstance(block, forms.TableForm):
        known = fields.rows[block.source]
        unused = [name for name in known if name not in {column.field for column in block.columns}]
        listed.insert(after + 1, columns_of({name: known[name] for name in unused[:1] or list(known)[:1]})[0])
        total = (*block.total[: after + 1], "", *block.total[after + 1 :]) if block.total else ()
        return _with_inner(replace(block, total=total), listed)
    below = listed[after] if listed else None
    y = below.y + 8 if isinstance(below, blocks.PlacedText) else 20.0
    listed.insert(after + 1, blocks.PlacedText("Dòng chữ mới", 20, y, 100))
    return _with_inner(block, listed)


def inner_removed(block: forms.FormBlock, number: int) -> forms.FormBlock:
    """The block without that column or line; the last one stays."""
    listed = list(inner(block))
    if len(listed) < 2:
        return block
    del listed[number]
    if isinstance(block, forms.TableForm):
        total = tuple(text for n, text in enumerate(block.total) if n != number)
        block = replace(block, total=total if any(total) else ())
    return _with_inner(block, listed)


def inner_moved(block: forms.FormBlock, number: int, by: int) -> forms.FormBlock:
    """The block with that column or line moved by so many places, as far as there are any."""
    to = number + by
    if not 0 <= to < len(inner(block)):
        return block
    if isinstance(block, forms.TableForm) and block.total:
        block = replace(block, total=_moved(block.total, number, to))
    return _with_inner(block, _moved(inner(block), number, to))


def _moved(listed: Sequence[Any], number: int, to: int) -> tuple[Any, ...]:
    made = list(listed)
    made.insert(to, made.pop(number))
    return tuple(made)


def _with_inner(block: forms.FormBlock, listed: Sequence[Any]) -> forms.FormBlock:
    if isinstance(block, forms.TableForm):
        return replace(block, columns=tuple(listed))
    return replace(block, fields=tuple(listed)) if isinstance(block, forms.PlacedForm) else block
