"""Right text draws no remark, and any text at all is checked."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.checking.clean_plans import CLEAN
from thidua_desktop.domain.checking import CheckRules, check_plan, plan_lines
from thidua_desktop.domain.legal_acts import LegalAct
from thidua_desktop.domain.plan.plans import LegalBasis, PartialDate, Phase, Plan, PlanSigner, Target, TargetValue
from thidua_desktop.domain.richtext import plain


@pytest.mark.parametrize("name", CLEAN)
def test_no_false_alarm(name: str, acts: tuple[LegalAct, ...], rules: CheckRules) -> None:
    plan, lines = CLEAN[name]
    assert check_plan(plan, acts, rules, lines) == ()


def test_a_plan_without_source_file_is_checked_by_its_own_text(acts: tuple[LegalAct, ...], rules: CheckRules) -> None:
    plan = Plan(
        year=2026,
        symbol="KH-UBND",
        place="Ví Dụ",
        date=PartialDate(None, 2, 2026),
        signer=PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"),
    )
    findings = check_plan(plan, acts, rules, ())
    assert {finding.code for finding in findings} == {"NUMBER_BLANK", "DATE_BLANK"}
    assert all(finding.quote and finding.quote in "\n".join(plan_lines(plan)) for finding in findings)


PIECES = st.sampled_from(
    [
        "Số:   /KH-UBND", "ngày tháng 02 năm 2024", "KẾ HOẠCH", "Căn cứ Nghị định số 91/2017/NĐ-CP", "của của", "31/02/2024",
        "thứ Hai, ngày 01/01/2024", "94 năm (03/02/1930 - 03/02/2025)", "2. 2. Về", "a. b", '"x"', "“y”", "78 hộ..", "0.78%",
        "0,85 %", "10ha, 5 ha", "100 ha trong đó: 50 ha, 49 ha", "HĐĐKT", "Mặt trận tổ quốc", "CHỦ TỊCH", "UBND huyện", "\n", "\t",
    ]
)  # fmt: skip
LINES = st.lists(st.lists(PIECES | st.text(max_size=20), max_size=5).map(" ".join), max_size=12)
DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)
NUMBERS = st.none() | st.integers(0, 99999)
VALUES = st.builds(
    TargetValue,
    st.none() | st.floats(-1e9, 1e9, allow_nan=False),
    st.sampled_from(["", "%", "ha"]),
    assigned_by=st.sampled_from([None, "tỉnh", "HĐND xã", "thị xã"]),
)
SHORT = st.text(max_size=15)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Plan, list[str]]:
    lines = draw(LINES)
    some_line = st.sampled_from(lines) if lines else SHORT
    targets = st.builds(
        Target, some_line, SHORT, parent=st.none() | st.integers(0, 3), values=st.tuples(VALUES, VALUES) | st.just(())
    )
    phases = st.builds(Phase, SHORT, DAYS, DAYS, DAYS, st.tuples(some_line | SHORT))
    plan = Plan(
        year=draw(st.integers(-5, 20000)),
        doc_type=draw(st.sampled_from(["", "KẾ HOẠCH", "PHÁT ĐỘNG"])),
        symbol=draw(st.sampled_from([None, "KH-UBND", "QĐ-UBND"])),
        date=PartialDate(draw(NUMBERS), draw(NUMBERS), draw(NUMBERS)),
        preamble=tuple(plain(text) for text in draw(st.lists(some_line, max_size=2))),
        legal_bases=(LegalBasis("Luật", None, draw(DAYS), None, draw(SHORT)),),
        targets=tuple(draw(st.lists(targets, max_size=4))),
        phases=tuple(draw(st.lists(phases, max_size=3))),
        signer=PlanSigner(None, draw(st.sampled_from([None, "", "CHỦ TỊCH"])), None),
    )
    return plan, lines


@settings(max_examples=150, deadline=None)
@given(drawn=plans())
def test_any_text_is_checked_and_every_quote_stands_in_it(
    acts: tuple[LegalAct, ...], rules: CheckRules, drawn: tuple[Plan, list[str]]
) -> None:
    plan, lines = drawn
    whole = "\n".join(lines or plan_lines(plan))
    for finding in check_plan(plan, acts, rules, lines):
        assert finding.quote in whole
        assert len(finding.quote) <= 120
        assert "\n" not in finding.quote
        assert finding.message.endswith((".", ")"))
        assert finding.advice


@pytest.mark.parametrize("line", ["a" * 20_000, "1/" * 10_000, "ABC " * 5_000, "(“" * 10_000, "80 năm ngày " * 3_000])
def test_a_line_that_never_ends_takes_no_time_out_of_proportion(
    line: str, acts: tuple[LegalAct, ...], rules: CheckRules
) -> None:
    began = time.process_time()
    check_plan(Plan(2026), acts, rules, ("XÃ VÍ DỤ", "KẾ HOẠCH", line))
    assert (
        time.process_time() - began < 8
    )  # a second is usual; minutes were, where a pattern went over it again and again
