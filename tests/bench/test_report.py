"""What a run of the bench says of itself."""

from datetime import date

import pytest
from lxml import etree

from bench.aims import AIMS, judged
from bench.findings import Findings, Table
from bench.plot import drawn
from bench.report import markdown

SIZES = [1_000, 100_000]
DAY = date(2026, 11, 26)


def row(findings, measure):
    return next(cells for cells in judged(findings, SIZES) if cells[0].startswith(measure))


def test_every_aim_has_a_row_also_when_nothing_was_measured():
    rows = list(judged(Findings(), SIZES))

    assert len(rows) == len(AIMS)
    assert {cells[-1] for cells in rows} == {"not measured"}


@pytest.mark.parametrize(("value", "verdict"), [(0.9, "reached"), (0.899, "**not reached**"), (1.2, "reached")])
def test_what_shall_be_at_least_so_much_is_reached_from_there_on(value, verdict):
    assert row(Findings(values={"hit": value}), "hit")[-1] == verdict


@pytest.mark.parametrize(("value", "verdict"), [(8.0, "reached"), (8.1, "**not reached**"), (2.0, "reached")])
def test_what_shall_be_at_most_so_much_is_reached_up_to_there(value, verdict):
    assert row(Findings(values={"cold_p50": value}), "cold article, rendered and kept, one client, p50")[-1] == verdict


def test_an_aim_stands_beside_what_was_measured_with_its_unit_and_a_word_more():
    findings = Findings()
    findings.found("memory", 150.4, "master 40, workers 55 and 55")

    assert row(findings, "memory")[1:] == ["≤ 160 MiB", "150 MiB (master 40, workers 55 and 55)", "reached"]


def test_the_sizes_that_were_compared_are_named():
    assert row(Findings(), "any page")[0] == "any page's cold p50 at 100,000 stories ÷ at 1,000"


def test_a_report_says_what_could_not_be_measured():
    findings = Findings(missing=["nginx: it does not answer."], tables=[Table("Pages", "Some.", ["page"], [["home"]])])
    text = markdown(findings, {"cores": "2"}, SIZES, DAY)

    assert "\nNot measured: nginx: it does not answer.\n" in text
    assert "### Pages\n\nSome.\n\n| page |\n| --- |\n| home |" in text


def test_the_plot_names_each_line_and_tells_its_figures_to_who_cannot_see_it():
    series = {"cold article": {1_000: 7.0, 100_000: 8.0}, "finished article": {1_000: 0.2, 100_000: 0.2}}
    plot = etree.fromstring(drawn(series, machine="2 cores <small>"))
    text = " ".join(plot.itertext())

    assert "cold article, 8 ms" in text
    assert "finished article: 0.2 ms at 1,000 stories, 0.2 ms at 100,000 stories" in text
    assert "2 cores <small>" in text


def test_a_plot_of_one_size_is_drawn_too():
    assert etree.fromstring(drawn({"cold article": {1_000: 7.0}}, machine="2 cores")) is not None


def test_names_of_lines_that_end_at_the_same_place_do_not_overlap():
    series = {"one": {1_000: 7.0}, "other": {1_000: 7.0}}
    plot = etree.fromstring(drawn(series, machine="2 cores"))
    heights = [float(text.get("y")) for text in plot.iter("{http://www.w3.org/2000/svg}text") if ", 7 ms" in text.text]

    assert abs(heights[0] - heights[1]) >= 16
