"""``python -m portal`` is the command ``vagvisaren``."""

import sys

from portal.cli import main

if __name__ == "__main__":  # a process that a build starts reads this file too
    sys.exit(main())
