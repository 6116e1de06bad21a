"""Documents cited several in one sentence, with broken numbers, or by their law's year."""

from __future__ import annotations

import pytest

from thidua_desktop.importing.meaning.bases import legal_bases

CITED = [
    (
        "Căn cứ Luật Mẫu, ví dụ năm 2022 (số 06/2022/QH 15);",
        [("Luật", "06/2022/QH15", "Quốc hội")],
    ),
    (
        "Thực hiện Chỉ thị số 41-CT/TW ngày 26/12/2024, Chỉ thị 34 – CT/TW ngày 07/4/2014 của Bộ Chính trị;",
        [("Chỉ thị", "41-CT/TW", None), ("Chỉ thị", "34-CT/TW", "Bộ Chính trị")],
    ),
    (
        "Căn cứ Quyết định số 12/QĐ-TTg, số 13/QĐ-TTg và Nghị quyết 57-NQ/TW;",
        [("Quyết định", "12/QĐ-TTg", None), ("Quyết định", "13/QĐ-TTg", None), ("Nghị quyết", "57-NQ/TW", None)],
    ),
    (
        "Nghị quyết 59-NQ/TW, 66-NQ/TW, 68-NQ/TW của Bộ Chính trị",
        [("Nghị quyết", "59-NQ/TW", None), ("Nghị quyết", "66-NQ/TW", None), ("Nghị quyết", "68-NQ/TW", "Bộ Chính trị")],
    ),
    (
        "Chỉ thị số 05/CT-UBND của UBND tỉnh và Kế hoạch số 11 /KH- UBND của UBND xã Ví Dụ V/v giao chỉ tiêu",
        [("Chỉ thị", "05/CT-UBND", "UBND tỉnh"), ("Kế hoạch", "11/KH-UBND", "UBND xã Ví Dụ")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CITED, ids=[text[:40] for text, _ in CITED])
def test_documents_in_one_sentence(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(b.kind, b.number, b.issuer) for b in legal_bases([text])] == expected
