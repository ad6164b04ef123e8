"""Exports written by rule, so that a test shows only the part it is about."""

from html import escape
from itertools import count
from pathlib import Path

from newsroom.wordpress.export import Export

_numbers = count(9000)

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Old Gazette</title><link>https://old.example</link><language>en</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
"""
TAIL = "</channel></rss>"


def cdata(text: str) -> str:
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def author(login="ana", name="Ana Lima") -> str:
    return (
        f"<wp:author><wp:author_login>{login}</wp:author_login><wp:author_email>ana@old.example</wp:author_email>"
        f"<wp:author_display_name>{cdata(name)}</wp:author_display_name></wp:author>"
    )


def category(slug="harbour", name="Harbour", parent="", description="") -> str:
    return (
        f"<wp:category><wp:term_id>{next(_numbers)}</wp:term_id><wp:category_nicename>{slug}</wp:category_nicename>"
        f"<wp:category_parent>{parent}</wp:category_parent><wp:cat_name>{cdata(name)}</wp:cat_name>"
        f"<wp:category_description>{cdata(description)}</wp:category_description></wp:category>"
    )


def tag(slug="ferry", name="Ferry") -> str:
    return (
        f"<wp:tag><wp:term_id>{next(_numbers)}</wp:term_id><wp:tag_slug>{slug}</wp:tag_slug>"
        f"<wp:tag_name>{cdata(name)}</wp:tag_name></wp:tag>"
    )


def comment(content="Well said.", *, number=None, name="Jo", parent="0", approved="1", kind="") -> str:
    return (
        f"<wp:comment><wp:comment_id>{number or next(_numbers)}</wp:comment_id>"
        f"<wp:comment_author>{cdata(name)}</wp:comment_author>"
        f"<wp:comment_author_email>jo@mail.example</wp:comment_author_email>"
        f"<wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>"
        f"<wp:comment_date>2020-03-02 10:00:00</wp:comment_date>"
        f"<wp:comment_date_gmt>2020-03-02 09:00:00</wp:comment_date_gmt>"
        f"<wp:comment_content>{cdata(content)}</wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved>"
        f"<wp:comment_type>{kind}</wp:comment_type><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>"
    )


def meta(key: str, value: str) -> str:
    return f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{cdata(value)}</wp:meta_value></wp:postmeta>"


def item(title="The ferry sails again", body="It sailed.", *inside: str, number=None, **given) -> str:
    number = number or next(_numbers)
    said = {
        "post_date": "2020-03-01 10:00:00",
        "post_date_gmt": "2020-03-01 09:00:00",
        "post_name": f"item-{number}",
        "status": "publish",
        "post_parent": "0",
        "post_type": "post",
        "comment_status": "open",
        "post_password": "",
        "is_sticky": "0",
    } | given
    excerpt, creator = said.pop("excerpt", ""), said.pop("creator", "ana")
    fields = "".join(f"<wp:{name}>{escape(value)}</wp:{name}>" for name, value in said.items())
    return (
        f"<item><title>{cdata(title)}</title><link>https://old.example/{number}/</link>"
        f"<dc:creator>{creator}</dc:creator><content:encoded>{cdata(body)}</content:encoded>"
        f"<excerpt:encoded>{cdata(excerpt)}</excerpt:encoded><wp:post_id>{number}</wp:post_id>{fields}"
        f"{''.join(inside)}</item>"
    )


def filed(slug: str, name: str, domain="category") -> str:
    return f'<category domain="{domain}" nicename="{slug}">{cdata(name)}</category>'


def attachment(
    url="https://old.example/wp-content/uploads/2020/03/pier.jpg", *inside: str, title="Pier", **given
) -> str:
    given = {"post_type": "attachment", "status": "inherit", "attachment_url": url} | given
    return item(title, "", *inside, **given)


def write(folder: Path, *parts: str, name="export.xml") -> Path:
    path = folder / name
    path.write_text(HEAD + "".join(parts) + TAIL, encoding="utf-8")
    return path


def read(folder: Path, *parts: str) -> list:
    return list(Export(write(folder, *parts)).entries())
