"""Pressing the buttons of a front at the desk."""

import re

from django.utils.timezone import localtime

from articles.front.models import Front

HOME = "/admin/front/front/home/"


def do(client, what, front=HOME, **more):
    return client.post(front, {"do": what, **more}, follow=True)


def draft():
    return Front.objects.get(category=None).drafted


def cards():
    return [card.story for card in draft().cards()]


def in_fields(moment):
    return localtime(moment).strftime("%Y-%m-%dT%H:%M")


def seen_on(page):
    return re.search(r'name="seen" value="([^"]*)"', page.text)[1].replace("&quot;", '"')
