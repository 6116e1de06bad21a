"""The tables of the data file, as the first migration makes them.

Column names are the field names of the dataclasses in ``domain/``. Lists of paragraphs and of lines are JSON text.
Two kinds of column are made by the program from the others, never typed (:mod:`.keys`): ``<column>_key`` sorts that
column in Vietnamese order, ``search_key`` is the folded text that searching reads. Ordered rows carry ``position``
from 0 without gaps within their owner (:data:`OWNERS`). Once a version has gone out, a change is a new step in
:mod:`.migrations`, never an edit here.
"""

from __future__ import annotations

LOG_TABLES = frozenset({"acts", "act_changes", "act_now"})

# What the positions of an ordered table are counted within.
OWNERS: dict[str, tuple[str, ...]] = {
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

_ISO = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_ID = "id INTEGER PRIMARY KEY AUTOINCREMENT"  # an id is never given twice: a record's history stays its own
_SEARCH = "search_key TEXT NOT NULL DEFAULT ''"


def _text(name: str, *, required: bool = False, sorted_by: bool = True) -> str:
    rule = f"CHECK (trim(\"{name}\") <> '')" if required else "DEFAULT ''"
    column = f'"{name}" TEXT NOT NULL {rule}'
    return f"{column}, {_key(name)}" if sorted_by else column


def _maybe(name: str) -> str:
    return f'"{name}" TEXT, {_key(name)}'


def _key(name: str) -> str:
    return f"\"{name}_key\" TEXT NOT NULL DEFAULT ''"


def _choice(name: str, *choices: str) -> str:
    listed = ", ".join(f"'{choice}'" for choice in choices)
    return f'"{name}" TEXT NOT NULL DEFAULT \'{choices[0]}\' CHECK ("{name}" IN ({listed}))'


def _date(name: str) -> str:
    """An ISO date that exists. Without "+0 days" SQLite gives 30 February back as it came; "now" must not reach it."""
    shaped, exists = f"\"{name}\" GLOB '{_ISO}'", f'date("{name}", \'+0 days\') IS "{name}"'
    return f'"{name}" TEXT CHECK (CASE WHEN "{name}" IS NULL THEN 1 WHEN {shaped} THEN {exists} ELSE 0 END)'


def _moment(name: str) -> str:
    """Local time as ISO to the second."""
    return f'"{name}" TEXT NOT NULL CHECK (strftime(\'%Y-%m-%dT%H:%M:%S\', "{name}", \'+0 days\') IS "{name}")'


def _json(name: str) -> str:
    return f'"{name}" TEXT NOT NULL DEFAULT \'[]\' CHECK (json_valid("{name}"))'


def _real(name: str) -> str:
    return f'"{name}" REAL CHECK (abs("{name}") <= 1e300)'


def _integer(name: str, low: int, high: int, *, required: bool = False) -> str:
    return f'"{name}" INTEGER {"NOT NULL " if required else ""}CHECK ("{name}" BETWEEN {low} AND {high})'


def _year(name: str, *, required: bool = False) -> str:
    return _integer(name, 1945, 2200, required=required)


def _yes_no(name: str) -> str:
    return f'"{name}" INTEGER NOT NULL DEFAULT 1 CHECK ("{name}" IN (0, 1))'


def _owner(name: str, table: str) -> str:
    """A row that goes with its owner."""
    return f'"{name}" INTEGER NOT NULL REFERENCES "{table}" (id) ON DELETE CASCADE'


def _link(name: str, table: str, *, on_delete: str = "NO ACTION") -> str:
    """A row that names another one, or none; a named row cannot go unless ``on_delete`` says what happens then."""
    return f'"{name}" INTEGER REFERENCES "{table}" (id) ON DELETE {on_delete}'


_POSITION = "position INTEGER NOT NULL CHECK (position >= 0)"
_FIGURES = ", ".join(
    (
        _POSITION,
        _real("value"),
        "unit TEXT NOT NULL DEFAULT ''",
        _choice("comparator", "=", ">=", "<=", ">", "<", "khoảng", "giảm", "còn"),
        "assigned_by TEXT",
        _real("value_to"),
    )
)

_OFFICE = {
    "office": (
        "id INTEGER PRIMARY KEY CHECK (id = 1)",
        _text("name", required=True, sorted_by=False),
        _choice("kind", "xã", "phường", "đặc khu"),
        _text("province", sorted_by=False),
        _text("superior_line", sorted_by=False),
        _text("place_name", sorted_by=False),
    ),
    "signers": (
        _ID,
        _text("full_name", required=True),
        _text("position"),
        _text("authority"),
        _date("valid_from"),
        _date("valid_to"),
        _SEARCH,
        "UNIQUE (full_name, position, valid_from)",
    ),
    "years": (_ID, _year("year", required=True) + " UNIQUE"),
    "settings": (_ID, _text("key", required=True, sorted_by=False), "value TEXT NOT NULL", "UNIQUE (key)"),
    "attachments": (
        _ID,
        "sha256 TEXT NOT NULL CHECK (length(sha256) = 64) UNIQUE",
        _text("name", required=True, sorted_by=False),
        "size INTEGER NOT NULL CHECK (size >= 0)",
        _moment("added_at"),
        "kind TEXT NOT NULL DEFAULT ''",
    ),
}

_REGISTERS = {
    "organisations": (
        _ID,
        _text("name", required=True),
        _text("short_name"),
        _text("kind"),
        _link("parent_id", "organisations") + " CHECK (parent_id <> id)",
        _text("head"),
        _text("head_position"),
        _text("contact"),
        "precedence INTEGER NOT NULL DEFAULT 0",
        _yes_no("must_register"),
        _yes_no("must_report"),
        _year("active_from"),
        _year("active_to"),
        _SEARCH,
        "UNIQUE (name_key)",
    ),
    "people": (
        _ID,
        _text("full_name", required=True),
        _choice("sex", "", "nam", "nữ"),
        _date("birth_date"),
        _text("position"),
        _link("organisation_id", "organisations"),
        _date("started_on"),
        _text("note"),
        _SEARCH,
    ),
    "legal_acts": (
        _ID,
        _text("kind"),
        _text("number", required=True),
        _text("title"),
        _date("date"),
        _text("issuer"),
        _date("valid_from"),
        _date("valid_to"),
        _text("replaced_by"),
        _choice("mark", "chưa đối chiếu", "đã đối chiếu"),
        _text("source"),
        _SEARCH,
        "UNIQUE (kind, number, issuer)",
    ),
}

_PLANS = {
    "plans": (
        _ID,
        '"year" INTEGER NOT NULL REFERENCES years ("year")',
        _text("doc_type", sorted_by=False),
        _text("title"),
        _text("issuer", sorted_by=False),
        "symbol TEXT",
        "number INTEGER",
        "place TEXT",
        _integer("day", 1, 31),
        _integer("month", 1, 12),
        _integer("date_year", 1, 9999),
        "theme TEXT",
        _json("header"),
        _json("preamble"),
        _json("closing"),
        "signer_authority TEXT, signer_title TEXT, signer_name TEXT",
        _link("attachment_id", "attachments"),
        _SEARCH,
    ),
    "plan_sections": (
        _ID,
        _owner("plan_id", "plans"),
        _link("parent_id", "plan_sections", on_delete="CASCADE") + " CHECK (parent_id <> id)",
        _POSITION,
        "level INTEGER NOT NULL CHECK (level >= 1)",
        "marker TEXT NOT NULL DEFAULT ''",
        "heading TEXT",
        _json("body"),
    ),
    "plan_bases": (
        _ID,
        _owner("plan_id", "plans"),
        _POSITION,
        _text("kind"),
        _maybe("number"),
        _date("date"),
        _maybe("issuer"),
        _text("quote"),
        _SEARCH,
    ),
    "plan_targets": (
        _ID,
        _owner("plan_id", "plans"),
        _POSITION,
        _text("quote"),
        _text("indicator"),
        _maybe("group"),
        _choice("kind", "quantitative", "qualitative", "composite"),
        _link("parent_id", "plan_targets", on_delete="SET NULL") + " CHECK (parent_id <> id)",
        _maybe("responsible"),
        _SEARCH,
    ),
    "plan_target_values": (_ID, _owner("target_id", "plan_targets"), _FIGURES),
    "plan_movements": (
        _ID,
        _owner("plan_id", "plans"),
        _POSITION,
        _text("name"),
        _maybe("launcher"),
        _text("kind"),
        _SEARCH,
    ),
    "plan_phases": (
        _ID,
        _owner("plan_id", "plans"),
        _POSITION,
        _text("name"),
        _date("start"),
        _date("end"),
        _date("report_deadline"),
        _json("occasions"),
        _key("occasions"),
        _SEARCH,
    ),
    "plan_tasks": (
        _ID,
        _owner("plan_id", "plans"),
        _POSITION,
        _maybe("assignee"),
        _text("summary"),
        _maybe("helpers"),
        _date("due"),
        _date("done_on"),
        _SEARCH,
    ),
    "plan_recipients": (_ID, _owner("plan_id", "plans"), _POSITION, _text("name"), _maybe("suffix"), _SEARCH),
}

_COMMITMENTS = {
    "commitments": (
        _ID,
        _owner("plan_id", "plans"),
        _POSITION,
        _text("organisation"),
        _link("organisation_id", "organisations"),
        _text("quote"),
        _SEARCH,
    ),
    "commitment_values": (_ID, _owner("commitment_id", "commitments"), _FIGURES),
    "commitment_progress": (
        _ID,
        _owner("commitment_id", "commitments"),
        _owner("phase_id", "plan_phases"),
        _real("value"),
        "note TEXT NOT NULL DEFAULT ''",
        "proof TEXT NOT NULL DEFAULT ''",
        _date("reported_on"),
        "UNIQUE (commitment_id, phase_id)",
    ),
}

_AWARDS = {
    "decisions": (
        _ID,
        '"year" INTEGER NOT NULL REFERENCES years ("year")',
        _text("kind"),
        _maybe("number"),
        _date("date"),
        _text("title"),
        _text("issuer"),
        _link("signer_id", "signers"),
        _link("attachment_id", "attachments"),
        _SEARCH,
    ),
    "nominations": (
        _ID,
        '"year" INTEGER NOT NULL REFERENCES years ("year")',
        _choice("subject_kind", "cá nhân", "tập thể", "hộ gia đình"),
        _text("subject", required=True),
        _link("person_id", "people"),
        _link("organisation_id", "organisations"),
        _text("award", required=True),
        _text("merit"),
        _date("nominated_on"),
        _text("status"),
        _SEARCH,
    ),
    "awards": (
        _ID,
        '"year" INTEGER NOT NULL REFERENCES years ("year")',
        _choice("subject_kind", "cá nhân", "tập thể", "hộ gia đình"),
        _text("subject", required=True),
        _link("person_id", "people"),
        _link("organisation_id", "organisations"),
        _text("award", required=True),
        _link("nomination_id", "nominations"),
        _link("decision_id", "decisions"),
        _maybe("decision_number"),
        _date("decided_on"),
        _SEARCH,
    ),
    "issued_papers": (
        _ID,
        _text("kind"),
        _link("plan_id", "plans"),
        _link("decision_id", "decisions"),
        _maybe("number"),
        _date("date"),
        _text("title"),
        _link("attachment_id", "attachments"),
        _SEARCH,
    ),
}

_LOG = {
    "acts": (
        _ID,
        _moment("at"),
        '"text" TEXT NOT NULL',
        "state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped'))",
        "sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1))",
    ),
    "act_changes": (
        _ID,
        _owner("act_id", "acts"),
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
    indexed = (*_INDEXED, *((table, f"{columns[0]}, position") for table, columns in OWNERS.items()))
    indexes = [
        f'CREATE INDEX "{table}_{"_".join(columns.replace(chr(34), "").split(", "))}" ON "{table}" ({columns})'
        for table, columns in indexed
    ]
    return [*tables, *indexes, "INSERT INTO act_now (id, act_id) VALUES (1, NULL)"]
