from collections.abc import Iterable, Iterator
from re import Pattern
from typing import Any

class CompositionError(Exception): ...

class Token:
    # One and the same object is yielded for every token of a text: copy() what is to be kept.
    positions: bool
    chars: bool
    stopped: bool
    boost: float
    removestops: bool
    mode: str
    # The rest is set by tokenizers, each only where it was asked for.
    text: str
    original: str
    pos: int
    startchar: int
    endchar: int
    def __init__(
        self,
        positions: bool = False,
        chars: bool = False,
        removestops: bool = True,
        mode: str = "",
        **kwargs: Any,
    ) -> None: ...
    def copy(self) -> Token: ...

def unstopped(tokenstream: Iterable[Token]) -> Iterator[Token]: ...
def entoken(
    textstream: Iterable[str],
    positions: bool = False,
    chars: bool = False,
    start_pos: int = 0,
    start_char: int = 0,
    **kwargs: Any,
) -> Iterator[Token]: ...

class Composable:
    is_morph: bool
    def __or__(self, other: Composable) -> CompositeAnalyzer: ...
    def has_morph(self) -> bool: ...

class Tokenizer(Composable):
    # The base class has no __call__; every tokenizer must bring its own, shaped like IDTokenizer's.
    def __eq__(self, other: object) -> bool: ...

class IDTokenizer(Tokenizer):
    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        keeporiginal: bool = False,
        removestops: bool = True,
        start_pos: int = 0,
        start_char: int = 0,
        mode: str = "",
        **kwargs: Any,
    ) -> Iterator[Token]: ...

class RegexTokenizer(Tokenizer):
    expression: Pattern[str]
    gaps: bool
    def __init__(self, expression: str | Pattern[str] = ..., gaps: bool = False) -> None: ...
    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        keeporiginal: bool = False,
        removestops: bool = True,
        start_pos: int = 0,
        start_char: int = 0,
        tokenize: bool = True,
        mode: str = "",
        **kwargs: Any,
    ) -> Iterator[Token]: ...

# Both are functions in the package too, and give a RegexTokenizer.
def SpaceSeparatedTokenizer() -> RegexTokenizer: ...
def CommaSeparatedTokenizer() -> CompositeAnalyzer: ...

class Filter(Composable):
    def __eq__(self, other: object) -> bool: ...
    def __call__(self, tokens: Iterable[Token]) -> Iterator[Token]: ...

class LowercaseFilter(Filter): ...

class Analyzer(Composable):
    def __eq__(self, other: object) -> bool: ...
    def __call__(self, value: str, **kwargs: Any) -> Iterator[Token]: ...
    def clean(self) -> None: ...

class CompositeAnalyzer(Analyzer):
    items: list[Composable]
    def __init__(self, *composables: Composable) -> None: ...
    def __call__(self, value: str, no_morph: bool = False, **kwargs: Any) -> Iterator[Token]: ...
    def __len__(self) -> int: ...
    def __getitem__(self, item: int) -> Composable: ...

def IDAnalyzer(lowercase: bool = False) -> IDTokenizer | CompositeAnalyzer: ...
def KeywordAnalyzer(lowercase: bool = False, commas: bool = False) -> RegexTokenizer | CompositeAnalyzer: ...
def LanguageAnalyzer(lang: str, expression: object = ..., gaps: bool = ..., cachesize: int = ...) -> Analyzer: ...
