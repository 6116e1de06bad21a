"""What a clerk sees of the view by organisation."""

from __future__ import annotations

from thidua_desktop.services.registration import result_sheets

NAME, TARGET, PLANNED, FIRST, SECOND, PERCENT, STATUS = range(7)


def names(tab):
    model = tab.organisations.list.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(tab, name):
    found = next(one for one in tab.organisations.standings if one.name == name)
    tab.organisations.list.list.choose(found.organisation_id)
    return found


def rows(tab):
    model = tab.organisations.page.commitments.model
    return [[model.text(row, column) for column in range(7)] for row in range(model.rowCount())]


def sheet(context, organisation_id):
    return result_sheets.commitment_sheet(context.workspace, 2026, organisation_id).rows
