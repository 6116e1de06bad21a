"""The third step of the tables: the states and versions of plans, and what the next one is drafted with."""

from __future__ import annotations

from .columns import ID, SEARCH, choice, date, integer, key, link, maybe, real, text

CARRIED = ("plan_targets", "commitments", "plan_phases", "plan_tasks")
"""Rows of a new version that name the one of the version before in ``earlier_id``: what was achieved follows there."""

ADDED_COLUMNS = (
    ("plans", choice("state", "bản thảo", "lấy ý kiến", "trình ký", "ban hành")),
    ("plans", link("amends_id", "plans", on_delete="SET NULL")),
    ("plans", link("drafted_from_id", "plans", on_delete="SET NULL")),
    ("plans", link("scan_id", "attachments")),
    ("plan_targets", choice("direction", "", "higher", "lower", "yes_no")),
    ("plan_targets", real("last_year")),
    *((table, link("earlier_id", table, on_delete="SET NULL")) for table in CARRIED),
    ("legal_acts", "short_title TEXT NOT NULL DEFAULT ''"),
    ("legal_acts", key("short_title")),
)

_TABLES = {
    "movements": (
        ID,
        text("name", required=True),
        maybe("launcher"),
        text("kind"),
        date("launched_on"),
        date("valid_to"),
        choice("mark", "chưa đối chiếu", "đã đối chiếu"),
        text("source"),
        SEARCH,
        "UNIQUE (name_key)",
    ),
    "phrases": (
        ID,
        text("text", required=True),
        text("topic"),
        integer("used", 0, 1_000_000_000, required=True),
        SEARCH,
        'UNIQUE ("text")',
    ),
}

_INDEXED = (
    ("plans", "amends_id"),
    ("plans", "drafted_from_id"),
    *((table, "earlier_id") for table in CARRIED),
)


def plan_schema() -> list[str]:
    """The statements of the step, in order."""
    return [
        *(f'ALTER TABLE "{table}" ADD COLUMN {column}' for table, column in ADDED_COLUMNS),
        *(f'CREATE TABLE "{name}" ({", ".join(columns)}) STRICT' for name, columns in _TABLES.items()),
        *(f'CREATE INDEX "{table}_{column}" ON "{table}" ({column})' for table, column in _INDEXED),
    ]
