"""The fourth step of the tables: who the organisations are, what they register besides titles, the papers that go out
to them and come back, who was reminded, and the scores.
"""

from __future__ import annotations

from .columns import ID, POSITION, SEARCH, choice, date, integer, json, key, link, maybe, moment, owner, real, text

_YEAR = '"year" INTEGER NOT NULL REFERENCES years ("year")'
_DIRECTION = choice("direction", "", "higher", "lower", "yes_no")
_REGISTRATION = owner("registration_id", "registrations")
_OF_PHASE = link("phase_id", "plan_phases", on_delete="SET NULL")

ADDED_COLUMNS = (
    ("organisations", text("printed_name", sorted_by=False)),
    ("organisations", key("printed_name")),
    ("organisations", 'by_school_year INTEGER NOT NULL DEFAULT 0 CHECK ("by_school_year" IN (0, 1))'),
    ("organisations", link("merged_into_id", "organisations")),
    ("organisations", link("split_from_id", "organisations")),
    ("people", text("identity_number", sorted_by=False)),
    ("people", 'party_member INTEGER NOT NULL DEFAULT 0 CHECK ("party_member" IN (0, 1))'),
    ("people", text("unions", sorted_by=False)),
    ("people", key("unions")),
    ("people", date("employed_on")),
    ("registrations", integer("number", 1, 1_000_000)),
    ("registrations", link("block_id", "blocks", on_delete="SET NULL")),
    ("commitments", choice("kind", "", "quantity", "quality", "yes_no")),
    ("commitments", _DIRECTION),
    ("commitments", date("deadline")),
    ("commitments", "proof_expected TEXT NOT NULL DEFAULT ''"),
)

_WHO = {
    "blocks": (
        ID,
        text("name", required=True),
        choice("kind", "khối", "cụm"),
        text("note"),
        SEARCH,
        "UNIQUE (name_key)",
    ),
    "former_names": (
        ID,
        owner("organisation_id", "organisations"),
        text("name", required=True),
        date("valid_to"),
        SEARCH,
    ),
    "person_posts": (
        ID,
        owner("person_id", "people"),
        text("position"),
        link("organisation_id", "organisations"),
        date("valid_from"),
        date("valid_to"),
        SEARCH,
    ),
}

_REGISTERED = {
    "registered_movements": (
        ID,
        _REGISTRATION,
        POSITION,
        text("name", required=True),
        link("movement_id", "plan_movements", on_delete="SET NULL"),
        text("note"),
        SEARCH,
    ),
    "registered_initiatives": (
        ID,
        _REGISTRATION,
        POSITION,
        text("name", required=True),
        text("author"),
        link("person_id", "people"),
        choice("scope", "cơ sở", "tỉnh", "toàn quốc"),
        text("note"),
        link("initiative_id", "initiatives", on_delete="SET NULL"),
        SEARCH,
    ),
    "commitment_adjustments": (
        ID,
        owner("commitment_id", "commitments"),
        date("adjusted_on"),
        text("reason", required=True),
        "earlier_quote TEXT NOT NULL DEFAULT ''",
        json("earlier_values"),
        date("earlier_deadline"),
    ),
    "culture_years": (
        ID,
        _REGISTRATION,
        integer("households", 0, 1_000_000),
        integer("registered", 0, 1_000_000),
        integer("recognised", 0, 1_000_000),
        date("posted_on"),
        "UNIQUE (registration_id)",
    ),
}

_PAPERS = {
    "sent_papers": (
        ID,
        _REGISTRATION,
        text("paper", required=True, sorted_by=False),
        link("phase_id", "plan_phases", on_delete="CASCADE"),  # two of one paper may not be left without a phase
        date("handed_on"),
        text("handed_to"),
        date("returned_on"),
        text("signed_by"),
        date("signed_on"),
        text("note"),
        SEARCH,
    ),
    "paper_scans": (
        ID,
        owner("sent_paper_id", "sent_papers"),
        POSITION,
        '"attachment_id" INTEGER NOT NULL REFERENCES "attachments" (id)',
    ),
    "taken_files": (
        ID,
        _REGISTRATION,
        choice("sheet", "đăng ký", "kết quả"),
        _OF_PHASE,
        link("attachment_id", "attachments"),
        text("name"),
        moment("taken_at"),
        maybe("saved_at"),
        json("brought"),
        SEARCH,
    ),
    "reminders": (
        ID,
        _REGISTRATION,
        choice("about", "đăng ký", "giao ước", "báo cáo"),
        _OF_PHASE,
        date("reached_on"),
        choice("channel", "điện thoại", "giấy", "Zalo", "tệp", "gặp trực tiếp"),
        text("reached"),
        text("answer"),
        SEARCH,
    ),
}

_SCORES = {
    "criteria_sets": (
        ID,
        _YEAR,
        text("name", required=True),
        choice("subject", "đơn vị", "xã"),
        real("bonus_rate"),
        real("criterion_cap"),
        real("bonus_cap"),
        json("grades"),
        json("late"),
        choice("mark", "chưa đối chiếu", "đã đối chiếu"),
        text("source"),
        link("block_id", "blocks", on_delete="SET NULL"),
        SEARCH,
    ),
    "criteria": (
        ID,
        owner("set_id", "criteria_sets"),
        POSITION,
        text("name", required=True),
        choice("kind", "nhóm", "định lượng", "định tính", "thưởng", "trừ"),
        real("points"),
        _DIRECTION,
        maybe("unit"),
        choice("measure", "", "cam kết", "nộp chậm"),
        link("target_id", "plan_targets", on_delete="SET NULL"),
        text("note"),
        SEARCH,
    ),
    "scores": (
        ID,
        owner("criterion_id", "criteria"),
        link("registration_id", "registrations", on_delete="CASCADE"),
        real("planned"),
        real("achieved"),
        real("self_points"),
        text("self_grade"),
        real("council_points"),
        text("council_grade"),
        text("reason"),
        SEARCH,
    ),
}

_TABLES = _WHO | _REGISTERED | _PAPERS | _SCORES

_INDEXED = (
    ("organisations", "merged_into_id"),
    ("organisations", "split_from_id"),
    ("registrations", "block_id"),
    ("former_names", "organisation_id"),
    ("person_posts", "person_id"),
    ("person_posts", "organisation_id"),
    ("registered_movements", "registration_id, position"),
    ("registered_movements", "movement_id"),
    ("registered_initiatives", "registration_id, position"),
    ("registered_initiatives", "person_id"),
    ("registered_initiatives", "initiative_id"),
    ("commitment_adjustments", "commitment_id"),
    ("sent_papers", "phase_id"),
    ("paper_scans", "sent_paper_id, position"),
    ("taken_files", "registration_id"),
    ("taken_files", "phase_id"),
    ("reminders", "registration_id"),
    ("reminders", "phase_id"),
    ("criteria_sets", '"year"'),
    ("criteria", "set_id, position"),
    ("criteria", "target_id"),
    ("criteria_sets", "block_id"),
    ("scores", "registration_id"),
)

# One row at most: a code in a year, a paper of an organisation and phase, a score of a criterion. NULL is a value here.
_UNIQUE = (
    ("registrations", '"year", number'),
    ("sent_papers", "registration_id, paper, coalesce(phase_id, 0)"),
    ("scores", "criterion_id, coalesce(registration_id, 0)"),
)

_NUMBERED = """UPDATE registrations SET number = (SELECT count(*) FROM registrations earlier
    WHERE earlier.year = registrations.year AND earlier.id <= registrations.id)"""


def registration_schema() -> list[str]:
    """The statements of the step, in order."""
    return [
        *(f'CREATE TABLE "{name}" ({", ".join(columns)}) STRICT' for name, columns in _TABLES.items()),
        *(f'ALTER TABLE "{table}" ADD COLUMN {column}' for table, column in ADDED_COLUMNS),
        _NUMBERED,
        *(_index(table, columns) for table, columns in _INDEXED),
        *(_index(table, columns, "UNIQUE ") for table, columns in _UNIQUE),
    ]


def _index(table: str, columns: str, unique: str = "") -> str:
    names = columns.replace('"', "").replace("coalesce(", "").replace(", 0)", "")
    return f'CREATE {unique}INDEX "{table}_{"_".join(names.split(", "))}" ON "{table}" ({columns})'
