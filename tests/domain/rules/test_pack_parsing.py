"""A mistake in the law's files is named by its file, its line and its row, with what is allowed."""

from __future__ import annotations

import tomllib

import pytest

from thidua_desktop.domain.rules.pack_parsing import parse_law
from thidua_desktop.domain.rules.packs import Law
from thidua_desktop.domain.rules.row_reading import LawError, LawFile

AWARDS = """\
[[awards]]
name = "Lao động tiên tiến"
short = "LĐTT"
kind = "danh hiệu thi đua"
subjects = ["cá nhân"]
level = "xã"
article = "Điều 19"
source = "Luật thử"
mark = "đã đối chiếu"

[[awards]]
name = "Giấy khen"
short = "GK"
kind = "hình thức khen thưởng"
subjects = ["cá nhân", "tập thể"]
level = "xã"
article = "Điều 75"
source = "Luật thử"
mark = "đã đối chiếu"
"""
SALARY = """\
[[base_salary]]
since = 2020-01-01
amount = 1000000
article = "Mức lương"
source = "Nghị định thử"
mark = "đã đối chiếu"
"""
CALENDAR = """\
[[deadlines]]
key = "thong-ke"
month = 12
day = 15
words = "Gửi biểu thống kê"
article = "Biểu thử"
source = "Thông tư thử"
mark = "đã đối chiếu"
"""
FIRST = """\
# Thời kỳ thử đầu.
name = "Thời kỳ đầu"
since = 2020-01-01
until = 2023-12-31

[[conditions]]
key = "danh-gia"
kind = "evaluation"
awards = ["Lao động tiên tiến"]
subjects = ["cá nhân"]
question = "Được đánh giá {value} trở lên"
at_least = "hoàn thành tốt nhiệm vụ"
article = "Điều 24"
source = "Luật thử"
mark = "đã đối chiếu"

[[conditions]]
key = "mot-trong"
kind = "one-of"
awards = ["Giấy khen"]
subjects = ["tập thể"]
question = "Đạt một tiêu chuẩn"
article = "Điều 75"
source = "Luật thử"
mark = "đã đối chiếu"

[[conditions]]
key = "ty-le"
kind = "share"
of = "mot-trong"
route = "Đông người giỏi"
question = "Có ít nhất {value} đạt LĐTT"
part = "advanced"
percent = 50
named = "LĐTT"
article = "Điều 75"
source = "Luật thử"
mark = "chưa đối chiếu"

[[authorities]]
key = "quyet-dinh"
awards = ["Lao động tiên tiến", "Giấy khen"]
level = "xã"
who = "Chủ tịch"
article = "Điều 80"
source = "Luật thử"
mark = "đã đối chiếu"

[[bonuses]]
key = "thuong"
awards = ["Lao động tiên tiến"]
coefficient = 0.3
article = "Điều 54"
source = "Nghị định thử"
mark = "đã đối chiếu"
"""
SECOND = """\
name = "Thời kỳ sau"
since = 2024-01-01
carries = "2020-01-01"

[[bonuses]]
key = "thuong"
awards = ["Lao động tiên tiến"]
coefficient = 0.5
article = "Điều 54"
source = "Nghị định sau"
mark = "đã đối chiếu"
"""
GOOD = {
    "2020-01-01": FIRST,
    "2024-01-01": SECOND,
    "awards": AWARDS,
    "base_salary": SALARY,
    "calendar": CALENDAR,
}


def files_of(texts: dict[str, str]) -> list[LawFile]:
    return [LawFile(name, tomllib.loads(text), text) for name, text in texts.items()]


def good_law(files: list[LawFile]) -> Law:
    """The law of these files; raises the first mistake."""
    law, problems = parse_law({file.name: file for file in files})
    if problems:
        raise problems[0]
    return law


def test_the_good_files() -> None:
    law = good_law(files_of(GOOD))
    assert [pack.bonuses[0].source for pack in law.packs] == ["Nghị định thử", "Nghị định sau"]
    assert law.packs[1].conditions == law.packs[0].conditions
    (share,) = [row for row in law.packs[0].conditions if row.key == "ty-le"]
    assert (share.awards, share.subjects) == (("Giấy khen",), ("tập thể",))


def test_a_new_law_is_a_new_file() -> None:
    """The period before it needs no mending: it lasts to the day before."""
    new = SECOND.replace("since = 2024-01-01", "since = 2025-03-01").replace("2020-01-01", "2024-01-01")
    law = good_law(files_of(GOOD | {"2025-03-01": new}))
    assert [pack.until for pack in law.packs] == ["2023-12-31", "2025-02-28", None]


MISTAKES = [
    # file, what is taken out, what is put in, line, what is said
    ("2020-01-01", 'kind = "evaluation"', 'kind = "đánh giá"', 8, r"\[\[conditions\]\] thứ 1 \(danh-gia\): mục “kind” là “đánh giá”, phải là một trong: evaluation, months"),
    ("2020-01-01", 'kind = "evaluation"\n', "", 6, "mục “kind” là “”"),
    ("2020-01-01", '"Lao động tiên tiến"]\nsubjects', '"Lao động giỏi"]\nsubjects', 9, "có “Lao động giỏi”, không có trong danh mục .*Giấy khen"),
    ("2020-01-01", 'source = "Luật thử"\nmark = "đã đối chiếu"\n\n[[conditions]]\nkey = "mot', 'mark = "đã đối chiếu"\n\n[[conditions]]\nkey = "mot', 6, "thiếu mục “source”"),
    ("2020-01-01", 'article = "Điều 24"\n', "", 6, "thiếu mục “article”"),
    ("2020-01-01", 'article = "Điều 24"', 'article = " "', 13, "mục “article” phải là chữ trong ngoặc kép"),
    ("2020-01-01", 'mark = "chưa đối chiếu"', 'mark = "chưa rõ"', 38, "mục “mark” là “chưa rõ”, phải là một trong: đã đối chiếu, chưa đối chiếu"),
    ("2020-01-01", 'mark = "chưa đối chiếu"\n', "", 27, r"thứ 3 \(ty-le\): thiếu mục “mark”"),
    ("2020-01-01", "percent = 50", 'percent = "50"', 34, "mục “percent” phải là số lớn hơn 0, không có ngoặc kép"),
    ("2020-01-01", "percent = 50", "percent = 150", 34, "không quá 100"),
    ("2020-01-01", "percent = 50", "at_least = 50", 34, "mục “at_least” không có trong loại dòng này .*có: .*percent"),
    ("2020-01-01", "percent = 50\n", "", 27, "thiếu mục “percent”"),
    ("2020-01-01", 'part = "advanced"', 'part = "giỏi"', 33, "completed, advanced, fighters, disciplined"),
    ("2020-01-01", '"hoàn thành tốt nhiệm vụ"', '"tốt"', 12, "mục “at_least” là “tốt”, phải là một trong: không hoàn thành nhiệm vụ"),
    ("2020-01-01", "đánh giá {value} trở", "đánh giá tốt trở", 11, "phải có {value} ở chỗ con số đứng"),
    ("2020-01-01", "Đạt một tiêu chuẩn", "Đạt {value}", 22, "có {value} mà loại này không có con số"),
    ("2020-01-01", 'key = "ty-le"', 'key = "danh-gia"', 28, "mục “key” là “danh-gia”, đã có ở trên"),
    ("2020-01-01", 'of = "mot-trong"', 'of = "danh-gia"', 30, "không phải khóa của một dòng loại one-of"),
    ("2020-01-01", 'route = "Đông người giỏi"\n', "", 27, "thiếu mục “route”"),
    ("2020-01-01", 'route = "Đông người giỏi"', 'route = "Đông"\nsubjects = ["tập thể"]', 27, "không ghi lại “awards”, “subjects”"),
    ("2020-01-01", 'kind = "share"\nof = "mot-trong"\nroute = "Đông người giỏi"', 'kind = "share"\nawards = ["Giấy khen"]\nsubjects = ["tập thể"]', 17, "chưa có dòng nào là một trường hợp"),
    ("2020-01-01", 'subjects = ["cá nhân"]\nquestion', 'subjects = ["tập thể"]\nquestion', 6, "“Lao động tiên tiến” không tặng cho tập thể"),
    ("2020-01-01", 'subjects = ["cá nhân"]\nquestion', 'subjects = []\nquestion', 10, "có ít nhất một mục"),
    ("2020-01-01", 'subjects = ["cá nhân"]\nquestion', 'subjects = ["người"]\nquestion', 10, "phải là một trong: cá nhân, tập thể, hộ gia đình"),
    ("2020-01-01", 'level = "xã"', 'level = "phường"', 43, "phải là một trong: xã, huyện, tỉnh, trung ương, lực lượng vũ trang"),
    ("2020-01-01", '"Lao động tiên tiến", "Giấy khen"]', '"Giấy khen", "Giấy khen"]', 42, "có một mục ghi hai lần"),
    ("2020-01-01", "coefficient = 0.3\n", "", 49, "phải có “coefficient”, hoặc “reason”"),
    ("2020-01-01", "coefficient = 0.3", "coefficient = 0", 52, "phải là số lớn hơn 0"),
    ("2020-01-01", "until = 2023-12-31", "until = 2023-12-30", 4, "phải là 2023-12-31, ngay trước thời kỳ sau.*hở hoặc chồng"),
    ("2020-01-01", "until = 2023-12-31", "until = 2024-06-30", 4, "hở hoặc chồng"),
    ("2020-01-01", "since = 2020-01-01", "since = 2021-01-01", 3, "phải trùng với tên tệp: 2020-01-01"),
    ("2020-01-01", "since = 2020-01-01", 'since = "01/01/2020"', 3, "phải là ngày dạng năm-tháng-ngày"),
    ("2020-01-01", 'name = "Thời kỳ đầu"', 'ten = "Thời kỳ đầu"', 2, "mục “ten” không có trong loại dòng này .*có: name, since"),
    ("2024-01-01", 'carries = "2020-01-01"', 'carries = "2019-01-01"', 3, r"không phải thời kỳ trước \(có: 2020-01-01\)"),
    ("2024-01-01", 'carries = "2020-01-01"', 'carries = "2020-01-01"\nknown = false', 4, "thì phải có “carries” và “carried_note”"),
    ("2024-01-01", 'carries = "2020-01-01"', 'carries = "2020-01-01"\ndrops = ["lạ"]', 4, "có “lạ”, không có trong thời kỳ 2020-01-01"),
    ("2024-01-01", 'carries = "2020-01-01"', 'carries = "2020-01-01"\nuntil = 2026-01-01', 4, "thừa ở thời kỳ cuối"),
    ("2024-01-01", '[[bonuses]]\nkey = "thuong"', '[[bonuses]]\nkey = "thuong-2"', 5, r"mức tiền thưởng của “Lao động tiên tiến” \(cá nhân\) đã có ở dòng khác"),
    ("2024-01-01", "[[bonuses]]", "[[tien]]", 1, "mục “tien” không có trong loại dòng này"),
    ("awards", 'name = "Giấy khen"\n', "", 11, "dòng thứ 2 .*thiếu mục “name”"),
    ("awards", 'short = "GK"', 'short = "lđtt"', 11, "cách gọi “lđtt” đã là của “Lao động tiên tiến”"),
    ("awards", 'kind = "hình thức khen thưởng"', 'kind = "giấy"', 14, "danh hiệu thi đua, hình thức khen thưởng"),
    ("base_salary", "amount = 1000000", 'amount = "1.000.000"', 3, "phải là số nguyên"),
    ("base_salary", "[[base_salary]]", "[[luong]]", 1, r"đúng một danh sách \[\[base_salary\]\]"),
    ("calendar", "day = 15", "day = 32", 4, "không phải là một ngày có trong mọi năm"),
    ("calendar", "month = 12", "month = true", 3, "phải là số nguyên"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "out", "into", "line", "said"), MISTAKES)
def test_a_mistake_is_named(name: str, out: str, into: str, line: int, said: str) -> None:
    assert out in GOOD[name]
    with pytest.raises(LawError, match=said) as caught:
        good_law(files_of({**GOOD, name: GOOD[name].replace(out, into, 1)}))
    assert (caught.value.file, caught.value.line) == (f"{name}.toml", line)
    assert str(caught.value).startswith(f"“{name}.toml”, dòng {line}: ")


def appended(name: str, rows: str) -> dict[str, str]:
    return {**GOOD, name: GOOD[name] + rows}


def test_an_authority_twice_and_a_circle_of_standards() -> None:
    twice = """
[[authorities]]
key = "quyet-dinh-2"
awards = ["Giấy khen"]
level = "huyện"
who = "Chủ tịch"
article = "Điều 80"
source = "Luật thử"
mark = "đã đối chiếu"
"""
    with pytest.raises(LawError, match="thẩm quyền tặng “Giấy khen” đã có ở dòng khác"):
        good_law(files_of(appended("2020-01-01", twice)))
    circle = "".join(
        f"""
[[conditions]]
key = "vong-{number}"
kind = "meets"
awards = ["{award}"]
subjects = ["cá nhân"]
question = "Đạt tiêu chuẩn kia"
standard_of = "{other}"
article = "Điều 1"
source = "Luật thử"
mark = "đã đối chiếu"
"""
        for number, (award, other) in enumerate(
            [("Giấy khen", "Lao động tiên tiến"), ("Lao động tiên tiến", "Giấy khen")]
        )
    )
    with pytest.raises(LawError, match="hỏi tiêu chuẩn của chính mình"):
        good_law(files_of(appended("2020-01-01", circle)))
    later = SALARY.replace("2020-01-01", "2019-01-01")
    with pytest.raises(LawError, match="phải sau ngày của dòng trên"):
        good_law(files_of({**GOOD, "base_salary": SALARY + later}))
    with pytest.raises(LawError, match="đã có ở trên"):
        good_law(files_of({**GOOD, "calendar": CALENDAR + CALENDAR}))


def test_an_authority_that_a_carried_row_has_already_is_told_too() -> None:
    parted = FIRST.replace(
        'awards = ["Lao động tiên tiến", "Giấy khen"]\nlevel', 'awards = ["Lao động tiên tiến"]\nlevel'
    )
    carried = """
[[authorities]]
key = "quyet-dinh-2"
awards = ["Giấy khen"]
level = "xã"
who = "Chủ tịch"
article = "Điều 80"
source = "Luật thử"
mark = "đã đối chiếu"
"""
    mistake = carried.replace('"quyet-dinh-2"', '"quyet-dinh"')  # in place of the first row, for what the second has
    with pytest.raises(LawError, match=r"“2024-01-01\.toml”, dòng 1: thẩm quyền tặng “Giấy khen” đã có ở dòng khác"):
        good_law(files_of({**GOOD, "2020-01-01": parted + carried, "2024-01-01": SECOND + mistake}))


def test_a_broken_period_keeps_the_rules_before_it() -> None:
    files = {name: LawFile(name, tomllib.loads(text), text) for name, text in GOOD.items()}
    law, problems = parse_law({**files, "2024-01-01": None})
    assert problems == ()  # whoever could not read it has told so
    assert law.packs[1].bonuses[0].coefficient == law.packs[0].bonuses[0].coefficient
    assert {row.mark for row in law.packs[1].rows()} == {"chưa đối chiếu"}
    assert {row.mark for row in law.packs[0].rows()} == {"đã đối chiếu", "chưa đối chiếu"}
    assert "tạm dùng quy định của thời kỳ “Thời kỳ đầu”" in law.packs[1].bonuses[0].note
    assert (law.packs[1].since, law.packs[1].until, law.packs[1].known) == ("2024-01-01", None, False)


def test_the_first_period_broken_is_filled_from_the_next_that_stands() -> None:
    alone = SECOND.replace('carries = "2020-01-01"\n', "")
    files = {name: LawFile(name, tomllib.loads(text), text) for name, text in {**GOOD, "2024-01-01": alone}.items()}
    law, problems = parse_law({**files, "2020-01-01": None})
    assert problems == ()
    assert [pack.bonuses[0].source for pack in law.packs] == ["Nghị định sau", "Nghị định sau"]
    assert [pack.bonuses[0].mark for pack in law.packs] == ["chưa đối chiếu", "đã đối chiếu"]
    assert law.packs[0].until == "2023-12-31"


def test_lists_beside_the_periods_that_are_missing_or_broken() -> None:
    files = {name: LawFile(name, tomllib.loads(text), text) for name, text in GOOD.items()}
    del files["calendar"]
    law, problems = parse_law({**files, "base_salary": None})
    assert [str(problem) for problem in problems] == ["“calendar.toml”: không có tệp này"]
    assert (law.base_salaries, law.deadlines, len(law.packs)) == ((), (), 2)
    with pytest.raises(LawError, match="không có hoặc không đọc được danh mục"):
        parse_law({**files, "awards": None})
    with pytest.raises(LawError, match="không có bộ quy định nào"):
        parse_law({**files, "2020-01-01": None, "2024-01-01": None})
