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


# Colours are looked at when they have stopped changing. A fault is passed over inside what `known` names for its rule.
RUN_AXE = """async (known) => {
    const passing = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity);
    const patience = new Promise((over) => setTimeout(over, 1000));
    await Promise.race([Promise.allSettled(passing.map((one) => one.finished)), patience]);
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    const isKnown = (rule, node) => known[rule] && document.querySelector(node.target[0])?.closest(known[rule]);
    return violations.flatMap(({ id, help, nodes }) => nodes.filter((node) => !isKnown(id, node))
        .map((node) => `${id}: ${help}. ${node.html.slice(0, 200)} ${node.failureSummary.replace(/\\s+/g, " ")}`));
}"""


def violations(page, axe, *, known=()):
    """What axe-core objects to on a page, but for `known`: rules, each with the selector where it fails."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    return page.evaluate(RUN_AXE, dict(known))


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
