"""A plan that the program wrote as a Word file is read back equal."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.golden.samples import OFFICE, form
from thidua_desktop.domain.markers import group_style
from thidua_desktop.domain.papers.plan_paper import plan_paper
from thidua_desktop.domain.plan.plans import PartialDate, Plan, PlanSigner, Recipient, Section, SourceFile
from thidua_desktop.domain.richtext import Paragraph, Run, joined, plain
from thidua_desktop.exporting.docx import render
from thidua_desktop.importing.lines import squeezed
from thidua_desktop.importing.meaning.target_tables import ROW, SEPARATOR
from thidua_desktop.importing.plan import read_plan

_WORDS = re.findall(
    r"\S+",
    """
    thi đua yêu nước phong trào cán bộ nhân dân thôn xóm đường làng trường học trạm y tế nông nghiệp chỉ tiêu kinh tế văn hóa
    an ninh quốc phòng 100% 12,5 tỷ đồng 15 hộ nghèo “Ngày xanh” (đợt 1) 30/6/2026 UBND xã HĐND Hội Nông dân khen thưởng gắn với
    thực hiện nhiệm vụ trọng tâm - đổi mới, sáng tạo; tỉnh giao Đoàn Thanh niên số 15/KH-UBND năm 2026
""",
)
_NUMBERS = [("I.", "1.", "a)"), ("I.", "1.", "1.1."), ("A.", "I.", "1."), ("Phần I", "I.", "1."), ("I.", "1.1.", "a)"), ("I.", "a)", "(1)"), ("1.", "1.1.", "a)"), ("I.", "A.", "1."), ("I/", "1/", "1.1/"), ("Phần I", "A.", "I.")]  # fmt: skip

_words = st.lists(st.sampled_from(_WORDS), min_size=3, max_size=40).map(" ".join)


def _sentence(text: str, end: str) -> str:
    return f"Việc {text.strip(' -,;') or 'chung'}{end}"


sentences = st.builds(_sentence, _words, st.sampled_from([".", ";", "."]))
headings = st.builds(
    _sentence, st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(" ".join), st.sampled_from(["", "", ":"])
)


rows = st.lists(_words.map(lambda text: text.strip(" -,;") or "chung"), min_size=3, max_size=3)
tables = st.lists(rows.map(lambda cells: plain(SEPARATOR.join(cells), ROW)), min_size=2, max_size=4)


@st.composite
def bodies(draw: st.DrawFn, least: int = 0) -> tuple[Paragraph, ...]:
    texts = draw(st.lists(sentences, min_size=least, max_size=4))
    bullets = [draw(st.sampled_from(["", "-", "-", "+"])) if index or not least else "" for index in range(len(texts))]
    body = [_styled(draw, text, bullet) for text, bullet in zip(texts, bullets, strict=True)]
    return (*body, *draw(tables)) if draw(st.integers(0, 5)) == 5 else tuple(body)


def _styled(draw: st.DrawFn, text: str, bullet: str) -> Paragraph:
    if draw(st.booleans()):
        return plain(text, bullet)
    cut = draw(st.integers(0, len(text)))
    return Paragraph(joined((Run(text[:cut]), Run(text[cut:], draw(st.booleans()), draw(st.booleans())))), bullet)


@st.composite
def outlines(draw: st.DrawFn) -> tuple[Section, ...]:
    return _level(draw, draw(st.sampled_from(_NUMBERS)), 1, ())


def _level(draw: st.DrawFn, numbers: tuple[str, ...], level: int, path: tuple[int, ...]) -> tuple[Section, ...]:
    style = group_style([numbers[level - 1]])
    assert style is not None
    out = []
    for place in range(1, draw(st.integers(1 if level == 1 else 0, 4)) + 1):
        heading = draw(headings) if level == 1 or draw(st.booleans()) else None
        if heading and numbers[level - 1][0] in "IAP":
            heading = heading.upper()
        body = draw(bodies(0 if heading else 1))
        here = (*path, place)
        children = _level(draw, numbers, level + 1, here) if level < 3 else ()
        out.append(Section(level, style.marker(here), heading, body, children))
    return tuple(out)


plans = st.builds(
    Plan,
    year=st.just(2026),
    doc_type=st.sampled_from(["KẾ HOẠCH", "PHÁT ĐỘNG", "HƯỚNG DẪN", "CHƯƠNG TRÌNH", "CHỈ THỊ"]),
    title=headings.map(lambda found: f"{found.rstrip(':')} năm 2026"),
    issuer=st.sampled_from(["Ủy ban nhân dân xã Ví Dụ", "Ủy ban nhân dân phường Thí Điểm", "Hội đồng Thi đua - Khen thưởng xã Ví Dụ"]),
    symbol=st.just("KH-UBND"),
    number=st.one_of(st.none(), st.integers(1, 400)),
    place=st.just("Ví Dụ"),
    date=st.one_of(st.just(PartialDate(None, None, 2026)), st.builds(PartialDate, st.integers(1, 28), st.integers(1, 12), st.just(2026))),
    preamble=st.lists(sentences, max_size=3).map(lambda found: (plain("Căn cứ Luật Mẫu ngày 15 tháng 6 năm 2022;"), *map(plain, found))),
    sections=outlines(),
    closing=sentences.map(lambda found: (plain(f"Trên đây là văn bản của xã Ví Dụ. {found[:-1]}./."),)),
    recipients=st.lists(st.builds(Recipient, st.sampled_from(["UBND tỉnh Mẫu", "Thường trực Đảng ủy, HĐND xã", "Các thôn"]), st.sampled_from([None, "b/c", "để b/c"])), min_size=1, max_size=4).map(lambda found: (*found, Recipient("Lưu: VT"))),
    signer=st.sampled_from([PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"), PlanSigner("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Ví Dụ"), PlanSigner("TM. HỘI ĐỒNG", "CHỦ TỊCH", "Lê Văn Thử")]),
)  # fmt: skip


def _spaced(body: tuple[Paragraph, ...]) -> list[tuple[str, tuple[Run, ...]]]:
    """The paragraphs, a space between two styles in the upright one; rows without style, as a paper sets their head."""
    return [(p.bullet, squeezed(plain(p.text).runs if p.bullet == ROW else p.runs)) for p in body]


def shape(plan: Plan) -> dict[str, object]:
    return {
        "fields": (plan.year, plan.doc_type, plan.title, plan.issuer, plan.number, plan.place, plan.date),
        "preamble": [p.text for p in plan.preamble],
        "sections": [(s.level, s.marker, s.heading, _spaced(s.body)) for s in plan.all_sections()],
        "closing": plan.closing,
        "recipients": plan.recipients,
        "signer": plan.signer,
    }


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans)
def test_what_was_written_is_read_back(plan: Plan) -> None:
    written = render(plan_paper(plan, OFFICE, form("plan")))
    back = shape(read_plan(SourceFile("ke-hoach.docx", written)).plan)
    for part, expected in shape(plan).items():
        assert back[part] == expected, part
