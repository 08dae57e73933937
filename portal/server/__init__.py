"""Running under gunicorn: its settings, and a log that knows no visitor."""
