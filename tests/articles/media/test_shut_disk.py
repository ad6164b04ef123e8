"""A disk that takes no files: an editor is told so, and what was typed stays."""

import pytest
from django.contrib.auth import get_user_model

from articles.media.models import Image
from tests.factories.images import make_file


@pytest.mark.django_db
def test_an_upload_that_cannot_be_stored_is_refused_in_a_sentence(client, settings, tmp_path):
    client.force_login(get_user_model().objects.create_superuser("ed", "ed@example.org", "pw"))
    (tmp_path / "no-folder").write_text("")
    settings.MEDIA_ROOT = tmp_path / "no-folder" / "media"
    typed = {"upload": make_file(), "alt": "A yellow disc", "focal_x": "0.5", "focal_y": "0.5"}

    answer = client.post("/admin/media/image/add/", typed)

    assert answer.status_code == 200
    assert "the disk takes no files now" in answer.text
    assert "A yellow disc" in answer.text
    assert not Image.objects.exists()
