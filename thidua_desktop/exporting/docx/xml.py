"""WordprocessingML elements with short calls. Lengths: twips are 1/20 pt."""

from __future__ import annotations

from lxml import etree

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W_NS, "r": R_NS}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Element = etree._Element


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """The element w:``name`` with w: attributes; children that are None are left out."""
    element = etree.Element(f"{{{W_NS}}}{name}", nsmap=NAMESPACES)
    for key, value in attributes.items():
        element.set(f"{{{W_NS}}}{key}", str(value))
    element.extend([child for child in children if child is not None])
    return element


def mm(length: float) -> int:
    """Millimetres in twips."""
    return round(length * 1440 / 25.4)


def pt(length: float) -> int:
    """Points in twips."""
    return round(length * 20)


def serialised(root: Element) -> bytes:
    """The part as it stands in the package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
