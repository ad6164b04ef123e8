#!/usr/bin/env python
"""The operator's door: `manage.py <command>`."""

import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError

from newsroom.settings import choose

if __name__ == "__main__":
    try:
        choose("development")
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as refusal:
        sys.exit(str(refusal))
    except OperationalError as trouble:
        sys.exit(f"The database does not answer as it should: {' '.join(str(trouble).split())}")
    except KeyboardInterrupt:
        sys.exit("\nInterrupted.")
