"""What every test would do over again is done once: today's tables are made and the program's own data is read.

A new file begins with the bytes of the first one this run made. What is written is not forced to the disk, apart from
the tests of the folders in ``FORCED``, which are about that. Definitions of the folders that ship share what they read.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from thidua_desktop import definitions, shipped
from thidua_desktop.storage import datafile, doctor, migrations

FORCED = {"crash", "storage"}

# By the steps they were made with: a test may add one.
_empty: dict[object, bytes] = {}
_schemas: dict[object, dict[str, str]] = {}
_made: dict[Callable[[Path], None], bytes] = {}
_forced = True
_fill = datafile._fill_new_file
_prepare = datafile.prepare
_schema = doctor.expected_schema
_fsync = os.fsync
_resources = shipped.RESOURCES


def force(test: Path) -> None:
    """Whether what is written has to be on the disk, from now on: as the folder of the test file wants it."""
    global _forced
    _forced = not FORCED.isdisjoint(test.parts)


def put(path: Path, make: Callable[[Path], None]) -> None:
    """Puts a closed data file at ``path``: the one that ``make(path)`` made the first time it was asked for."""
    if make not in _made:
        make(path)
        _made[make] = path.read_bytes()
    else:
        path.write_bytes(_made[make])


def _fill_new_file(path: Path) -> None:
    if migrations.STEPS not in _empty:
        _fill(path)
        _empty[migrations.STEPS] = path.read_bytes()
    path.write_bytes(_empty[migrations.STEPS])


def _expected_schema() -> dict[str, str]:
    if migrations.STEPS not in _schemas:
        _schemas[migrations.STEPS] = _schema()
    return _schemas[migrations.STEPS]


def _prepare_connection(connection: sqlite3.Connection) -> None:
    _prepare(connection)
    if not _forced:
        connection.execute("PRAGMA synchronous=OFF")


def _force_to_disk(handle: int) -> None:
    if _forced:
        _fsync(handle)


def _read_once(read: Callable[[definitions.Definitions], Any]) -> Callable[[definitions.Definitions], Any]:
    found: list[Any] = []

    def shared(of: definitions.Definitions) -> Any:
        if of.resources != _resources:
            return read(of)
        if not found:
            found.append(read(of))
        return found[0]

    return shared


for part in vars(definitions.Definitions).values():
    if isinstance(part, cached_property):
        part.func = _read_once(part.func)
datafile._fill_new_file = _fill_new_file
datafile.prepare = _prepare_connection
doctor.expected_schema = _expected_schema
os.fsync = _force_to_disk
