"""Pages of the paper within pages of the desk: which may frame, and which may be framed there and nowhere else."""

from typing import Any, cast

from django.conf import settings
from django.utils.csp import CSP
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override

_POLICY = cast("dict[str, list[str]]", settings.SECURE_CSP)
framing = csp_override({**_POLICY, "frame-src": [CSP.SELF]})


def framed(view: Any) -> Any:
    return xframe_options_sameorigin(csp_override({**_POLICY, "frame-ancestors": [CSP.SELF]})(view))
