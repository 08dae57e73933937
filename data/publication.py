"""Whether a description is published: public only when someone with a role has said so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publication:
    """Who published a description, by role, and on what day (ISO); both empty: it is a draft."""

    published_by: str = ""
    published_on: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether nobody has published it."""
        return not (self.published_by and self.published_on)
