"""Whatever a recipient types into our form comes back as it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.sheet_forms import blank_form, filled, read_back, rows_of
from thidua_desktop.domain.sheets.forms import CellValue, Column, SheetKind
from thidua_desktop.domain.sheets.questions import QUESTIONS, read_questions
from thidua_desktop.domain.sheets.tables import TABLES
from thidua_desktop.domain.vietnamese import one_line

_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufffe\uffff")
_TEXT = st.text(_LETTERS, max_size=40).map(one_line)
_NUMBER = st.one_of(
    st.integers(-(10**14), 10**14).map(float),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 4)),
)


def _value(column: Column) -> st.SearchStrategy[CellValue]:
    if column.type == "number":
        return _NUMBER
    if column.type == "date":
        return st.dates(date(1990, 1, 1), date(2100, 1, 1))
    if column.choices and not column.open_choice:
        return st.sampled_from(column.choices)
    return _TEXT.filter(bool)


def _row(columns: tuple[Column, ...]) -> st.SearchStrategy[Mapping[str, CellValue]]:
    typed = [column for column in columns if column.typed and not column.silent]
    cells = st.fixed_dictionaries({}, optional={column.key: _value(column) for column in typed})
    return cells.filter(bool)


def _answers(kind: SheetKind) -> st.SearchStrategy[Mapping[str, list[Mapping[str, CellValue]]]]:
    return st.fixed_dictionaries({table.key: st.lists(_row(table.columns), max_size=4) for table in TABLES[kind]})


_SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def _same(answers: Mapping[str, list[Mapping[str, CellValue]]], kind: SheetKind) -> None:
    read: dict[str, list[Mapping[str, CellValue]]] = {table.key: [] for table in TABLES[kind]}
    for row in rows_of(read_back(filled(answers, kind)), kind):
        assert not row.doubts
        assert not row.corrections
        read[row.table].append({key: value for key, value in row.cells.items() if key != "stt" and value is not None})
    assert read == answers


@given(_answers("đăng ký"))
@_SLOW
@example({"people": [{"subject": "=1+1", "note": "_x0041_"}], "collectives": [], "initiatives": [], "movements": [],
          "commitments": [{"quote": "2026", "value": 0.1, "unit": "00123"}]})  # fmt: skip
def test_any_answers_to_the_registration_form_read_back_equal(answers):
    _same(answers, "đăng ký")


@given(_answers("kết quả"))
@_SLOW
def test_any_answers_to_the_progress_form_read_back_equal(answers):
    _same(answers, "kết quả")


@given(st.fixed_dictionaries({one: _value(Column(one.key, one.label, 1, one.type)) for one in QUESTIONS}))
@settings(max_examples=20, deadline=None)
def test_any_answers_to_the_questions_of_the_first_page_read_back_equal(answers):
    asked = tuple(replace(one, value=answer) for one, answer in answers.items())
    read = read_back(replace(blank_form(), questions=asked))
    assert read_questions(read.grids) == {one.key: answer for one, answer in answers.items()}
