"""The document checker: a plan in, findings out."""

from .checker import check_plan
from .findings import Edit, FieldEdit, Finding, Place, TextEdit
from .lines import plan_lines
from .rules import CheckRules, parse_check_rules

__all__ = [
    "CheckRules",
    "Edit",
    "FieldEdit",
    "Finding",
    "Place",
    "TextEdit",
    "check_plan",
    "parse_check_rules",
    "plan_lines",
]
