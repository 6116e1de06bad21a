"""The law as it ships: whole, sourced, and still standing when a file of it is broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from thidua_desktop.definitions import DefinitionError, Definitions, load_definitions
from thidua_desktop.domain.legal_acts import CHECKED_MARK, UNCHECKED_MARK
from thidua_desktop.domain.rules import Law, SubjectFacts, decider, judge, rows
from thidua_desktop.domain.rules.bonus import bonus
from thidua_desktop.shipped import RESOURCES


@pytest.fixture
def own(tmp_path: Path) -> Definitions:
    """The shipped definitions, copied to where a test may break them."""
    for folder in ("resources", "forms"):
        shutil.copytree(RESOURCES.parent / folder, tmp_path / folder)
    return load_definitions(tmp_path / "resources", tmp_path / "forms")


def break_file(own: Definitions, name: str, out: str, into: str) -> Path:
    path = own.resources / "law" / name
    text = path.read_text(encoding="utf-8")
    assert out in text
    path.write_text(text.replace(out, into, 1), encoding="utf-8")
    return path


def test_every_rule_has_article_source_and_mark(own: Definitions) -> None:
    listed = rows(own.law)
    bare = [
        (one.pack, one.key)
        for one in listed
        if not (one.article.strip() and one.source.strip() and one.mark in (CHECKED_MARK, UNCHECKED_MARK))
    ]
    assert bare == []
    assert all(award.source and award.article and award.mark for award in own.law.awards)


def test_nothing_is_checked_after_the_amendment_and_every_row_says_why(own: Definitions) -> None:
    after = [one for one in rows(own.law) if one.pack == "2026-10-01"]
    assert after
    assert {one.mark for one in after} == {UNCHECKED_MARK}
    assert all("06/2026/QH16" in one.note for one in after)
    before = [one for one in rows(own.law) if one.pack == "2025-07-01"]
    assert [one.key for one in after] == [one.key for one in before]
    assert [one.value for one in after] == [one.value for one in before]


# the day before and the first day of each period of the law
@pytest.mark.parametrize(
    ("last", "first"), [("2023-12-31", "2024-01-01"), ("2025-06-30", "2025-07-01"), ("2026-09-30", "2026-10-01")]
)
def test_periods(own: Definitions, last: str, first: str) -> None:
    assert own.law.pack_on(last).until == last
    assert own.law.pack_on(first).id == first
    assert own.law.pack_on("2010-01-01") is own.law.packs[0]


ISSUE = [
    "Lao động tiên tiến",
    "Chiến sĩ thi đua cơ sở",
    "Chiến sĩ thi đua cấp tỉnh",
    "Tập thể lao động tiên tiến",
    "Tập thể lao động xuất sắc",
    "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã",
    "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
]


@pytest.mark.parametrize("name", ISSUE)
@pytest.mark.parametrize("day", ["2023-06-01", "2024-06-01", "2026-01-10", "2026-11-20"])
def test_what_a_commune_gives_or_proposes_has_conditions_and_a_decider(own: Definitions, name: str, day: str) -> None:
    award = own.law.award(name)
    assert award and award.own
    assert decider(own.law, name, day).level in ("xã", "huyện", "tỉnh")
    for kind in award.subjects:
        lines = judge(own.law, SubjectFacts(kind, "Mẫu", 2026), name, day).lines
        assert all(line.key for line in lines)
        assert bonus(own.law, name, kind, day).sentence


WRITTEN = [
    ("LĐTT", "“Lao động tiên tiến”"),
    ("lao dong tien tien", "“Lao động tiên tiến”"),
    ("“Chiến sĩ thi đua cơ sở”", "“Chiến sĩ thi đua cơ sở”"),
    ("CSTĐCS", "“Chiến sĩ thi đua cơ sở”"),
    ("Chiến sỹ thi đua cơ sở", "“Chiến sĩ thi đua cơ sở”"),
    ("chiến sĩ thi đua tỉnh", "Chiến sĩ thi đua cấp tỉnh"),
    ("Giấy khen của Chủ tịch UBND xã", "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"),
    ("Xã, phường, thị trấn tiêu biểu", "Xã, phường, đặc khu tiêu biểu"),
]


@pytest.mark.parametrize(("asked", "written"), WRITTEN)
def test_an_award_is_known_by_all_its_names(own: Definitions, asked: str, written: str) -> None:
    award = own.law.award(asked)
    assert award
    assert award.written == written
    assert own.law.award("không phải danh hiệu") is None


BROKEN = [
    # file, text taken out, text put in, what the message says besides the file's name
    ("2025-07-01.toml", 'level = "xã"', 'level = "phường"', r"dòng \d+: .*mục “level” là “phường”"),
    ("2024-01-01.toml", "percent = 70", "percent = 700", r"dòng \d+: .*ttldtt-ty-le.*không quá 100"),
    ("2024-01-01.toml", "[[conditions]]", "[[conditions]", r"dòng \d+, cột \d+: sai cách viết TOML"),
    ("2026-10-01.toml", 'carries = "2025-07-01"', 'carries = "2027-07-01"', r"dòng \d+: .*không phải thời kỳ trước"),
    ("base_salary.toml", "2530000", "-2530000", r"dòng \d+: .*phải là số nguyên"),
    ("calendar.toml", "month = 12", "month = 13", r"dòng \d+: .*không phải là một ngày"),
    ("awards.toml", 'short = "CSTT"', 'short = "LĐTT"', r"dòng \d+: .*đã là của “Lao động tiên tiến”"),
]


@pytest.mark.parametrize(("name", "out", "into", "said"), BROKEN)
def test_a_mistake_is_named_by_file_and_line(own: Definitions, name: str, out: str, into: str, said: str) -> None:
    path = break_file(own, name, out, into)
    with pytest.raises(DefinitionError, match=said) as caught:
        _ = own.law
    assert f"“{name}”" in caught.value.happened
    assert str(path) in caught.value.advice


def standing(own: Definitions) -> tuple[Law, list[str]]:
    law, problems = own.law_with_problems()
    return law, [problem.path.name for problem in problems]


def test_a_broken_period_takes_no_other_down(own: Definitions) -> None:
    whole = own.law
    break_file(own, "2025-07-01.toml", "coefficient = 4.5", 'coefficient = "4,5"')
    law, named = standing(load_definitions(own.resources, own.forms))
    assert named == ["2025-07-01.toml"]
    assert law.pack_on("2025-01-10") == whole.pack_on("2025-01-10")
    filled = law.pack_on("2026-01-10")
    assert filled.carries == "2024-01-01"
    assert {row.mark for row in filled.rows()} == {UNCHECKED_MARK}
    assert decider(law, "CSTĐ cơ sở", "2026-01-10").level == "huyện"  # as it was before, and said to be unchecked
    assert "bị hỏng" in decider(law, "CSTĐ cơ sở", "2026-01-10").note
    assert decider(law, "CSTĐ cơ sở", "2026-11-10").mark == UNCHECKED_MARK


def test_a_file_that_is_no_toml_takes_no_other_down(own: Definitions) -> None:
    (own.resources / "law" / "2024-01-01.toml").write_bytes("hỏng".encode("utf-16"))
    law, named = standing(own)
    assert named == ["2024-01-01.toml"]
    assert law.pack_on("2024-06-01").carries == "2017-10-01"
    assert law.pack_on("2026-01-10").carries == "2024-01-01"
    assert law.base_salaries and law.deadlines


def test_the_last_period_broken_keeps_the_one_before(own: Definitions) -> None:
    break_file(own, "2026-10-01.toml", "since = 2026-10-01", "since = 2026-10-02")
    law, named = standing(own)
    assert named == ["2026-10-01.toml"]
    assert law.pack_on("2026-11-20").carries == "2025-07-01"
    assert judge(law, SubjectFacts("hộ gia đình", "Mẫu", 2026), "LĐTT", "2026-11-20").pack == "2026-10-01"


def test_without_the_base_salary_bonuses_say_so(own: Definitions) -> None:
    (own.resources / "law" / "base_salary.toml").unlink()
    law, named = standing(own)
    assert named == ["base_salary.toml"]
    found = bonus(law, "LĐTT", "cá nhân", "2026-11-20")
    assert (found.amount, found.sentence) == (None, "Chưa biết lương cơ sở ngày 20/11/2026.")


def test_a_broken_catalogue_or_no_period_leaves_nothing(own: Definitions) -> None:
    folder = own.resources / "law"

    def says(words: str) -> None:
        with pytest.raises(DefinitionError, match=words):
            load_definitions(own.resources, own.forms).law_with_problems()

    break_file(own, "awards.toml", "[[awards]]", "[[awards]")
    says(r"“awards.toml”, dòng \d+, cột \d+: sai cách viết TOML")
    (folder / "awards.toml").unlink()
    says(r"“awards.toml”: không có")
    shutil.copy(RESOURCES / "law" / "awards.toml", folder)
    for path in folder.glob("2*.toml"):
        path.unlink()
    says("không có bộ quy định nào")


@pytest.mark.parametrize("stem", ["luat-moi", "2026-13-01"])
def test_a_file_of_another_name_is_told(own: Definitions, stem: str) -> None:
    shutil.copy(RESOURCES / "law" / "2026-10-01.toml", own.resources / "law" / f"{stem}.toml")
    with pytest.raises(DefinitionError, match=f"“{stem}.toml”: tên tệp phải là ngày bắt đầu"):
        _ = own.law
