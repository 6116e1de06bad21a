"""Acts on a form as a list of blocks: add, remove, move; and what a form looks like when nothing is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..richtext import plain
from . import blocks, forms
from .field_names import PaperFields
from .form_properties import columns_of
from .form_words import KINDS, source_words
from .slots import words_of

_NEW_ROWS = 3  # of a table that is looked at before anything is known
_HEAD = forms.HeaderForm(("{issuer}",), place_date="{place_date}", superior="{superior}")
_SIGNER = forms.SignerForm(("{authority}",), ("{position}",), "{name}")


def new_blocks(fields: PaperFields) -> Mapping[str, forms.FormBlock]:
    """What may be added to a form of this paper, by what it is called."""
    made: dict[str, forms.FormBlock] = {
        KINDS[forms.TextForm]: forms.TextForm("Đoạn văn mới"),
        KINDS[forms.HeadingForm]: forms.HeadingForm("Đề mục mới"),
    }
    for source, known in fields.rows.items():
        made[f"{KINDS[forms.TableForm]}: {source_words(source, fields)}"] = forms.TableForm(source, columns_of(known))
    for part, words in fields.parts.items():
        made[f"{KINDS[forms.PartForm]}: {words}"] = forms.PartForm(part)
    made[KINDS[forms.PageBreakForm]] = forms.PageBreakForm()
    known_head = {"issuer", "place_date", "superior"} <= fields.texts.keys()
    made[KINDS[forms.HeaderForm]] = _HEAD if known_head else forms.HeaderForm(("Tên cơ quan",))
    made[KINDS[forms.TitleForm]] = forms.TitleForm("TÊN LOẠI", "Trích yếu")
    made[KINDS[forms.AuthorityForm]] = forms.AuthorityForm("CHỦ TỊCH ỦY BAN NHÂN DÂN")
    made[KINDS[forms.BasesForm]] = forms.BasesForm(("Căn cứ …;",))
    known_signer = {"authority", "position", "name"} <= fields.texts.keys()
    signer = _SIGNER if known_signer else forms.SignerForm(position=("CHỦ TỊCH",))
    made[KINDS[forms.SignatureForm]] = forms.SignatureForm(signer)
    made[KINDS[forms.PlacedForm]] = forms.PlacedForm((blocks.PlacedText("Dòng chữ mới", 20, 20, 100),))
    return made


def added(form: forms.FormDefinition, after: int, block: forms.FormBlock) -> forms.FormDefinition:
    """The form with the block behind the one of that place; -1 puts it first."""
    return replace(form, items=(*form.items[: after + 1], forms.FormItem(block), *form.items[after + 1 :]))


def removed(form: forms.FormDefinition, place: int) -> forms.FormDefinition:
    """The form without that block; its last block stays."""
    if len(form.items) < 2:
        return form
    return replace(form, items=form.items[:place] + form.items[place + 1 :])


def moved(form: forms.FormDefinition, place: int, by: int) -> forms.FormDefinition:
    """The form with that block moved by so many places, as far as there are any."""
    to = place + by
    if not 0 <= to < len(form.items):
        return form
    items = list(form.items)
    items.insert(to, items.pop(place))
    return replace(form, items=tuple(items))


def with_block(form: forms.FormDefinition, place: int, block: forms.FormBlock) -> forms.FormDefinition:
    """The form with another block in that place; its condition stays."""
    return _with_item(form, place, replace(form.items[place], block=block))


def with_condition(form: forms.FormDefinition, place: int, when: str) -> forms.FormDefinition:
    """The form whose block is printed only when that field holds something; "" prints it always."""
    return _with_item(form, place, replace(form.items[place], when=when))


def _with_item(form: forms.FormDefinition, place: int, item: forms.FormItem) -> forms.FormDefinition:
    return replace(form, items=(*form.items[:place], item, *form.items[place + 1 :]))


def with_its_slots(form: forms.FormDefinition, fields: PaperFields) -> blocks.Document:
    """The paper with the name of each slot in its place: what it looks like before there is anything to fill in."""
    texts = {name: f"[{words}]" for name, words in words_of(fields.texts).items()}
    parts = {name: (blocks.Text(plain(f"[{words}]")),) for name, words in fields.parts.items()}
    rows = {source: _rows(known) for source, known in fields.rows.items()}
    return forms.build(form, forms.Facts(texts, parts, rows), form.title)


def _rows(known: Mapping[str, str]) -> tuple[Mapping[str, str], ...]:
    words = words_of(known)
    return tuple(
        {name: str(number) if name == "stt" else f"[{words[name]}]" for name in known}
        for number in range(1, _NEW_ROWS + 1)
    )
