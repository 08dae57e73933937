"""Files made for a test: a Word file or an OpenDocument text of a few elements, as their programs pack them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.importing.blocks import Block, BlockKind, ReadDocument

_OFFICE = "http://schemas.openxmlformats.org"
_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": f"{_OFFICE}/wordprocessingml/2006/main",
        "r": f"{_OFFICE}/officeDocument/2006/relationships",
        "mc": f"{_OFFICE}/markup-compatibility/2006",
        "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
        "a": f"{_OFFICE}/drawingml/2006/main",
        "pic": f"{_OFFICE}/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_OPEN_NAMES = " ".join(
    f'xmlns:{prefix}="{_OASIS}:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "svg": "svg-compatible",
        "fo": "xsl-fo-compatible",
        "meta": "meta",
    }.items()
)


def run(text: str, props: str = "") -> str:
    """A run of a Word file."""
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, props: str = "") -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:pPr>{props}</w:pPr>{content if '<' in content else run(content)}</w:p>"


def docx(body: str, parts: Mapping[str, str] | None = None, head: str = "") -> bytes:
    """A Word file.

    Args:
        body: What stands in its body.
        parts: Name of a part (``styles``) → what stands in its root.
        head: What stands before the root of the document.
    """
    parts = parts or {}
    links = "".join(f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    relations = f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">{links}</Relationships>'
    return packed(
        {
            "[Content_Types].xml": "<Types>application/vnd.openxmlformats-officedocument.wordprocessingml</Types>",
            "word/document.xml": f"{head}<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations,
            **{f"word/{name}.xml": f"<w:{name} {_NAMES}>{content}</w:{name}>" for name, content in parts.items()},
        }
    )


def odt(body: str, styles: str = "", automatic: str = "") -> bytes:
    """An OpenDocument text.

    Args:
        body: What stands in its text.
        styles: What stands in the root of its styles.
        automatic: The styles that the program made.
    """
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_OPEN_NAMES}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_OPEN_NAMES}>{styles}</office:document-styles>",
        }
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of parts, by name."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return whole.getvalue()


def told(document: ReadDocument, *kinds: BlockKind) -> list[str]:
    """Each block in a few words: its number and text, and where it is no paragraph its kind."""
    return [_short(block) for block in document.blocks if not kinds or block.kind in kinds]


def _short(block: Block) -> str:
    kind = "" if block.kind == "paragraph" else f"{block.kind}{block.level or ''}: "
    return f"{kind}{block.number + ' ' if block.number else ''}{block.text}{' (hidden)' if block.hidden else ''}"
