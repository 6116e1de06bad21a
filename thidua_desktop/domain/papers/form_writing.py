"""A form → the text of its TOML file, as :mod:`.form_parsing` reads it; comments that a file had are not kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from types import MappingProxyType
from typing import Any

from . import blocks, forms

TYPES: Mapping[type, str] = MappingProxyType(
    {
        forms.HeaderForm: "national-header",
        forms.TitleForm: "title",
        forms.AuthorityForm: "authority",
        forms.BasesForm: "bases",
        forms.HeadingForm: "heading",
        forms.TextForm: "text",
        forms.PartForm: "part",
        forms.TableForm: "table",
        forms.SignatureForm: "signature",
        forms.PageBreakForm: "page-break",
        forms.PlacedForm: "placed",
    }
)
"""What a block is called in a file."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_form(form: forms.FormDefinition) -> str:
    """The text that reads back as this form; what has its usual value is left out."""
    lines = [f"paper = {_value(form.paper)}", f"title = {_value(form.title)}"]
    if page := list(_cells(form.page)):
        lines += ["", "[page]", *page]
    for item in form.items:
        lines += ["", "[[block]]", f"type = {_value(TYPES[type(item.block)])}"]
        if item.when:
            lines.append(f"when = {_value(item.when)}")
        lines += _cells(item.block)
        for side in ("left", "right") if isinstance(item.block, forms.SignatureForm) else ():
            if (signer := getattr(item.block, side)) is not None:
                lines += ["", f"[block.{side}]", *_cells(signer)]
    return "\n".join(lines) + "\n"


def _cells(made: Any) -> Iterator[str]:
    """A line for each field that says something; signers stand in tables of their own."""
    for about in fields(made):
        value = getattr(made, about.name)
        if _is_usual(about, value) or isinstance(value, forms.SignerForm):
            continue
        if isinstance(value, tuple) and value and isinstance(value[0], forms.ColumnForm | blocks.PlacedText):
            yield f"{about.name} = ["
            yield from (f"  {{ {', '.join(_cells(one))} }}," for one in value)
            yield "]"
        else:
            yield f"{about.name} = {_value(value)}"


def _is_usual(about: Field[Any], value: object) -> bool:
    return about.default is not MISSING and value == about.default


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(int(value)) if value == int(value) else repr(value)
        case tuple():
            return _value(value[0]) if len(value) == 1 else f"[{', '.join(map(_value, value))}]"
    return f'"{"".join(map(_letter, str(value)))}"'


def _letter(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x20 or ord(letter) == 0x7F else letter
