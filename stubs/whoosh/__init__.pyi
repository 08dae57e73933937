# Types of Whoosh 2.7.4, which ships none: only the parts that index/ may touch. Whatever is missing here is
# missing on purpose: add it from the package's own source, and compare the two with mypy's stubtest.
__version__: tuple[int, int, int]

def versionstring(build: bool = True, extra: bool = True) -> str: ...
