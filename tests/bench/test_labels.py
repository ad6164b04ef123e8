from bench.labels import labelled


def test_four_hundred_honest_comments_and_four_hundred_bad_ones_are_labelled() -> None:
    honest = [comment for comment in labelled() if comment.honest]

    assert len(honest) >= 400
    assert len(labelled()) - len(honest) >= 400


def test_what_is_learnt_is_never_judged() -> None:
    learn = {comment.text.casefold() for comment in labelled("learn")}
    judge = {comment.text.casefold() for comment in labelled("judge")}

    assert not learn & judge
    assert len(learn) + len(judge) >= len(labelled()) * 0.98


def test_each_half_knows_every_label() -> None:
    assert {comment.label for comment in labelled("learn")} == {comment.label for comment in labelled("judge")}


def test_each_half_is_near_a_half() -> None:
    assert 0.45 < len(labelled("learn")) / len(labelled()) < 0.55


def test_every_comment_has_a_name_and_a_text() -> None:
    assert all(comment.name.strip() and comment.text.strip() for comment in labelled())
