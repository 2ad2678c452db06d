"""``apply``, ``settle`` and ``due``: the life of a grant from files."""

import datetime as dt
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.unit.cli.funding_files import APPLICATION, GENERAL, GRANT, PROGRAMME, RULE, Files

from integrationsplan import from_json
from integrationsplan.errors import DateOutOfRangeError
from integrationsplan.funding import Grant

Run = Callable[..., Any]
THILIK = "de-th-thilik"
SETTLED = ("--notice", "2019-04-30")


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Return what writes the documents of an invented programme."""
    return Files(tmp_path)


def settling(files: Files, *words: str, **changes: dict[str, Any]) -> tuple[str, ...]:
    """Return a command that settles the case, with changed documents."""
    return (
        "settle",
        files.programme,
        *("--grant", files.grant(**changes.get("grant", {}))),
        *("--application", files.application(**changes.get("application", {}))),
        *("--proof", files.proof(**changes.get("proof", {}))),
        *words,
    )


# -- apply -----------------------------------------------------------------------------------------


def test_sound_application_is_fine(run: Run, files: Files):
    """Exit code 0, and that no rule was there to compute."""
    assert (
        0,
        "Trial programme (trial)\n"
        "Application a-1 of Weinheim, received on 2018-01-31, for 2018-01-01 – 2018-12-31\n\n"
        "Nothing speaks against the application.\n\n"
        "No award computed: the programme names no rule of the award for 2018-01-01.\n",
        "",
    ) == run("apply", files.programme, files.application())


def test_application_from_standard_input(run: Run, files: Files):
    """A dash reads it there."""
    result = run("apply", files.programme, "-", stdin=json.dumps(APPLICATION))
    assert (0, "") == (result.code, result.err)


def test_application_in_toml(run: Run, files: Files):
    """As people write it."""
    path = files.text(
        "a.toml",
        'format = "integrationsplan/application"\nversion = 1\nid = "a-1"\nprogramme = "trial"\n'
        'received_on = 2018-01-31\napplicant = { key = "Weinheim" }\n'
        "period = { start = 2018-01-01, end = 2018-12-31 }\n",
    )
    assert 0 == run("apply", files.programme, path).code


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "de",
            "! Der Antrag ging am 30.04.2018 ein; die Frist endete am 31.03.2018.\n"
            "    beruht auf: The law, no. 7, https://example.org/law\n"
            "! p-1: Ein Stellenanteil von 0,2 VZÄ liegt unter dem Mindestanteil von 0,25 VZÄ.\n"
            "    beruht auf: The law, https://example.org/law\n"
            "! p-1: Wer die Stelle innehat, ist nicht benannt.\n"
            "    beruht auf: The law, no. 4, https://example.org/law\n",
        ),
        (
            "en",
            "! The application came in on 2018-04-30; the deadline was 2018-03-31.\n"
            "    rests on: The law, no. 7, https://example.org/law\n"
            "! p-1: A part of 0.2 FTE is below the least part of 0.25 FTE.\n"
            "    rests on: The law, https://example.org/law\n"
            "! p-1: The person who holds the post is not named.\n"
            "    rests on: The law, no. 4, https://example.org/law\n",
        ),
    ],
)
def test_findings_are_told_with_their_source(run: Run, files: Files, language: str, wanted: str):
    """All at once, in one language; exit code 1."""
    path = files.application(received_on="2018-04-30", posts=[{"id": "p-1", "fte": "0.2"}])
    result = run("apply", files.programme, path, "--lang", language)
    assert (1, True, "") == (result.code, wanted in result.out, result.err)


def test_findings_as_data(run: Run, files: Files):
    """Codes, weights and sources, in both languages."""
    path = files.application(received_on="2018-04-30")
    result = run("apply", files.programme, path, "--format", "json")
    data = json.loads(result.out)
    (finding,) = data["findings"]
    assert (
        1,
        ("trial", "a-1", "2018-01-01", True, None, None, []),
        ("application_too_late", "warning", {"de", "en"}),
        "The law, no. 7, https://example.org/law",
    ) == (
        result.code,
        (
            *(data["programme"], data["application"], data["day"], data["speaks_against"]),
            *(data["rule"], data["award"], data["problems"]),
        ),
        (finding["code"], finding["severity"], set(finding["text"])),
        finding["source"],
    )


def test_award_is_computed(run: Run, files: Files):
    """Half a post at 64,000 a year, for two years."""
    path = files.application(period={"start": "2018-01-01", "end": "2019-12-31"})
    out = run("apply", files.programme, path, "--rule", files.rule).out
    assert out.endswith(
        "Award by the rule trial-award, law of 2018-01-01: 32,000 EUR/year\n"
        "  for the whole period: €64,000.00\n"
    )


def test_award_is_explained_on_demand(run: Run, files: Files):
    """The steps and the source of each number."""
    words = ("apply", files.programme, files.application(), "--rule", files.rule)
    wanted = "rate = 64.000 EUR/VZÄ/Jahr (angegeben): The law"
    assert [False, True] == [
        wanted in run(*words, "--lang", "de", *more).out for more in ((), ("--explain",))
    ]


def test_award_as_data(run: Run, files: Files):
    """The amount as text, and the trace where it was asked for."""
    words = ("apply", files.programme, files.application(), "--rule", files.rule)
    plain = json.loads(run(*words, "--format", "json").out)["award"]
    explained = json.loads(run(*words, "--format", "json", "--explain").out)["award"]
    assert (
        {
            "amount": "32000.00",
            "unit": "EUR/year",
            "whole_period": "32000.00 EUR",
            "is_excluded": False,
            "sources": {"land": "32000.00"},
            "tranches": {},
        },
        "integrationsplan/trace",
    ) == (plain, explained["explanation"]["format"])


def test_award_that_cannot_be_computed_is_told_beside_the_findings(run: Run, files: Files):
    """A period of broken years, by a rule of yearly sums."""
    path = files.application(
        period={"start": "2018-01-01", "end": "2018-06-30"}, received_on="2018-04-30"
    )
    result = run("apply", files.programme, path, "--rule", files.rule)
    assert (1, True, True) == (
        result.code,
        "! The application came in" in result.out,
        "cannot be computed by the rule trial-award:\n  award: 1 problem\n  /period: found a "
        "period of broken years" in result.out,
    )


def test_problems_of_the_award_as_data(run: Run, files: Files):
    """By their codes."""
    path = files.application(period={"start": "2018-01-01", "end": "2018-06-30"})
    words = ("apply", files.programme, path, "--rule", files.rule, "--format", "json")
    result = run(*words)
    data = json.loads(result.out)
    assert (1, "32000.00", None, ["broken_years"]) == (
        result.code,
        data["award"]["amount"],
        data["award"]["whole_period"],
        [problem["code"] for problem in data["problems"]],
    )


def test_rule_that_is_not_in_force_is_told(run: Run, files: Files):
    """As data too."""
    words = ("apply", files.programme, files.application(), "--rule", files.rule)
    late = ("--on", "2022-01-01")
    result = run(*words, *late)
    data = json.loads(run(*words, *late, "--format", "json").out)
    assert (1, True, ["not_in_force"]) == (
        result.code,
        "'trial-award' is not in force on 2022-01-01" in result.out,
        [problem["code"] for problem in data["problems"]],
    )


def test_what_a_condition_excludes_has_no_award(run: Run, files: Files):
    """The condition is a finding that speaks against it."""
    condition = (
        '[[conditions]]\ncode = "too_small"\neffect = "exclude"\n'
        'when = { kind = "compare", left = "grant", op = "at_least", right = "limit" }\n'
        'de = "Zu klein."\nen = "Too small."\n'
        '[parameters.limit]\nunit = "EUR/year"\n'
        'values = [{ value = "40000", basis = "stated", citation = "law" }]\n'
    )
    path = files.text("rule.toml", RULE.replace("[result]", f"{condition}[result]"))
    result = run("apply", files.programme, files.application(), "--rule", path)
    assert (1, True, True) == (
        result.code,
        "! Weinheim: Too small." in result.out,
        "Award by the rule trial-award, law of 2018-01-01: none" in result.out,
    )


def test_notice_of_a_condition_does_not_speak_against(run: Run, files: Files):
    """Good to know, and exit code 0."""
    condition = (
        '[[conditions]]\ncode = "small"\neffect = "notice"\n'
        'when = { kind = "compare", left = "grant", op = "at_least", right = "limit" }\n'
        'de = "Klein."\nen = "Small."\n'
        'ways = [{ code = "join", de = "mit anderen", en = "with others" }]\n'
        '[parameters.limit]\nunit = "EUR/year"\n'
        'values = [{ value = "40000", basis = "stated", citation = "law" }]\n'
    )
    path = files.text("rule.toml", RULE.replace("[result]", f"{condition}[result]"))
    result = run("apply", files.programme, files.application(), "--rule", path)
    assert (0, True) == (result.code, "- Weinheim: Small.\n    - with others\n" in result.out)


def test_general_terms_may_be_added(run: Run, files: Files):
    """What the programme does not say, they say."""
    terms = files.text("terms.toml", GENERAL)
    result = run("apply", files.programme, files.application(), "--terms", terms)
    assert (1, True) == (
        result.code,
        "12 months are asked for; 6 are funded at most." in result.out,
    )


def test_general_terms_that_the_programme_names_may_be_given(run: Run, files: Files):
    """The catalogue need not have them."""
    text = PROGRAMME.replace("reviewed_on", 'general_terms = ["trial-terms"]\nreviewed_on')
    path = files.text("named.toml", text)
    terms = files.text("terms.toml", GENERAL)
    words = ("apply", path, files.application())
    without, given = run(*words), run(*words, "--terms", terms)
    assert (2, True, 1, "") == (
        without.code,
        "(trial-terms); give them with --terms FILE" in without.err,
        given.code,
        given.err,
    )


def test_general_terms_of_the_catalogue_may_be_named(run: Run, files: Files):
    """By a programme or beside it."""
    text = PROGRAMME.replace("reviewed_on", 'general_terms = ["de-anbest-p"]\nreviewed_on')
    words = (files.text("named.toml", text), files.application())
    assert [0, 0] == [
        run("apply", *words).code,
        run("apply", *words, "--terms", "de-basiszinssatz").code,
    ]


def test_rule_of_the_programme_is_the_default(run: Run, files: Files):
    """As the programme names it for the day; the catalogue has it."""
    path = files.application(
        programme=THILIK,
        received_on="2016-04-01",
        period={"start": "2016-05-01", "end": "2017-12-31"},
        applicant={"key": "Gotha", "applicant": "district"},
        posts=[{"id": "p-1", "fte": "1"}],
        costs=[{"id": "c", "category": "personnel", "post": "p-1", "amount": "60000.00 EUR"}],
        cooperates_with=["de-th-planungskoordinatoren", "de-th-thinka"],
    )
    data = json.loads(run("apply", THILIK, path, "--format", "json").out)
    assert ("de-th-thilik-2016", "60000.00", "60000.00 EUR") == (
        data["rule"],
        data["award"]["amount"],
        data["award"]["whole_period"],
    )


def test_rule_that_does_not_ship_has_to_be_given(run: Run, files: Files):
    """The remedy is named."""
    rules = '\n[[rules]]\nstep = "award"\nrule = "trial-award"\n\n[[norms]]'
    path = files.text("p.toml", PROGRAMME.replace("\n[[norms]]", rules, 1))
    words = ("apply", path, files.application())
    without, given = run(*words), run(*words, "--rule", files.rule)
    assert (2, True, 0) == (
        without.code,
        "(trial-award); give it with --rule FILE" in without.err,
        given.code,
    )


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("did you mean de-th-thilik", ("apply", "de-th-thilk", "x.json")),
        ("gemeint: de-th-thilik", ("apply", "de-th-thilk", "x.json", "--lang", "de")),
        ("did you mean de-th-thilik,", ("apply", "de-th-thilik-2016x", "x.json")),
        ("did you mean de-th-thilik-2016", ("apply", THILIK, "{a}", "--rule", "de-th-thilik-206")),
        ("did you mean de-anbest-p", ("apply", THILIK, "{a}", "--terms", "de-anbest-q")),
        ("no such file", ("apply", THILIK, "nothing.json")),
        ("is no date", ("apply", THILIK, "{a}", "--on", "2018-02-30")),
    ],
)
def test_what_is_not_there_is_told(run: Run, files: Files, wanted: str, words: tuple[str, ...]):
    """Exit code 2, with what was perhaps meant."""
    path = files.application(programme=THILIK)
    result = run(*(word.replace("{a}", path) for word in words))
    assert (2, "", True) == (result.code, result.out, wanted in result.err)


@pytest.mark.parametrize(
    ("wanted", "changes"),
    [
        ("/programme: found a document of another programme", {"programme": "other"}),
        ("/applicant: ", {"applicant": None}),
        ("/period: ", {"period": {"start": "2018-01-01"}}),
        ("/posts/0/fte: ", {"posts": [{"id": "p", "fte": "0"}]}),
        ("/format: ", {"format": "integrationsplan/grant"}),
        (
            "/costs/0/amount: found an amount in another currency",
            {"costs": [{"id": "c", "category": "personnel", "amount": "5.00 USD"}]},
        ),
        (
            "/applicant/framework: found an amount in another currency",
            {"applicant": {"key": "W", "framework": "5.00 CHF"}},
        ),
    ],
)
def test_damaged_application_is_refused(
    run: Run, files: Files, wanted: str, changes: dict[str, Any]
):
    """By file and place, with nothing on stdout."""
    result = run("apply", files.programme, files.application(**changes))
    assert (1, "", True, True) == (
        result.code,
        result.out,
        "application.json: 1 problem" in result.err,
        f"  {wanted}" in result.err,
    )


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"format": 5}', "\ufeff{}", "{}\n{}"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_no_application_is_refused(run: Run, files: Files, content: str, language: str):
    """Never a traceback."""
    path = files.text("a.json", content)
    result = run("apply", files.programme, path, "--lang", language)
    assert (1, "", True, False) == (
        result.code,
        result.out,
        "a.json: " in result.err,
        "Traceback" in result.err,
    )


def test_hostile_names_do_not_reach_the_terminal(run: Run, files: Files):
    """A document with control characters is refused."""
    result = run("apply", files.programme, files.application(applicant={"key": "a\x1b[31m"}))
    assert (1, False) == (result.code, "\x1b" in result.out + result.err)


# -- settle ----------------------------------------------------------------------------------------


def test_settlement_is_told(run: Run, files: Files):
    """The sums, the ledger before and after, what is to be recorded."""
    assert (
        0,
        "Trial programme (trial)\n"
        "Settlement of the grant g-1 by the proof of use v-1\n\n"
        "granted: €9,600.00\n"
        "real cost: €11,500.00\n"
        "recognised cost: €11,500.00\n"
        "due for what was done: €9,200.00\n"
        "owed, at most what is granted: €9,200.00\n"
        "drawn: €9,600.00\n"
        "to be recovered: €400.00\n"
        "still to be paid: €0.00\n"
        "lapsed: €400.00\n\n"
        "Before the settlement\n"
        "  granted: €9,600.00\n"
        "  lapsed: €0.00\n"
        "  not drawn: €0.00\n"
        "  drawn: €9,600.00\n"
        "  used: €9,000.00\n"
        "  drawn and not used: €600.00\n"
        "  to be recovered: €0.00\n\n"
        "After the final notice\n"
        "  granted: €9,600.00\n"
        "  lapsed: €400.00\n"
        "  not drawn: €0.00\n"
        "  drawn: €9,600.00\n"
        "  used: €9,000.00\n"
        "  drawn and not used: €600.00\n"
        "  to be recovered: €400.00\n\n"
        "To be recorded on 2019-04-30\n"
        "  v-1-settled: settled: €9,200.00\n"
        "  v-1-demanded: demanded back: €400.00\n",
        "",
    ) == run(*settling(files, *SETTLED))


def test_settlement_in_german(run: Run, files: Files):
    """The same figures as German writes them."""
    out = run(*settling(files, *SETTLED, "--lang", "de")).out
    assert [] == [
        text
        for text in (
            "Abrechnung der Zuwendung g-1 nach dem Verwendungsnachweis v-1",
            "zurückzufordern: 400,00 €",
            "Vor der Abrechnung",
            "Zu erfassen am 30.04.2019",
        )
        if text not in out
    ]


def test_settlement_as_data(run: Run, files: Files):
    """Amounts as text, the ledger twice, the events as they stand in a grant."""
    words = (*SETTLED, "--pay-by", "2019-05-31", "--format", "json")
    data = json.loads(run(*settling(files, *words)).out)
    before, after = data["ledger"]["before"], data["ledger"]["after"]
    assert (
        ("trial", "g-1", "v-1", "cost-share", None, "9200.00 EUR", "400.00 EUR"),
        {"staff": "11000.00 EUR", "things": "500.00 EUR"},
        [
            {
                "kind": "settled",
                "id": "v-1-settled",
                "on": "2019-04-30",
                "owed": "9200.00 EUR",
                "proof": "v-1",
            },
            {
                "kind": "demanded",
                "id": "v-1-demanded",
                "on": "2019-04-30",
                "amount": "400.00 EUR",
                "pay_by": "2019-05-31",
            },
        ],
        (None, "0.00 EUR", "600.00 EUR"),
        ("9200.00 EUR", "400.00 EUR", "600.00 EUR"),
        None,
    ) == (
        (
            *(data["programme"], data["grant"], data["proof"], data["financing"], data["rule"]),
            *(data["owed"], data["recovery"]),
        ),
        data["lines"],
        data["events"],
        (before["owed"], before["recoverable"], before["held"]),
        (after["owed"], after["recoverable"], after["held"]),
        data["written"],
    )


def test_ledger_as_data_balances(run: Run, files: Files):
    """What is granted = lapsed + undrawn + held + spent - recoverable, before and after."""
    data = json.loads(run(*settling(files, *SETTLED, "--format", "json")).out)
    for ledger in data["ledger"].values():
        amounts = {
            name: int(text.removesuffix(" EUR").replace(".", ""))
            for name, text in ledger.items()
            if isinstance(text, str)
        }
        total = sum(amounts[name] for name in ("lapsed", "undrawn", "held", "spent"))
        assert amounts["granted"] == total - amounts["recoverable"]


def test_findings_do_not_change_the_exit_code(run: Run, files: Files):
    """A late proof is told; the settlement is done all the same."""
    changes = {"proof": {"submitted_on": "2019-07-31"}}
    words = ("--notice", "2019-08-31", "--format", "json")
    result = run(*settling(files, *words, **changes))
    data = json.loads(result.out)
    assert (0, ["proof_late"]) == (result.code, [each["code"] for each in data["findings"]])


def test_settlement_by_a_rule(run: Run, files: Files):
    """Half a post at 64,000 is above the granted 80 % of 11,500, which are owed; 400 go back."""
    words = (*SETTLED, "--rule", files.rule, "--format", "json")
    changes = {"proof": {"posts": APPLICATION["posts"]}}
    data = json.loads(run(*settling(files, *words, **changes)).out)
    assert (
        "trial-award",
        "9200.00 EUR",
        "9200.00 EUR",
        "400.00 EUR",
        ["settled", "demanded"],
        True,
    ) == (
        data["rule"],
        data["due"],
        data["owed"],
        data["recovery"],
        [event["kind"] for event in data["events"]],
        data["explanation"]["format"] == "integrationsplan/trace",
    )


def test_day_of_the_law_may_be_named(run: Run, files: Files):
    """In 2019 half of the cost is paid."""
    words = (*SETTLED, "--on", "2019-01-01", "--format", "json")
    assert "5750.00 EUR" == json.loads(run(*settling(files, *words)).out)["owed"]


def test_settled_grant_is_recorded(run: Run, files: Files, tmp_path: Path):
    """A new file, for its owner alone, with the grant and its two new events."""
    target = tmp_path / "settled.json"
    result = run(*settling(files, *SETTLED, "--record", str(target)))
    grant = from_json(target.read_bytes(), Grant)
    assert (0, True, "400.00", ["settled", "demanded"], 0o600) == (
        result.code,
        f"Written: {target}" in result.out,
        grant.ledger().open_demand.to_text(),
        [event.kind for event in grant.events[3:]],
        stat.S_IMODE(target.stat().st_mode),
    )


def test_recorded_grant_keeps_what_it_had(run: Run, files: Files, tmp_path: Path):
    """The events before stand as they were."""
    target = tmp_path / "settled.json"
    run(*settling(files, *SETTLED, "--record", str(target)))
    assert GRANT["events"] == json.loads(target.read_text("utf-8"))["events"][:3]


def test_grant_may_go_to_standard_output(run: Run, files: Files):
    """The report then stands on standard error."""
    result = run(*settling(files, *SETTLED, "--record", "-"))
    assert (0, "g-1", True) == (
        result.code,
        from_json(result.out, Grant).id,
        "to be recovered: €400.00" in result.err,
    )


def test_no_file_is_replaced(run: Run, files: Files):
    """Not even that of the grant."""
    path = files.grant()
    before = Path(path).read_bytes()
    result = run(*settling(files, *SETTLED, "--record", path))
    assert (2, "", True, before) == (
        result.code,
        result.out,
        "there is such a file already" in result.err,
        Path(path).read_bytes(),
    )


def test_nothing_is_written_where_nothing_can_be_settled(run: Run, files: Files, tmp_path: Path):
    """No empty file is left."""
    target = tmp_path / "settled.json"
    changes = {"proof": {"grant": "other"}}
    run(*settling(files, *SETTLED, "--record", str(target), **changes))
    assert not target.exists()


def test_interim_proof_leads_to_no_final_notice(run: Run, files: Files, tmp_path: Path):
    """It is worked out, and nothing is to be recorded."""
    changes = {"proof": {"is_interim": True}}
    told = run(*settling(files, *SETTLED, **changes))
    words = (*SETTLED, "--record", str(tmp_path / "x.json"))
    refused = run(*settling(files, *words, **changes))
    assert (0, True, 2, "", True) == (
        told.code,
        "An interim proof of use: there is no final notice to record." in told.out,
        refused.code,
        refused.out,
        "--record needs the final proof of use" in refused.err,
    )


def test_settling_twice_is_refused(run: Run, files: Files, tmp_path: Path):
    """The events are there already; the file is named."""
    target = tmp_path / "settled.json"
    run(*settling(files, *SETTLED, "--record", str(target)))
    words = list(settling(files, *SETTLED))
    words[words.index("--grant") + 1] = str(target)
    result = run(*words)
    assert (1, "", True) == (
        result.code,
        result.out,
        "settled.json with the final notice: " in result.err,
    )


def test_day_of_the_notice_is_today_by_default(
    run: Run, files: Files, monkeypatch: pytest.MonkeyPatch
):
    """The clock is asked where nobody names a day."""
    monkeypatch.setattr("integrationsplan.cli._settle.today", lambda: dt.date(2020, 2, 29))
    assert "To be recorded on 2020-02-29" in run(*settling(files)).out


def test_long_id_of_a_proof_gives_ids_of_events(run: Run, files: Files):
    """Ids have an end; those of events are cut."""
    changes = {"proof": {"id": "v" * 64}}
    data = json.loads(run(*settling(files, *SETTLED, "--format", "json", **changes)).out)
    assert "v" * 50 + "-settled" == data["events"][0]["id"]


DAMAGED = [
    ("grant.json", "/programme: ", {"grant": {"programme": "other"}}),
    ("grant.json", "/events: found a grant without its notice", {"grant": {"events": None}}),
    (
        "grant.json",
        "/events/0: found an event before the grant",
        {"grant": {"events": GRANT["events"][1:2]}},
    ),
    ("application.json", "/id: found the application of another", {"application": {"id": "a-2"}}),
    ("application.json", "/programme: ", {"application": {"programme": "other"}}),
    ("proof.json", "/grant: found a proof of use of another grant", {"proof": {"grant": "g-2"}}),
    ("proof.json", "/submitted_on: ", {"proof": {"submitted_on": "31.03.2019"}}),
    (
        "proof.json",
        "/costs/0/amount: found an amount in another currency",
        {"proof": {"costs": [{"id": "c", "category": "travel", "amount": "1.00 USD"}]}},
    ),
]


@pytest.mark.parametrize(("file", "wanted", "changes"), DAMAGED, ids=range(len(DAMAGED)))
def test_damaged_document_of_a_grant_is_refused(
    run: Run, files: Files, file: str, wanted: str, changes: dict[str, Any]
):
    """By file and place."""
    result = run(*settling(files, *SETTLED, **changes))
    assert (1, "", True, True) == (
        result.code,
        result.out,
        f"{file}: 1 problem" in result.err,
        f"  {wanted}" in result.err,
    )


@pytest.mark.parametrize(("file", "wanted", "changes"), DAMAGED, ids=range(len(DAMAGED)))
def test_damaged_document_is_refused_in_german_too(
    run: Run,
    files: Files,
    file: str,
    wanted: str,  # said in English
    changes: dict[str, Any],
):
    """No sentence is English."""
    err = run(*settling(files, *SETTLED, "--lang", "de", **changes)).err
    english = wanted.partition(": ")[2] or "found"
    assert (True, False) == (f"{file}: 1 Problem\n" in err, english in err)


def test_grant_in_several_currencies_is_refused(run: Run, files: Files):
    """Amounts that cannot be added up are no crash."""
    events = [*GRANT["events"], {**GRANT["events"][1], "id": "p-2", "amount": "5.00 USD"}]
    result = run(*settling(files, *SETTLED, grant={"events": events}))
    assert (1, "", True) == (result.code, result.out, "currency" in result.err)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("the final notice lies before the day on which", ("--notice", "2019-03-30")),
        ("--pay-by lies before the final notice", (*SETTLED, "--pay-by", "2019-04-29")),
        ("is no date", ("--notice", "30.04.2019")),
        ("is no date", ("--on", "2019-13-01")),
        ("there is no such folder", (*SETTLED, "--record", "nowhere/at/all.json")),
        ("no programme of the catalogue and no file", (*SETTLED, "--rule", "nothing")),
    ],
)
def test_wrong_words_of_a_settlement_are_told(
    run: Run, files: Files, wanted: str, words: tuple[str, ...]
):
    """Exit code 2, and nothing is done."""
    result = run(*settling(files, *words))
    assert (2, "", True) == (result.code, result.out, wanted in result.err)


def test_share_that_nobody_says_is_told(run: Run, files: Files):
    """What is missing is named, with what was read."""
    text = PROGRAMME.replace("parameters.share", "parameters.shared")
    Path(files.programme).write_text(text, encoding="utf-8")
    results = [run(*settling(files, *SETTLED, "--lang", each)) for each in ("de", "en")]
    assert [(1, True), (1, True)] == [
        (result.code, wanted in result.err)
        for result, wanted in zip(
            results,
            ["'share' von 'trial' ist nicht bekannt", "'share' of 'trial' is not known"],
            strict=True,
        )
    ]


def test_financing_that_nobody_says_is_told(run: Run, files: Files):
    """Without it and without a rule nobody can say what is owed."""
    text = PROGRAMME.replace('financing = "cost-share"\n', "")
    Path(files.programme).write_text(text, encoding="utf-8")
    results = [run(*settling(files, *SETTLED, "--lang", each)) for each in ("de", "en")]
    assert [(1, True), (1, True)] == [
        (result.code, wanted in result.err)
        for result, wanted in zip(
            results,
            ["'financing' von 'trial' ist nicht bekannt", "'financing' of 'trial' is not known"],
            strict=True,
        )
    ]


def test_rule_needs_no_financing(run: Run, files: Files):
    """It says itself what is owed."""
    text = PROGRAMME.replace('financing = "cost-share"\n', "")
    Path(files.programme).write_text(text, encoding="utf-8")
    words = (*SETTLED, "--rule", files.rule, "--format", "json")
    data = json.loads(run(*settling(files, *words)).out)
    assert (None, "0.00 EUR") == (data["financing"], data["owed"])


def test_fixed_sum_needs_a_rule(run: Run, files: Files):
    """Where no cost is proved, nothing else says what is owed; the remedy is told."""
    text = PROGRAMME.replace('financing = "cost-share"', 'financing = "fixed-sum"')
    Path(files.programme).write_text(text, encoding="utf-8")
    result = run(*settling(files, *SETTLED, proof={"costs": None}))
    assert (1, "", True) == (result.code, result.out, "/rule: found no rule" in result.err)


def test_interim_proof_settles_nothing(run: Run, files: Files, tmp_path: Path):
    """What is due so far is said, nothing goes back or is recorded, and --record is refused."""
    target = tmp_path / "after.json"
    changes = {"proof": {"is_interim": True}}
    result = run(*settling(files, *SETTLED, "--format", "json", **changes))
    data = json.loads(result.out)
    assert (0, "9200.00 EUR", "0.00 EUR", "0.00 EUR", []) == (
        result.code,
        *(data[name] for name in ("owed", "recovery", "lapsed", "events")),
    )
    refused = run(*settling(files, *SETTLED, "--record", str(target), **changes))
    assert (2, "", False) == (refused.code, refused.out, target.exists())
    assert "interim" in refused.err


def test_fixed_sum_of_proved_cost(run: Run, files: Files):
    """11,500 are due for what was spent, and the fixed sum of 9,600 is owed."""
    text = PROGRAMME.replace('financing = "cost-share"', 'financing = "fixed-sum"')
    Path(files.programme).write_text(text, encoding="utf-8")
    data = json.loads(run(*settling(files, *SETTLED, "--format", "json")).out)
    assert ("11500.00 EUR", "9600.00 EUR") == (data["due"], data["owed"])


# -- due -------------------------------------------------------------------------------------------

YEARS = ("--from", "2018-01-01", "--to", "2019-12-31")


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "de",
            [
                ["15.03.2018", "Verwendung der Mittel", "abgerufene Mittel verwenden", "600,00 €"],
                ["31.03.2018", "Antrag", "Antrag bis Ende März 2018"],
                ["31.12.2018", "Ende der Förderung", "Ende der Bewilligung"],
                ["30.06.2019", "zahlenmäßiger Nachweis", "Nachweis nach sechs Monaten"],
            ],
        ),
        (
            "en",
            [
                ["2018-03-15", "use of the money", "use the money that was drawn", "€600.00"],
                ["2018-03-31", "application", "application by the end of March 2018"],
                ["2018-12-31", "end of funding", "end of the grant"],
                ["2019-06-30", "numeric proof of use", "proof after six months"],
            ],
        ),
    ],
)
def test_deadlines_are_listed(run: Run, files: Files, language: str, wanted: list[list[str]]):
    """Each with what has to be done, the money that it is about, and its source."""
    words = ("due", files.programme, "--grant", files.grant(), *YEARS, "--lang", language)
    lines = [
        line
        for line in run(*words).out.splitlines()
        if line[1:5].strip().isdigit() or line[1:3].isdigit()
    ]
    found = [[part.strip() for part in line.split("  ") if part.strip()] for line in lines]
    sources = ["The law, https://example.org/law", "The law, no. 7, https://example.org/law"]
    assert wanted == [[part for part in row if part not in sources] for row in found]


def test_deadlines_as_data(run: Run, files: Files):
    """As the library gives them, both ends of the time counted."""
    words = ("due", files.programme, "--grant", files.grant(), "--format", "json")
    data = json.loads(run(*words, "--from", "2018-03-15", "--to", "2018-03-31").out)
    assert [
        ("2018-03-15", "use", "g-1", "600.00 EUR", "The law, https://example.org/law"),
        ("2018-03-31", "application", "g-1", None, "The law, no. 7, https://example.org/law"),
    ] == [(row["day"], row["sort"], row["grant"], row.get("amount"), row["source"]) for row in data]


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("de", "keine Frist vom 01.01.2010 bis zum 31.12.2010\n"),
        ("en", "no deadline from 2010-01-01 to 2010-12-31\n"),
    ],
)
def test_time_without_deadlines_is_said(run: Run, files: Files, language: str, wanted: str):
    """No deadline is no error."""
    words = ("due", files.programme, "--grant", files.grant(), "--lang", language)
    assert (0, wanted, "") == run(*words, "--from", "2010-01-01", "--to", "2010-12-31")


def test_no_deadlines_as_data_are_an_empty_list(run: Run, files: Files):
    """Programs get a list."""
    words = ("due", files.programme, "--grant", files.grant(), "--format", "json")
    assert [] == json.loads(run(*words, "--from", "2010-01-01", "--to", "2010-12-31").out)


def test_all_days_may_be_asked_for(run: Run, files: Files):
    """From the first to the last day there is."""
    words = ("due", files.programme, "--grant", files.grant())
    assert 0 == run(*words, "--from", "0001-01-01", "--to", "9999-12-31").code


def test_deadlines_beyond_all_days_are_none(run: Run, files: Files):
    """Six months after the last of all days there is nothing."""
    notice = {**GRANT["events"][0], "period": {"start": "9999-01-01", "end": "9999-12-31"}}
    path = files.grant(events=[notice])
    words = ("due", files.programme, "--grant", path, "--format", "json")
    data = json.loads(run(*words, "--from", "9999-01-01", "--to", "9999-12-31").out)
    assert ["funding-end"] == [row["sort"] for row in data]


def test_day_beyond_all_days_is_told(run: Run, files: Files, monkeypatch: pytest.MonkeyPatch):
    """It is no error of the program."""

    def far(*_: object, **__: object) -> None:
        raise DateOutOfRangeError(dt.date.max, "1 day")

    monkeypatch.setattr("integrationsplan.cli._due.grant_due", far)
    words = ("due", files.programme, "--grant", files.grant(), *YEARS)
    results = [run(*words, "--lang", language) for language in ("de", "en")]
    assert [(1, "", True), (1, "", True)] == [
        (result.code, result.out, wanted in result.err)
        for result, wanted in zip(
            results, ["außerhalb der Jahre 1 bis 9999", "outside the years 1 to 9999"], strict=True
        )
    ]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("--from lies after --to", ("--from", "2018-01-02", "--to", "2018-01-01")),
        ("option --to is missing", ("--from", "2018-01-02")),
        ("is no date", ("--from", "2018", "--to", "2019-01-01")),
    ],
)
def test_wrong_days_are_told(run: Run, files: Files, wanted: str, words: tuple[str, ...]):
    """Exit code 2."""
    result = run("due", files.programme, "--grant", files.grant(), *words)
    assert (2, "", True) == (result.code, result.out, wanted in result.err)


# -- the shell -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (THILIK, "apply de-th-thil"),
        ("de-th-thilik-2016", "show de-th-thil"),
        ("de-anbest-p", "show de-anb"),
        ("de-anbest-p", "due de-th-thilik --terms de-anb"),
    ],
)
def test_shell_completes_ids(run: Run, monkeypatch: pytest.MonkeyPatch, wanted: str, words: str):
    """Of the kind that the place takes."""
    monkeypatch.setenv("_INTEGRATIONSPLAN_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"integrationsplan {words}")
    monkeypatch.setenv("COMP_CWORD", str(len(words.split())))
    out = run().out
    assert f"plain,{wanted}" in out.splitlines()
