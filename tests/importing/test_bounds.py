"""A text of any length and shape is read in a time that grows with its length alone, or refused in words."""

from __future__ import annotations

import docx
import pytest

from tests.importing.impatient import Impatient
from tests.importing.pdf_files import LONG, typeset
from tests.importing.plan_texts import read_docx, read_text
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.importing import files
from thidua_desktop.importing.errors import UnreadableFileError
from thidua_desktop.importing.meaning import clauses, movements
from thidua_desktop.importing.meaning.figures import Figure, figures
from thidua_desktop.importing.pdf.reader import pdf_lines


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of the texts that are searched for figures while an item is cut into clauses."""
    lengths: list[int] = []

    def counted(text: str, year: int | None = None) -> list[Figure]:
        lengths.append(len(text))
        return figures(text, year)

    monkeypatch.setattr(clauses, "figures", counted)
    return lengths


@pytest.mark.parametrize("repeats", [20, 140, 3000], ids=["ngắn", "vừa", "82 nghìn chữ"])
@pytest.mark.parametrize("words", ["tăng 5% so với năm trước, ", "trồng 5 ha rừng, nuôi 20 con bò và ", "đạt 5%; "])
def test_an_item_is_searched_a_few_times_over_however_long_it_is(words: str, repeats: int, searched: list[int]) -> None:
    text = words * repeats
    clauses.parted(text, 2026)
    assert sum(searched) <= 8 * len(text)


def test_the_quotations_of_a_sentence_are_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    quotes = movements.quotes
    monkeypatch.setattr(movements, "quotes", lambda text: calls.append(text) or quotes(text))
    names = ", ".join(f"“Phong trào số {number} của xã”" for number in range(500))
    found = movements.movements([f"phong trào {names} do Hội Mẫu phát động"])
    assert len(found) == 500
    assert {movement.launcher for movement in found} == {"Hội Mẫu"}
    assert len(calls) == 1


def test_lines_without_any_full_stop_are_not_joined_without_end() -> None:
    line = "các thôn ra sức thi đua lao động sản xuất và giữ gìn an ninh trật tự"
    plan = read_text("KẾ HOẠCH\nThi đua năm 2026\nI. NỘI DUNG\n" + f"{line}\n" * 1000).plan
    assert max(len(p.text) for section in plan.all_sections() for p in section.body) < 10_000


def test_a_text_longer_than_any_plan_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    document = docx.Document()
    for _ in range(3):
        document.add_paragraph("Các thôn thi đua.")
    monkeypatch.setattr(files, "MAX_LETTERS", 40)
    for read in (lambda: read_docx(document), lambda: read_text("Các thôn thi đua.\n" * 3)):
        with pytest.raises(UnreadableFileError, match="dài quá") as caught:
            read()
        assert caught.value.advice


def test_a_paper_of_a_hundred_pages_is_read_page_by_page() -> None:
    """Each page is told once, and no step looks at the whole again for every page."""
    paragraph = f"{LONG}. " * 3
    pdf = typeset('#set page(numbering: "1")\n' + f"{paragraph}\n\n" * 500)
    clerk = Impatient(10_000)
    text = pdf_lines(SourceFile("a.pdf", pdf), clerk)
    pages = len(text.aside)
    assert pages > 90
    assert clerk.told == [f"Trang {page} trong {pages}" for page in range(1, pages + 1)]
    assert [line.text for line in text.lines] == [paragraph.strip()] * 500
