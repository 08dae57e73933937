"""What a build would take away from what is served: told, and refused until someone has said that it is meant."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from index import generation, refusal
from index.build.losses import changes_of_descriptions, compare_place
from portal.catalogues.losses import compare_catalogues

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.checks import Checked
    from index.build.losses import Changes
    from portal.settings import Settings


class LossError(Exception):
    """The files would take away more of what is served than an edit does; the message says what, and what to do."""


def changes_since(settings: Settings, checked: Checked, catalogues: Mapping[str, bytes]) -> Changes:
    """What a generation of these would change of the one that is served."""
    root = settings.generations
    served = generation.current(root) if root.is_dir() else None
    changes = changes_of_descriptions(served, checked.descriptions)
    compare_place(changes, served, checked.place)
    compare_catalogues(changes, served, catalogues)
    return changes


def told_losses(changes: Changes, command: str) -> str:
    """The losses, line by line, and how to mend or confirm them."""
    what_to_do = "Det är mer än en tiondel. Återställ filerna om något har försvunnit av misstag."
    return "\n".join((*changes.losses, f"{what_to_do} Är det meningen: vagvisaren {command} --anda"))


def refuse_losses(
    settings: Settings,
    checked: Checked,
    catalogues: Mapping[str, bytes],
    *,
    confirmed: bool,
    tells: bool,
) -> None:
    """Refuse files that would take away what is served, and remember it for ``/readyz``.

    Args:
        settings: Where everything lies.
        checked: What the files say.
        catalogues: Their compiled translations.
        confirmed: Whether someone has said that it is meant.
        tells: Whether to say what else changes.

    Raises:
        LossError: Something would be lost, and nobody has confirmed it.
    """
    changes = changes_since(settings, checked, catalogues)
    if tells:
        print("".join(f"{note}\n" for note in changes.notes), end="")
    if changes.losses and not confirmed:
        with suppress(OSError):  # who may only read there is told all the same
            reason = f"Datafilerna byggs inte: {changes.losses[0]} Kör: vagvisaren check"
            refusal.remember(settings.generations, reason)
        raise LossError(f"{told_losses(changes, 'index')}\nInget nytt index byggdes.")
