"""Whatever is known or missing, every award of every period gets an answer, and the worst condition is the answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.awards import AwardGiven, Initiative
from thidua_desktop.domain.rules import CollectiveYear, ConditionAnswer, Law, PersonYear, SubjectFacts, judge, worst

YEARS = st.integers(2020, 2027)
EVALUATIONS = st.sampled_from(["", "HTXSNV", "HTTNV", "hoàn thành nhiệm vụ", "không hoàn thành nhiệm vụ", "tốt"])
PEOPLE = st.none() | st.integers(0, 30)
MAYBE = st.none() | st.booleans()
DAYS = ["2016-05-01", "2023-12-31", "2024-01-01", "2025-07-01", "2026-10-01", "2030-01-01"]
NAMES = ["CSTĐCS", "CSTĐ tỉnh", "TTLĐXS", "Bằng khen tỉnh", "Cờ thi đua tỉnh", "Tên lạ"]
ORDER = ["đạt", "lưu ý", "thiếu dữ liệu", "chưa đạt"]

facts_of = st.builds(
    SubjectFacts,
    st.sampled_from(["cá nhân", "tập thể", "hộ gia đình"]),
    st.just("Mẫu"),
    st.just(2026),
    st.lists(
        st.builds(PersonYear, YEARS, EVALUATIONS, PEOPLE, st.sampled_from([None, "", "cảnh cáo"]), MAYBE), max_size=4
    ).map(tuple),
    st.lists(
        st.builds(Initiative, YEARS, st.just("Thử"), st.sampled_from(["cơ sở", "cấp tỉnh", "toàn quốc", "lạ"])),
        max_size=3,
    ).map(tuple),
    st.lists(st.builds(AwardGiven, YEARS, st.sampled_from(NAMES)), max_size=6).map(tuple),
    st.lists(
        st.builds(CollectiveYear, YEARS, EVALUATIONS, PEOPLE, PEOPLE, PEOPLE, PEOPLE, PEOPLE, MAYBE), max_size=3
    ).map(tuple),
    st.dictionaries(
        st.sampled_from(["ldtt-tinh-than", "dang-xem-xet", "cstdcs-de-tai", "bk-guong-mau"]), st.booleans()
    ),
)


def sentences(line: ConditionAnswer) -> list[str]:
    return [line.figures, *(said for part in line.parts for said in sentences(part))]


@given(facts=facts_of, day=st.sampled_from(DAYS))
def test_every_award_is_answered(law: Law, facts: SubjectFacts, day: str) -> None:
    for award in law.awards:
        verdict = judge(law, facts, award.name, day)
        assert verdict.lines
        assert verdict.answer == worst(line.answer for line in verdict.lines)
        assert verdict.answer == max((line.answer for line in verdict.lines), key=ORDER.index)
        assert all(said.endswith(".") for line in verdict.lines for said in sentences(line))
