from bench.labels import labelled
from bench.letters import counted, table

BAD = next(one for one in labelled("judge") if not one.honest)


def test_posts_are_counted_by_label_and_by_what_became_of_them() -> None:
    found, lost = counted({f"{BAD.name} 0": 303, "Ann 10000000": 429}, {f"{BAD.name} 0": ["held"]})

    assert found == {BAD.label: {"posted": 1, "held": 1}, "keep": {"posted": 1, "429": 1}}
    assert lost == 0


def test_a_post_that_was_taken_and_is_not_there_or_there_twice_is_told() -> None:
    assert counted({"Ann 10000000": 303}, {})[1] == 1
    assert counted({"Ann 10000000": 303}, {"Ann 10000000": ["visible", "visible"]})[1] == 1


def test_the_table_has_a_line_for_each_label() -> None:
    found, _ = counted({"Ann 10000000": 303}, {"Ann 10000000": ["visible"]})

    assert table(found) == ["| label | posted | visible |", "| --- | --- | --- |", "| keep | 1 | 1 |"]
