"""The paper without its outermost layer: every page is made anew, by processes that remember what pages share."""

from newsroom.settings import choose

choose("production")

import django  # noqa: E402

django.setup(set_prefix=False)

# The models are known only now.
from newsroom.request import Handler  # noqa: E402

application = Handler()
