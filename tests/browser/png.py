"""A screenshot's pixels without a library of pictures: Chromium writes eight bits a channel, not interlaced."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}


def pixels(png: bytes) -> NDArray[np.uint8]:
    """The picture in grey, a row per line of the screen."""
    header, packed = b"", b""
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        header = body if kind == b"IHDR" else header
        packed += body if kind == b"IDAT" else b""
        at += 12 + length
    width, height, depth, colour, _packing, _filter, interlaced = struct.unpack(">IIBBBBB", header)
    assert (depth, interlaced) == (8, 0)
    channels = _CHANNELS[colour]
    lines = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, 1 + width * channels)
    rows = [np.zeros((width, channels), np.uint8)]
    for line in lines:
        rows.append(_unfiltered(int(line[0]), line[1:].reshape(width, channels), rows[-1]))
    picture = np.stack(rows[1:])
    return np.ascontiguousarray(picture[..., : max(1, channels // 3 * 3)].mean(axis=2).astype(np.uint8))


def _unfiltered(kind: int, line: NDArray[np.uint8], above: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A line as it was before it was made easy to pack (PNG, section 9)."""
    if kind == 0:
        return line
    if kind == 1:
        return np.cumsum(line, axis=0, dtype=np.uint8)
    if kind == 2:
        return line + above
    found = np.zeros_like(line)
    for channel in range(line.shape[1]):
        left = corner = 0
        for x, (value, up) in enumerate(zip(line[:, channel].tolist(), above[:, channel].tolist(), strict=True)):
            guess = (left + up) // 2 if kind == 3 else _nearest(left, up, corner)
            left = (value + guess) % 256
            corner = up
            found[x, channel] = left
    return found


def _nearest(left: int, up: int, corner: int) -> int:
    wanted = left + up - corner
    return min((left, up, corner), key=lambda each: abs(wanted - each))
