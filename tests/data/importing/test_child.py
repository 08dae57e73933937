"""A stranger's file is read in a process that can reach nothing, and whatever it does there ends as one sentence."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from data.importing import child
from data.importing.blocks import CannotRead
from data.importing.child import read_apart
from data.importing.confined import BROKEN
from data.importing.format import Format
from data.importing.reading import flow, markup, package, text
from tests.data.importing.made import docx, odt, packed, paragraph, run, told
from tests.in_turn import in_turn

_ATTEMPTS = """
import json, os, socket, subprocess, sys, ctypes, urllib.request
from data.importing.confined import give_up
attempts = {
    "reads a file": lambda: open("/etc/hostname").read(),
    "reads a file of the portal's": lambda: open(sys.argv[1]),
    "reads past its own": lambda: open(os.path.dirname(os.__file__) + "/../../../../etc/hostname"),
    "writes a file": lambda: open(os.path.dirname(os.__file__) + "/x", "w"),
    "opens a file by number": lambda: os.open("/tmp/x", os.O_CREAT | os.O_WRONLY),
    "lists a folder": lambda: os.listdir("/"),
    "removes a file": lambda: os.remove("/tmp/nothing"),
    "starts a program": lambda: subprocess.run(["true"]),
    "starts a shell": lambda: os.system("true"),
    "becomes a program": lambda: os.execv("/bin/true", ["true"]),
    "doubles itself": lambda: os.fork(),
    "connects": lambda: socket.create_connection(("127.0.0.1", 9), 1),
    "asks for a name": lambda: socket.getaddrinfo("localhost", 80),
    "fetches": lambda: urllib.request.urlopen("http://127.0.0.1:9/"),
    "loads a library": lambda: ctypes.CDLL("libc.so.6"),
    "takes the memory": lambda: bytearray(600 * 2**20),
}
probe = os.fork()  # does this kernel let a process leave the network? CLONE_NEWUSER and CLONE_NEWNET:
if not probe:
    os._exit(ctypes.CDLL(None).unshare(0x50000000) != 0)
allowed = os.waitpid(probe, 0)[1] == 0
network = os.readlink("/proc/self/ns/net") if allowed else ""
give_up()
did = ["keeps its network"] if allowed and network == os.readlink("/proc/self/ns/net") else []
for name, attempt in attempts.items():
    try:
        attempt()
    except (PermissionError, MemoryError):
        continue
    except BaseException as error:
        name += f" ({error!r})"
    did.append(name)
import unicodedata, csv, wave  # what Python itself has is still there
print(json.dumps(did))
"""


def test_a_process_that_has_given_up_reaches_no_file_no_network_and_no_program() -> None:
    command = [sys.executable, "-c", _ATTEMPTS, __file__]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (our own words)
    assert ended.stdout == "[]\n", ended.stderr


def test_a_document_is_the_same_read_apart() -> None:
    assert told(read_apart(docx(paragraph("Ett åäö") + paragraph("Två")), Format.DOCX)) == ["Ett åäö", "Två"]


_BREAK = "import sys, os, time; sys.stdout.buffer.write(b'.'); sys.stdout.buffer.flush(); "


@in_turn(
    ("program", "says"),
    [
        (_BREAK + "time.sleep(60)", child.TOO_SLOW),
        (_BREAK + "os.kill(os.getpid(), 24)", child.TOO_SLOW),
        (_BREAK + "os.abort()", BROKEN),
        (_BREAK + r"print('\n{\"document\": {\"format\": 1}}')", BROKEN),
        (_BREAK + "sys.exit(3)", BROKEN),
    ],
)
def test_every_end_but_a_good_one_is_a_sentence(program: str, says: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(child, "_START", program)
        patch.setattr(child, "_TO_GO_ON", 0.5)
        with pytest.raises(CannotRead) as refusal:
            read_apart(b"", Format.TEXT)
    assert str(refusal.value) == says


_ENTITY = '<!DOCTYPE x [<!ENTITY a "ab"><!ENTITY b "&a;&a;">]>'
_OUTSIDE = '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
_REPEATED = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
_MERGED = f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("ord " * 3_000)}</w:tc><w:tc/></w:tr>'


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundredth of what a file may be, so that a small one is too large."""
    monkeypatch.setattr(package, "_LARGEST", 240_000)
    monkeypatch.setattr(markup, "_LONGEST", 20_000)
    monkeypatch.setattr(markup, "_MOST", 2_000)
    monkeypatch.setattr(flow, "_MOST", 600)
    monkeypatch.setattr(flow, "LONGEST", 60_000)
    monkeypatch.setattr(text, "_MOST_LINES", 1_000)


@pytest.mark.usefixtures("small")
@in_turn(
    ("data", "kind", "says"),
    [
        (packed({"word/document.xml": b" " * 400_000}), "docx", "Filen blir orimligt stor när den packas upp"),
        (packed({"a": b"", "content.xml": b" " * 400_000}), "odt", "Filen blir orimligt stor när den packas upp"),
        (docx(paragraph(run("&b;")), head=_ENTITY), "docx", "Filen hänvisar till något utanför sig själv"),
        (docx(paragraph(run("&b;")), head=_OUTSIDE), "docx", "Filen hänvisar till något utanför sig själv"),
        (docx("", head='<!DOCTYPE x SYSTEM "http://127.0.0.1/x">'), "docx", "Filen hänvisar till något utanför"),
        (docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "docx", "Filen är inte byggd som en text"),
        (docx("<w:p/>" * 3_000), "docx", "Filen är inte byggd som en text"),
        (docx(f'<w:p w:val="{"a" * 30_000}"/>'), "docx", "Filen är inte byggd som en text"),
        (docx("<w:p/>" * 700), "docx", "Dokumentet är längre än någon beskrivning"),
        (docx(f"<w:tbl>{_MERGED}{_REPEATED * 100}</w:tbl>"), "docx", "Dokumentet är längre än någon beskrivning"),
        (odt("<text:p/>" * 700), "odt", "Dokumentet är längre än någon beskrivning"),
        (b"ord\n" * 2_000, "text", "Dokumentet är längre än någon beskrivning"),
        (packed({"[Content_Types].xml": "wordprocessingml"}), "docx", "Filen är inget Word-dokument fast"),
        (docx(paragraph("Ord")).replace(b"word/document", b"word/documenu", 1), "docx", "Filen är skadad"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_hostile_file_is_refused_before_it_takes_much(data: bytes, kind: str, says: str) -> None:
    reader = import_module(f"data.importing.reading.{kind}").read
    with pytest.raises(CannotRead) as refusal:
        reader(data, lambda: None)
    assert str(refusal.value).startswith(says)
