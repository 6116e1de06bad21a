"""The tables of the data file, as the first migration makes them; :mod:`.schema_circle` holds those of the second.

Column names are the field names of the dataclasses in ``domain/``. Lists of paragraphs and of lines are JSON text.
Two kinds of column are made by the program from the others, never typed (:mod:`.keys`): ``<column>_key`` sorts that
column in Vietnamese order, ``search_key`` is the folded text that searching reads. Ordered rows carry ``position``
from 0 without gaps within their owner (:data:`OWNERS`). Once a version has gone out, a change is a new step in
:mod:`.migrations`, never an edit here.
"""

from __future__ import annotations

from .columns import (
    ID,
    POSITION,
    SEARCH,
    choice,
    date,
    integer,
    json,
    key,
    link,
    maybe,
    moment,
    owner,
    real,
    text,
    year,
    yes_no,
)

LOG_TABLES = frozenset({"acts", "act_changes", "act_now"})

_FIRST_OWNERS: dict[str, tuple[str, ...]] = {
    "plan_sections": ("plan_id", "parent_id"),
    "plan_bases": ("plan_id",),
    "plan_targets": ("plan_id",),
    "plan_target_values": ("target_id",),
    "plan_movements": ("plan_id",),
    "plan_phases": ("plan_id",),
    "plan_tasks": ("plan_id",),
    "plan_recipients": ("plan_id",),
    "commitments": ("plan_id",),
    "commitment_values": ("commitment_id",),
}
# What the positions of an ordered table are counted within.
OWNERS = _FIRST_OWNERS | {
    "registered_titles": ("registration_id",),
    "registered_movements": ("registration_id",),
    "registered_initiatives": ("registration_id",),
    "nominations": ("round_id",),
    "paper_scans": ("sent_paper_id",),
    "criteria": ("set_id",),
}

_FIGURES = ", ".join(
    (
        POSITION,
        real("value"),
        "unit TEXT NOT NULL DEFAULT ''",
        choice("comparator", "=", ">=", "<=", ">", "<", "khoảng", "giảm", "còn"),
        "assigned_by TEXT",
        real("value_to"),
    )
)

_OFFICE = {
    "office": (
        "id INTEGER PRIMARY KEY CHECK (id = 1)",
        text("name", required=True, sorted_by=False),
        choice("kind", "xã", "phường", "đặc khu"),
        text("province", sorted_by=False),
        text("superior_line", sorted_by=False),
        text("place_name", sorted_by=False),
    ),
    "signers": (
        ID,
        text("full_name", required=True),
        text("position"),
        text("authority"),
        date("valid_from"),
        date("valid_to"),
        SEARCH,
        "UNIQUE (full_name, position, valid_from)",
    ),
    "years": (ID, year("year", required=True) + " UNIQUE"),
    "settings": (ID, text("key", required=True, sorted_by=False), "value TEXT NOT NULL", "UNIQUE (key)"),
    "attachments": (
        ID,
        "sha256 TEXT NOT NULL CHECK (length(sha256) = 64) UNIQUE",
        text("name", required=True, sorted_by=False),
        "size INTEGER NOT NULL CHECK (size >= 0)",
        moment("added_at"),
        "kind TEXT NOT NULL DEFAULT ''",
    ),
}

_REGISTERS = {
    "organisations": (
        ID,
        text("name", required=True),
        text("short_name"),
        text("kind"),
        link("parent_id", "organisations") + " CHECK (parent_id <> id)",
        text("head"),
        text("head_position"),
        text("contact"),
        "precedence INTEGER NOT NULL DEFAULT 0",
        yes_no("must_register"),
        yes_no("must_report"),
        year("active_from"),
        year("active_to"),
        SEARCH,
        "UNIQUE (name_key)",
    ),
    "people": (
        ID,
        text("full_name", required=True),
        choice("sex", "", "nam", "nữ"),
        date("birth_date"),
        text("position"),
        link("organisation_id", "organisations"),
        date("started_on"),
        text("note"),
        SEARCH,
    ),
    "legal_acts": (
        ID,
        text("kind"),
        text("number", required=True),
        text("title"),
        date("date"),
        text("issuer"),
        date("valid_from"),
        date("valid_to"),
        text("replaced_by"),
        choice("mark", "chưa đối chiếu", "đã đối chiếu"),
        text("source"),
        SEARCH,
        "UNIQUE (kind, number, issuer)",
    ),
}

_PLANS = {
    "plans": (
        ID,
        '"year" INTEGER NOT NULL REFERENCES years ("year")',
        text("doc_type", sorted_by=False),
        text("title"),
        text("issuer", sorted_by=False),
        "symbol TEXT",
        "number INTEGER",
        "place TEXT",
        integer("day", 1, 31),
        integer("month", 1, 12),
        integer("date_year", 1, 9999),
        "theme TEXT",
        json("header"),
        json("preamble"),
        json("closing"),
        "signer_authority TEXT, signer_title TEXT, signer_name TEXT",
        link("attachment_id", "attachments"),
        SEARCH,
    ),
    "plan_sections": (
        ID,
        owner("plan_id", "plans"),
        link("parent_id", "plan_sections", on_delete="CASCADE") + " CHECK (parent_id <> id)",
        POSITION,
        "level INTEGER NOT NULL CHECK (level >= 1)",
        "marker TEXT NOT NULL DEFAULT ''",
        "heading TEXT",
        json("body"),
    ),
    "plan_bases": (
        ID,
        owner("plan_id", "plans"),
        POSITION,
        text("kind"),
        maybe("number"),
        date("date"),
        maybe("issuer"),
        text("quote"),
        SEARCH,
    ),
    "plan_targets": (
        ID,
        owner("plan_id", "plans"),
        POSITION,
        text("quote"),
        text("indicator"),
        maybe("group"),
        choice("kind", "quantitative", "qualitative", "composite"),
        link("parent_id", "plan_targets", on_delete="SET NULL") + " CHECK (parent_id <> id)",
        maybe("responsible"),
        SEARCH,
    ),
    "plan_target_values": (ID, owner("target_id", "plan_targets"), _FIGURES),
    "plan_movements": (
        ID,
        owner("plan_id", "plans"),
        POSITION,
        text("name"),
        maybe("launcher"),
        text("kind"),
        SEARCH,
    ),
    "plan_phases": (
        ID,
        owner("plan_id", "plans"),
        POSITION,
        text("name"),
        date("start"),
        date("end"),
        date("report_deadline"),
        json("occasions"),
        key("occasions"),
        SEARCH,
    ),
    "plan_tasks": (
        ID,
        owner("plan_id", "plans"),
        POSITION,
        maybe("assignee"),
        text("summary"),
        maybe("helpers"),
        date("due"),
        date("done_on"),
        SEARCH,
    ),
    "plan_recipients": (ID, owner("plan_id", "plans"), POSITION, text("name"), maybe("suffix"), SEARCH),
}

_COMMITMENTS = {
    "commitments": (
        ID,
        owner("plan_id", "plans"),
        POSITION,
        text("organisation"),
        link("organisation_id", "organisations"),
        text("quote"),
        SEARCH,
    ),
    "commitment_values": (ID, owner("commitment_id", "commitments"), _FIGURES),
    "commitment_progress": (
        ID,
        owner("commitment_id", "commitments"),
        owner("phase_id", "plan_phases"),
        real("value"),
        "note TEXT NOT NULL DEFAULT ''",
        "proof TEXT NOT NULL DEFAULT ''",
        date("reported_on"),
        "UNIQUE (commitment_id, phase_id)",
    ),
}

_AWARDS = {
    "decisions": (
        ID,
        '"year" INTEGER NOT NULL REFERENCES years ("year")',
        text("kind"),
        maybe("number"),
        date("date"),
        text("title"),
        text("issuer"),
        link("signer_id", "signers"),
        link("attachment_id", "attachments"),
        SEARCH,
    ),
    "nominations": (
        ID,
        '"year" INTEGER NOT NULL REFERENCES years ("year")',
        choice("subject_kind", "cá nhân", "tập thể", "hộ gia đình"),
        text("subject", required=True),
        link("person_id", "people"),
        link("organisation_id", "organisations"),
        text("award", required=True),
        text("merit"),
        date("nominated_on"),
        text("status"),
        SEARCH,
    ),
    "awards": (
        ID,
        '"year" INTEGER NOT NULL REFERENCES years ("year")',
        choice("subject_kind", "cá nhân", "tập thể", "hộ gia đình"),
        text("subject", required=True),
        link("person_id", "people"),
        link("organisation_id", "organisations"),
        text("award", required=True),
        link("nomination_id", "nominations"),
        link("decision_id", "decisions"),
        maybe("decision_number"),
        date("decided_on"),
        SEARCH,
    ),
    "issued_papers": (
        ID,
        text("kind"),
        link("plan_id", "plans"),
        link("decision_id", "decisions"),
        maybe("number"),
        date("date"),
        text("title"),
        link("attachment_id", "attachments"),
        SEARCH,
    ),
}

_LOG = {
    "acts": (
        ID,
        moment("at"),
        '"text" TEXT NOT NULL',
        "state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped'))",
        "sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1))",
    ),
    "act_changes": (
        ID,
        owner("act_id", "acts"),
        "kind TEXT NOT NULL",
        "row_id INTEGER NOT NULL",
        "before TEXT",
        "after TEXT CHECK (before IS NOT NULL OR after IS NOT NULL)",
    ),
    "act_now": ("id INTEGER PRIMARY KEY CHECK (id = 1)", "act_id INTEGER"),
}

_TABLES = _OFFICE | _REGISTERS | _PLANS | _COMMITMENTS | _AWARDS | _LOG

_INDEXED = (
    ("act_changes", "act_id"),
    ("act_changes", "kind, row_id"),
    ("acts", "state"),
    ("people", "full_name_key"),
    ("people", "organisation_id"),
    ("organisations", "parent_id"),
    ("plans", '"year"'),
    ("plan_sections", "parent_id"),
    ("plan_targets", "parent_id"),
    ("commitments", "organisation_id"),
    ("commitment_progress", "phase_id"),
    ("nominations", '"year"'),
    ("nominations", "person_id"),
    ("nominations", "organisation_id"),
    ("awards", '"year"'),
    ("awards", "person_id"),
    ("awards", "organisation_id"),
    ("awards", "nomination_id"),
    ("awards", "decision_id"),
    ("issued_papers", "plan_id"),
)


def first_schema() -> list[str]:
    """The statements that make the tables of the first version, in order."""
    tables = [f'CREATE TABLE "{name}" ({", ".join(columns)}) STRICT' for name, columns in _TABLES.items()]
    indexed = (*_INDEXED, *((table, f"{columns[0]}, position") for table, columns in _FIRST_OWNERS.items()))
    indexes = [
        f'CREATE INDEX "{table}_{"_".join(columns.replace(chr(34), "").split(", "))}" ON "{table}" ({columns})'
        for table, columns in indexed
    ]
    return [*tables, *indexes, "INSERT INTO act_now (id, act_id) VALUES (1, NULL)"]
