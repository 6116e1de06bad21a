"""A form in the clerk's words: every property of every form that ships is read, and written back it changes nothing."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest
from hypothesis import given

from tests.domain.papers.made_up_forms import any_form
from tests.golden.samples import ROOT, form
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.papers import blocks, form_editing, form_inner, form_properties, forms
from thidua_desktop.domain.papers.fields import PAPERS
from thidua_desktop.domain.papers.form_parsing import read_form
from thidua_desktop.domain.papers.form_words import KINDS, block_words, conditions
from thidua_desktop.domain.papers.form_writing import write_form
from thidua_desktop.domain.papers.slots import from_words, in_words, words_of

PLAN, REGISTRATION = PAPERS["plan"], PAPERS["registration-form"]
NAMES = sorted(file.stem for file in (ROOT / "forms").glob("*.toml"))


def prop(block: forms.FormBlock, key: str, fields=REGISTRATION) -> form_properties.Property:
    listed = (*form_properties.properties(block, fields), *form_inner.inner_properties(block, fields))
    return next(one for one in listed if one.key == key)


def page_prop(key: str) -> form_properties.Property:
    return next(one for one in form_properties.PAGE if one.key == key)


# Slots in words


@pytest.mark.parametrize("name", PAPERS)
def test_the_words_of_the_slots_of_a_paper_differ(name: str) -> None:
    words = [one.casefold() for one in words_of(PAPERS[name].texts).values()]
    assert len(set(words)) == len(words)


def test_slots_are_read_in_words_and_stored_by_name() -> None:
    assert in_words("Kính gửi: {committee}, năm {year}", REGISTRATION.texts) == (
        "Kính gửi: {nơi nhận đăng ký}, năm {năm thi đua}"
    )
    assert from_words("Năm {Năm thi đua}, {year}", REGISTRATION.texts) == "Năm {year}, {year}"


@pytest.mark.parametrize(("text", "said"), [("{năm}", "“{năm}”"), ("{year", "lẻ"), ("a } b", "lẻ"), ("{}", "“{}”")])
def test_a_slot_that_is_not_there_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        from_words(text, REGISTRATION.texts)
    assert "Chèn chỗ điền" in refused.value.advice


# Properties


@pytest.mark.parametrize("kind", KINDS)
def test_everything_a_block_holds_can_be_changed(kind: type) -> None:
    """A field that a form gets some day has its place in the window."""
    block = next(one for one in form_editing.new_blocks(PLAN).values() if type(one) is kind)
    if isinstance(block, forms.SignatureForm):
        right = ("authority", "position", "name")
        assert {one.key for one in form_properties.properties(block, PLAN)} == {
            "left_kind",
            *(f"right.{key}" for key in right),
        }
        return
    reached = {one.key for one in form_properties.properties(block, PLAN)}
    assert len(reached) == len(form_properties.properties(block, PLAN)), "one field for each"
    reached |= {"columns", "fields", "total"} if form_inner.inner(block) else set()
    assert {one.name for one in dataclasses.fields(block)} <= reached
    for one in form_inner.inner(block):
        assert {field.name for field in dataclasses.fields(one)} <= {
            inner.key for inner in form_inner.inner_properties(block, PLAN)
        }


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_and_written_back_changes_nothing(name: str) -> None:
    check_unchanged(form(name))


@given(any_form())
def test_what_is_read_of_any_form_and_written_back_stays_a_form(made: forms.FormDefinition) -> None:
    """Texts are made what Vietnamese is written as; after that nothing changes any more."""
    fields = PAPERS[made.paper]
    for item in made.items:
        block = item.block
        for one in form_properties.properties(block, fields):
            block = form_properties.changed(block, one, fields, form_properties.value(block, one, fields))
        for one in form_properties.properties(block, fields):
            assert form_properties.changed(block, one, fields, form_properties.value(block, one, fields)) == block
        assert read_form(made.paper, write_form(replace(made, items=(forms.FormItem(block),)))).items[0].block == block


def check_unchanged(made: forms.FormDefinition) -> None:
    fields = PAPERS[made.paper]
    for one in form_properties.PAGE:
        assert form_properties.changed(made, one, fields, form_properties.value(made, one, fields)) == made
    for item in made.items:
        block = item.block
        for one in form_properties.properties(block, fields):
            assert form_properties.changed(block, one, fields, form_properties.value(block, one, fields)) == block
        for number in range(len(form_inner.inner(block))):
            for one in form_inner.inner_properties(block, fields):
                value = form_inner.inner_value(block, number, one, fields)
                assert form_inner.inner_changed(block, number, one, fields, value) == block


@pytest.mark.parametrize("name", NAMES)
def test_every_value_of_a_shipped_form_fits_its_field(name: str) -> None:
    """A number outside the bounds of its field, a choice that is not offered, would be shown as something else."""
    made, fields = form(name), PAPERS[name]
    shown = [(one, form_properties.value(made, one, fields)) for one in form_properties.PAGE]
    for item in made.items:
        shown += [
            (one, form_properties.value(item.block, one, fields))
            for one in form_properties.properties(item.block, fields)
        ]
        shown += [
            (one, form_inner.inner_value(item.block, number, one, fields))
            for number in range(len(form_inner.inner(item.block)))
            for one in form_inner.inner_properties(item.block, fields)
        ]
    for one, value in shown:
        if one.kind in ("number", "whole"):
            assert one.least <= value <= one.most or value == 0 == one.least, (one.key, value)
        elif one.kind == "choice":
            assert value in dict(one.choices), (one.key, value)
        else:
            assert isinstance(value, bool if one.kind == "flag" else str)


def test_a_page_is_turned_and_its_margins_changed() -> None:
    made = form("registration-form")
    turned = form_properties.changed(made, page_prop("direction"), REGISTRATION, form_properties.LANDSCAPE)
    assert (turned.page.width, turned.page.height) == (297, 210)
    assert form_properties.changed(turned, page_prop("direction"), REGISTRATION, "landscape") == turned
    assert form_properties.changed(made, page_prop("left"), REGISTRATION, 35.0).page == replace(made.page, left=35)
    assert form_properties.changed(made, page_prop("title"), REGISTRATION, "Mẫu khối trường").title == "Mẫu khối trường"


def test_what_stands_left_of_a_signature_is_chosen() -> None:
    block = forms.SignatureForm(forms.SignerForm(position=("{position}",)))
    left = prop(block, "left_kind")
    with_recipients = form_properties.changed(block, left, REGISTRATION, "recipients")
    assert with_recipients.recipients == ("{recipients}",)
    with_signer = form_properties.changed(with_recipients, left, REGISTRATION, "signer")
    assert (with_signer.recipients, with_signer.left.position) == ((), ("NGƯỜI LẬP",))
    named = form_properties.changed(with_signer, prop(with_signer, "left.position"), REGISTRATION, "KẾ TOÁN\nTHỦ QUỸ")
    assert named.left.position == ("KẾ TOÁN", "THỦ QUỸ")
    assert form_properties.changed(named, left, REGISTRATION, "empty") == block


def test_the_size_of_a_paragraph_is_the_pages_when_it_has_none_of_its_own() -> None:
    block = forms.TextForm("Kính gửi", size=12)
    assert form_properties.changed(block, prop(block, "size"), REGISTRATION, 0.0).size is None


# Columns and placed lines


def table() -> forms.TableForm:
    columns = (forms.ColumnForm("stt", "STT", 12, "center"), forms.ColumnForm("subject", "Họ và tên", 50))
    return forms.TableForm("people", columns, ("", "Cộng"))


def test_a_column_is_added_with_what_the_table_does_not_show_yet() -> None:
    made = form_inner.inner_added(table(), 0, REGISTRATION)
    assert [column.field for column in made.columns] == ["stt", "position", "subject"]
    assert (made.columns[1].heading, made.total) == ("Chức vụ, đơn vị", ("", "", "Cộng"))


def test_columns_move_and_go_with_their_sums() -> None:
    assert form_inner.inner_moved(table(), 1, -1).total == ("Cộng", "")
    assert form_inner.inner_moved(table(), 1, 1) == table()
    assert form_inner.inner_removed(table(), 1).total == ()
    assert form_inner.inner_removed(form_inner.inner_removed(table(), 1), 0).columns == table().columns[:1]


def test_a_sum_row_comes_and_goes_with_its_texts() -> None:
    plain = replace(table(), total=())
    total = prop(plain, "total")
    summed = form_inner.inner_changed(plain, 0, total, REGISTRATION, "Năm {năm thi đua}")
    assert summed.total == ("Năm {year}", "")
    assert form_inner.inner_changed(summed, 0, total, REGISTRATION, "") == plain


def test_a_table_over_other_rows_keeps_the_columns_they_have() -> None:
    source = prop(table(), "source")
    assert form_properties.changed(table(), source, REGISTRATION, "collectives").columns == table().columns
    other = form_properties.changed(table(), source, REGISTRATION, "commitments")
    assert [column.field for column in other.columns] == ["stt"]
    assert read_form("registration-form", write_form(of(other))).items[0].block == other


def test_a_placed_line_is_added_below_the_one_before() -> None:
    made = form_inner.inner_added(form("certificates").items[0].block, 0, PAPERS["certificates"])
    assert (made.fields[1].y, made.fields[1].text) == (26, "Dòng chữ mới")


def of(*made: forms.FormBlock) -> forms.FormDefinition:
    return forms.FormDefinition("registration-form", "Mẫu", tuple(forms.FormItem(block) for block in made))


# The list of blocks


@pytest.mark.parametrize("name", PAPERS)
def test_every_block_that_can_be_added_makes_a_form_that_can_be_read(name: str) -> None:
    fields = PAPERS[name]
    start = forms.FormDefinition(name, "Mẫu", (forms.FormItem(forms.TextForm("Trước")),))
    for block in form_editing.new_blocks(fields).values():
        made = form_editing.added(start, 0, block)
        assert read_form(name, write_form(made)).items[1].block == block


def test_blocks_are_added_moved_and_removed() -> None:
    first, second = forms.TextForm("Một"), forms.TextForm("Hai")
    made = form_editing.added(of(first), -1, second)
    assert made == of(second, first)
    assert form_editing.moved(made, 0, 1) == of(first, second)
    assert form_editing.moved(made, 0, -1) == made
    assert form_editing.removed(made, 0) == of(first)
    assert form_editing.removed(of(first), 0) == of(first), "a form keeps one block"


def test_a_block_is_told_in_words_with_its_condition() -> None:
    fields = PAPERS["registration-summary"]
    said = [block_words(item, fields) for item in form("registration-summary").items]
    assert said[:5] == [
        "Quốc hiệu, tên cơ quan",
        "Tên loại, trích yếu: BẢNG TỔNG HỢP",
        "Đề mục: I. Số lượng theo đơn vị và danh hiệu",
        "Phần soạn sẵn: bảng số lượng theo đơn vị và danh hiệu, có dòng cộng",
        "Đoạn văn: {số đơn vị đã nộp và chưa nộp}",
    ]
    assert said[5] == "Đoạn văn: Chưa nộp: {tên các đơn vị chưa nộp}. (khi có tên các đơn vị chưa nộp)"
    assert said[7] == "Bảng: danh hiệu đăng ký (khi có dòng trong bảng danh hiệu đăng ký)"
    assert said[-1] == "Chữ ký: hai người ký"


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_the_program_stands_in_the_list(name: str) -> None:
    fields = PAPERS[name]
    hidden = {*fields.texts, *fields.parts, *fields.rows}
    said = [block_words(item, fields) for item in form(name).items] + list(conditions(fields).values())
    said += list(form_editing.new_blocks(fields))
    assert not [words for words in said if set(words.replace("{", " ").replace("}", " ").split()) & hidden]


@pytest.mark.parametrize("name", NAMES)
def test_a_form_is_looked_at_before_there_is_anything_to_fill_in(name: str) -> None:
    shown = form_editing.with_its_slots(form(name), PAPERS[name])
    tables = [block for block in shown.blocks if isinstance(block, blocks.Table)]
    assert shown.blocks
    assert all(table.rows for table in tables)
    assert "{" not in str(shown)


def test_a_condition_is_set_and_taken_back() -> None:
    made = of(forms.TextForm("Một"))
    shown = form_editing.with_condition(made, 0, "people")
    assert shown.items[0].when == "people"
    assert form_editing.with_condition(shown, 0, "") == made
    assert form_editing.with_block(shown, 0, forms.TextForm("Hai")).items[0] == forms.FormItem(
        forms.TextForm("Hai"), "people"
    )
