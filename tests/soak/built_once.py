"""To be imported by the process that builders are forked from: it has built the short example, so that they build fast.

What they have in common (the dictionary, the words of the signposts that come with the code) it has worked out; what a
builder does, and in what order, is the same, and there is less else for a kill to fall upon.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from data.checks import load_checked
from index.build.builder import build
from tests.support import copy_example

with tempfile.TemporaryDirectory() as _folder:
    build(Path(_folder, "generations"), load_checked(copy_example(Path(_folder, "data"))).descriptions)
