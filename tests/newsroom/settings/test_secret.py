"""The secret key of a paper on one's own machine."""

import stat

from newsroom.settings.secret import kept_secret


def test_the_key_is_made_once_and_kept(tmp_path):
    first = kept_secret(tmp_path / "new")

    assert len(first) >= 50
    assert kept_secret(tmp_path / "new") == first


def test_nobody_else_may_read_the_key(tmp_path):
    kept_secret(tmp_path)

    assert [stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()] == [0o600]
