"""Phases in the ways offices write them: stretches of time, deadlines of reports, lists and tables."""

from __future__ import annotations

import pytest

from thidua_desktop.importing.meaning.phase_days import time_span
from thidua_desktop.importing.meaning.phases import find_phases

YEAR = 2026

SPANS = [
    ("từ ngày 01/01/2026 đến hết ngày 30/6/2026", ("2026-01-01", "2026-06-30")),
    ("từ 01/01 – 30/4/2026", ("2026-01-01", "2026-04-30")),
    ("từ ngày 01 đến ngày 15/6/2026", ("2026-06-01", "2026-06-15")),
    ("từ ngày 01 tháng 5 đến ngày 02 tháng 9 năm 2026", ("2026-05-01", "2026-09-02")),
    ("từ đầu năm đến 30/4/2026", ("2026-01-01", "2026-04-30")),
    ("từ 01/5 đến hết năm 2026", ("2026-05-01", "2026-12-31")),
    ("từ ngày 20/5/2026 đến cuối năm", ("2026-05-20", "2026-12-31")),
    ("từ tháng 7 đến hết tháng 9 năm 2026", ("2026-07-01", "2026-09-30")),
    ("từ tháng 01/2026 đến tháng 02/2026", ("2026-01-01", "2026-02-28")),
    ("từ tháng 10 đến tháng 5/2026", ("2025-10-01", "2026-05-31")),
    ("từ tháng 1/2026 – 6/2026", ("2026-01-01", "2026-06-30")),
    ("từ tháng 7 – 12/2026", ("2026-07-01", "2026-12-31")),
    ("bắt đầu từ ngày 05/01/2026, kết thúc ngày 15/6/2026", ("2026-01-05", "2026-06-15")),
    ("từ ngày 5 đến 12 người", None),
    ("từ nay đến ngày 19/5/2026", (None, "2026-05-19")),
    ("từ ngày ký ban hành đến ngày 19/5/2026", (None, "2026-05-19")),
    ("từ ngày 15/01/2026 và kết thúc vào ngày 15/12/2026", ("2026-01-15", "2026-12-15")),
    ("6 tháng đầu năm 2026", ("2026-01-01", "2026-06-30")),
    ("4 tháng cuối năm", ("2026-09-01", "2026-12-31")),
    ("Quý I, II năm 2026", ("2026-01-01", "2026-06-30")),
    ("quý III/2026", ("2026-07-01", "2026-09-30")),
    ("kỷ niệm ngày thành lập (03/02/1930 - 03/02/2026), từ 01/01 đến 28/02/2026", ("2026-01-01", "2026-02-28")),
    ("kỷ niệm ngày thành lập (03/02/1930 - 03/02/2026)", None),
    ("từ ngày 30/02/2026 đến ngày 31/6/2026", None),
    ("trong năm 2026", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "span"), SPANS, ids=[text for text, _ in SPANS])
def test_a_stretch_of_time(text: str, span: tuple[str | None, str | None] | None) -> None:
    assert time_span(text, YEAR) == span


TWO = ["Đợt 1: từ 01/01/2026 đến 30/6/2026.", "Đợt 2: từ 01/7/2026 đến 31/12/2026."]
DEADLINES = [
    ("Báo cáo gửi trước ngày 25/6 và 15/12/2026.", ("2026-06-25", "2026-12-15")),
    ("Báo cáo sơ kết 6 tháng gửi trước ngày 20/6/2026, tổng kết năm trước ngày 05/12/2026.", ("2026-06-20", "2026-12-05")),
    ("Gửi báo cáo đợt 1 trước ngày 20/6/2026 và đợt 2 trước ngày 20/11/2026.", ("2026-06-20", "2026-11-20")),
    ("Thi đua năm 2026. Sau mỗi đợt báo cáo trước ngày 25/6 và 15/12/2026.", ("2026-06-25", "2026-12-15")),
    ("Gửi báo cáo trước ngày 03/7/2026 đối với đợt 1 và trước ngày 04/01/2027 đối với đợt 2.", ("2026-07-03", "2027-01-04")),
    ("Gửi báo cáo trước ngày 04/01/2027 đối với đợt 2, trước ngày 03/7 đối với đợt 1.", ("2026-07-03", "2027-01-04")),
    ("Hạn báo cáo: Đợt 1: 05/7/2026; Đợt 2: 05/01/2027.", ("2026-07-05", "2027-01-05")),
    ("Sơ kết, tổng kết theo hướng dẫn của tỉnh.", (None, None)),
    ("Tổng kết trước ngày 20/12/2026.", (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "deadlines"), DEADLINES, ids=[sentence for sentence, _ in DEADLINES])
def test_deadlines_in_a_sentence_for_all_phases(sentence: str, deadlines: tuple[str | None, str | None]) -> None:
    assert tuple(p.report_deadline for p in find_phases([*TWO, sentence], YEAR)) == deadlines


OWN = [
    ("Đợt 1: từ 01/01/2026 đến 30/6/2026, chào mừng ngày lễ. Sơ kết trước ngày 08/7/2026.", "2026-07-08"),
    ("Đợt 1: từ 01/01/2026 đến 30/6/2026; tổng kết đợt xong trước ngày 10/7.", "2026-07-10"),
    ("Đợt 1: từ 01/01/2026 đến 30/6/2026. Hội nghị tổng kết trước ngày 10/7/2026.", None),
    ("Đợt 1: từ 01/01/2026 đến 30/6/2026. Hoàn thành nhà văn hóa trước ngày 10/5/2026.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "deadline"), OWN, ids=[text for text, _ in OWN])
def test_the_deadline_in_the_paragraph_of_a_phase(text: str, deadline: str | None) -> None:
    assert [p.report_deadline for p in find_phases([text], YEAR)] == [deadline]


def test_the_lines_below_a_phase_are_its_own_also_where_they_name_it_again() -> None:
    texts = [
        "1. Đợt 1 (từ ngày 01/01/2026 đến ngày 30/6/2026)",
        "Chào mừng Ngày sinh Bác Hồ (19/5). Báo cáo đợt 1 trước ngày 05/7/2026.",
        "2. Đợt 2 (từ ngày 01/7/2026 đến ngày 31/12/2026)",
        "Chào mừng Quốc khánh (02/9). Báo cáo đợt 2 trước ngày 05/01/2027.",
    ]
    found = [(p.occasions, p.report_deadline) for p in find_phases(texts, YEAR)]
    assert found == [(("Ngày sinh Bác Hồ (19/5)",), "2026-07-05"), (("Quốc khánh (02/9)",), "2027-01-05")]


def test_phases_without_a_number_below_a_caption() -> None:
    found = find_phases(
        [
            "III. CÁC ĐỢT THI ĐUA",
            "1. Thi đua mừng Đảng, mừng Xuân: từ ngày 01/01/2026 đến ngày 28/02/2026.",
            "2. Thi đua cao điểm từ ngày 01/3/2026 đến ngày 19/5/2026.",
        ],
        YEAR,
    )
    assert [(p.name, p.start, p.end) for p in found] == [
        ("Thi đua mừng Đảng, mừng Xuân", "2026-01-01", "2026-02-28"),
        ("Thi đua cao điểm", "2026-03-01", "2026-05-19"),
    ]


def test_phases_named_behind_their_days_and_quarters_below_a_caption() -> None:
    behind = ["Từ ngày 01/01/2026 đến 30/4/2026: Thi đua đợt 1.", "Từ ngày 01/5/2026 đến 31/12/2026: Thi đua đợt 2."]
    assert [(p.name, p.start, p.end) for p in find_phases(behind, YEAR)] == [
        ("Đợt 1", "2026-01-01", "2026-04-30"),
        ("Đợt 2", "2026-05-01", "2026-12-31"),
    ]
    quarters = ["III. THỜI GIAN", "Chia làm các quý:", "Quý I: Từ 01/01 đến 31/3.", "Quý II: Từ 01/4 đến 30/6."]
    assert [(p.name, p.end) for p in find_phases(quarters, YEAR)] == [("Quý I", "2026-03-31"), ("Quý II", "2026-06-30")]


TABLES = [
    [
        "Đợt | Thời gian | Trọng tâm | Hạn gửi báo cáo",
        "Đợt 1 | Từ 01/01/2026 đến 30/6/2026 | Chào mừng ngày thành lập Đảng (03/02/1930 - 03/02/2026) | 05/7/2026",
        "Đợt 2 | Từ 01/7/2026 đến 31/12/2026 | | 05/01/2027",
    ],
    [
        "TT | Nội dung | Từ ngày | Đến ngày | Báo cáo trước ngày",
        "1 | Đợt 1: chào mừng ngày thành lập Đảng (03/02/1930 - 03/02/2026) | 01/01/2026 | 30/6/2026 | 05/7/2026",
        "2 | Đợt 2 | 01/7/2026 | 31/12/2026 | 05/01/2027",
    ],
]


@pytest.mark.parametrize("table", TABLES, ids=["một cột thời gian", "hai cột ngày"])
def test_a_table_of_phases(table: list[str]) -> None:
    assert [(p.name, p.start, p.end, p.report_deadline, p.occasions) for p in find_phases(table, YEAR)] == [
        ("Đợt 1", "2026-01-01", "2026-06-30", "2026-07-05", ("ngày thành lập Đảng (03/02/1930 - 03/02/2026)",)),
        ("Đợt 2", "2026-07-01", "2026-12-31", "2027-01-05", ()),
    ]


def test_several_holidays_after_a_colon() -> None:
    (phase, _) = find_phases(
        ["Đợt 1: từ 01/01 đến 30/6.", "Chào mừng các ngày lễ lớn: Ngày thành lập Đảng 3/2, Ngày giải phóng 30/4.", TWO[1]], YEAR
    )  # fmt: skip
    assert phase.occasions == ("Ngày thành lập Đảng 3/2", "Ngày giải phóng 30/4")
    (phase,) = find_phases(["Thời gian thi đua: từ 01/01 đến 30/4/2026 (hướng tới kỷ niệm 51 năm giải phóng)."], YEAR)
    assert phase.occasions == ("51 năm giải phóng",)


NO_PHASES = [
    ["Xét khen đợt 1 vào tháng 6, đợt 2 từ tháng 7 đến tháng 12."],
    ["Thời gian nhận hồ sơ: từ ngày 01/11/2026 đến ngày 15/11/2026."],
    ["VI. THỜI GIAN BÁO CÁO", "Báo cáo sơ kết 6 tháng đầu năm: trước ngày 10/6/2026."],
    ["Nội dung | Thời gian", "Phát động | Từ 01/01/2026 đến 15/01/2026"],
]


@pytest.mark.parametrize("texts", NO_PHASES, ids=[texts[0] for texts in NO_PHASES])
def test_other_times_are_no_phases(texts: list[str]) -> None:
    assert find_phases(texts, YEAR) == ()
