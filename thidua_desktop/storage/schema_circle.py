"""The second step of the tables: what organisations register and achieve, and how awards come about.

Until then nothing was written to the tables it replaces; :data:`REPLACED` go, the others only grow.
"""

from __future__ import annotations

from .columns import ID, POSITION, SEARCH, choice, date, integer, link, maybe, owner, real, text, yes_no

_YEAR = '"year" INTEGER NOT NULL REFERENCES years ("year")'
_ANY_YEAR = integer("year", 1945, 2200, required=True)  # a year of the past that the file need not hold
_SUBJECT_KIND = choice("subject_kind", "cá nhân", "tập thể", "hộ gia đình")
_AWARD_TYPE = choice("award_type", "công trạng", "phong trào thi đua", "đột xuất", "cống hiến", "niên hạn", "đối ngoại")
_EVALUATION = choice(
    "evaluation",
    "",
    "hoàn thành xuất sắc nhiệm vụ",
    "hoàn thành tốt nhiệm vụ",
    "hoàn thành nhiệm vụ",
    "không hoàn thành nhiệm vụ",
)
_SUBJECT = (
    _SUBJECT_KIND,
    text("subject", required=True),
    link("person_id", "people"),
    link("organisation_id", "organisations"),
    text("award", required=True),
)
_RESULT = (
    owner("phase_id", "plan_phases"),
    "figure INTEGER NOT NULL DEFAULT 0 CHECK (figure >= 0)",
    real("value"),
    "note TEXT NOT NULL DEFAULT ''",
    "proof TEXT NOT NULL DEFAULT ''",
    date("reported_on"),
)

REPLACED = ("issued_papers", "awards", "nominations", "decisions", "commitment_progress")

ADDED_COLUMNS = (
    ("commitments", link("target_id", "plan_targets", on_delete="SET NULL")),
    ("people", text("person_class", sorted_by=False)),
    ("people", "person_class_key TEXT NOT NULL DEFAULT ''"),
)

_REGISTRATION = {
    "registrations": (
        ID,
        _YEAR,
        owner("organisation_id", "organisations").replace("CASCADE", "NO ACTION"),
        date("received_on"),
        "note TEXT NOT NULL DEFAULT ''",
        'UNIQUE ("year", organisation_id)',
    ),
    "registered_titles": (
        ID,
        owner("registration_id", "registrations"),
        POSITION,
        _SUBJECT_KIND,
        text("subject", required=True),
        link("person_id", "people"),
        text("award", required=True),
        text("note"),
        SEARCH,
    ),
    "commitment_results": (
        ID,
        owner("commitment_id", "commitments"),
        *_RESULT,
        "UNIQUE (commitment_id, phase_id, figure)",
    ),
    "target_results": (ID, owner("target_id", "plan_targets"), *_RESULT, "UNIQUE (target_id, phase_id, figure)"),
}

_AWARDS = {
    "person_years": (
        ID,
        owner("person_id", "people"),
        _ANY_YEAR,
        _EVALUATION,
        integer("months_worked", 0, 12),
        choice("discipline", "", "khiển trách", "cảnh cáo", "trên cảnh cáo"),
        text("note"),
        SEARCH,
        'UNIQUE (person_id, "year")',
    ),
    "organisation_years": (
        ID,
        owner("organisation_id", "organisations"),
        _ANY_YEAR,
        _EVALUATION,
        integer("headcount", 0, 100_000),
        integer("completed", 0, 100_000),
        integer("advanced", 0, 100_000),
        integer("fighters", 0, 100_000),
        integer("disciplined", 0, 100_000),
        text("note"),
        SEARCH,
        'UNIQUE (organisation_id, "year")',
    ),
    "initiatives": (
        ID,
        owner("person_id", "people"),
        _ANY_YEAR,
        text("name", required=True),
        choice("scope", "cơ sở", "tỉnh", "toàn quốc"),
        text("decision"),
        SEARCH,
    ),
    "rounds": (
        ID,
        _YEAR,
        text("name", required=True),
        _AWARD_TYPE,
        date("received_on"),
        date("council_on"),
        integer("council_members", 0, 1000),
        integer("council_present", 0, 1000),
        "submission_number INTEGER",
        date("submitted_on"),
        SEARCH,
    ),
    "nominations": (
        ID,
        owner("round_id", "rounds"),
        POSITION,
        *_SUBJECT,
        text("merit"),
        integer("votes_for", 0, 1000),
        choice("state", "đề nghị", "được chọn", "không chọn"),
        text("reason"),
        SEARCH,
    ),
    "nomination_answers": (
        ID,
        owner("nomination_id", "nominations"),
        text("rule", required=True, sorted_by=False),
        yes_no("answer"),
        "UNIQUE (nomination_id, rule)",
    ),
    "decisions": (
        ID,
        link("round_id", "rounds"),
        _YEAR,
        "number INTEGER",
        date("date"),
        text("title"),
        text("signer_position", sorted_by=False),
        text("signer_name", sorted_by=False),
        link("attachment_id", "attachments"),
        SEARCH,
    ),
    "awards": (
        ID,
        _ANY_YEAR,
        *_SUBJECT,
        _AWARD_TYPE,
        choice("level", "xã", "huyện", "tỉnh", "trung ương"),
        text("person_class"),
        text("merit"),
        maybe("decision_number"),
        date("decided_on"),
        link("nomination_id", "nominations", on_delete="SET NULL"),
        link("decision_id", "decisions", on_delete="CASCADE"),
        "bonus INTEGER CHECK (bonus >= 0)",
        SEARCH,
    ),
}

_RULES = {
    "rule_corrections": (
        ID,
        text("pack", required=True, sorted_by=False),
        text("rule", required=True, sorted_by=False),
        "value TEXT NOT NULL DEFAULT ''",
        choice("mark", "chưa đối chiếu", "đã đối chiếu"),
        text("source", sorted_by=False),
        "UNIQUE (pack, rule)",
    ),
    "office_definitions": (
        ID,
        choice("kind", "quy định", "biểu mẫu"),
        text("name", required=True, sorted_by=False),
        "content TEXT NOT NULL",
        "UNIQUE (kind, name)",
    ),
}

_TABLES = _REGISTRATION | _AWARDS | _RULES

_INDEXED = (
    ("commitments", "target_id"),
    ("registrations", "organisation_id"),
    ("registered_titles", "person_id"),
    ("commitment_results", "phase_id"),
    ("target_results", "phase_id"),
    ("initiatives", "person_id"),
    ("rounds", '"year"'),
    ("nominations", "person_id"),
    ("nominations", "organisation_id"),
    ("decisions", "round_id"),
    ("decisions", '"year"'),
    ("awards", '"year"'),
    ("awards", "person_id"),
    ("awards", "organisation_id"),
    ("awards", "decision_id"),
    ("awards", "nomination_id"),
    ("registered_titles", "registration_id, position"),
    ("nominations", "round_id, position"),
)


def circle_schema() -> list[str]:
    """The statements of the step, in order."""
    return [
        *(f'DROP TABLE "{name}"' for name in REPLACED),
        *(f'ALTER TABLE "{table}" ADD COLUMN {column}' for table, column in ADDED_COLUMNS),
        *(f'CREATE TABLE "{name}" ({", ".join(columns)}) STRICT' for name, columns in _TABLES.items()),
        *(
            f'CREATE INDEX "{table}_{"_".join(columns.replace(chr(34), "").split(", "))}" ON "{table}" ({columns})'
            for table, columns in _INDEXED
        ),
    ]
