"""What a browser notices while it shows pages."""

# Without a file the browser asks for one by itself, and a page can do nothing about it.
UNASKED = "/favicon.ico"

REPORT_VIOLATIONS = """document.addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} forbids ${event.blockedURI} ${event.sample}`))"""


class Watch:
    """Collects, from its making on, the complaints and requests of one browser page."""

    def __init__(self, page):
        self.page, self.complaints, self.requests = page, [], []
        page.add_init_script(REPORT_VIOLATIONS)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def _hear(self, message):
        address = message.location["url"]
        of_the_page = address == self.page.url and "Failed to load resource" in message.text
        if message.type in {"error", "warning"} and not of_the_page and not address.endswith(UNASKED):
            self.complaints.append(f"{message.text} ({address}:{message.location['lineNumber']})")

    def strangers(self, site):
        """The requests that left the site."""
        return [address for address in self.requests if not address.startswith((f"{site}/", "data:"))]


def violations(page, axe, *, without=()):
    """What axe-core objects to on a page, as lines to read. `without` names rules that are not ours to keep."""
    page.evaluate(axe)
    options = {"rules": {rule: {"enabled": False} for rule in without}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        f"{rule['id']}: {rule['help']} {node['html'][:200]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def sideways(page):
    """How many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


# For pytest.mark.parametrize: the same journey twice.
WITH_AND_WITHOUT_SCRIPTS = {
    "argnames": "browser_context_args",
    "argvalues": [{"java_script_enabled": True}, {"java_script_enabled": False}],
    "ids": ["with scripts", "without scripts"],
    "indirect": True,
}
PHONE = {"width": 360, "height": 740}
