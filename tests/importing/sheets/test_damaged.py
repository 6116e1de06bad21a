"""Whatever happened to a returned file, it is read or refused in a sentence; nothing else is raised."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sheet_forms import blank_form, written
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.sheets.understood import understood
from thidua_desktop.exporting.archive import packed, unpacked
from thidua_desktop.importing.sheets.reading import read_returned, read_returned_path

_SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_HITS = st.lists(st.tuples(st.integers(0, 2**20), st.integers(32, 126)), min_size=1, max_size=6)


def _word() -> bytes:
    paper = docx.Document()
    table = paper.add_table(2, 3)
    for cell, text in zip(table.rows[0].cells, ("STT", "Họ và tên", "Danh hiệu thi đua"), strict=True):
        cell.text = text
    table.rows[1].cells[1].text = "Nguyễn Văn Mẫu"
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


SHEET, WORD = unpacked(written(blank_form()).content), unpacked(_word())


def _read_or_refuse(content: bytes) -> None:
    try:
        understood(read_returned(SourceFile("hỏng.xlsx", content)))
    except KnownError as error:
        assert error.happened.startswith("Tệp “hỏng.xlsx”") or "hỏng.xlsx" in error.happened


def _hit(data: bytes, hits: list[tuple[int, int]]) -> bytes:
    changed = bytearray(data)
    for place, letter in hits:
        changed[place % len(changed)] = letter
    return bytes(changed)


@given(st.sampled_from([SHEET, WORD]), st.integers(0, 100), _HITS)
@_SLOW
def test_any_letters_changed_in_any_part(parts, which, hits):
    name = [*parts][which % len(parts)]
    _read_or_refuse(packed({**parts, name: _hit(parts[name], hits)}))


@given(st.sampled_from([SHEET, WORD]), st.integers(0, 100))
@_SLOW
def test_any_part_missing(parts, which):
    name = [*parts][which % len(parts)]
    _read_or_refuse(packed({other: data for other, data in parts.items() if other != name}))


@given(st.sampled_from([packed(SHEET), packed(WORD)]), _HITS, st.floats(0.1, 1))
@_SLOW
def test_any_bytes_changed_and_the_end_cut_off(content, hits, kept):
    _read_or_refuse(_hit(content, hits)[: int(len(content) * kept)])


def test_a_binary_spreadsheet_says_how_to_save_it():
    with pytest.raises(KnownError, match="nhị phân") as refused:
        read_returned(SourceFile("phiếu.xlsb", packed({"xl/workbook.bin": b"x", "[Content_Types].xml": b"<a/>"})))
    assert "Lưu thành" in refused.value.advice


def test_a_file_that_says_nothing_of_its_saving_was_saved_when_the_disk_says(tmp_path):
    book = openpyxl.Workbook()
    out = io.BytesIO()
    book.save(out)
    parts = {name: data for name, data in unpacked(out.getvalue()).items() if name != "docProps/core.xml"}
    (tmp_path / "bảng.xlsx").write_bytes(packed(parts))
    assert read_returned_path(tmp_path / "bảng.xlsx")[1].saved_at


def test_a_letter_far_out_on_a_page_of_libreoffice_does_not_take_all_memory():
    far = '<table:table-cell table:number-columns-repeated="16000"/>'
    page = (
        f'<table:table-row table:number-rows-repeated="1048000">{far}</table:table-row>'
        f"<table:table-row>{far}<table:table-cell><x/></table:table-cell></table:table-row>"
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    content = f'<d xmlns:table="{space}"><table:table>{page}</table:table></d>'.encode()
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    with pytest.raises(KnownError, match="hàng triệu ô trống"):
        read_returned(SourceFile("bảng.ods", packed({"mimetype": kind, "content.xml": content})))
