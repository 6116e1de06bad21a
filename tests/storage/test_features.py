from __future__ import annotations

import sqlite3

from thidua_desktop.storage import features


def test_this_sqlite_refuses_wrong_data():
    assert features.refuses_wrong_data()


def test_one_that_keeps_no_links_is_found_out(monkeypatch):
    class Careless(sqlite3.Connection):
        def execute(self, sql, *values):
            return super().execute(sql.replace("ON", "OFF") if sql.startswith("PRAGMA") else sql, *values)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda place: connect(place, factory=Careless))
    assert not features.refuses_wrong_data()
