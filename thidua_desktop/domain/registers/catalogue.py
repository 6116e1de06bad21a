"""The editable tables (danh mục) of the program, one definition each.

A register's kind is the name of its table in the data file, a column's key the name of its field.
"""

from __future__ import annotations

from . import awards, chasing, directory, plan, registered, scoring
from .parts import Choice, Column, Register

__all__ = ["REGISTERS", "Choice", "Column", "Register"]

REGISTERS: dict[str, Register] = {
    register.kind: register
    for register in (
        directory.SIGNERS,
        directory.ORGANISATIONS,
        directory.FORMER_NAMES,
        directory.BLOCKS,
        directory.PEOPLE,
        directory.PERSON_POSTS,
        directory.LEGAL_ACTS,
        directory.MOVEMENTS,
        directory.PHRASES,
        plan.PLAN_TARGETS,
        plan.PLAN_MOVEMENTS,
        plan.PLAN_PHASES,
        plan.PLAN_TASKS,
        plan.PLAN_RECIPIENTS,
        plan.PLAN_BASES,
        plan.COMMITMENTS,
        awards.REGISTERED_TITLES,
        registered.REGISTERED_INITIATIVES,
        registered.REGISTERED_MOVEMENTS,
        chasing.REMINDERS,
        scoring.CRITERIA,
        awards.PERSON_YEARS,
        awards.ORGANISATION_YEARS,
        awards.INITIATIVES,
        awards.ROUNDS,
        awards.NOMINATIONS,
        awards.AWARDS,
    )
}
