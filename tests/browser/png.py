"""A screenshot's pixels."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray


def pixels(png: bytes) -> NDArray[np.uint8]:
    """The picture in grey, a row per line of the screen."""
    with Image.open(BytesIO(png)) as picture:
        return np.array(picture.convert("L"))
