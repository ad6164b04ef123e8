"""The forms in which editors bring pictures and describe them."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import PurePath
from typing import Any, Final

from django import forms
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.http import QueryDict

from articles.media import actions, waiting
from articles.media.intake import check_length, take_in
from articles.media.models import Image
from articles.media.storage import refuse_shut_disk

FILE_NAME: Final = re.compile(r"(?i)^\S*\.(jpe?g|png|gif|webp|avif|heic|tiff?)$")
TEXTS: Final = ("title", "alt", "is_decorative", "caption", "credit", "licence", "focal_x", "focal_y")


class DropInput(forms.FileInput):
    """A file field onto which a picture may also be dragged."""

    template_name = "media/drop.html"


class ImageForm(forms.ModelForm):  # type: ignore[type-arg]  # generic to the checker only
    """Describes a picture of the library."""

    class Meta:
        model = Image
        fields = TEXTS
        widgets = {
            "title": forms.TextInput(attrs={"class": "vTextField"}),
            "alt": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
            "caption": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
            "focal_x": forms.NumberInput(attrs={"min": 0, "max": 1, "step": 0.01}),
            "focal_y": forms.NumberInput(attrs={"min": 0, "max": 1, "step": 0.01}),
        }

    def clean_alt(self) -> str:
        alt: str = self.cleaned_data["alt"].strip()
        if FILE_NAME.match(alt):
            raise forms.ValidationError(f"“{alt}” is the name of a file. Say what the picture shows.")
        return alt

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("alt") == "" and not cleaned.get("is_decorative"):
            self.add_error("alt", "Say what the picture shows, or tick “decorative” below.")
        return cleaned


class UploadForm(ImageForm):
    """Brings a new picture. A file that was fine is kept while the rest of the form is put right."""

    upload = forms.FileField(
        label="Picture",
        required=False,
        allow_empty_file=True,
        max_length=255,
        widget=DropInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif,image/gif"}),
        help_text="JPEG, PNG, WebP, AVIF or GIF, best 2,000 pixels wide. Location and camera data are taken out.",
    )
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(
        max_length=200,
        required=False,
        help_text="What editors search for. Left empty, it is the file's name.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    waiting_name = ""
    was_known = False

    def clean_upload(self) -> File[bytes]:
        upload: File[bytes] | None = self.cleaned_data["upload"] or waiting.fetch(self.data.get("ticket", ""))
        if upload is None:
            raise forms.ValidationError("Choose a picture to upload.", code="required")
        check_length(upload.size)
        refuse_shut_disk(default_storage)
        content = upload.read()
        self.was_known = Image.objects.filter(content_hash=sha256(content).hexdigest()).exists()
        if not self.was_known:
            take_in(content, name=upload.name or "")
        return upload

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        upload = cleaned.get("upload")
        if upload and not cleaned.get("title"):
            cleaned["title"] = PurePath(upload.name).stem.strip()[:200] or "Untitled"
        if upload and self.errors:
            self._wait_with(upload)
        return cleaned

    def save(self, commit: bool = True) -> Image:  # noqa: ARG002 - the library's own action always stores
        given = {name: self.cleaned_data[name] for name in TEXTS if not name.startswith("focal_")}
        focal_point = (self.cleaned_data["focal_x"], self.cleaned_data["focal_y"])
        return actions.add_image(upload=self.cleaned_data["upload"], focal_point=focal_point, **given)

    def save_m2m(self) -> None:
        """Nothing is left to save."""

    def _wait_with(self, upload: File[bytes]) -> None:
        upload.seek(0)
        self.waiting_name = upload.name or "picture"
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["ticket"] = waiting.set_aside(upload.read(), self.waiting_name)
        self.data = typed
