"""Problems found in the data files: what is wrong, in which file, on which line."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.positions import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, told in Swedish with what to do about it.

    Attributes:
        file: The file's path as the reader knows it.
        line: The line, counted from 1; 0 where no single line is at fault.
        message: A sentence in Swedish.
        warning: True where the data may still be used.
        path: The keys that lead to the value, e.g. ``("enhet", "kansliet", "namn")``; empty where no key is at fault.
            It says the same as the line, so two problems that differ in nothing else are one.
    """

    file: str
    line: int
    message: str
    warning: bool = False
    path: Path = field(default=(), compare=False)

    def __str__(self) -> str:
        """The problem as one line: ``fil:rad: meddelande``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {'varning: ' if self.warning else ''}{self.message}"


class DataError(Exception):
    """The data cannot be used; `problems` holds every reason."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems, sorted by file and line."""
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(slots=True)
class Report:
    """Collects problems while files are read and checked."""

    problems: list[Problem] = field(default_factory=list)

    def error(self, file: str, line: int, message: str, path: Path = ()) -> None:
        """Record a problem that makes the data unusable."""
        self.problems.append(Problem(file, line, message, path=path))

    def warn(self, file: str, line: int, message: str, path: Path = ()) -> None:
        """Record something that an editor should look at."""
        self.problems.append(Problem(file, line, message, warning=True, path=path))

    @property
    def errors(self) -> list[Problem]:
        """The problems that are not warnings, sorted, each once."""
        return sorted({problem for problem in self.problems if not problem.warning})

    @property
    def warnings(self) -> list[Problem]:
        """The warnings, sorted, each once."""
        return sorted({problem for problem in self.problems if problem.warning})
