"""The document checker: a plan in, findings out."""

from .checker import check_plan
from .findings import Finding
from .paper import plan_lines
from .rules import CheckRules, parse_check_rules

__all__ = ["CheckRules", "Finding", "check_plan", "parse_check_rules", "plan_lines"]
