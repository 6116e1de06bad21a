"""The papers of scoring as the command and the window ask for them."""

from __future__ import annotations

import pytest

from tests.services.scoring.steps import QUALITY, listed, put
from thidua_desktop.domain.papers import blocks
from thidua_desktop.services import history
from thidua_desktop.services.export_parts import NothingToExport, Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.scoring import sets


def tables(document):
    return [block for block in document.blocks if isinstance(block, blocks.Table)]


@pytest.mark.parametrize("name", ["score-sheet", "score-ranking", "commune-score-sheet"])
def test_a_year_without_a_set_has_nothing_to_export_and_says_where_to_begin(year, name):
    with pytest.raises(NothingToExport, match="chưa có bộ tiêu chí") as nothing:
        EXPORTS[name].document(year, Request(2026))
    assert "Chấm điểm" in nothing.value.advice
    assert EXPORTS[name].about.ids(year, 2026) == []


def test_every_organisation_has_its_sheet_in_the_order_of_lists(year, set_id):
    about = EXPORTS["score-sheet"]
    each = about.for_each(year, Request(2026, set_id))
    assert list(each.values()) == ["Hội Nông dân xã", "Hội Phụ nữ xã", "Đoàn Thanh niên xã"]
    assert len(tables(about.document(year, Request(2026, set_id)))) == 3
    one = about.document(year, Request(2026, set_id, organisation_id=next(iter(each))))
    assert len(tables(one)) == 1
    assert [sheet.name for sheet in about.sheet(year, Request(2026, set_id)).sheets] == [
        "1. Hội Nông dân xã",
        "2. Hội Phụ nữ xã",
        "3. Đoàn Thanh niên xã",
    ]


def test_a_blank_sheet_for_any_organisation_needs_only_a_set(desk):
    sets.add_example(desk, 2026)
    document = EXPORTS["score-sheet"].document(desk, Request(2026, blank=True))
    assert len(tables(document)) == 1


def test_the_newest_set_counts_when_none_is_named(year, set_id):
    sets.set_field(year, set_id, "name", "Bộ cũ")
    newer = sets.add_empty(year, 2026)[1]
    registers.add_row(year, "criteria", {"name": "Việc chung", "kind": "định tính", "points": "10"}, scope=newer)
    (table, *_) = tables(EXPORTS["score-sheet"].document(year, Request(2026)))
    assert [row[1] for row in table.rows] == ["Việc chung"]


def test_what_is_missing_is_a_remark_on_the_ranking(year, set_id):
    put(year, set_id, QUALITY, "council", "9")
    assert EXPORTS["score-ranking"].remarks(year, Request(2026, set_id)) == (
        "Còn 2 đơn vị chưa chấm; 1 đơn vị chưa chấm đủ tiêu chí.",
    )


def test_an_organisation_that_leaves_the_year_takes_its_scores_along_and_undo_brings_them_back(year, set_id):
    put(year, set_id, QUALITY, "council", "9")
    registrations.remove_from_year(year, listed(year, "Hội Nông dân xã"))
    assert "Hội Nông dân xã" not in EXPORTS["score-sheet"].for_each(year, Request(2026, set_id)).values()
    history.undo(year)
    table = tables(EXPORTS["score-ranking"].document(year, Request(2026, set_id)))[0]
    assert table.rows[0][:3] == ("1", "Hội Nông dân xã", "9")
