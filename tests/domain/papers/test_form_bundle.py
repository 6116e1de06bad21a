"""Forms in one file: what is put in comes out equal, whatever it is; a broken one leaves the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.papers.made_up_forms import any_form
from thidua_desktop.domain.papers.form_bundle import Piece, bundle, pieces
from thidua_desktop.domain.papers.form_parsing import FormError, read_form
from thidua_desktop.domain.papers.form_writing import write_form
from thidua_desktop.domain.papers.forms import FormDefinition

NAMES = st.sampled_from(["", "mẫu của khối trường", "mẫu tỉnh 2026", "a-b.c"])


@given(st.lists(st.tuples(any_form(), NAMES), max_size=4))
def test_any_forms_come_out_as_they_went_in(made: list[tuple[FormDefinition, str]]) -> None:
    text = bundle([(form.paper, name, write_form(form)) for form, name in made], "Mẫu của\nxã Ví Dụ")
    found = pieces(text) if made else ()
    assert [(one.paper, one.name) for one in found] == [(form.paper, name) for form, name in made]
    assert [read_form(one.paper, one.text) for one in found] == [form for form, _ in made]


def test_a_mistake_has_the_line_that_it_has_in_the_file() -> None:
    good = 'paper = "plan"\n\n[[block]]\ntype = "text"\ntext = "Một"\n'
    text = bundle([("plan", "", good), ("plan", "mẫu hai", good.replace("Một", "{sai}"))], "Mẫu")
    first, second = pieces(text)
    assert read_form("plan", first.text).items
    with pytest.raises(FormError) as refused:
        read_form("plan", second.text)
    line = refused.value.place.partition(",")[0].removeprefix("dòng ")
    assert text.splitlines()[int(line) - 1] == 'text = "{sai}"'


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ('paper = "plan"\ntitle = "x"\n', "plan"),
        ("# Mẫu\n  paper='targets'\n", "targets"),
        ('title = "x"\n', ""),
        ("", ""),
    ],
)
def test_a_file_without_heads_is_one_form(text: str, paper: str) -> None:
    assert pieces(text) == (Piece(paper, "", text),)


def test_lines_of_windows_and_a_name_with_spaces_are_read() -> None:
    (found,) = pieces("# x\r\n#=== Biểu mẫu: plan  /  mẫu   hai \r\ntitle = 'y'\r\n")
    assert (found.paper, found.name) == ("plan", "mẫu hai")
    assert found.text.strip() == "title = 'y'"
