"""`make lighthouse`: what Lighthouse says of home, a category and an article of the demo paper, as on a phone.

Serves the paper of `make run` on a free port of loopback, asks Lighthouse (mobile, simulated throttling) for each page,
and prints a table in Markdown: of RUNS runs the one in the middle by its largest paint, since one tells as much of
the machine as of the page. Ends with 1 when a score in it is below 100 or its largest paint is later than LATEST_PAINT.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.development")
sys.path.insert(0, str(ROOT))

import django  # noqa: E402

django.setup()

from articles.models import Category, Story  # noqa: E402
from bench.reader import once  # noqa: E402
from bench.servers import gunicorn  # noqa: E402

LIGHTHOUSE = ROOT / "tests/browser/tools/node_modules/lighthouse/cli/index.js"
CHROME = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking"
SCORES = ("performance", "accessibility", "best-practices", "seo")
LATEST_PAINT = 1_400
RUNS, TRIES = 3, 3
# A worker's first page compiles its templates; readers after the first are measured.
WARM_UP = 4


def pages() -> dict[str, str]:
    article = Story.objects.lines().exclude(lead_image=None).first()
    category = Category.objects.filter(parent=None, filings__isnull=False).order_by("position").first()
    if article is None or category is None:
        raise SystemExit("There is no paper to look at. Run `make run` once before.")
    return {"home": "/", "category": category.get_absolute_url(), "article": article.get_absolute_url()}


def seen(address: str) -> dict:
    """Lighthouse's report. Chromium sometimes fails to begin its trace, and then Lighthouse asks to be run again."""
    for _ in range(TRIES - 1):
        try:
            return asked(address)
        except subprocess.CalledProcessError:
            continue
    return asked(address)


def asked(address: str) -> dict:
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or ""
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={report.name}"]
        subprocess.run([*command, f"--chrome-flags={CHROME}"], env={**os.environ, "CHROME_PATH": chromium}, check=True)
        return json.loads(Path(report.name).read_text())


def paint_of(report: dict) -> float:
    """When the largest thing of the first screen is painted, in milliseconds."""
    return report["audits"]["largest-contentful-paint"]["numericValue"]


def row(name: str, report: dict) -> tuple[str, bool]:
    scores = [round(report["categories"][score]["score"] * 100) for score in SCORES]
    audits = report["audits"]
    paint = paint_of(report)
    shift = audits["cumulative-layout-shift"]["numericValue"]
    weight = audits["total-byte-weight"]["numericValue"] / 1024
    requests = len(audits["network-requests"]["details"]["items"])
    cells = [name, *scores, f"{paint:.0f}", f"{shift:.3f}", f"{weight:.0f}", requests]
    return "| " + " | ".join(map(str, cells)) + " |", min(scores) == 100 and paint <= LATEST_PAINT


def main() -> None:
    print("| page | performance | accessibility | best practices | SEO | LCP ms | layout shift | KiB | requests |")
    print("|---|---|---|---|---|---|---|---|---|")
    good = True
    with gunicorn("newsroom.wsgi:application", name="lighthouse") as server:
        for name, path in pages().items():
            for _ in range(WARM_UP):
                once(server.port, path, Host="127.0.0.1")
            address = f"{server.address}{path}"
            reports = sorted((seen(address) for _ in range(RUNS)), key=paint_of)
            line, as_wished = row(name, reports[RUNS // 2])
            print(line, flush=True)
            good = good and as_wished
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
