"""The fifth step of the tables: the numbers of registrations that were merged, papers that come back as files, how
late papers count, and criteria whose target may go.
"""

from __future__ import annotations

from .columns import ID, POSITION, SEARCH, choice, integer, json, key, link, maybe, moment, owner, real, text

ADDED_COLUMNS = (
    ("registrations", json("former_numbers")),  # of those that were merged into it: their papers may still come back
    ("commitments", key("proof_expected")),
    ("criteria_sets", choice("late_counts", "mỗi lần", "lần chậm nhất")),
    ("criteria_sets", json("late_of")),
    ("criteria_sets", real("lowest")),
)

# Tables of the step before with the same columns, one of them under another rule.
_REBUILT = {
    "taken_files": (
        ID,
        owner("registration_id", "registrations"),
        choice("sheet", "đăng ký", "kết quả", "giao ước", "cá nhân", "gia đình văn hóa"),
        link("phase_id", "plan_phases", on_delete="SET NULL"),
        link("attachment_id", "attachments"),
        text("name"),
        moment("taken_at"),
        maybe("saved_at"),
        json("brought"),
        SEARCH,
    ),
    "criteria": (
        ID,
        owner("set_id", "criteria_sets"),
        POSITION,
        text("name", required=True),
        choice("kind", "nhóm", "định lượng", "định tính", "thưởng", "trừ"),
        real("points"),
        choice("direction", "", "higher", "lower", "yes_no"),
        maybe("unit"),
        choice("measure", "", "cam kết", "nộp chậm"),
        integer("target_id", 1, 2**53),  # of a target that may go: what it measured by is told then, not forgotten
        text("note"),
        SEARCH,
    ),
}

_INDEXED = (
    ("taken_files", "registration_id"),
    ("taken_files", "phase_id"),
    ("criteria", "set_id, position"),
    ("criteria", "target_id"),
)

# What there was counted so until now: one time, the longest, of registrations and reports.
_COUNTED = """UPDATE criteria_sets SET late_counts = 'lần chậm nhất', late_of = '["đăng ký", "báo cáo"]'"""

KEYS_OF_PROOF = """UPDATE commitments SET proof_expected_key = :proof_expected_key, search_key = :search_key
    WHERE id = :id"""
"""What is expected as proof is sorted and searched by from this step on."""


def following_schema() -> list[str]:
    """The statements of the step, in order."""
    return [
        *(f'ALTER TABLE "{table}" ADD COLUMN {column}' for table, column in ADDED_COLUMNS),
        _COUNTED,
        *(statement for table, columns in _REBUILT.items() for statement in _rebuilt(table, columns)),
        *(_index(table, columns) for table, columns in _INDEXED),
    ]


def _rebuilt(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    return (
        f'CREATE TABLE "new_{table}" ({", ".join(columns)}) STRICT',
        f'INSERT INTO "new_{table}" SELECT * FROM "{table}"',
        f'DROP TABLE "{table}"',
        f'ALTER TABLE "new_{table}" RENAME TO "{table}"',
    )


def _index(table: str, columns: str) -> str:
    return f'CREATE INDEX "{table}_{columns.replace(", ", "_")}" ON "{table}" ({columns})'
