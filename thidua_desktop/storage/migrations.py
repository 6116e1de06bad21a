"""Every step from an empty file to today's tables, in order; the number of steps is the file's version.

A step once released stays as it is. Steps run in one transaction with foreign keys off, as ``transform()`` needs, and
without the triggers, for what a step writes is no act; afterwards they are made anew, the foreign keys are checked and
every older act is sealed: it stays readable as history, but its row images belong to the old tables and are not undone.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from .changelog import drop_triggers, make_triggers, seal
from .connection import APPLICATION_ID, number_pragma, transaction
from .keys import make_keys
from .schema import first_schema
from .schema_circle import circle_schema
from .schema_following import KEYS_OF_PROOF, following_schema
from .schema_plan import plan_schema
from .schema_registration import registration_schema

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations


def _first_tables(db: Database) -> None:
    for statement in first_schema():
        db.conn.execute(statement)


def _registrations_results_awards(db: Database) -> None:
    for statement in circle_schema():
        db.conn.execute(statement)


def _plan_states_and_drafting(db: Database) -> None:
    for statement in plan_schema():
        db.conn.execute(statement)


def _organisations_papers_scores(db: Database) -> None:
    for statement in registration_schema():
        db.conn.execute(statement)


def _merged_numbers_late_papers(db: Database) -> None:
    for statement in following_schema():
        db.conn.execute(statement)
    for row in list(db.query("SELECT * FROM commitments WHERE proof_expected <> ''")):
        db.conn.execute(KEYS_OF_PROOF, make_keys(row, row) | {"id": row["id"]})


STEPS = (
    _first_tables,
    _registrations_results_awards,
    _plan_states_and_drafting,
    _organisations_papers_scores,
    _merged_numbers_late_papers,
)
VERSION = len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """The version of an open file, 0 for an empty one."""
    return number_pragma(connection, "user_version")


def migrate(connection: sqlite3.Connection) -> None:
    """Brings the file to :data:`VERSION`: wholly, or not at all. Raises ``sqlite3.Error``."""
    from sqlite_utils import Database

    db = Database(connection, execute_plugins=False)
    connection.execute("PRAGMA foreign_keys=OFF")
    try:
        with transaction(connection):
            drop_triggers(connection)
            _migrations().apply(db)
            _check_foreign_keys(connection)
            make_triggers(connection)
            seal(connection)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={VERSION}")
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def _migrations() -> Migrations:
    from sqlite_utils import Migrations

    migrations = Migrations("thidua")
    for step in STEPS:
        migrations(name=step.__name__.strip("_"))(step)
    return migrations


def _check_foreign_keys(connection: sqlite3.Connection) -> None:
    wrong = connection.execute("PRAGMA foreign_key_check").fetchall()
    if wrong:
        raise sqlite3.IntegrityError(f"{len(wrong)} rows without their owner after migration, first in {wrong[0][0]}")
