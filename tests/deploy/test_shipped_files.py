"""The files in deploy/ as they are shipped."""

import subprocess

from newsroom.caching.front.headers import WHILE_SECONDS
from tests.deploy import servers


def said_by(*command):
    ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return ended.returncode, ended.stderr


def test_nginx_has_nothing_to_say_against_its_file(needs, certificate, tmp_path):
    for file in certificate.iterdir():
        (tmp_path / file.name).symlink_to(file)
    servers.write_nginx(tmp_path, paper=8000, doors=[servers.free_port() for _ in range(3)])

    code, said = said_by(needs("nginx"), "-t", "-q", "-c", str(tmp_path / "nginx.conf"))

    assert (code, said) == (0, "")


def test_varnish_has_nothing_to_say_against_its_file(needs, tmp_path):
    code, said = said_by(needs("varnish"), "-j", "none", "-C", "-n", str(tmp_path), "-f", str(servers.VARNISH_FILE))

    assert code == 0, said


def test_varnish_shows_an_old_copy_for_as_long_as_the_paper_says():
    assert f"req.grace = {WHILE_SECONDS}s;" in servers.VARNISH_FILE.read_text()
