"""What is written of a form reads back equal: every form that ships, and any form there can be."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.domain.papers.made_up_forms import any_form
from tests.golden.samples import ROOT, form
from thidua_desktop.domain.papers import form_parsing
from thidua_desktop.domain.papers.form_parsing import read_form
from thidua_desktop.domain.papers.form_writing import TYPES, write_form
from thidua_desktop.domain.papers.forms import FormDefinition, FormItem, SignatureForm, SignerForm, TextForm


@pytest.mark.parametrize("name", sorted(file.stem for file in (ROOT / "forms").glob("*.toml")))
def test_every_form_that_ships_reads_back_equal(name: str) -> None:
    assert read_form(name, write_form(form(name))) == form(name)


@given(any_form())
def test_any_form_reads_back_equal(made: FormDefinition) -> None:
    assert read_form(made.paper, write_form(made)) == made


def test_every_kind_of_block_has_its_word_in_a_file() -> None:
    assert set(TYPES.values()) == set(form_parsing._SHAPES)


def test_the_text_can_be_read_by_a_person() -> None:
    text = TextForm('Năm {year} “tốt”, "đẹp"\nDòng hai', align="center", size=13)
    signature = SignatureForm(SignerForm(("{authority}",), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")), left=SignerForm())
    assert write_form(FormDefinition("plan", "Mẫu", (FormItem(text, "theme"), FormItem(signature)))) == (
        'paper = "plan"\ntitle = "Mẫu"\n\n'
        '[[block]]\ntype = "text"\nwhen = "theme"\n'
        'text = "Năm {year} “tốt”, \\"đẹp\\"\\nDòng hai"\nalign = "center"\nsize = 13\n\n'
        '[[block]]\ntype = "signature"\n\n[block.left]\n\n[block.right]\n'
        'authority = "{authority}"\nposition = ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]\n'
    )
