"""Running under gunicorn: its settings, and a log that knows no visitor."""

ROUTE = "vagvisaren.route"
"""Key in the WSGI environment under which the application leaves the route's pattern, without its values."""

OVERLOADED = "vagvisaren.overloaded"
"""Key in the WSGI environment under which the worker says that there is more to answer than it can keep up with."""
