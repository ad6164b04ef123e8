"""What has an address of its own, at the desk: changed, it leaves a redirect."""

from typing import Any

from articles.actions.readdress import save_at_its_address
from newsroom.audit.recorded import RecordedAdmin


class Addressed(RecordedAdmin):
    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:  # noqa: ARG002
        save_at_its_address(thing=obj, by=request.user)
