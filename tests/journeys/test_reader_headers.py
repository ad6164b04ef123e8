"""What every reader page says in its headers, and that one copy of it serves everybody."""

import re
from datetime import timedelta

from django.test import TestCase, override_settings

from newsroom import clock
from tests.factories.papers import NOON, PAGES, STORY, make_paper
from tests.factories.people import make_user

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
# Whom a page may show in a frame, once its reader asks for it.
FRAMES = {"story with films": {"frame-src https://www.youtube-nocookie.com https://player.vimeo.com"}}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Frame-Options": "DENY",
}
# Nothing of the visitor's but how the bytes may be packed.
MAY_VARY_ON = {"", "accept-encoding"}


class EveryPageSaysTheSame(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_paper()

    def setUp(self):
        # Pages carry the date and, in the comment form, the hour: both stand still while pages are compared.
        self.enterContext(clock.as_of(NOON + timedelta(days=2)))

    def pages(self):
        """Each page of the paper by its name, and a comment that was refused."""
        for name, place in PAGES.items():
            with self.subTest(name):
                yield name, self.client.get(place.address)
        with self.subTest("refused comment"):
            yield "refused comment", self.client.post(f"{STORY}comments/", {"name": "", "comment": ""})

    def test_each_answers_as_its_kind_does(self):
        for name, place in PAGES.items():
            with self.subTest(name):
                assert self.client.get(place.address).status_code == place.status

    def test_the_policy_allows_nothing_but_the_site_and_the_players_on_the_page(self):
        for name, answer in self.pages():
            rules = {rule.strip() for rule in answer["Content-Security-Policy"].split(";")}
            assert rules == POLICY | FRAMES.get(name, set())
            assert "Content-Security-Policy-Report-Only" not in answer

    def test_the_other_guards_stand(self):
        for _name, answer in self.pages():
            assert {name: answer.get(name) for name in HEADERS} == HEADERS

    def test_no_page_sets_a_cookie(self):
        for _name, answer in self.pages():
            assert not answer.cookies

    def test_no_page_varies_on_its_visitor(self):
        for _name, answer in self.pages():
            assert set(re.split(r",\s*", answer.get("Vary", "").lower())) <= MAY_VARY_ON

    def test_an_editor_who_is_logged_in_gets_the_same_bytes(self):
        strangers = {name: self.client.get(place.address).content for name, place in PAGES.items()}
        self.client.force_login(make_user("editor"))
        for name, place in PAGES.items():
            with self.subTest(name):
                # As if its path did not keep the cookie from leaving the admin.
                assert self.client.get(place.address).content == strangers[name]

    @override_settings(SITE_ADDRESS="https://paper.example")
    def test_the_preferences_of_a_browser_change_nothing(self):
        wishes = {"Accept-Language": "ar", "Sec-CH-Prefers-Color-Scheme": "dark", "User-Agent": "Mobile", "DNT": "1"}
        for name, place in PAGES.items():
            with self.subTest(name):
                plain, wished = (self.client.get(place.address, headers=headers) for headers in ({}, wishes))
                assert plain.content == wished.content


class TheDeskIsGuardedToo(TestCase):
    def test_the_admin_may_use_a_nonce_and_nothing_looser(self):
        self.client.force_login(make_user("editor"))
        policy = self.client.get("/admin/")["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy

    def test_its_cookies_stay_below_the_admin(self):
        make_user(username="ed", password="typed")
        self.client.get("/admin/login/")
        self.client.post("/admin/login/", {"username": "ed", "password": "typed"})
        assert self.client.cookies
        assert {cookie["path"] for cookie in self.client.cookies.values()} == {"/admin/"}
