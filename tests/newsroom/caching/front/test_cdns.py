"""Fastly and Cloudflare, played from their recorded contracts."""

import pytest

from newsroom.caching.front.asking import FrontError
from newsroom.caching.front.cloudflare import Cloudflare
from newsroom.caching.front.fastly import Fastly
from newsroom.caching.front.places import Place
from tests.newsroom.caching.front.conftest import contract

TOKEN = "token-of-the-paper"
CDNS = {
    "fastly": (Fastly, Place("fastly", "SU1Z0isxPaozGVKXdv0eY", TOKEN)),
    "cloudflare": (Cloudflare, Place("cloudflare", "023e105f4ecef8ad9ca31a8372d0c353", TOKEN)),
}
KEYS = ["story:1", "list:category:3"]


@pytest.fixture(params=CDNS)
def cdn(request, service):
    kind, place = CDNS[request.param]
    front = kind(place, api=service.base)
    front.contract = contract(request.param)
    return front


def keys_heard(service):
    return [body.get("surrogate_keys") or body.get("tags") for *_, body in service.heard]


@pytest.mark.parametrize(("exchange", "everything"), [("several keys", False), ("everything", True)])
def test_it_is_asked_as_its_contract_says(cdn, service, exchange, everything):
    service.plays(cdn.contract[exchange])

    cdn.purge(KEYS, [], everything)

    wanted = cdn.contract[exchange]["request"]
    [(method, path, headers, body)] = service.heard
    assert (method, path, body) == (wanted["method"], wanted["path"], wanted.get("body"))
    assert {name: headers[name] for name in wanted["headers"]} == wanted["headers"]


def test_more_keys_than_it_takes_come_in_several_requests(cdn, service):
    service.plays(cdn.contract["several keys"])
    keys = [f"story:{number}" for number in range(600)]

    cdn.purge(keys, [], False)

    heard = keys_heard(service)
    assert len(heard) == (3 if isinstance(cdn, Fastly) else 6)
    assert [key for part in heard for key in part] == keys


def test_past_some_thousands_of_keys_everything_is_purged(cdn, service):
    service.plays(cdn.contract["everything"])

    cdn.purge([f"story:{number}" for number in range(3000)], [], False)

    [(_, path, _, body)] = service.heard
    assert body == {"purge_everything": True} or path.endswith("/purge_all")


def test_no_keys_are_no_request(cdn, service):
    cdn.purge([], ["/"], False)

    assert service.heard == []


@pytest.mark.parametrize(
    ("exchange", "sentence"),
    [
        ("a token that is none", "refuses FRONT_TOKEN."),
        ("a service that is none", "does not purge: it answers 404"),
        ("a fault of theirs", "does not purge: it answers 503"),
        ("too often", "was told too often."),
    ],
)
def test_what_goes_wrong_is_said_in_a_sentence(cdn, service, exchange, sentence):
    service.plays(cdn.contract[exchange])

    with pytest.raises(FrontError) as raised:
        cdn.purge(KEYS, [], False)

    assert sentence in str(raised.value)
    assert cdn.name in str(raised.value)
    assert TOKEN not in str(raised.value)


def test_it_is_left_alone_for_as_long_as_it_wants(cdn, service):
    service.plays(cdn.contract["too often"])

    with pytest.raises(FrontError) as raised:
        cdn.purge(KEYS, [], False)

    assert 85 <= raised.value.again_after <= 90


def test_it_is_left_alone_for_a_minute_when_it_does_not_say_for_how_long(cdn, service):
    service.answer = {"status": 429, "headers": {}, "body": ""}

    with pytest.raises(FrontError) as raised:
        cdn.purge(KEYS, [], False)

    assert raised.value.again_after == 60


def test_an_error_that_comes_as_a_success_is_one(service):
    cdn = Cloudflare(CDNS["cloudflare"][1], api=service.base)
    service.plays(contract("cloudflare")["a tag that it does not take"])

    with pytest.raises(FrontError, match="it answers 200, error 1100, 1016"):
        cdn.purge(KEYS, [], False)


@pytest.mark.parametrize(
    "body", ["", "null", "[]", '{"success": "yes"}', '{"success": false, "errors": ["?"]}', "<html>"]
)
def test_an_answer_that_says_nothing_is_no_success(service, body):
    cdn = Cloudflare(CDNS["cloudflare"][1], api=service.base)
    service.answer = {"status": 200, "headers": {}, "body": body}

    with pytest.raises(FrontError):
        cdn.purge(KEYS, [], False)


def test_the_token_goes_nowhere_else(cdn, service):
    service.answer = {"status": 307, "headers": {"Location": f"{service.base}/elsewhere"}, "body": ""}

    with pytest.raises(FrontError):
        cdn.purge(KEYS, [], False)

    assert len(service.heard) == 1


def test_the_token_is_not_told_to_who_reads_the_settings():
    assert TOKEN not in repr(CDNS["fastly"][1])
    assert TOKEN not in str(CDNS["fastly"][1])


def test_who_does_not_answer_is_said(service):
    service.close()
    fastly = Fastly(CDNS["fastly"][1], api=service.base)
    service.open()

    with pytest.raises(FrontError, match=r"^Fastly service \w+ cannot be reached: Connection refused\.$"):
        fastly.purge(KEYS, [], False)
