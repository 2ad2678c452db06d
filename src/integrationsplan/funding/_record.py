"""A proof of use held against what the grant has recorded: its time, its posts, its money."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from integrationsplan._language import Language, Wording, format_date
from integrationsplan.allocation import Programme
from integrationsplan.findings import Finding, Named, listed
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding._application import Application, Post
from integrationsplan.funding._computing import POST
from integrationsplan.funding._events import PassedBack, PassedOn, PostFilled, Used
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._proof import ProofOfUse
from integrationsplan.funding._sources import application_source, notice_source, proof_source
from integrationsplan.values import Money, Period, format_number, parse_number
from integrationsplan.values._period import ONE_DAY

__all__ = ["against_record"]

ZERO = Money(0)


def against_record(
    grant: Grant,
    proof: ProofOfUse,
    application: Application,
    rule: Programme | None,
    others: Iterable[Money],
    *,
    others_are_known: bool = True,
) -> Iterator[Finding]:
    """Yield where a proof of use is not what the grant and the application have recorded.

    What was never recorded is not missed: posts are compared where one was filled, and money where
    some of it was used.

    Args:
        grant: The grant with its events.
        proof: The proof of use.
        application: What was applied for.
        rule: The rule of the award, if there is one.
        others: What of the cost was paid from elsewhere: income, own money.
        others_are_known: Whether that is all; of a share of the cost, the rest is own money.
    """
    yield from _period(grant, proof)
    yield from _nothing(proof, rule)
    yield from _posts(grant, proof)
    yield from _money(grant, proof, others, others_are_known=others_are_known)
    yield from _passed_on(grant, application)


def _period(grant: Grant, proof: ProofOfUse) -> Iterator[Finding]:
    """Yield a proof of a time that is not granted, and a final one that leaves out some of it."""
    granted = grant.period()
    (start, end), (first, last) = proof.period.bounds, granted.bounds
    is_beyond = start < first or end > last
    if is_beyond or (not proof.is_interim and (start, end) != (first, last)):
        yield found.OTHER_PROOF_PERIOD.at(
            proof.id, notice_source(grant), start=start, end=end, first=first, last=last
        )


def _nothing(proof: ProofOfUse, rule: Programme | None) -> Iterator[Finding]:
    needs_posts = rule is not None and any(each.level == POST for each in rule.figures.values())
    if not proof.posts and (needs_posts or not proof.costs):
        yield found.NOTHING_PROVED.at(proof.id, proof_source(proof))


# -- posts -----------------------------------------------------------------------------------------


class _Time(NamedTuple):
    """A time in which a post was held without a change."""

    start: dt.date
    end: dt.date
    fte: Fraction
    classes: tuple[str | None, str | None]

    def said(self, language: Language) -> str:
        days = f"{format_date(self.start, language)} – {format_date(self.end, language)}"
        unit = "VZÄ" if language == "de" else "FTE"
        parts = [days, f"{format_number(self.fte, language)} {unit}", *filter(None, self.classes)]
        return " ".join(parts)


def _posts(grant: Grant, proof: ProofOfUse) -> Iterator[Finding]:
    if not proof.posts or not any(isinstance(event, PostFilled) for event in grant.events):
        return
    window = grant.period().intersection(proof.period)
    if window is None:
        return
    recorded, proven = _times(grant.posts(), window), _times(proof.posts, window)
    source = notice_source(grant)
    for whole in dict.fromkeys((*recorded, *proven)):
        if recorded.get(whole) != proven.get(whole):
            yield found.POST_NOT_AS_RECORDED.at(
                whole,
                source,
                proven=_named(proven.get(whole, [])),
                recorded=_named(recorded.get(whole, [])),
            )


def _times(posts: Iterable[Post], window: Period) -> Mapping[str, list[_Time]]:
    """Return when each whole post was held in a time, and how; what goes on unchanged is one."""
    first, last = window.bounds
    found_times: dict[str, list[_Time]] = defaultdict(list)
    for post in posts:
        start, end = max(post.start or first, first), min(post.end or last, last)
        if start <= end:
            classes = (post.qualification, post.pay_group)
            time = _Time(start, end, parse_number(post.fte), classes)
            found_times[post.of or post.id].append(time)
    return {whole: _joined(sorted(times, key=_order)) for whole, times in found_times.items()}


def _order(time: _Time) -> tuple[dt.date, dt.date, Fraction, str]:
    return time.start, time.end, time.fte, str(time.classes)


def _joined(times: list[_Time]) -> list[_Time]:
    joined = times[:1]
    for time in times[1:]:
        before = joined[-1]
        if before[2:] == time[2:] and before.end + ONE_DAY == time.start:
            joined[-1] = before._replace(end=time.end)
        else:
            joined.append(time)
    return joined


def _named(times: list[_Time]) -> Named:
    if not times:
        return Named("", Wording("not held", "nicht besetzt"))
    said = {language: listed([time.said(language) for time in times]) for language in ("de", "en")}
    exact = listed([f"{time.start}/{time.end}" for time in times])
    return Named(exact, Wording(said["en"], said["de"]))


# -- money -----------------------------------------------------------------------------------------


def _money(
    grant: Grant, proof: ProofOfUse, others: Iterable[Money], *, others_are_known: bool
) -> Iterator[Finding]:
    """Yield where what was recorded as used is not what the proof has spent of the grant."""
    until = proof.period.bounds[1] if proof.is_interim else dt.date.max
    uses = [event for event in grant.until(until) if isinstance(event, Used)]
    if not uses or not proof.costs:
        return
    used = Money.total(event.amount for event in uses)
    # The grant pays no more than it is; what is above it, the recipient has paid.
    left = proof.cost.minor - sum(amount.minor for amount in others)
    spent = min(Money(max(left, 0)), grant.ledger().granted)
    if used > spent or (used < spent and others_are_known):
        yield found.COST_NOT_AS_RECORDED.at(proof.id, proof_source(proof), spent=spent, used=used)
    costs: dict[str, Money] = {}
    for cost in proof.costs:
        costs[cost.line_id] = costs.get(cost.line_id, ZERO) + cost.amount
    lines: dict[str, Money] = {}
    for event in uses:
        if event.line is not None:
            lines[event.line] = lines.get(event.line, ZERO) + event.amount
    for line, amount in lines.items():
        cost_of_line = costs.get(line, ZERO)
        if amount > cost_of_line:
            yield found.LINE_NOT_AS_RECORDED.at(
                line, proof_source(proof), used=amount, spent=cost_of_line
            )


def _passed_on(grant: Grant, application: Application) -> Iterator[Finding]:
    """Yield each to whom money went who neither takes part nor does the work."""
    known = {application.applicant.key, grant.recipient.key}
    known |= {member.key for member in application.members}
    known |= {carrier.id for carrier in application.carriers}
    keys: dict[str, None] = {}
    for event in grant.events:
        match event:
            case PassedOn(to=key) | PassedBack(by=key) | Used(by=str(key)):
                keys[key] = None
            case _:
                pass
    for key in keys:
        if key not in known:
            yield found.PASSED_TO_UNKNOWN.at(key, application_source(application))
