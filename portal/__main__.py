"""``python -m portal`` is the command ``vagvisaren``."""

import sys

from portal.cli import main

sys.exit(main())
