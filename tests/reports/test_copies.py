"""Copies of one text, and texts that are only about the same."""

from dragoman.model.report import Report, report_key
from dragoman.reports.copies import find_copies

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
