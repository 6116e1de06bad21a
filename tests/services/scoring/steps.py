"""What the tests of scoring do again and again."""

from __future__ import annotations

from thidua_desktop.services.registration import registrations, result_sheets, results
from thidua_desktop.services.scoring import scores

RATE, QUALITY, UNITY, ORDER, MOVEMENTS, EXAMPLES, CREATIVE, GOOD_WORK, LATE, ABSENT, RETURNED, REMINDED = range(12)
"""The criteria of the example, its headings apart."""


def listed(workspace, name):
    """The registration of the organisation."""
    found = next(one for one in registrations.standing(workspace, 2026) if one.name == name)
    return found.registration_id


def sheet(workspace, set_id, name="Hội Nông dân xã"):
    """The sheet of an organisation."""
    return scores.score_sheet(workspace, set_id, listed(workspace, name))


def rows(workspace, set_id, name="Hội Nông dân xã"):
    """Its criteria without the headings."""
    return [row for row in sheet(workspace, set_id, name).rows if not row.is_heading]


def put(workspace, set_id, number, field, text, name="Hội Nông dân xã"):
    """Types in a cell of its sheet."""
    criterion = rows(workspace, set_id, name)[number].criterion
    return scores.set_score(workspace, scores.Entry(criterion.id, listed(workspace, name), field, text))


def set_result(workspace, name, phase, text):
    """Reports what came of a commitment."""
    row = next(one for one in result_sheets.commitment_sheet(workspace, 2026).rows if one.name == name)
    results.set_commitment_result(workspace, row.owner_id, row.cells[phase].phase_id, row.figure, text)
