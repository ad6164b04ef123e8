"""What nginx and Varnish are asked; tests/deploy has the real ones."""

import socket
import threading

import pytest

from newsroom.caching.front.asking import FrontError, Line
from newsroom.caching.front.nginx import Nginx, file_name
from newsroom.caching.front.varnish import LONGEST_HEADER, Varnish


def test_nginx_is_asked_to_delete_each_packing_of_a_page(service):
    service.answer = {"status": 404, "headers": {}, "body": ""}

    Nginx(service.base, site="https://example.com").purge(["story:1"], ["/"], False)

    assert [(method, path) for method, path, *_ in service.heard] == [
        ("DELETE", f"/{name[-1]}/{name[-3:-1]}/{name}")
        for name in (file_name("https://example.com", "/", packing) for packing in ("br", "gzip", ""))
    ]


def test_the_port_of_the_papers_address_is_not_in_the_name_of_a_copy():
    assert file_name("https://example.com:9443", "/", "br") == file_name("https://example.com", "/", "br")


@pytest.mark.parametrize(("addresses", "everything"), [([], True), ([f"/{number}/" for number in range(201)], False)])
def test_nginx_is_emptied_folder_by_folder(service, addresses, everything):
    service.answer = {"status": 204, "headers": {}, "body": ""}

    Nginx(service.base, site="https://example.com").purge([], addresses, everything)

    assert [path for _, path, *_ in service.heard] == [f"/{folder}/" for folder in "0123456789abcdef"]


def test_nginx_that_deletes_nothing_is_told_of(service):
    service.answer = {"status": 403, "headers": {}, "body": ""}
    front = Nginx(service.base, site="https://example.com")

    with pytest.raises(FrontError, match=r"nginx at 127.0.0.1:\d+ does not delete its copies: it answers 403."):
        front.purge([], ["/"], False)


def test_varnish_takes_keys_as_long_as_its_headers_are(service):
    keys = [f"story:{number}" for number in range(1000)]

    Varnish(service.base).purge(keys, [], False)

    heard = [headers["Newsroom-Keys"] for *_, headers, _ in service.heard]
    assert max(map(len, heard)) <= LONGEST_HEADER
    assert " ".join(heard).split() == keys


def test_varnish_that_refuses_is_told_of(service):
    service.answer = {"status": 403, "headers": {}, "body": ""}

    with pytest.raises(FrontError, match=r"Varnish at 127.0.0.1:\d+ does not purge: it answers 403."):
        Varnish(service.base).purge(["story:1"], [], False)


def test_who_is_silent_is_not_waited_for():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        base = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with (
            Line(base, called="Varnish", timeout=0.05) as line,
            pytest.raises(FrontError, match=r"^Varnish does not answer in time\.$"),
        ):
            line.ask("PURGE", "/")


def test_who_does_not_speak_http_is_told_of():
    with socket.create_server(("127.0.0.1", 0)) as door:

        def greet():
            visitor, _ = door.accept()
            with visitor:
                visitor.sendall(b"220 mail.example.com\r\n")

        greeting = threading.Thread(target=greet)
        greeting.start()
        base = f"http://127.0.0.1:{door.getsockname()[1]}"
        with (
            Line(base, called="Varnish") as line,
            pytest.raises(FrontError, match=r"^Varnish does not answer in HTTP\.$"),
        ):
            line.ask("PURGE", "/")
        greeting.join()
