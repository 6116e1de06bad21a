"""Whatever an office, a scanner or a web page did to a plan, it is read as the clean one is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from docx.document import Document

from tests.importing.dirt import (
    Dirt,
    Paper,
    dated_as,
    everywhere,
    headed,
    in_body,
    lines_broken,
    narrow_first_lines,
    numbered_as,
    page_numbers,
    recipients_as,
    rows,
    signed_as,
)
from tests.importing.made_up_plans import PARTS
from tests.importing.plan_texts import essence, read_docx, read_text
from tests.importing.word_layouts import WORD
from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.domain.vietnamese import fold

PAPERS = {name: Paper(*parts) for name, parts in PARTS.items()}

WEB = """Truy cập
Hôm nay:
12
Tổng số:
34567
KẾ HOẠCH Phát động phong trào thi đua năm 2026
Ngày 20/01/2026 08:15:00
Lượt xem: 41"""
WEB_AFTER = """Các tin khác
Thông báo lịch tiếp công dân
Liên kết website"""

HEADERS: dict[str, Dirt] = {
    "hai cột dính liền từng dòng": rows(""),
    "hai cột cách một dấu cách": rows(" "),
    "hai cột cách nhiều dấu cách": rows("          "),
    "hai cột cách bằng tab": rows("\t\t"),
    "hai cột cách bằng gạch đứng": rows(" | "),
    "dính liền cả khối": headed(lambda left, right: "".join(left) + "".join(right)),
    "cả khối trên một dòng": headed(lambda left, right: " ".join([*left, *right])),
    "hai khối hai dòng": headed(lambda left, right: " ".join(left) + "\n" + " ".join(right)),
    "cột phải trước": headed(lambda left, right: "\n".join([*right, *left])),
    "dính từng khối": headed(lambda left, right: "".join(left) + "\n" + "".join(right)),
    "từng dòng, số và ngày cuối": headed(lambda left, right: "\n".join([*left[:2], *right[:2], left[2], right[2]])),
    "số và ngày một dòng": headed(lambda left, right: "\n".join([*left[:2], *right[:2], f"{left[2]}  {right[2]}"])),
    "số và ngày dính": headed(lambda left, right: "\n".join([*left[:2], *right[:2], left[2] + right[2]])),
    "gạch dưới": headed(lambda left, right: "\n".join([*left[:2], "-------", left[2], *right[:2], "---------------", right[2]])),
    "gạch dài": headed(lambda left, right: "\n".join([*left, *right]).replace(" - ", " – ")),
    "chữ Hoà, Uỷ": everywhere(lambda part: part.replace("HÒA", "HOÀ").replace("ỦY", "UỶ")),
    "không gạch trong tiêu ngữ": headed(lambda left, right: "\n".join([*left, *right]).replace("Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc")),
    "trang web trước đầu văn bản": lambda paper: paper._replace(before=WEB, after=WEB_AFTER),
}  # fmt: skip

NUMBERS: dict[str, tuple[Dirt, bool]] = {
    "Số: 07 /KH-UBND": (numbered_as("Số: {n} /{s}"), True),
    "Số:07/KH-UBND": (numbered_as("Số:{n}/{s}"), True),
    "Số {n}/{s}": (numbered_as("Số {n}/{s}"), True),
    "Số : 07 / KH - UBND": (lambda paper: numbered_as("Số : {n} / {s}")(paper).swap(("KH-", "KH - ")), True),
    "Số: 07/KH- UBND": (lambda paper: paper._replace(header=paper.header.replace("KH-", "KH- ")), True),
    "Số: 07/KH–UBND": (lambda paper: paper._replace(header=paper.header.replace("KH-", "KH–")), True),
    "SỐ: 07/KH-UBND": (numbered_as("SỐ: {n}/{s}"), True),
    "Số:     /KH-UBND": (numbered_as("Số:     /{s}"), False),
    "Số: …./KH-UBND": (numbered_as("Số: …./{s}"), False),
    "Số: ....../KH-UBND": (numbered_as("Số: ....../{s}"), False),
    "Số: /KH-UBND": (numbered_as("Số: /{s}"), False),
}

DAYS: dict[str, tuple[Dirt, tuple[bool, bool]]] = {
    "ngày    tháng    năm": (dated_as("ngày    tháng    năm {y}"), (False, False)),
    "ngày … tháng … năm": (dated_as("ngày … tháng … năm {y}"), (False, False)),
    "ngày ..... tháng ..... năm": (dated_as("ngày ..... tháng ..... năm {y}"), (False, False)),
    "ngày    tháng 01 năm": (dated_as("ngày    tháng {m} năm {y}"), (False, True)),
    "ngày ___ tháng ___ năm": (dated_as("ngày ___ tháng ___ năm {y}"), (False, False)),
    "ngày15tháng01năm2026": (dated_as("ngày{d}tháng{m}năm{y}"), (True, True)),
    "ngày 15/01/2026": (dated_as("ngày {d}/{m}/{y}"), (True, True)),
    "Ngày 15 Tháng 01 Năm": (dated_as("Ngày {d} Tháng {m} Năm {y}"), (True, True)),
}

_POINTED = r"^(\d)\. "
BODIES: dict[str, Dirt] = {
    "I/": in_body(r"^([IVX]+)\. ", r"\1/ "),
    "I -": in_body(r"^([IVX]+)\. ", r"\1 - "),
    "I-": in_body(r"^([IVX]+)\. ", r"\1- "),
    "I)": in_body(r"^([IVX]+)\. ", r"\1) "),
    "I.dính": in_body(r"^([IVX]+)\. ", r"\1."),
    "I. cách đôi": in_body(r"^([IVX]+)\. ", r"\1.    "),
    "I. rồi tab": in_body(r"^([IVX]+|\d|[a-c])([.)]) ", "\\1\\2\t"),
    "1/": in_body(_POINTED, r"\1/ "),
    "1)": in_body(_POINTED, r"\1) "),
    "(1)": in_body(_POINTED, r"(\1) "),
    "1 -": in_body(_POINTED, r"\1 - "),
    "1-": in_body(_POINTED, r"\1- "),
    "1.dính": in_body(_POINTED, r"\1."),
    "01.": in_body(_POINTED, r"0\1. "),
    "a.": in_body(r"^([a-c])\) ", r"\1. "),
    "a/": in_body(r"^([a-c])\) ", r"\1/ "),
    "(a)": in_body(r"^([a-c])\) ", r"(\1) "),
    "a-": in_body(r"^([a-c])\) ", r"\1- "),
    "gạch dính chữ": in_body(r"^- ", "-"),
    "gạch dài": in_body(r"^- ", "– "),
    "chấm tròn": in_body(r"^- ", "• "),
    "dấu cộng": in_body(r"^- ", "+ "),
    "mục in thường": in_body(r"^[IVX]+\. .*$", lambda found: found[0][:4] + found[0][4:].capitalize()),
    "mục có hai chấm": in_body(r"^([IVX]+\. .*[^:])$", r"\1:"),
    "tiêu đề con có hai chấm": in_body(r"^((?:\d\.|[ab]\)) .{3,28}[^:.])$", r"\1:"),
    "tiêu đề con in hoa": in_body(r"^((?:\d\.|[ab]\)) )(Về .{3,28})$", lambda found: found[1] + found[2].upper()),
    "hai điểm b)": in_body(r"^a\) ", "b) "),
    "quét sai: III thành II": in_body(r"^III\. ", "II. "),
    "quét sai: II thành Il": in_body(r"^II\. ", "Il. "),
    "quét sai: II thành 1I": in_body(r"^II\. ", "1I. "),
    "quét sai: I thành l": in_body(r"^I\. ", "l. "),
    "quét sai: sai dấu": in_body(r"^[IVX]+\. .*$", lambda found: found[0].replace("YÊU CẦU", "YÊU CÀU").replace("TIÊU", "TIỂU").replace("TỔ CHỨC", "TÔ CHỨC").replace("ĐỢT", "ĐỌT")),
    "dòng ngắt cứng 72": lines_broken(72),
    "dòng ngắt cứng 100": lines_broken(100),
    "dòng đầu ngắn": narrow_first_lines,
    "số trang": page_numbers,
    "dấu cách đôi": everywhere(lambda part: part.replace(" ", "  ")),
    "dấu cách cuối dòng": everywhere(lambda part: part.replace("\n", "  \n") + " "),
    "dấu cách không ngắt": everywhere(lambda part: part.replace(" ", "\u00a0")),
    "dòng trống giữa các dòng": everywhere(lambda part: part.replace("\n", "\n\n")),
    "thụt đầu dòng": in_body(r"^", "      "),
    "thụt bằng tab": in_body(r"^", "\t"),
    "số văn bản vỡ": lambda paper: paper.swap(("/NĐ-CP", "/NĐ - CP"), ("21/KH-UBND", "21 /KH- UBND"), ("15/KH-UBND", "15 / KH-UBND"), ("06/2022/QH15", "06 /2022/QH15")),
    "đợt viết thành tiêu đề": in_body(r"^(\d\. Đợt \d): Từ (.*)\.$", r"\1 (Từ \2)"),
}  # fmt: skip

TAILS: dict[str, Dirt] = {
    "nơi nhận trên một dòng": recipients_as(lambda lines: " ".join(lines)),
    "nơi nhận dính một dòng": recipients_as("".join),
    "nhãn chung dòng đầu": recipients_as(lambda lines: lines[0] + " " + "\n".join(lines[1:])),
    "nhãn in hoa": recipients_as(lambda lines: "\n".join(["NƠI NHẬN:", *lines[1:]])),
    "nhãn không hai chấm": recipients_as(lambda lines: "\n".join(["Nơi nhận", *lines[1:]])),
    "nhãn cách hai chấm": recipients_as(lambda lines: "\n".join(["Nơi nhận :", *lines[1:]])),
    "gạch dính": recipients_as(lambda lines: "\n".join(lines).replace("\n- ", "\n-")),
    "không có gạch": recipients_as(lambda lines: "\n".join(lines).replace("\n- ", "\n")),
    "dấu cộng": recipients_as(lambda lines: "\n".join(lines).replace("\n- ", "\n+ ")),
    "dấu phẩy cuối dòng": recipients_as(lambda lines: "\n".join(lines).replace(";\n", ",\n")),
    "không dấu cuối dòng": recipients_as(lambda lines: "\n".join(lines).replace(";\n", "\n").rstrip(".")),
    "chữ ký trước nơi nhận": lambda paper: paper._replace(recipients=paper.signature, signature=paper.recipients),
    "chữ ký dính": signed_as("".join),
    "chữ ký một dòng": signed_as(lambda lines: " ".join(lines[:-1]) + " " + lines[-1]),
    "đã ký": signed_as(lambda lines: "\n".join([*lines[:-1], "(Đã ký)", lines[-1]])),
    "đã ký dính": signed_as(lambda lines: "".join([*lines[:-1], "(Đã ký)", lines[-1]])),
    "hai dòng trống trước tên": signed_as(lambda lines: "\n".join([*lines[:-1], "", "", "", lines[-1]])),
    "tên in hoa": signed_as(lambda lines: "\n".join([*lines[:-1], lines[-1].upper()])),
    "nơi nhận cạnh chữ ký, gạch đứng": lambda paper: side_by_side(paper, " | "),
    "nơi nhận cạnh chữ ký, tab": lambda paper: side_by_side(paper, "\t\t"),
    "hai ô dính liền": lambda paper: paper._replace(
        recipients=paper.recipients.replace("\n", "") + " | " + paper.signature.replace("\n", ""), signature=""
    ),
}


def side_by_side(paper: Paper, gap: str) -> Paper:
    left, right = paper.recipients.split("\n"), paper.signature.split("\n")
    right += [""] * (len(left) - len(right))
    lines = [(a + gap + b).rstrip() if b or gap.strip() else a for a, b in zip(left, right, strict=True)]
    return paper._replace(recipients="\n".join(lines), signature="")


def read(paper: Paper) -> Plan:
    return read_text(paper.text()).plan


def likeness(plan: Plan) -> dict[str, object]:
    """What must stay however the paper was spoilt; letters that a scan or a hand changed are compared without marks."""
    parts = essence(plan)
    closers = re.compile(r"[\s().:/\-–]")
    parts["headings"] = [(s.level, bool(s.marker), fold(s.heading or "").rstrip(":")) for s in plan.all_sections()]
    parts["markers"] = [closers.sub("", s.marker).lstrip("0") for s in plan.all_sections()]
    parts["fields"] = tuple(fold(part) if isinstance(part, str) else part for part in essence(plan)["fields"])  # type: ignore[attr-defined]
    parts["recipients"] = [(fold(r.name), r.suffix) for r in plan.recipients]
    parts["signer"] = tuple(fold(part or "") for part in (plan.signer.authority, plan.signer.title, plan.signer.name))
    return parts


def same(paper: Paper, other: Plan, *without: str) -> None:
    clean, dirty = likeness(read(paper)), likeness(other)
    for part, expected in clean.items():
        if part not in without:
            assert dirty[part] == expected, part


def table(dirts: dict[str, Dirt]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("dirt", dirts.values(), ids=dirts.keys())


each_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())


@each_paper
@table(HEADERS)
def test_the_header(dirt: Dirt, paper: Paper) -> None:
    same(paper, read(dirt(paper)), *(("closing",) if dirt(paper).after else ()))


@each_paper
@table(TAILS)
def test_recipients_and_signature(dirt: Dirt, paper: Paper) -> None:
    same(paper, read(dirt(paper)))


@each_paper
@table(BODIES)
def test_the_body(dirt: Dirt, paper: Paper) -> None:
    same(paper, read(dirt(paper)), *WITHOUT.get(dirt, ()))


WITHOUT: dict[Dirt, tuple[str, ...]] = {
    BODIES["hai điểm b)"]: ("markers",),
    BODIES["quét sai: III thành II"]: ("markers",),
    BODIES["quét sai: II thành Il"]: ("markers",),
    BODIES["quét sai: II thành 1I"]: ("markers",),
    BODIES["quét sai: I thành l"]: ("markers",),
    BODIES["dấu cộng"]: ("bullets",),
    BODIES["đợt viết thành tiêu đề"]: ("headings", "texts", "bullets"),
}


@each_paper
@pytest.mark.parametrize(("dirt", "numbered"), NUMBERS.values(), ids=NUMBERS.keys())
def test_the_number(dirt: Dirt, numbered: bool, paper: Paper) -> None:
    clean, plan = read(paper), read(dirt(paper))
    assert (plan.symbol, plan.number) == (clean.symbol, clean.number if numbered else None)
    same(paper, plan, "fields")


@each_paper
@pytest.mark.parametrize(("dirt", "known"), DAYS.values(), ids=DAYS.keys())
def test_the_day(dirt: Dirt, known: tuple[bool, bool], paper: Paper) -> None:
    clean, plan = read(paper), read(dirt(paper))
    expected = (clean.date.day if known[0] else None, clean.date.month if known[1] else None, clean.date.year)
    assert (plan.date.day, plan.date.month, plan.date.year) == expected
    assert plan.place == clean.place
    same(paper, plan, "fields")


TOGETHER: list[tuple[Dirt, ...]] = [
    (BODIES["I -"], BODIES["(1)"], TAILS["nơi nhận dính một dòng"], HEADERS["hai cột dính liền từng dòng"]),
    (BODIES["1/"], BODIES["a."], BODIES["dòng ngắt cứng 72"], HEADERS["dính liền cả khối"], TAILS["chữ ký dính"]),
    (BODIES["quét sai: II thành Il"], BODIES["dòng ngắt cứng 100"], BODIES["số trang"], TAILS["tên in hoa"]),
    (BODIES["hai điểm b)"], BODIES["gạch dính chữ"], HEADERS["trang web trước đầu văn bản"], TAILS["chữ ký một dòng"]),
    (BODIES["dòng ngắt cứng 72"], BODIES["thụt đầu dòng"], HEADERS["cả khối trên một dòng"], TAILS["đã ký dính"]),
    (BODIES["I. rồi tab"], BODIES["dòng ngắt cứng 72"], HEADERS["hai cột cách bằng tab"], TAILS["không có gạch"]),
    (BODIES["mục in thường"], BODIES["1.dính"], HEADERS["số và ngày dính"], TAILS["nhãn in hoa"]),
    (BODIES["dấu cách đôi"], BODIES["I)"], BODIES["a/"], HEADERS["gạch dưới"], TAILS["nơi nhận cạnh chữ ký, tab"]),
    (BODIES["dòng trống giữa các dòng"], BODIES["số trang"], HEADERS["cột phải trước"], TAILS["chữ ký trước nơi nhận"]),
    (BODIES["đợt viết thành tiêu đề"], BODIES["1-"], HEADERS["hai khối hai dòng"], TAILS["hai ô dính liền"]),
]


@each_paper
@pytest.mark.parametrize("dirts", TOGETHER, ids=range(1, len(TOGETHER) + 1))
def test_several_at_once(dirts: tuple[Dirt, ...], paper: Paper) -> None:
    dirty = paper
    for dirt in dirts:
        dirty = dirt(dirty)
    spared = {part for dirt in dirts for part in WITHOUT.get(dirt, ())}
    same(paper, read(dirty), *spared, *(("closing",) if dirty.after else ()))


@each_paper
@pytest.mark.parametrize("set_in_word", WORD.values(), ids=WORD.keys())
def test_a_word_file(set_in_word: Callable[[Paper], Document], paper: Paper) -> None:
    same(paper, read_docx(set_in_word(paper)).plan)


@each_paper
def test_a_plan_without_a_header(paper: Paper) -> None:
    plan = read(paper._replace(header=""))
    assert plan.header == ()
    same(paper, plan, "fields")
    assert (plan.doc_type, plan.title, plan.year) == (read(paper).doc_type, read(paper).title, read(paper).year)
