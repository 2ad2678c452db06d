"""The whole life of one grant, from application to the last settled cent, balanced at each step.

Three municipalities of two districts are too small to apply alone. They join, two carriers do the
work, staff changes, and at the end some money goes back with interest. Run it with
``python examples/whole_grant.py [de|en]``; without a language it is told in both.

The programme, its rules and its figures are those of the catalogue, with their sources. Everything
else is INVENTED: the municipalities, the persons counted there, carriers, staff, days, costs and
reports; the districts are real. What no source says and somebody has to choose stands in `CHOSEN`.
"""

# ruff: noqa: S101  # an example checks what it tells

import datetime as dt
import sys

from integrationsplan import (
    AGS,
    Finding,
    InvalidValueError,
    Money,
    Period,
    Rounding,
    allocate,
    catalogue,
    evolve,
    from_json,
    to_json,
)
from integrationsplan.errors import NotStatedError
from integrationsplan.funding import (
    ApplicantKind,
    Application,
    Carrier,
    CarrierReport,
    Claimed,
    CostCategory,
    CostLine,
    DayCount,
    DeadlineKind,
    Grant,
    Granted,
    GrantEvent,
    Instalment,
    InterestCharged,
    InterestPaid,
    Ledger,
    Paid,
    Participant,
    PassedBack,
    PassedOn,
    PayInterrupted,
    Post,
    PostFilled,
    PostVacated,
    ProofOfUse,
    Repaid,
    ReportSection,
    ReportSubmitted,
    RuleStep,
    Used,
    amount_of,
    award_for,
    check_application,
    check_round,
    grant_due,
    interest_on,
    merge_reports,
    settle,
)
from integrationsplan.values import FrozenMap, Language

PROGRAMME = catalogue.funding("de-bw-integrationsmanagement")
TERMS = catalogue.terms(PROGRAMME.id)
"""Its figures, then those of the general terms that it names, and the base rate of interest."""

CHOSEN = {
    "day_count": DayCount.ACTUAL_365,  # § 49a VwVfG says "for a year", and not how days count
    "rounding": Rounding.DOWN,  # of interest, to cents
}
"""What no source says: here it is chosen, and named wherever it counts."""

PERIOD = Period.of_months(dt.date(2018, 2, 1), 24)
COUNTED = {"Musterbach": 40, "Beispielau": 45, "Probstal": 35}
"""Persons counted on 15 September 2017; invented, as the municipalities are."""
DISTRICTS = {"Musterbach": "08116", "Beispielau": "08116", "Probstal": "08117"}
"""Esslingen and Göppingen."""
NORTH, SOUTH = "carrier-north", "carrier-south"


def money(text: str) -> Money:
    """Return an amount of euros."""
    return Money.of(text)


def day(text: str) -> dt.date:
    """Return a day."""
    return dt.date.fromisoformat(text)


def is_balanced(ledger: Ledger) -> bool:
    """Tell whether the parts add up to the grant, and none is below zero."""
    parts = (ledger.lapsed, ledger.undrawn, ledger.held, ledger.spent)
    amounts = (*parts, ledger.recoverable, ledger.at_hand, ledger.with_others)
    return (
        Money.total(parts) - ledger.recoverable == ledger.granted
        and ledger.at_hand + ledger.with_others == ledger.held
        and all(amount.minor >= 0 for amount in amounts)
    )


class Story:
    """Tells what happens in one language, and looks at the ledger after each step."""

    def __init__(self, language: Language) -> None:
        """Begin."""
        self.language = language

    def head(self, en: str, de: str) -> None:
        """Begin a chapter."""
        words = de if self.language == "de" else en
        print(f"\n{words}\n{'-' * len(words)}")

    def say(self, en: str, de: str) -> None:
        """Tell something."""
        print(de if self.language == "de" else en)

    def findings(self, findings: tuple[Finding, ...]) -> None:
        """Tell what was found, with what it rests on."""
        for finding in findings:
            source = f" ({finding.source.split(', http')[0]})" if finding.source else ""
            print(f"  ! {finding.format(self.language)}{source}")

    def ledger(self, grant: Grant, on: dt.date | None = None) -> None:
        """Print where the money is, and see that it is balanced and nothing below zero."""
        now = grant.ledger(on)
        assert is_balanced(now)
        print("  " + now.format(self.language).replace("\n", "\n  "))


# -- apply -----------------------------------------------------------------------------------------


def framework_of(name: str, story: Story) -> Money:
    """Return what a municipality may claim at most for the whole period, as the rule says."""
    use = PROGRAMME.rule_for(RuleStep.FRAMEWORK, day("2018-01-15"))
    assert use is not None
    rows = [{"key": name, "persons": COUNTED[name]}]
    (award,) = allocate(catalogue.load(use.rule), rows, day=day("2018-01-15"))
    first, formula, *_ = award.explain(story.language).splitlines()
    print(f"  {first}\n  {formula}")
    return amount_of(award, PERIOD)


def participant(name: str, story: Story) -> Participant:
    """Return a municipality with its framework."""
    return Participant(
        key=name,
        applicant=ApplicantKind.MUNICIPALITY,
        region=AGS(DISTRICTS[name]),
        framework=framework_of(name, story),
    )


def posts(smallest: str) -> tuple[Post, ...]:
    """Return the posts that are asked for; the holder is a number of the staff file."""
    return (
        Post(id="p-1", fte="1", qualification="university", holder="staff-101", employer=NORTH),
        Post(id="p-2", fte="0.5", qualification="vocational", holder="staff-204", employer=SOUTH),
        Post(
            id="p-3", fte=smallest, qualification="vocational", holder="staff-205", employer=SOUTH
        ),
    )


def apply(story: Story) -> Application:
    """Apply alone, then together, with what the checks find."""
    story.head("1. Alone it is too little", "1. Allein reicht es nicht")
    members = tuple(participant(name, story) for name in COUNTED)
    first, *others = members
    alone = Application(
        id="a-0",
        programme=PROGRAMME.id,
        received_on=day("2018-01-16"),
        applicant=first,
        period=PERIOD,
    )
    found = check_application(TERMS, alone)
    assert [finding.code for finding in found] == ["below_minimum"]
    story.findings(found)

    story.head("2. Three municipalities of two districts", "2. Drei Gemeinden aus zwei Kreisen")
    draft = Application(
        id="a-1",
        programme=PROGRAMME.id,
        received_on=day("2018-01-18"),
        applicant=first,
        members=tuple(others),
        carriers=(
            Carrier(id=NORTH, name="Träger Nord e. V.", agreed_on=day("2018-01-17")),
            Carrier(id=SOUTH, name="Träger Süd gGmbH"),
        ),
        posts=posts("0.2"),
        period=PERIOD,
    )
    found = check_application(TERMS, draft)
    assert {finding.code for finding in found} == {"part_too_small"}
    story.say("The first draft:", "Der erste Entwurf:")
    story.findings(found)

    agreed = evolve(draft.carriers[1], agreed_on=day("2018-01-19"))
    application = evolve(
        draft,
        received_on=day("2018-01-22"),
        carriers=(draft.carriers[0], agreed),
        posts=posts("0.25"),
    )
    assert check_application(TERMS, application) == ()
    assert check_round([application]) == ()
    assert application.framework == Money.total(m.framework for m in members if m.framework)
    story.say("The second: nothing to complain of.", "Der zweite: keine Beanstandung.")
    assert from_json(to_json(application), Application) == application
    return application


# -- grant and draw --------------------------------------------------------------------------------


def grant_it(application: Application, story: Story) -> Grant:
    """Compute the grant and write the notice: 60 % first."""
    story.head("3. The grant", "3. Die Zuwendung")
    use = PROGRAMME.rule_for(RuleStep.AWARD, day("2018-02-01"))
    assert use is not None
    award = award_for(catalogue.load(use.rule), application)
    amount = amount_of(award, PERIOD)
    print("  " + award.explain(story.language).replace("\n", "\n  "))
    assert amount == application.framework  # the posts cost more than the framework

    # The programme paid 60 % of the money of 2017 first; that this notice keeps to it is invented.
    share = TERMS.value("first_tranche", day("2017-12-31"))
    first = amount.times(share.number, rounding=Rounding.DOWN)
    instalments = (
        Instalment(id="1", amount=first, due=day("2018-02-15")),
        Instalment(id="2", amount=amount - first, due=day("2019-03-01")),
    )
    notice = Granted(
        id="notice",
        on=day("2018-01-29"),
        amount=amount,
        period=PERIOD,
        reference="15.2-IM/0815 (erfunden)",
        instalments=instalments,
    )
    grant = Grant(
        id="g-1",
        programme=PROGRAMME.id,
        application=application.id,
        recipient=application.applicant,
    ).record(notice)
    story.ledger(grant)

    story.say("By when:", "Bis wann:")
    for due in grant_due(TERMS, grant, day("2018-01-29"), day("2020-12-31")):
        print(f"  {due.format(story.language)}")
    try:
        TERMS.value("use", day("2018-02-15"))
    except NotStatedError as error:
        print(f"  ? {error.text(story.language)}")
    return grant


def draw(grant: Grant, story: Story) -> Grant:
    """Draw the first part, pass it on to the carriers, fill the posts, spend."""
    story.head("4. The first 60 %", "4. Die ersten 60 %")
    first, _ = grant.notice.instalments
    try:
        grant.record(Paid(id="x", on=day("2018-02-15"), amount=money("200000")))
    except InvalidValueError as error:
        print("  " + error.text(story.language).replace("\n", "\n  "))

    one, two, three = posts("0.25")
    grant = grant.record(
        PostFilled(id="fill-1", on=day("2018-02-01"), post=one),
        PostFilled(id="fill-2", on=day("2018-02-01"), post=two),
        PostFilled(id="fill-3", on=day("2018-03-01"), post=three),
        Claimed(id="claim-1", on=day("2018-02-05"), amount=first.amount),
        Paid(id="paid-1", on=day("2018-02-15"), amount=first.amount, instalment=first.id),
        PassedOn(id="on-1", on=day("2018-02-20"), to=NORTH, amount=money("70000")),
        PassedOn(id="on-2", on=day("2018-02-20"), to=SOUTH, amount=money("40000")),
        *used("2018-12-31", "58000", "36000"),
    )
    story.ledger(grant)
    now = grant.ledger()
    story.say(
        f"Of it with the carriers: {now.with_others.format('en')}",
        f"Davon bei den Trägern: {now.with_others.format('de')}",
    )
    return grant


def used(on: str, north: str, south: str) -> tuple[GrantEvent, ...]:
    """Return what both carriers have spent until a day."""
    return (
        Used(id=f"north-{on}", on=day(on), by=NORTH, line="north", amount=money(north)),
        Used(id=f"south-{on}", on=day(on), by=SOUTH, line="south", amount=money(south)),
    )


def change_staff(grant: Grant, story: Story) -> Grant:
    """Go through what happens to posts: vacated, filled at another rate, without pay."""
    story.head("5. Staff changes", "5. Das Personal wechselt")
    one = posts("0.25")[0]
    successor = evolve(one, qualification="vocational", holder="staff-117")
    _, second = grant.notice.instalments
    grant = grant.record(
        PostVacated(id="leave-1", on=day("2019-02-28"), post="p-1"),
        PostFilled(id="fill-4", on=day("2019-05-01"), post=successor),
        PayInterrupted(
            id="pause-2", on=day("2019-07-01"), until=day("2019-08-31"), post="p-2", note="illness"
        ),
        Claimed(id="claim-2", on=day("2019-02-20"), amount=second.amount),
        Paid(id="paid-2", on=day("2019-03-01"), amount=second.amount, instalment=second.id),
        PassedOn(id="on-3", on=day("2019-03-08"), to=NORTH, amount=money("42000")),
        PassedOn(id="on-4", on=day("2019-03-08"), to=SOUTH, amount=money("36000")),
        *used("2019-12-31", "46500", "32000"),
    )
    for post in grant.posts():
        print(f"  {post.id}: {post.fte} × {post.qualification}, {post.start} – {post.end}")
    story.ledger(grant)
    return grant


# -- report and settle -----------------------------------------------------------------------------


def report(application: Application, grant: Grant, story: Story) -> tuple[Grant, ProofOfUse]:
    """Merge the reports of the carriers into one, and hand in the proof of use."""
    story.head("6. Two carriers, one report", "6. Zwei Träger, ein Sachbericht")
    north = CarrierReport(
        carrier=NORTH,
        submitted_on=day("2020-03-02"),
        period=PERIOD,
        posts=("p-1",),
        indicators=FrozenMap({"talks": 1210, "agreed_plans": 64, "topic_housing": 402}),
        sections=(ReportSection(title="Beratung", text="Schwerpunkt war die Wohnungssuche."),),
    )
    south = CarrierReport(
        carrier=SOUTH,
        submitted_on=day("2020-03-09"),
        period=PERIOD,
        posts=("p-2", "p-3"),
        indicators=FrozenMap({"talks": 830, "agreed_plans": 41}),
        sections=(ReportSection(title="Beratung", text="Viele Gespräche zur Anerkennung."),),
    )
    _, found = merge_reports(application, [south, north], id="r-0", grant=grant.id, period=PERIOD)
    assert [finding.code for finding in found] == ["indicator_missing"]
    story.findings(found)
    south = evolve(south, indicators=FrozenMap({**south.indicators, "topic_housing": 150}))
    merged, found = merge_reports(
        application, [south, north], id="r-1", grant=grant.id, period=PERIOD
    )
    assert found == ()
    print("  " + ", ".join(f"{name}: {count}" for name, count in merged.indicators.items()))
    print("  " + "; ".join(f"{part.carrier}: {part.text}" for part in merged.sections))

    proof = ProofOfUse(
        id="v-1",
        grant=grant.id,
        submitted_on=day("2020-04-20"),
        period=PERIOD,
        posts=grant.posts(),
        costs=(
            CostLine(
                id="north",
                category=CostCategory.PERSONNEL,
                post="p-1",
                amount=money("108310.44"),
            ),
            CostLine(
                id="south",
                category=CostCategory.PERSONNEL,
                post="p-2",
                amount=money("72940.10"),
            ),
        ),
        own_money=money("4250.54"),
        report=merged,
    )
    assert from_json(to_json(proof), ProofOfUse) == proof
    # What the carriers still spend in January, and what they give back.
    rest = grant.ledger()
    north_left = rest.passed_on[NORTH] - rest.used_by[NORTH]
    south_left = rest.passed_on[SOUTH] - rest.used_by[SOUTH]
    grant = grant.record(
        *used("2020-01-31", "2500", "2000"),
        PassedBack(id="back-1", on=day("2020-02-10"), by=NORTH, amount=north_left - money("2500")),
        PassedBack(id="back-2", on=day("2020-02-10"), by=SOUTH, amount=south_left - money("2000")),
        ReportSubmitted(
            id="report-1",
            on=proof.submitted_on,
            sort=DeadlineKind.NARRATIVE_REPORT,
            report=merged.id,
        ),
        ReportSubmitted(
            id="report-2", on=proof.submitted_on, sort=DeadlineKind.NUMERIC_PROOF, report=proof.id
        ),
    )
    story.ledger(grant)
    assert grant.ledger().with_others.minor == 0
    return grant, proof


def settle_it(application: Application, grant: Grant, proof: ProofOfUse, story: Story) -> Grant:
    """Settle by the very rule of the award, demand back, charge interest, close."""
    story.head("7. Settled", "7. Abgerechnet")
    use = PROGRAMME.rule_for(RuleStep.AWARD, day("2018-02-01"))
    assert use is not None
    rule = catalogue.load(use.rule)
    settlement = settle(TERMS, grant, proof, application=application, rule=rule)
    print("  " + settlement.explain(story.language).replace("\n", "\n  "))
    assert settlement.owed == money("178770.83")
    assert settlement.recovery == settlement.lapsed == money("12289.17")

    notice, pay_by = day("2020-06-15"), day("2020-07-15")
    grant = grant.record(*settlement.events(notice, id="final", pay_by=pay_by))
    story.ledger(grant)

    story.head("8. What goes back, and its interest", "8. Was zurückgeht, und seine Zinsen")
    # What was owed is used up, out of what the recipient has at hand, as the final notice says.
    now = grant.ledger()
    own = Used(id="own", on=notice, amount=now.at_hand - settlement.recovery)
    paid_back = day("2020-07-10")
    interest = interest_on(
        settlement.recovery,
        Period(day("2020-02-01"), paid_back),
        TERMS,
        day_count=CHOSEN["day_count"],
        rounding=CHOSEN["rounding"],
    )
    print("  " + interest.explain(story.language).replace("\n", "\n  "))
    grant = grant.record(own, Repaid(id="repaid", on=paid_back, amount=settlement.recovery))
    story.ledger(grant)
    grant = grant.record(
        InterestCharged(id="interest", on=day("2020-07-20"), amount=interest.total),
        InterestPaid(id="interest-paid", on=day("2020-08-03"), amount=interest.total),
    )
    assert grant.ledger().is_closed
    assert set(grant.ledger().residues) == {"lapsed"}
    assert from_json(to_json(grant), Grant) == grant
    story.say("Closed: nobody owes anything.", "Geschlossen: Niemand schuldet mehr etwas.")
    return grant


def tell(language: Language) -> None:
    """Tell the whole life in one language, then once more as a list of what happened."""
    story = Story(language)
    application = apply(story)
    grant = grant_it(application, story)
    grant = draw(grant, story)
    grant = change_staff(grant, story)
    grant, proof = report(application, grant, story)
    grant = settle_it(application, grant, proof, story)

    story.head("9. Balanced after every event", "9. Ausgeglichen nach jedem Vorgang")
    for count, event in enumerate(grant.events, start=1):
        assert is_balanced(evolve(grant, events=grant.events[:count]).ledger())
        print(f"  {event.on}  {event.summary(language)}")


if __name__ == "__main__":
    for name in sys.argv[1:] or ("en", "de"):
        tell("de" if name == "de" else "en")
