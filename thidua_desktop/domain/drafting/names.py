"""Names of agencies and places in somebody else's plan, and the own office's names for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..offices import Office
from ..outline.filling import office_name
from ..papers.heads import office_issuer
from ..vietnamese import CAPITAL, fold
from .data import Successor
from .frame import Found, Frame

_KINDS = ("đặc khu", "phường", "thị trấn", "xã")
_ENUMERATED = re.compile(r"(?:các|cấp|mỗi|từng)\s+$|[,/]\s*$", re.IGNORECASE)
_LIST = re.compile(r"\s*[,/]\s*(?:xã|phường|đặc khu|thị trấn)\b", re.IGNORECASE)
_PLACE = rf"[{CAPITAL}]\w*(?:\s+[{CAPITAL}]\w*)*"
_PROVINCE = re.compile(rf"(?<!\w)(?P<kind>tỉnh|thành phố|Tỉnh|Thành phố)\s+(?P<name>{_PLACE})")
_LAUNCHES = re.compile(
    rf"(?P<who>(?:Ủy ban nhân dân|UBND)\s+(?:tỉnh|thành phố|huyện|quận|thị xã)(?:\s+{_PLACE})?)"
    r"(?=\s+(?:ban hành|phát động|xây dựng|triển khai|tổ chức|yêu cầu))"
)


def names(text: str, frame: Frame) -> Iterator[Found]:
    """Names of the office whose plan it was, its province, and bodies of the districts."""
    if frame.own is None:
        return
    yield from _launcher(text, frame, frame.own)
    yield from _abolished(text, frame, frame.own)
    if frame.source is not None:
        yield from _office(text, frame.source, frame.own)
    yield from _province(text, frame, frame.own)


def _launcher(text: str, frame: Frame, own: Office) -> Iterator[Found]:
    """In a superior's plan: who launches is the own committee."""
    if frame.source is not None or "nhân dân" not in frame.source_issuer.lower():
        return
    for found in _LAUNCHES.finditer(text):
        if fold(found["who"]).replace("ubnd", "uy ban nhan dan") in (fold(frame.source_issuer), _short(frame)):
            why = "Cơ quan ban hành của kế hoạch được nhập."
            yield Found(*found.span("who"), office_issuer(own), "tên cơ quan", True, why)


def _short(frame: Frame) -> str:
    """The issuer without its own name: "uy ban nhan dan tinh"."""
    return " ".join(fold(frame.source_issuer).split()[:5])


def _abolished(text: str, frame: Frame, own: Office) -> Iterator[Found]:
    above = "thành phố" if own.province.startswith("thành phố") else "tỉnh"
    for successor in frame.data.successors:
        now = successor.now.replace("{cấp trên}", above).replace("{Cấp trên}", above.capitalize())
        for found in re.finditer(rf"(?<!\w)(?:{_written(successor)})(?:\s+{_PLACE})?", text):
            why = "Không còn cấp huyện từ ngày 01/7/2025; xem việc này nay thuộc cơ quan nào."
            yield Found(*found.span(), now, "tên cơ quan", False, why)


def _written(successor: Successor) -> str:
    return "|".join(map(re.escape, successor.names))


def _office(text: str, source: Office, own: Office) -> Iterator[Found]:
    """ "xã Cũ" becomes "xã Mới"; "xã" alone becomes "phường" where the kinds differ; the bare name is only offered."""
    old, new = office_name(source), office_name(own)
    bare_old = re.sub(rf"^(?:{'|'.join(_KINDS)})\s+", "", old, flags=re.IGNORECASE)
    bare_new = re.sub(rf"^(?:{'|'.join(_KINDS)})\s+", "", new, flags=re.IGNORECASE)
    if fold(old) != fold(new):
        for found in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", text, re.IGNORECASE):
            written = new.upper() if found.group().isupper() else new
            written = written[:1].upper() + written[1:] if found.group()[:1].isupper() else written
            yield Found(*found.span(), written, "tên cơ quan", True, f"Tên {source.kind} trong kế hoạch được nhập.")
        for found in re.finditer(rf"(?<!\w){re.escape(bare_old)}(?!\w)", text):
            yield Found(*found.span(), bare_new, "tên cơ quan", False, "Có thể là tên riêng của nơi khác.")
    if source.kind != own.kind:
        yield from _kind(text, source.kind, own.kind)


def _kind(text: str, old: str, new: str) -> Iterator[Found]:
    for found in re.finditer(rf"(?<!\w)(?<!hợp tác )(?<!thị ){old}(?!\s+hội\b)(?!\w)", text, re.IGNORECASE):
        if _ENUMERATED.search(text[: found.start()]) or _LIST.match(text, found.end()):
            continue
        written = new.capitalize() if found.group()[:1].isupper() else new
        certain = not re.match(rf"\s+{_PLACE}", text[found.end() :])
        yield Found(*found.span(), written, "tên cơ quan", certain, f"Cơ quan mình là {new}.")


def _province(text: str, frame: Frame, own: Office) -> Iterator[Found]:
    if not own.province:
        return
    for found in _PROVINCE.finditer(text):
        if fold(found.group()) != fold(own.province) and fold(found["name"]) != fold(own.province):
            capital = found["kind"][:1].isupper()
            new = own.province[:1].upper() + own.province[1:] if capital else own.province
            yield Found(*found.span(), new, "tên cơ quan", False, "Tên tỉnh, thành phố trong kế hoạch được nhập.")
