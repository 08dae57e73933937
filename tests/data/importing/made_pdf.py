"""PDF files made for a test: letters of Helvetica and drawn lines at places, as a program writes them."""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
_HEAD = b"%PDF-1.4\n"


@dataclass
class Page:
    """A page under way: what is drawn on it, measured from its top left corner in points."""

    drawn: list[str] = field(default_factory=list)
    picture: bool = False

    def text(  # noqa: PLR0913 (how letters may look)
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 11,
        bold: bool = False,
        italic: bool = False,
        spaced: float = 0,
    ) -> Page:
        """Write words on a base line."""
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "B" if bold else "I" if italic else "R"
        self.drawn.append(f"BT /{font} {size} Tf {spaced} Tc 1 0 0 1 {x} {HEIGHT - y} Tm ({escaped}) Tj ET")
        return self

    def lines(self, x: float, y: float, *words: str, size: float = 11, leading: float = 14) -> Page:
        """Write lines under each other."""
        for at, line in enumerate(words):
            self.text(x, y + at * leading, line, size=size)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        """Draw a line."""
        self.drawn.append(f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def dot(self, x: float, y: float, size: float = 4) -> Page:
        """Draw a small filled area, from its top left corner."""
        self.drawn.append(f"{x} {HEIGHT - y - size} {size} {size} re f")
        return self

    def grid(self, xs: tuple[float, ...], ys: tuple[float, ...]) -> Page:
        """Draw a table's lines."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self


def pdf(*pages: Page, trailer: str = "") -> bytes:
    """A file of pages; ``trailer`` goes into its trailer."""
    kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(pages)))
    made = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Oblique /Encoding /WinAnsiEncoding >>",
    ]
    for at, page in enumerate(pages):
        content = "\n".join(page.drawn)
        if page.picture:
            content += "\nq 500 0 0 700 50 50 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 00FF00FF> EI Q"
        made.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {7 + 2 * at} 0 R "
            "/Resources << /Font << /R 3 0 R /B 4 0 R /I 5 0 R >> >> >>".encode()
        )
        body = content.encode("cp1252")
        made.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(body), body))
    data = bytearray(_HEAD)
    places = []
    for number, each in enumerate(made, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(made) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += f"trailer\n<< /Size {len(made) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)
