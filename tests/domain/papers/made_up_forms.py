"""Forms of any kind, made up for property tests: every block with every field, over the real papers' closed lists."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from thidua_desktop.domain.papers import blocks, forms
from thidua_desktop.domain.papers.fields import PAPERS

WORDS = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=12)
FLAG, SIZE, LENGTH = st.booleans(), st.floats(0.5, 72), st.floats(0, 400)
ALIGN = st.sampled_from(["left", "center", "right", "justify"])


@st.composite
def any_form(draw: Any) -> forms.FormDefinition:
    """A form of any paper that can be read."""
    paper = draw(st.sampled_from(sorted(PAPERS)))
    fields = PAPERS[paper]
    known = ["", *fields.texts, *fields.parts, *fields.rows]
    items = draw(st.lists(st.builds(forms.FormItem, any_block(paper), st.sampled_from(known)), min_size=1, max_size=5))
    page = blocks.PageSetup(top=draw(LENGTH) / 4, left=draw(LENGTH) / 4, body_size=draw(SIZE), numbered=draw(FLAG))
    return forms.FormDefinition(paper, draw(WORDS), tuple(items), page)


def any_block(paper: str) -> st.SearchStrategy[forms.FormBlock]:
    """A block that a form of the paper may have."""
    fields = PAPERS[paper]
    text = st.lists(WORDS | st.sampled_from([f"{{{name}}}" for name in fields.texts]), max_size=3).map("".join)
    texts = st.lists(text, max_size=3).map(tuple)
    signer = st.builds(forms.SignerForm, texts, texts, text)
    placed = st.builds(blocks.PlacedText, text, LENGTH, LENGTH, LENGTH, ALIGN, SIZE, FLAG, FLAG, st.integers(0, 5))
    made: list[st.SearchStrategy[Any]] = [
        st.builds(forms.HeaderForm, texts, text, text, text, text, text, text),
        st.builds(forms.TitleForm, text, text, text),
        st.builds(forms.AuthorityForm, text),
        st.builds(forms.BasesForm, texts),
        st.builds(
            forms.HeadingForm, text, text, st.sampled_from(["part", "chapter", "item", "point"]), st.integers(1, 9)
        ),
        st.builds(forms.TextForm, text, WORDS, ALIGN, FLAG, FLAG, FLAG, FLAG, st.none() | SIZE, WORDS),
        st.builds(forms.SignatureForm, signer, texts, text),
        st.builds(lambda right, left: forms.SignatureForm(right, left=left), signer, signer),
        st.builds(forms.PageBreakForm, FLAG),
        st.builds(forms.PlacedForm, st.lists(placed, min_size=1, max_size=3).map(tuple)),
        *(st.just(forms.PartForm(part)) for part in fields.parts),
        *(_table(source, tuple(fields.rows[source]), text) for source in fields.rows),
    ]
    return st.one_of(made)


def _table(source: str, known: tuple[str, ...], text: st.SearchStrategy[str]) -> st.SearchStrategy[forms.TableForm]:
    column = st.builds(forms.ColumnForm, st.sampled_from(known), text, st.floats(1, 200), ALIGN, FLAG)
    columns = st.lists(column, min_size=1, max_size=4).map(tuple)

    def table(made: tuple[forms.ColumnForm, ...]) -> st.SearchStrategy[forms.TableForm]:
        total = st.just(()) | st.tuples(*[text] * len(made))
        return st.builds(
            forms.TableForm, st.just(source), st.just(made), total, st.floats(6, 20), st.integers(0, 60), LENGTH
        )

    return columns.flatmap(table)
