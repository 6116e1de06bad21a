"""What the blocks of a form are called where the clerk works on them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from . import forms
from .field_names import PaperFields
from .slots import in_words, words_of

SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "targets": "chỉ tiêu",
        "movements": "phong trào",
        "phases": "các đợt thi đua",
        "tasks": "phân công việc",
        "collectives": "tập thể đăng ký",
        "people": "cá nhân, hộ đăng ký",
        "initiatives": "sáng kiến đăng ký",
        "joined_movements": "phong trào tham gia",
        "commune_titles": "danh hiệu xã đăng ký",
        "higher": "danh hiệu, khen thưởng của cấp trên",
        "families": "hộ đăng ký Gia đình văn hóa",
        "villages": "thôn, tổ dân phố",
        "commitments": "cam kết",
        "titles": "danh hiệu đăng ký",
        "lines": "danh sách khen thưởng",
        "members": "đơn vị thành viên",
        "shares": "chỉ tiêu được giao",
        "covered_targets": "chỉ tiêu đối chiếu",
        "owing": "đơn vị còn nợ cam kết",
        "results": "kết quả cam kết",
        "owed": "việc còn thiếu",
        "receivers": "người ký nhận",
        "pledges": "nội dung giao ước",
        "criteria": "tiêu chí chấm điểm",
        "ranked": "xếp hạng",
        "target_rows": "chỉ tiêu và kết quả",
        "award_rows": "số khen thưởng",
    }
)
"""Source of a table's rows → what they are; of another one its columns say it."""

KINDS: Mapping[type, str] = MappingProxyType(
    {
        forms.HeaderForm: "Quốc hiệu, tên cơ quan",
        forms.TitleForm: "Tên loại, trích yếu",
        forms.AuthorityForm: "Dòng người quyết định",
        forms.BasesForm: "Căn cứ",
        forms.HeadingForm: "Đề mục",
        forms.TextForm: "Đoạn văn",
        forms.PartForm: "Phần soạn sẵn",
        forms.TableForm: "Bảng",
        forms.SignatureForm: "Chữ ký",
        forms.PageBreakForm: "Sang trang mới",
        forms.PlacedForm: "Chữ đặt theo vị trí",
    }
)
_LONGEST = 60  # characters of a block's own words in the list of blocks


def source_words(source: str, fields: PaperFields) -> str:
    """What the rows of a source are."""
    return SOURCES.get(source) or ", ".join(list(words_of(fields.rows[source]).values())[:3])


def condition_words(name: str, fields: PaperFields) -> str:
    """What a field is that a block may depend on."""
    if name in fields.rows:
        return f"dòng trong bảng {source_words(name, fields)}"
    return words_of(fields.texts)[name] if name in fields.texts else fields.parts[name]


def conditions(fields: PaperFields) -> dict[str, str]:
    """Everything a block may depend on, name → words."""
    return {name: condition_words(name, fields) for name in (*fields.texts, *fields.parts, *fields.rows)}


def block_words(item: forms.FormItem, fields: PaperFields) -> str:
    """A block in one line: what it is, how it begins, and when it is printed."""
    kind, said = KINDS[type(item.block)], _said(item.block, fields)
    when = f" (khi có {condition_words(item.when, fields)})" if item.when else ""
    return f"{kind}{': ' if said else ''}{said}{when}"


def _said(block: forms.FormBlock, fields: PaperFields) -> str:
    match block:
        case forms.TitleForm(doc_type):
            return _short(doc_type, fields)
        case forms.AuthorityForm(text):
            return _short(text, fields)
        case forms.HeadingForm(text, marker):
            return _short(f"{marker} {text}", fields)
        case forms.TextForm(text, lead=lead):
            return _short(lead + text, fields)
        case forms.PartForm(source):
            return fields.parts[source]
        case forms.TableForm(source):
            return source_words(source, fields)
        case forms.SignatureForm(left=left, recipients=recipients):
            return "hai người ký" if left is not None else "một người ký, có nơi nhận" if recipients else "một người ký"
        case forms.PlacedForm(placed):
            return f"{len(placed)} dòng"
    return ""


def _short(template: str, fields: PaperFields) -> str:
    words = " ".join(in_words(template, fields.texts).split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
