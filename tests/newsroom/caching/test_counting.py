"""Which requests are views, and that each of those is counted once."""

from threading import Thread

import pytest

from newsroom.caching import counting

CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36"
)
READER = {"REQUEST_METHOD": "GET", "HTTP_USER_AGENT": CHROME}
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
PHONE = (
    "Mozilla/5.0 (Linux; Android 9; {}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36"
)
PEOPLE = [
    CHROME,
    "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
    f"{MAC} Version/17.6 Safari/605.1.15",
    PHONE.format("K"),
    PHONE.format("CUBOT X19"),
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/480.0]",
    "Opera/9.80 (J2ME/MIDP; Opera Mini/7.1/37.9178; U; en) Presto/2.12.423 Version/12.16",
    "Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0)",
]
PROGRAMS = [
    "",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.1938.76 Safari/537.36",
    "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) Chrome/130.0 Mobile Safari/537.36 (compatible; GoogleOther)",
    f"{MAC} Version/11.1 Safari/605.1.15 BingPreview/1.0b",
    "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
    "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36",
    f"{MAC} Chrome/130.0.0.0 Safari/537.36 Chrome-Lighthouse",
    "Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "WhatsApp/2.23.20.0",
    "Feedfetcher-Google; (+http://www.google.com/feedfetcher.html)",
    "curl/8.5.0",
    "Wget/1.21.4",
    "python-requests/2.32.3",
    "Go-http-client/1.1",
    "okhttp/4.12.0",
]


@pytest.fixture(autouse=True)
def _nothing_counted():
    counting.drain()
    yield
    counting.drain()


@pytest.mark.parametrize("name", PEOPLE)
def test_a_browser_is_a_person(name):
    assert counting.is_person(READER | {"HTTP_USER_AGENT": name})


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_is_no_person(name):
    assert not counting.is_person(READER | {"HTTP_USER_AGENT": name})


def test_who_does_not_say_who_asks_is_no_person():
    assert not counting.is_person({"REQUEST_METHOD": "GET"})


@pytest.mark.parametrize(
    "said",
    [
        {"REQUEST_METHOD": "HEAD"},
        {"REQUEST_METHOD": "POST"},
        {"HTTP_SEC_PURPOSE": "prefetch"},
        {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
        {"HTTP_PURPOSE": "prefetch"},
        {"HTTP_X_MOZ": "prefetch"},
        {"HTTP_SEC_FETCH_DEST": "empty"},
        {"HTTP_SEC_FETCH_DEST": "image"},
    ],
    ids=str,
)
def test_what_nobody_reads_now_is_no_view(said):
    assert not counting.is_person(READER | said)


def test_a_page_that_a_browser_shows_is_a_view():
    assert counting.is_person(READER | {"HTTP_SEC_FETCH_DEST": "document"})


def test_views_are_taken_once():
    counting.seen("story:5", READER)
    counting.seen("story:5", READER)
    counting.seen("story:6", READER)
    counting.seen("story:6", READER | {"HTTP_USER_AGENT": "curl/8.5.0"})

    assert counting.drain() == {"story:5": 2, "story:6": 1}
    assert counting.drain() == {}


def test_what_is_put_back_is_added_to_what_was_counted_meanwhile():
    counting.seen("story:5", READER)
    taken = counting.drain()
    counting.seen("story:5", READER)
    counting.put_back(taken.items())

    assert counting.drain() == {"story:5": 2}


def test_no_view_is_lost_between_threads_that_count_and_one_that_takes():
    taken = []

    def read():
        for n in range(3_000):
            counting.seen(f"story:{n % 7}", READER)

    readers = [Thread(target=read) for _ in range(6)]
    for reader in readers:
        reader.start()
    while any(reader.is_alive() for reader in readers):
        taken.append(counting.drain())
    taken.append(counting.drain())

    assert sum(sum(counts.values()) for counts in taken) == 18_000


def test_strangers_cannot_fill_the_memory_with_subjects(monkeypatch):
    monkeypatch.setattr(counting, "SUBJECTS", 3)
    for number in range(9):
        counting.count(f"story:{number}")
    counting.count("story:2")

    assert counting.drain() == {"story:0": 1, "story:1": 1, "story:2": 2}


def test_the_names_of_browsers_take_a_bounded_memory():
    longest = counting.LONGEST_NAME
    counting.is_browser.cache_clear()
    for number in range(3_000):
        counting.is_person(READER | {"HTTP_USER_AGENT": f"Mozilla/5.0 {number} " + "x" * 8_000})
    counting.is_person(READER | {"HTTP_USER_AGENT": "Mozilla/5.0 " + "x" * longest + "1"})
    counting.is_person(READER | {"HTTP_USER_AGENT": "Mozilla/5.0 " + "x" * longest + "2"})

    remembered = counting.is_browser.cache_info()
    assert remembered.currsize <= 2_048
    assert remembered.hits == 1  # cut to the same length, the last two are one


def test_where_pages_tell_by_themselves_the_same_view_is_not_counted_again(settings):
    settings.VIEWS_BEACON = True
    counting.counter()("story:5", READER)
    assert counting.drain() == {}

    settings.VIEWS_BEACON = False
    counting.counter()("story:5", READER)
    assert counting.drain() == {"story:5": 1}
