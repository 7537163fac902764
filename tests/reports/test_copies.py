"""Copies of one text, and texts that are only about the same."""

import pytest

from dragoman.model.report import Report, report_key
from dragoman.reports.copies import LEAST_ROWS, WORDS_IN_ROW, contained, find_copies, sketch_of

AGENCY = " ".join(f"woord{n * n % 211}" for n in range(220))
OTHER = " ".join(f"woord{n * n % 223}" for n in range(220))


def report(text: str, published: str = "2018-05-16") -> Report:
    return Report(key=report_key(text=text, published=published), id="r", text=text, published=published)


def test_a_text_carried_by_two_papers_is_one() -> None:
    first, later = report(AGENCY), report(f"(BELGA) {AGENCY.title()}", "2018-05-17")
    assert find_copies([later, first]) == {later.key: first.key}


def test_a_text_cut_short_or_touched_up_is_a_copy() -> None:
    first, short = report(AGENCY), report(AGENCY[: len(AGENCY) // 2] + " " + OTHER[:200], "2018-05-17")
    assert find_copies([first, short]) == {short.key: first.key}


def test_another_text_about_the_same_is_none() -> None:
    quoting = report(OTHER + " " + AGENCY[:300], "2018-05-17")
    assert find_copies([report(AGENCY), quoting, report(OTHER[::-1])]) == {}


def test_texts_too_short_to_tell_are_left() -> None:
    assert find_copies([report("De top gaat door."), report("De top gaat door.", "2018-05-17")]) == {}


def test_three_papers_have_it_from_the_first() -> None:
    papers = [report(AGENCY, f"2018-05-1{n}") for n in range(3)]
    assert find_copies(papers) == {papers[1].key: papers[0].key, papers[2].key: papers[0].key}


def test_a_later_report_changes_nothing_for_the_earlier_ones() -> None:
    papers = [report(AGENCY, f"2018-05-1{n}") for n in range(4)]
    assert find_copies(papers[:3]).items() <= find_copies(papers).items()


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8, 1.0])
def test_what_two_texts_share_is_told_to_within_a_tenth(share: float) -> None:
    words = AGENCY.split()
    kept = int(len(words) * share)
    part = " ".join(words[:kept] + [f"ander{n}" for n in range(len(words) - kept)])
    rows = len(words) - WORDS_IN_ROW + 1
    assert contained(sketch_of(AGENCY), sketch_of(part)) == pytest.approx((kept - WORDS_IN_ROW + 1) / rows, abs=0.1)


def test_case_and_marks_do_not_count() -> None:
    assert sketch_of(AGENCY.upper().replace(" ", ", ")).hashes.digest() == sketch_of(AGENCY).hashes.digest()


def test_a_text_without_words_shares_nothing() -> None:
    assert contained(sketch_of("?!"), sketch_of(AGENCY)) == 0.0
    assert sketch_of(AGENCY).rows > LEAST_ROWS
