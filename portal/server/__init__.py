"""Running under gunicorn: its settings, and a log that knows no visitor."""

ROUTE = "vagvisaren.route"
"""Key in the WSGI environment under which the application leaves the route's pattern, without its values."""
