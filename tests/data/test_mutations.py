"""Whatever happens to the files, checking them ends with problems told or with a description that can be used."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.data.mutations import mutate_and_check
from tests.random_examples import examples
from tests.support import DATA, copy_example

if TYPE_CHECKING:
    from pathlib import Path


PLACE = """
[portal]
namn = "Exempels kommun"
farg = "#0b5563"
hemmyndighet = "exempel-namnd"
sprak = ["fi"]
[vanlig_fraga.arenden]
fraga = "Var finns mitt ärende?"
myndighet = "exempel-namnd"
post = "arenden"
[ruta.bocker]
namn = "Böcker"
fraga = "bok"
hanvisning = "bibliotek"
[avgift.kopior]
organisation = "Exempels kommun"
text = "Nio sidor är utan avgift."
uppgift_fran = "Registratorn"
uppgift_den = "2026-11-01"
"""

TODAY = """
[aktuellt.kansliet]
post = "kansliet"
falt = "epost"
varde = "ny@exempel.se"
uppgift_fran = "Registratorn"
uppgift_den = "2026-11-01"
[upphord]
den = "2027-01-01"
efterfoljare = "Stadsnämnden"
uppgift_fran = "Registratorn"
uppgift_den = "2026-11-01"
[borttagen.brev]
skal = "Posten var fel."
uppgift_den = "2026-11-01"
"""

pytestmark = pytest.mark.random


@pytest.mark.parametrize("seed", range(3))
def test_checking_mutated_real_files_never_fails(seed: int, tmp_path: Path) -> None:
    shutil.copytree(DATA / "descriptions" / "norrkoping-ks", tmp_path / "descriptions" / "norrkoping-ks")
    shutil.copytree(DATA / "general", tmp_path / "general")
    shutil.copy(DATA / "portal.toml", tmp_path)
    mutate_and_check(tmp_path, "norrkoping-ks", seed, times=examples(8))


@pytest.mark.parametrize("seed", range(5))
def test_checking_mutated_small_files_never_fails(seed: int, tmp_path: Path) -> None:
    (copy_example(tmp_path) / "portal.toml").write_text(PLACE, encoding="utf-8")
    (tmp_path / "descriptions/exempel-namnd/aktuellt.toml").write_text(TODAY, encoding="utf-8")
    mutate_and_check(tmp_path, "exempel-namnd", seed, times=examples(150))
