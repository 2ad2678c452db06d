"""Checks of the posts that are applied for: parts, persons, qualifications, times."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from integrationsplan.errors import NotInForceError
from integrationsplan.findings import Finding
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding._application import Post
from integrationsplan.funding._checked import OPEN_END, OPEN_START, Checked
from integrationsplan.funding._codes import DutyKind
from integrationsplan.values import parse_number

__all__ = ["check_holders", "check_posts", "check_split_posts"]

FULL = Fraction(1)


def check_posts(case: Checked) -> Iterator[Finding]:
    """Yield what is wrong with each post, and with all of them together."""
    application, programme = case.application, case.terms.programme
    named = case.duties(DutyKind.NAMED_PERSON)
    for post in application.posts:
        day = post.start or case.day
        least = case.term("least_part", day)
        if least is not None and parse_number(post.fte) < least.number:
            yield found.PART_TOO_SMALL.at(
                post.id, least.source, fte=parse_number(post.fte), least=least.number
            )
        if named and post.holder is None:
            yield found.HOLDER_MISSING.at(post.id, programme.source(named[0]))
        yield from _qualification(case, post, day)
        start, end = post.start, post.end
        period = application.period
        if (start is not None and start not in period) or (end is not None and end not in period):
            yield found.POST_OUTSIDE_PERIOD.at(
                post.id,
                case.source,
                start=start or period.start or OPEN_START,
                end=end or period.end or OPEN_END,
            )
    most = case.term("most_fte")
    total = case.most_at_once(application.posts)
    if most is not None and total > most.number:
        yield found.TOO_MANY_POSTS.at(None, most.source, fte=total, most=most.number)


def _qualification(case: Checked, post: Post, day: dt.date) -> Iterator[Finding]:
    for document in case.terms.documents:
        parameter = document.parameters.get("rate")
        if parameter is None:
            continue
        try:
            row = parameter.at(day, as_known=case.as_known)
        except NotInForceError:
            continue
        if row.table is None:
            return
        known = sorted(row.table)
        source = document.citations[row.citation].format()
        if post.qualification is None:
            yield found.QUALIFICATION_MISSING.at(post.id, source)
        elif post.qualification not in known:
            yield found.QUALIFICATION_NOT_FUNDED.at(
                post.id, source, qualification=post.qualification, known=known
            )
        return


def check_split_posts(case: Checked) -> Iterator[Finding]:
    """Yield posts whose parts are together more than a full post at the same time.

    A post that others name as their whole is one of the parts itself: each post that is listed is
    paid, so that a whole beside its parts would be paid twice.
    """
    wholes = _wholes(case.application.posts)
    parts: dict[str, list[Post]] = {}
    for post in case.application.posts:
        parts.setdefault(wholes[post.id], []).append(post)
    least = case.term("least_part")
    for whole, posts in parts.items():
        if all(post.part_of is None for post in posts):
            continue
        total = case.most_at_once(posts)
        if total > FULL:
            yield found.PARTS_EXCEED_POST.at(
                whole,
                case.source if least is None else least.source,
                fte=total,
                parts=[post.id for post in posts],
            )


def _wholes(posts: Iterable[Post]) -> Mapping[str, str]:
    """Return the id of the post that each belongs to, also of a part of a part."""
    above = {post.id: post.part_of for post in posts}
    wholes: dict[str, str] = {}
    for post_id in above:
        path: dict[str, None] = {}
        at: str | None = post_id
        while at is not None and at not in path and at not in wholes:
            path[at] = None
            at = above.get(at)
        if at is None:
            whole = list(path)[-1]
        elif at in wholes:
            whole = wholes[at]
        else:  # parts of each other
            ring = list(path)
            whole = min(ring[ring.index(at) :])
        wholes |= dict.fromkeys(path, whole)
    return wholes


def check_holders(case: Checked) -> Iterator[Finding]:
    """Yield persons who hold more than one full post at the same time."""
    named = case.duties(DutyKind.NAMED_PERSON)
    source = case.terms.programme.source(named[0]) if named else case.source
    held: dict[str, list[Post]] = {}
    for post in case.application.posts:
        if post.holder is not None:
            held.setdefault(post.holder, []).append(post)
    for holder, posts in held.items():
        for day, total in case.held_from(posts):
            if total > FULL:
                ids = [each.id for each in posts if day in each.period]
                yield found.HOLDER_TWICE.at(holder, source, fte=total, posts=ids)
                break
