"""The plan's targets on paper."""

from __future__ import annotations

from ..offices import Office
from ..plans import Plan
from ..vietnamese import date_in_words
from . import blocks
from .forms import Facts, FormDefinition, build
from .heads import number_symbol, office_issuer
from .plan_paper import head_texts
from .target_rows import target_rows


def targets_paper(plan: Plan, office: Office | None, form: FormDefinition) -> blocks.Document:
    """The table of the plan's targets laid out by ``form``."""
    texts = head_texts(plan, office) | {"title": plan.title, "plan_reference": plan_reference(plan, office)}
    facts = Facts(texts, rows={"targets": target_rows(plan.targets)})
    return build(form, facts, f"Bảng chỉ tiêu thi đua năm {plan.year}", texts["issuer"].replace("\n", " "))


def plan_reference(plan: Plan, office: Office | None = None) -> str:
    """The line that ties an annex to its plan: "(Kèm theo Kế hoạch số 05/KH-UBND ngày … của …)".

    Number and day that are not known yet are left to the pen, as on the plan itself (Nghị định 30/2020, Phụ lục I).
    """
    date = date_in_words(plan.date.day, plan.date.month, plan.date.year or plan.year)
    issuer = plan.issuer or (office_issuer(office) if office else "")
    issued = f" của {issuer}" if issuer else ""
    return f"(Kèm theo {plan.named[0]} số {number_symbol(plan.number, plan.symbol)} {date}{issued})"
