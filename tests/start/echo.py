"""A page that says what the web server believed of a request."""

import json


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "application/json")])
    names = ("SCRIPT_NAME", "PATH_INFO", "REMOTE_ADDR", "wsgi.url_scheme")
    return [json.dumps({name: environ[name] for name in names}).encode()]
