"""Hostile JSON documents: keys, coercions, null, dates, numbers, texts, salts, envelopes.

The lines of a block belong to one incident or one sentence of the promise; the comment says which.
"""

from tests.hostile.documents import (
    ACCESS,
    ERASED,
    GONE,
    LIFE,
    NODES,
    PLAN,
    PROGRAMME,
    RECEIPT,
    SMALL,
    TRACE,
    VIEW,
    Row,
    change,
    changes,
    good_text,
    whole,
)

__all__ = ["JSON_ROWS"]

R = "/revisions/0"
QUALIFICATION, COMPETENCE, FIRST, SECOND, GOAL, MEASURE, SUBJECT, RESPONSIBILITY = (
    f"{R}/changes/{index}/entry" for index in range(8)
)
DETAILS = f"{R}/changes/8/entry"
DIGEST = "sha256/1:" + "A" * 43
SALT = "A" * 43
HEAD = '{"format":"integrationsplan/plan","version":1,'
KEY = "/parameters/key/values/0"


def twice(stem: str, name: str, around: str, raw: str, key: str) -> Row:
    """Make the row of a key that stands twice, in whatever spelling."""
    return change(stem, f"repeated key, {name}", f"{around}/+", raw, f"repeated_key {around}/{key}")


def unknown(stem: str, name: str, around: str, raw: str, key: str) -> Row:
    """Make the row of a key that nobody knows."""
    return change(stem, f"unknown key, {name}", f"{around}/+", raw, f"unknown_key {around}/{key}")


# -- keys: two readers, two truths (CouchDB CVE-2017-12635) ----------------------------------------

KEYS = (
    unknown(PLAN, "at the root", "", '"x": 1', "x"),
    unknown(PLAN, "in a revision", R, '"comment": ""', "comment"),
    unknown(PLAN, "in an entry", GOAL, '"colour": "red"', "colour"),
    unknown(PLAN, "in a seal", f"{R}/author_seal", '"pepper": 1', "pepper"),
    unknown(PLAN, "empty", GOAL, '"": 1', ""),
    unknown(PLAN, "upper case", GOAL, '"Title": "x"', "Title"),
    unknown(PLAN, "blank before", GOAL, '" title": "x"', " title"),
    unknown(PLAN, "blank after", GOAL, '"title ": "x"', "title "),
    unknown(PLAN, "camel case", f"{R}", '"recordedAt": "x"', "recordedAt"),
    unknown(PLAN, "hyphen for underscore", R, '"recorded-at": "x"', "recorded-at"),
    unknown(PLAN, "Cyrillic i", GOAL, '"\u0456d": "g1"', "\u0456d"),
    unknown(PLAN, "full-width", GOAL, '"\uff49\uff44": "g1"', "\uff49\uff44"),
    unknown(PLAN, "zero width inside", GOAL, '"ti\u200btle": "x"', "ti?tle"),
    unknown(PLAN, "NUL at the end", GOAL, '"title\\u0000": "x"', "title?"),
    unknown(PLAN, "lone surrogate", GOAL, '"\\ud800": 1', "?"),
    unknown(PLAN, "slash and tilde", GOAL, '"a/b~c": 1', "a~1b~0c"),
    unknown(PLAN, "prototype pollution", GOAL, '"__proto__": {}', "__proto__"),
    unknown(PLAN, "class of the object", GOAL, '"__class__": "os"', "__class__"),
    unknown(PLAN, "JSON-LD", "", '"@context": "https://example.org"', "@context"),
    unknown(PLAN, "schema of the sender", "", '"$schema": "https://example.org"', "$schema"),
    unknown(PLAN, "reference", GOAL, '"$ref": "#"', "$ref"),
    unknown(PLAN, "with null", GOAL, '"colour": null', "colour"),
    unknown(VIEW, "at the root", "", '"subject": "p-1"', "subject"),
    unknown(VIEW, "envelope inside", "/document", '"version": 1', "version"),
    unknown(ACCESS, "in an entry", "/entries/0", '"content": {}', "content"),
    unknown(RECEIPT, "at the root", "", '"subject": "p-5"', "subject"),
    unknown(PROGRAMME, "in a parameter", "/parameters/key", '"source": "x"', "source"),
    unknown(TRACE, "in a step", "/steps/0", '"code": "print(1)"', "code"),
    twice(PLAN, "at the root", "", '"id": "plan-1"', "id"),
    twice(PLAN, "with the same value", R, '"number": 1', "number"),
    twice(PLAN, "with another value", R, '"number": 2', "number"),
    twice(PLAN, "with a list", R, '"changes": []', "changes"),
    twice(PLAN, "escaped", R, '"n\\u0075mber": 1', "number"),
    twice(PLAN, "all escaped", GOAL, '"\\u0069\\u0064": "g2"', "id"),
    twice(PLAN, "escaped in upper case", GOAL, '"\\u0074itle": "x"', "title"),
    twice(PLAN, "kind of an entry", GOAL, '"kind": "goal"', "kind"),
    twice(PLAN, "kind of a change", f"{R}/changes/0", '"kind": "put"', "kind"),
    change(
        PLAN,
        "repeated key, another kind of change",
        f"{R}/changes/0/+",
        '"kind": "withdraw"',
        f"missing_key {R}/changes/0/entry_id; repeated_key {R}/changes/0/kind;"
        f" unknown_key {R}/changes/0/entry; unknown_key {R}/changes/0/salt",
    ),
    twice(PLAN, "salt", f"{R}/changes/0", f'"salt": "{SALT}"', "salt"),
    twice(PLAN, "format", "", '"format": "integrationsplan/plan"', "format"),
    twice(PLAN, "version", "", '"version": 1', "version"),
    change(PLAN, "version 2 after version 1", "/+", '"version": 2', "unknown_version /version"),
    change(PLAN, "another format at the end", "/+", '"format": "x"', "wrong_format /format"),
    twice(PLAN, "deep inside", f"{RESPONSIBILITY}/body", '"name": "x"', "name"),
    twice(PLAN, "after null", GOAL, '"title": null, "title": "x"', "title"),
    twice(VIEW, "purpose", "", '"recipient": "x"', "recipient"),
    twice(VIEW, "in what is withheld", "/withheld/0", '"entry_id": "s1"', "entry_id"),
    twice(VIEW, "in the plan inside", "/document", '"id": "plan-1"', "id"),
    twice(ACCESS, "in an entry", "/entries/0", '"is_special": true', "is_special"),
    twice(RECEIPT, "role", "", '"role": "clerk"', "role"),
    change(
        PROGRAMME,
        "repeated key, name of a parameter",
        "/parameters/+",
        '"key": {}',
        "missing_key /parameters/key/unit; missing_key /parameters/key/values;"
        " repeated_key /parameters/key",
    ),
    twice(PROGRAMME, "row of a table", f"{KEY}/table", '"Bremen": "99"', "Bremen"),
    twice(PROGRAMME, "row of a table, escaped", f"{KEY}/table", '"Br\\u0065men": "1"', "Bremen"),
    twice(TRACE, "amount", "", '"amount": "1.00"', "amount"),
    twice(TRACE, "result of a step", "/steps/0", '"result": "2"', "result"),
    changes(
        PLAN,
        "two repeated keys, one unknown",
        {f"{GOAL}/+": '"id": "a", "title": "b", "x": 1'},
        f"repeated_key {GOAL}/id; repeated_key {GOAL}/title; unknown_key {GOAL}/x",
    ),
    change(
        PLAN,
        "unknown key that repeats",
        f"{GOAL}/+",
        '"x": 1, "x": 2',
        f"repeated_key {GOAL}/x; unknown_key {GOAL}/x",
    ),
    change(
        PLAN,
        "repeated key below an unknown one",
        f"{GOAL}/+",
        '"x": {"a": 1, "a": 2}',
        f"unknown_key {GOAL}/x",
    ),
    change(
        PROGRAMME,
        "key in NFD beside NFC",
        f"{KEY}/table/+",
        '"Thu\u0308ringen": "1"',
        f"not_nfc {KEY}/table/Thu\u0308ringen",
    ),
    change(
        PROGRAMME,
        "key with a bidirectional sign",
        f"{KEY}/table/+",
        '"Bre\u202emen": "1"',
        f"not_plain_text {KEY}/table/Bre?men",
    ),
    change(PLAN, "no number", f"{R}/number", GONE, "missing_key"),
    change(PLAN, "no id", "/id", GONE, "missing_key"),
    change(PLAN, "no salt", f"{R}/changes/0/salt", GONE, "missing_key"),
    change(PLAN, "no kind of an entry", f"{GOAL}/kind", GONE, "missing_key"),
    change(PLAN, "no kind of a change", f"{R}/changes/0/kind", GONE, "missing_key"),
    change(PLAN, "no digest", f"{R}/digest", GONE, "missing_key"),
    change(PLAN, "no seal of the author", f"{R}/author_seal", GONE, "missing_key"),
    change(VIEW, "no plan", "/document", GONE, "missing_key"),
    change(ACCESS, "no day", "/made_on", GONE, "missing_key"),
    change(RECEIPT, "no head", "/head", GONE, "missing_key"),
    change(TRACE, "no day", "/day", GONE, "missing_key"),
    changes(
        PLAN,
        "three keys missing",
        {"/id": GONE, f"{R}/kind": GONE, f"{GOAL}/title": GONE},
        f"missing_key /id; missing_key {R}/kind; missing_key {GOAL}/title",
    ),
)

# -- coercions: nothing passes for something else --------------------------------------------------

COERCIONS = (
    change(PLAN, "text for a number", f"{R}/number", '"1"', "wrong_type"),
    change(PLAN, "fraction for a number", f"{R}/number", "1.0", "wrong_type"),
    change(PLAN, "exponent for a number", f"{R}/number", "1e0", "wrong_type"),
    change(PLAN, "truth for a number", f"{R}/number", "true", "wrong_type"),
    change(PLAN, "list for a number", f"{R}/number", "[1]", "wrong_type"),
    change(PLAN, "object for a number", f"{R}/number", '{"value": 1}', "wrong_type"),
    change(PLAN, "empty text for a number", f"{QUALIFICATION}/year", '""', "wrong_type"),
    change(PLAN, "hexadecimal text for a number", f"{QUALIFICATION}/year", '"0x7DC"', "wrong_type"),
    change(PLAN, "NaN", f"{QUALIFICATION}/year", "NaN", "wrong_type"),
    change(PLAN, "Infinity", f"{QUALIFICATION}/eqf", "Infinity", "wrong_type"),
    change(PLAN, "-Infinity", f"{QUALIFICATION}/eqf", "-Infinity", "wrong_type"),
    change(PLAN, "minus zero", f"{QUALIFICATION}/eqf", "-0", "too_small"),
    change(PLAN, "minus zero as a fraction", f"{QUALIFICATION}/eqf", "-0.0", "wrong_type"),
    change(PLAN, "number for a truth", f"{QUALIFICATION}/documents_seen", "1", "wrong_type"),
    change(PLAN, "zero for false", f"{QUALIFICATION}/documents_seen", "0", "wrong_type"),
    change(PLAN, "text for a truth", f"{QUALIFICATION}/documents_seen", '"true"', "wrong_type"),
    change(PLAN, "empty list for false", f"{QUALIFICATION}/zab_seen", "[]", "wrong_type"),
    change(PLAN, "number for a text", f"{GOAL}/title", "3", "wrong_type"),
    change(PLAN, "truth for a text", f"{GOAL}/title", "true", "wrong_type"),
    change(PLAN, "list for a text", f"{GOAL}/title", '["B1"]', "wrong_type"),
    change(PLAN, "letters for a text", f"{GOAL}/title", '["B", "1"]', "wrong_type"),
    change(PLAN, "object for a text", f"{GOAL}/title", '{"de": "B1"}', "wrong_type"),
    change(PLAN, "NaN for a text", f"{GOAL}/title", "NaN", "wrong_type"),
    change(PLAN, "number for a code", f"{GOAL}/field", "0", "wrong_type"),
    change(PLAN, "code in upper case", f"{GOAL}/field", '"LANGUAGE"', "unknown_code"),
    change(PLAN, "code with a blank", f"{GOAL}/field", '"language "', "unknown_code"),
    change(PLAN, "name of a code", f"{GOAL}/field", '"Language"', "unknown_code"),
    change(PLAN, "object for a code", f"{GOAL}/field", '{"value": "language"}', "wrong_type"),
    change(PLAN, "text for a list", f"{GOAL}/depends_on", '"g3"', "wrong_type"),
    change(PLAN, "empty text for a list", f"{GOAL}/depends_on", '""', "wrong_type"),
    change(PLAN, "object for a list", f"{GOAL}/depends_on", "{}", "wrong_type"),
    change(
        PLAN, "object with indices for a list", f"{GOAL}/depends_on", '{"0": "g3"}', "wrong_type"
    ),
    change(PLAN, "false for a list", f"{GOAL}/depends_on", "false", "wrong_type"),
    change(PLAN, "zero for a list", f"{GOAL}/depends_on", "0", "wrong_type"),
    change(PLAN, "object for the revisions", "/revisions", "{}", "wrong_type"),
    change(PLAN, "text for the revisions", "/revisions", '"[]"', "wrong_type"),
    change(PLAN, "list for an object", f"{GOAL}/target", "[]", "wrong_type"),
    change(PLAN, "pairs for an object", f"{GOAL}/target", '[["kind", "language"]]', "wrong_type"),
    change(PLAN, "text for an object", f"{GOAL}/target", '"language"', "wrong_type"),
    change(
        PLAN, "JSON in a text", f"{RESPONSIBILITY}/body", '"{\\"name\\": \\"x\\"}"', "wrong_type"
    ),
    change(PLAN, "list for a revision", R, "[]", "wrong_type"),
    change(
        PLAN,
        "number for a kind",
        f"{GOAL}/kind",
        "7",
        "wrong_type /revisions/0/changes/4/entry/kind",
    ),
    change(PLAN, "list for a kind", f"{GOAL}/kind", '["goal"]', "wrong_type"),
    change(PLAN, "unknown kind of an entry", f"{GOAL}/kind", '"Goal"', "unknown_kind"),
    change(PLAN, "kind of the wrong union", f"{GOAL}/kind", '"put"', "unknown_kind"),
    change(PLAN, "unknown kind of a change", f"{R}/changes/0/kind", '"PUT"', "unknown_kind"),
    change(VIEW, "object for a list", "/withheld", "{}", "wrong_type"),
    change(VIEW, "text for a list", "/bases", '"consent"', "wrong_type"),
    change(VIEW, "text for an object", "/purpose", '"job-centre"', "wrong_type"),
    change(ACCESS, "text for a number", "/entries/0/versions", '"3"', "wrong_type"),
    change(ACCESS, "fraction for a number", "/entries/0/versions", "3.0", "wrong_type"),
    change(ACCESS, "exponent for a number", "/entries/0/versions", "3e0", "wrong_type"),
    change(ACCESS, "truth for a number", "/entries/0/versions", "true", "wrong_type"),
    change(ACCESS, "number for a truth", "/entries/0/is_special", "0", "wrong_type"),
    change(ACCESS, "text for a list", "/erased", '"h1"', "wrong_type"),
    change(RECEIPT, "number for an id", "/id", "1", "wrong_type"),
    change(RECEIPT, "list for a role", "/role", '["clerk"]', "wrong_type"),
    change(PROGRAMME, "number for a decimal", f"{KEY}/table/Bremen", "1", "wrong_type"),
    change(PROGRAMME, "fraction for a decimal", f"{KEY}/table/Bremen", "0.94097", "wrong_type"),
    change(PROGRAMME, "list for a table", f"{KEY}/table", '[["Bremen", "1"]]', "wrong_type"),
    change(PROGRAMME, "text for rules", "/rules", '""', "wrong_type"),
    change(TRACE, "number for an amount", "/amount", "154.86", "wrong_type"),
    change(TRACE, "whole number for an amount", "/amount", "154", "wrong_type"),
    change(TRACE, "object for the steps", "/steps", "{}", "wrong_type"),
)

# -- null: absent means unknown --------------------------------------------------------------------

NULLS = (
    change(PLAN, "null for a required text", f"{GOAL}/title", "null", "null_value"),
    change(PLAN, "null for an optional text", f"{GOAL}/description", "null", "null_value"),
    change(PLAN, "null for a number", f"{R}/number", "null", "null_value"),
    change(PLAN, "null for a list", f"{GOAL}/depends_on", "null", "null_value"),
    change(PLAN, "null in a list", f"{GOAL}/depends_on/0", "null", "null_value"),
    change(PLAN, "null for an object", f"{GOAL}/target", "null", "null_value"),
    change(PLAN, "null for a date", f"{GOAL}/due_on", "null", "null_value"),
    change(PLAN, "null for a code", f"{GOAL}/priority", "null", "null_value"),
    change(PLAN, "null for a truth", f"{QUALIFICATION}/zab_seen", "null", "null_value"),
    change(PLAN, "null for an entry", f"{R}/changes/4/entry", "null", "null_value"),
    change(PLAN, "null for a change", f"{R}/changes/4", "null", "null_value"),
    change(PLAN, "null for a salt", f"{R}/changes/4/salt", "null", "null_value"),
    change(VIEW, "null for a day", "/made_on", "null", "null_value"),
    change(VIEW, "null for the plan", "/document", "null", "null_value"),
    change(ACCESS, "null in a list", "/erased/0", "null", "null_value"),
    change(RECEIPT, "null for a head", "/head", "null", "null_value"),
    change(PROGRAMME, "null for a decimal", f"{KEY}/table/Bremen", "null", "null_value"),
    change(TRACE, "null for an amount", "/amount", "null", "null_value"),
)

# -- dates and moments (pydantic CVE-2021-29510, dateutil 1358-1360, the format suite) -------------

DATES = tuple(
    change(stem, f"date {name}", place, f'"{text}"', "not_a_date")
    for stem, place, name, text in (
        (PLAN, f"{R}/effective_on", "without dashes", "20180301"),
        (PLAN, f"{R}/effective_on", "by week", "2018-W09-4"),
        (PLAN, f"{R}/effective_on", "by day of the year", "2018-060"),
        (PLAN, f"{R}/effective_on", "in short", "2018-3-1"),
        (PLAN, f"{R}/effective_on", "in German", "01.03.2018"),
        (PLAN, f"{R}/effective_on", "with slashes", "2018/03/01"),
        (PLAN, f"{R}/effective_on", "with a time", "2018-03-01T00:00:00"),
        (PLAN, f"{R}/effective_on", "with a zone", "2018-03-01Z"),
        (PLAN, f"{R}/effective_on", "of year 0", "0000-03-01"),
        (PLAN, f"{R}/effective_on", "of year 10000", "10000-03-01"),
        (PLAN, f"{R}/effective_on", "before year 0", "-0001-03-01"),
        (PLAN, f"{R}/effective_on", "with a sign", "+2018-03-01"),
        (PLAN, f"{R}/effective_on", "that is no day", "2018-02-30"),
        (PLAN, f"{R}/effective_on", "29 February of no leap year", "2018-02-29"),
        (PLAN, f"{R}/effective_on", "of month 13", "2018-13-01"),
        (PLAN, f"{R}/effective_on", "of day 0", "2018-03-00"),
        (PLAN, f"{GOAL}/due_on", "in Arabic-Indic digits", "\u0662\u0660\u0661\u0668-12-31"),
        (PLAN, f"{GOAL}/due_on", "in full-width digits", "\uff12\uff10\uff11\uff18-12-31"),
        (PLAN, f"{GOAL}/due_on", "with a figure dash", "2018\u201212\u201231"),
        (PLAN, f"{GOAL}/due_on", "with a blank before", " 2018-12-31"),
        (PLAN, f"{GOAL}/due_on", "with a line feed after", "2018-12-31\\n"),
        (PLAN, f"{GOAL}/due_on", "with NUL after", "2018-12-31\\u0000"),
        (PLAN, f"{GOAL}/due_on", "empty", ""),
        (PLAN, f"{GOAL}/due_on", "infinity", "infinity"),
        (PLAN, f"{GOAL}/due_on", "inf", "inf"),
        (PLAN, f"{GOAL}/due_on", "NaN", "nan"),
        (PLAN, f"{GOAL}/due_on", "today", "today"),
        (PLAN, f"{GOAL}/due_on", "as seconds", "1546214400"),
        (PLAN, f"{GOAL}/due_on", "1e308", "1e308"),
        (PLAN, f"{DETAILS}/birth_date", "of two digits", "90-01-01"),
        (PLAN, f"{MEASURE}/period/start", "of a period without dashes", "20180501"),
        (VIEW, "/made_on", "without dashes", "20180305"),
        (VIEW, "/made_on", "by week", "2018-W10-1"),
        (ACCESS, "/entries/0/keep_until", "in short", "2022-2-3"),
        (ACCESS, "/made_on", "leap day of no leap year", "2021-02-29"),
        (RECEIPT, "/deleted_on", "without dashes", "20220301"),
        (RECEIPT, "/deleted_on", "of year 0", "0000-01-01"),
        (PROGRAMME, "/valid/start", "without dashes", "20150101"),
        (PROGRAMME, f"{KEY}/start", "by week", "2015-W01-1"),
        (TRACE, "/day", "without dashes", "20180701"),
    )
)

MOMENTS = tuple(
    change(stem, f"moment {name}", place, f'"{text}"', "not_a_moment")
    for stem, place, name, text in (
        (PLAN, f"{R}/recorded_at", "with a blank for T", "2018-03-01 09:00:00+01:00"),
        (PLAN, f"{R}/recorded_at", "with t", "2018-03-01t09:00:00+01:00"),
        (PLAN, f"{R}/recorded_at", "with z", "2018-03-01T09:00:00z"),
        (PLAN, f"{R}/recorded_at", "with underscore for T", "2018-03-01_09:00:00Z"),
        (PLAN, f"{R}/recorded_at", "without an offset", "2018-03-01T09:00:00"),
        (PLAN, f"{R}/recorded_at", "without seconds", "2018-03-01T09:00+01:00"),
        (PLAN, f"{R}/recorded_at", "without a time", "2018-03-01"),
        (PLAN, f"{R}/recorded_at", "at 24:00", "2018-03-01T24:00:00Z"),
        (PLAN, f"{R}/recorded_at", "at a leap second", "2016-12-31T23:59:60Z"),
        (PLAN, f"{R}/recorded_at", "with minute 60", "2018-03-01T09:60:00Z"),
        (PLAN, f"{R}/recorded_at", "with offset +00:60", "2018-03-01T09:00:00+00:60"),
        (PLAN, f"{R}/recorded_at", "with offset +24:00", "2018-03-01T09:00:00+24:00"),
        (PLAN, f"{R}/recorded_at", "with offset +01", "2018-03-01T09:00:00+01"),
        (PLAN, f"{R}/recorded_at", "with offset +0100", "2018-03-01T09:00:00+0100"),
        (PLAN, f"{R}/recorded_at", "with offset in seconds", "2018-03-01T09:00:00+01:00:30"),
        (PLAN, f"{R}/recorded_at", "with a true minus", "2018-03-01T09:00:00\u221201:00"),
        (PLAN, f"{R}/recorded_at", "with a name of a zone", "2018-03-01T09:00:00[Europe/Berlin]"),
        (PLAN, f"{R}/recorded_at", "with nanoseconds", "2018-03-01T09:00:00.123456789Z"),
        (PLAN, f"{R}/recorded_at", "with a comma", "2018-03-01T09:00:00,5Z"),
        (PLAN, f"{R}/recorded_at", "with a point and no digit", "2018-03-01T09:00:00.Z"),
        (PLAN, f"{R}/recorded_at", "without colons", "20180301T090000Z"),
        (PLAN, f"{R}/recorded_at", "of 14 digits", "20180301090000"),
        (PLAN, f"{R}/recorded_at", "by week", "2018-W09-4T09:00:00Z"),
        (PLAN, f"{R}/recorded_at", "of year 0", "0000-03-01T09:00:00Z"),
        (PLAN, f"{R}/recorded_at", "of year 10000", "10000-03-01T09:00:00Z"),
        (PLAN, f"{R}/recorded_at", "on 30 February", "2018-02-30T09:00:00Z"),
        (PLAN, f"{R}/recorded_at", "in Arabic-Indic digits", "2018-03-01T\u0660\u0669:00:00Z"),
        (PLAN, f"{R}/recorded_at", "in full-width digits", "2018-03-01T\uff10\uff19:00:00Z"),
        (PLAN, f"{R}/recorded_at", "with a line feed after", "2018-03-01T09:00:00Z\\n"),
        (PLAN, f"{R}/recorded_at", "of a mail", "Thu, 01 Mar 2018 09:00:00 +0100"),
        (PLAN, f"{R}/recorded_at", "now", "now"),
        (VIEW, "/document/revisions/0/recorded_at", "naive", "2018-03-01T09:00:00"),
        (ACCESS, "/entries/0/recorded_at", "naive", "2020-02-03T09:00:00"),
        (ACCESS, "/entries/0/recorded_at", "with a blank for T", "2020-02-03 09:00:00Z"),
    )
)

NO_TEXT_FOR_DATES = (
    change(PLAN, "seconds for a date", f"{GOAL}/due_on", "1546214400", "wrong_type"),
    change(PLAN, "1e308 for a date", f"{GOAL}/due_on", "1e308", "wrong_type"),
    change(PLAN, "list for a date", f"{GOAL}/due_on", "[2018, 12, 31]", "wrong_type"),
    change(PLAN, "seconds for a moment", f"{R}/recorded_at", "1519891200", "wrong_type"),
    change(PLAN, "fraction for a moment", f"{R}/recorded_at", "1519891200.5", "wrong_type"),
    change(PLAN, "Infinity for a moment", f"{R}/recorded_at", "Infinity", "wrong_type"),
    change(PLAN, "object for a moment", f"{R}/recorded_at", '{"$date": 1}', "wrong_type"),
)

# -- numbers as text: exponents, signs, other digits (Django CVE-2019-6975, CVE-2024-41989) --------

DECIMALS = tuple(
    change(stem, f"decimal {name}", place, f'"{text}"', said)
    for stem, place, name, text, said in (
        (PROGRAMME, f"{KEY}/table/Bremen", "with a huge exponent", "1e1000000", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "with exponent", "1E+3", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "with a small exponent", "1E-999999", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "NaN", "NaN", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "sNaN", "sNaN", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "Infinity", "Infinity", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "-inf", "-inf", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "with plus", "+5", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "with underscore", "1_0", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "with blanks", " 1_0 ", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "with a blank", " 10", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "with a line feed", "10\\n", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "with NUL", "10\\u0000", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "with a comma", "0,94097", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "with thousands", "1,000.00", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "without a digit after", "1.", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "without a digit before", ".5", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "hexadecimal", "0x10", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "Arabic-Indic", "\u0661\u0662", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "full-width", "\uff11\uff12", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "superscript", "1\u00b2", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "one half as a sign", "\u00bd", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "true minus", "\u22125", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "two points", "1.2.3", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "divided by zero", "1/0", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "empty", "", "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "of 19 digits", "9" * 19, "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "of 19 places", "0." + "1" * 19, "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "of 4300 digits", "9" * 4300, "wrong_form"),
        (PROGRAMME, f"{KEY}/table/Bremen", "of 4301 digits", "9" * 4301, "wrong_form"),
        (PROGRAMME, "/parameters/key/sums_to", "of a sum with exponent", "1e2", "wrong_form"),
        (PROGRAMME, "/parameters/key/sums_to", "of a sum NaN", "NaN", "wrong_form"),
        (
            PROGRAMME,
            "/parameters/laender/values/0/value",
            "of a value with a huge exponent",
            "1e1000000",
            "wrong_form",
        ),
        (PROGRAMME, "/rules/part/step", "of a step with exponent", "1e-2", "wrong_form"),
        (NODES, "/rules/number/value", "with a huge exponent", "1e1000000", "wrong_form"),
        (NODES, "/parameters/bands/values/0/bands/0/at_least", "NaN", "NaN", "wrong_form"),
        (TRACE, "/amount", "with a huge exponent", "1e1000000", "wrong_form"),
        (TRACE, "/amount", "NaN", "NaN", "wrong_form"),
        (TRACE, "/amount", "sNaN", "sNaN", "wrong_form"),
        (TRACE, "/amount", "with plus", "+5", "wrong_form"),
        (TRACE, "/amount", "with blanks", " 1_0 ", "wrong_form"),
        (TRACE, "/amount", "Arabic-Indic", "\u0661\u0662", "wrong_form"),
        (TRACE, "/amount", "full-width", "\uff11\uff12", "wrong_form"),
    )
)

# -- digits (CVE-2020-10735) and exponents of numbers ----------------------------------------------

NUMBERS = (
    change(PLAN, "19 digits", f"{R}/number", "9" * 19, "huge_number"),
    change(PLAN, "19 digits below zero", f"{R}/number", "-" + "9" * 19, "huge_number"),
    change(PLAN, "2^63", f"{QUALIFICATION}/year", str(2**63), "huge_number"),
    change(PLAN, "2^64", f"{QUALIFICATION}/year", str(2**64), "huge_number"),
    change(PLAN, "2^53 + 1", f"{QUALIFICATION}/year", str(2**53 + 1), "too_large"),
    change(PLAN, "18 digits", f"{R}/number", "9" * 18, "too_large"),
    change(PLAN, "4300 digits", f"{R}/number", "9" * 4300, "huge_number"),
    change(PLAN, "4301 digits", f"{R}/number", "9" * 4301, "huge_number"),
    change(PLAN, "10^6 digits", f"{R}/number", "9" * 10**6, "huge_number"),
    change(PLAN, "10^6 digits for a text", f"{GOAL}/title", "9" * 10**6, "huge_number"),
    change(PLAN, "10^6 digits for a date", f"{GOAL}/due_on", "9" * 10**6, "huge_number"),
    change(PLAN, "10^6 digits for the version", "/version", "9" * 10**6, "huge_number"),
    change(PLAN, "10^6 digits in a list", f"{GOAL}/depends_on/0", "9" * 10**6, "huge_number"),
    change(PLAN, "10^6 digits for an object", f"{GOAL}/target", "9" * 10**6, "huge_number"),
    change(PLAN, "10^6 digits below an unknown key", "/+", f'"x": {"9" * 10**6}', "unknown_key /x"),
    change(PLAN, "10^6 digits as text", f"{R}/number", f'"{"9" * 10**6}"', "wrong_type"),
    change(PLAN, "huge exponent", f"{R}/number", "1e1000000", "wrong_type"),
    change(PLAN, "exponent of 10^5 digits", f"{R}/number", "1e" + "9" * 10**5, "wrong_type"),
    change(PLAN, "small exponent", f"{R}/number", "1E-999999", "wrong_type"),
    change(PLAN, "10^6 places", f"{R}/number", "0." + "9" * 10**6, "wrong_type"),
    change(PLAN, "huge exponent for a text", f"{GOAL}/title", "1e1000000", "wrong_type"),
    change(PLAN, "huge exponent below an unknown key", "/+", '"x": 1e1000000', "unknown_key /x"),
    change(ACCESS, "10^6 digits", "/entries/0/versions", "9" * 10**6, "huge_number"),
    change(ACCESS, "minus 10^6 digits", "/entries/0/versions", "-" + "9" * 10**6, "huge_number"),
    change(
        VIEW,
        "19 digits for a truth",
        "/document/revisions/0/changes/0/entry/zab_seen",
        "9" * 19,
        "huge_number",
    ),
    change(RECEIPT, "10^6 digits", "/deleted_on", "9" * 10**6, "huge_number"),
    change(PROGRAMME, "10^6 digits", f"{KEY}/table/Bremen", "9" * 10**6, "huge_number"),
    change(PROGRAMME, "huge exponent", f"{KEY}/table/Bremen", "1e1000000", "wrong_type"),
    change(
        PROGRAMME, "10^6 digits as text", f"{KEY}/table/Bremen", f'"{"9" * 10**6}"', "wrong_form"
    ),
    change(NODES, "10^6 digits", "/rules/shift/months", "9" * 10**6, "huge_number"),
    change(NODES, "fraction of a month", "/rules/shift/months", "2.0", "wrong_type"),
    change(TRACE, "10^6 digits", "/amount", "9" * 10**6, "huge_number"),
)

# -- texts: surrogates, Trojan Source CVE-2021-42574, NFC, marks (CVE-2023-46695) ------------------

TEXTS = tuple(
    change(stem, f"text with {name}", place, f'"{text}"', said)
    for stem, place, name, text, said in (
        (PLAN, f"{GOAL}/title", "a high surrogate", "\\ud800", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "a low surrogate", "a\\udfff", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "surrogates in wrong order", "\\udc00\\ud800", "not_plain_text"),
        (
            PLAN,
            f"{GOAL}/description",
            "a lone surrogate in the middle",
            "x\\uD800x",
            "not_plain_text",
        ),
        (
            PLAN,
            f"{DETAILS}/given_names",
            "a lone surrogate for a name",
            "\\ud800",
            "not_plain_text",
        ),
        (PLAN, f"{GOAL}/title", "NUL", "a\\u0000", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "escape", "\\u001b[2J", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "carriage return", "a\\rb", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "delete", "a\\u007fb", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "a control of C1", "a\\u0085b", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "right-to-left override", "a\u202eb", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "left-to-right embedding", "a\u202ab", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "pop directional formatting", "a\u202cb", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "right-to-left isolate", "a\u2067b", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "Arabic letter mark", "a\u061cb", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "right-to-left mark", "a\u200fb", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "zero-width space", "a\u200bb", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "byte order mark", "\ufeffa", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "word joiner", "a\u2060b", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "invisible times", "a\u2062b", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "tag characters", "a\U000e0041\U000e007f", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "tag characters, escaped", "a\\udb40\\udc41", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "interlinear annotation", "a\ufff9b", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "line separator", "a\u2028b", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "a noncharacter", "a\uffff", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "soft hyphen", "Zu\u00adstand", "not_plain_text"),
        (PLAN, f"{GOAL}/title", "a decomposed letter", "A\u0308", "not_nfc"),
        (PLAN, f"{GOAL}/title", "a decomposed letter, escaped", "A\\u0308", "not_nfc"),
        (PLAN, f"{GOAL}/title", "the sign Angstrom", "\u212b", "not_nfc"),
        (PLAN, f"{GOAL}/title", "Hangul in parts", "\u1100\u1161", "not_nfc"),
        (PLAN, f"{GOAL}/title", "marks in wrong order", "q\u0301\u0323", "not_nfc"),
        (PLAN, f"{GOAL}/title", "31 marks in a row", "q" + "\u0323" * 31, "not_nfc"),
        (PLAN, f"{GOAL}/description", "19,999 marks", "q" + "\u0323" * 19_999, "not_nfc"),
        (
            PLAN,
            f"{GOAL}/description",
            "10^6 alternating marks",
            "q" + "\u0301\u0323" * 500_000,
            "too_long",
        ),
        (PLAN, f"{R}/reason", "20,001 letters", "x" * 20_001, "too_long"),
        (PLAN, f"{GOAL}/title", "201 letters", "x" * 201, "too_long"),
        (PLAN, f"{GOAL}/title", "nothing", "", "too_short"),
        (PLAN, f"{GOAL}/title", "blanks", "   ", "blank"),
        (PLAN, f"{GOAL}/title", "blanks that are no ASCII", "\u00a0\u3000", "blank"),
        (PLAN, f"{RESPONSIBILITY}/body/name", "an overridden name", "\u202eb", "not_plain_text"),
        (VIEW, "/recipient", "right-to-left override", "Job\u202ecenter", "not_plain_text"),
        (VIEW, "/recipient", "a lone surrogate", "\\udc00", "not_plain_text"),
        (VIEW, "/bases/0", "a decomposed letter", "fu\u0308r", "not_nfc"),
        (ACCESS, "/entries/0/label/de", "zero-width joiner", "Per\u200bson", "not_plain_text"),
        (RECEIPT, "/legal_basis", "a lone surrogate", "\\ud800", "not_plain_text"),
        (RECEIPT, "/legal_basis", "escape", "\\u001b[31m", "not_plain_text"),
        (PROGRAMME, "/title/de", "right-to-left override", "a\u202eb", "not_plain_text"),
        (PROGRAMME, "/title/en", "a lone surrogate", "\\ud800", "not_plain_text"),
        (TRACE, "/steps/0/sentences/de", "a lone surrogate", "\\ud800", "not_plain_text"),
        (TRACE, "/steps/0/sentences/en", "right-to-left override", "\u202e", "not_plain_text"),
    )
)

# -- ids and codes: only their own alphabet --------------------------------------------------------

IDS = tuple(
    change(stem, f"id {name}", place, f'"{text}"', said)
    for stem, place, name, text, said in (
        (PLAN, "/id", "in braces", "{00030d09-2b3a-4efd-87cc-c4ea39d27c34}", "wrong_form"),
        (PLAN, "/id", "with a blank", "plan 1", "wrong_form"),
        (PLAN, "/id", "with a line feed after", "plan-1\\n", "wrong_form"),
        (PLAN, "/id", "with a Cyrillic letter", "pl\u0430n-1", "wrong_form"),
        (PLAN, "/id", "in full-width digits", "plan-\uff11", "wrong_form"),
        (PLAN, "/id", "with a zero-width joiner", "plan\u200d1", "wrong_form"),
        (PLAN, "/id", "with a path", "../../etc/passwd", "wrong_form"),
        (PLAN, "/id", "of 65 characters", "p" * 65, "wrong_form"),
        (PLAN, "/id", "of 10^6 characters", "p" * 10**6, "wrong_form"),
        (PLAN, "/id", "of nothing", "", "wrong_form"),
        (PLAN, "/id", "with NUL", "plan-1\\u0000", "wrong_form"),
        (PLAN, f"{GOAL}/id", "with a lone surrogate", "g\\ud800", "wrong_form"),
        (PLAN, f"{GOAL}/depends_on/0", "of a goal with a blank", "g 3", "wrong_form"),
        (PLAN, f"{GOAL}/id", "with an umlaut", "zi\u00e4l", "wrong_form"),
        (VIEW, "/withheld/0/entry_id", "with a blank", "s 1", "wrong_form"),
        (VIEW, "/document/id", "of a plan with a slash", "a/b", "wrong_form"),
        (ACCESS, "/erased/0", "with a blank", "h 1", "wrong_form"),
        (RECEIPT, "/id", "with a blank", "receipt 1", "wrong_form"),
        (
            PLAN,
            f"{RESPONSIBILITY}/body/region",
            "of a region in full-width digits",
            "\uff10\uff18\uff12\uff12\uff16\uff10\uff19\uff16",
            "wrong_form",
        ),
        (PLAN, f"{RESPONSIBILITY}/body/region", "of seven digits", "8226096", "wrong_form"),
        (PLAN, f"{DETAILS}/nationalities/0", "in lower case", "sy", "wrong_form"),
    )
)

# -- salts, digests, seals: boundary shift and domain separation (RFC 6962) ------------------------

CRYPTO = tuple(
    change(stem, name, place, f'"{text}"', "wrong_form")
    for stem, place, name, text in (
        (PLAN, f"{R}/changes/0/salt", "salt of 31 bytes", "A" * 42),
        (PLAN, f"{R}/changes/0/salt", "salt of 33 bytes", "A" * 44),
        (PLAN, f"{R}/changes/0/salt", "salt with padding", "A" * 43 + "="),
        (PLAN, f"{R}/changes/0/salt", "salt with lost bits", "A" * 42 + "B"),
        (PLAN, f"{R}/changes/0/salt", "salt in the other alphabet", "+" + "A" * 42),
        (PLAN, f"{R}/changes/0/salt", "salt with a line feed", SALT + "\\n"),
        (PLAN, f"{R}/changes/0/salt", "salt in hexadecimal", "0" * 64),
        (PLAN, f"{R}/changes/0/salt", "salt in full-width letters", "\uff21" * 43),
        (PLAN, f"{R}/changes/0/salt", "salt of 10^6 letters", "A" * 10**6),
        (PLAN, f"{R}/author_seal/salt", "salt of an author of 31 bytes", "A" * 42),
        (PLAN, f"{R}/reason_seal/salt", "salt of a reason of 33 bytes", "A" * 44),
        (VIEW, "/document/revisions/0/changes/0/salt", "salt of 31 bytes", "A" * 42),
        (ACCESS, "/plan/revisions/0/changes/0/salt", "salt of 33 bytes", "A" * 44),
        (PLAN, f"{R}/digest", "digest without algorithm", "A" * 43),
        (PLAN, f"{R}/digest", "digest in upper case", "SHA256/1:" + "A" * 43),
        (PLAN, f"{R}/digest", "digest of version 0", "sha256/0:" + "A" * 43),
        (PLAN, f"{R}/digest", "digest of 31 bytes", "sha256/1:" + "A" * 42),
        (PLAN, f"{R}/digest", "digest in hexadecimal", "sha256/1:" + "0" * 128),
        (PLAN, f"{R}/digest", "digest with a path", "../x/1:" + "A" * 43),
        (PLAN, f"{R}/digest", "digest with a line feed", DIGEST + "\\n"),
        (ERASED, f"{R}/changes/2/commitment", "commitment of 31 bytes", "sha256/1:" + "A" * 42),
        (RECEIPT, "/head", "head without algorithm", "A" * 43),
        (RECEIPT, "/head", "head of 31 bytes", "sha256/1:" + "A" * 42),
    )
)

SEALS = (
    change(PLAN, "seal of nothing", f"{R}/author_seal", "{}", f"wrong_seal {R}/author_seal/salt"),
    change(
        PLAN,
        "seal with both",
        f"{R}/author_seal",
        f'{{"salt": "{SALT}", "commitment": "{DIGEST}"}}',
        f"wrong_seal {R}/author_seal/salt",
    ),
    change(PLAN, "text for a seal", f"{R}/author_seal", f'"{SALT}"', "wrong_type"),
    change(PLAN, "number for a salt", f"{R}/changes/0/salt", "0", "wrong_type"),
    change(
        PLAN, "list for a salt", f"{R}/changes/0/salt", f"[{', '.join('0' * 32)}]", "wrong_type"
    ),
    change(PLAN, "number for a digest", f"{R}/digest", "0", "wrong_type"),
    change(PLAN, "reason without seal", f"{R}/reason_seal", GONE, "wrong_seal"),
    change(
        ERASED,
        "erased content comes back",
        f"{R}/changes/2",
        '{"kind": "put", "entry": {"kind": "goal", "id": "h1", "field": "health", "title": "x"},'
        f' "salt": "{SALT}"}}',
        f"erased_but_present {R}/changes/2/entry",
    ),
)

# -- references in a circle, or to nothing ---------------------------------------------------------

CIRCLES = (
    changes(
        NODES,
        "rule that needs itself",
        {"/rules/difference/of": '"difference"'},
        "cycle /rules/difference",
    ),
    changes(
        NODES,
        "two rules that need each other",
        {"/rules/sum/of/1": '"difference"', "/rules/difference/less/0": '"sum"'},
        "cycle /rules/sum",
    ),
    changes(
        NODES,
        "level above itself",
        {"/levels/post": '"post"'},
        "unknown_level /figures/fte/level; unknown_level /figures/sort/level;"
        " unknown_level /levels/post; unknown_level /rules/count/of;"
        " unknown_level /rules/count_all/of; unknown_level /rules/split_among/among",
    ),
    changes(
        NODES,
        "levels above each other",
        {"/levels/post": '"site"', "/levels/+": '"site": "post"'},
        "unknown_level /figures/fte/level; unknown_level /figures/sort/level;"
        " unknown_level /levels/post; unknown_level /levels/site; unknown_level /rules/count/of;"
        " unknown_level /rules/count_all/of; unknown_level /rules/split_among/among",
    ),
    changes(
        PROGRAMME, "pot that is its own part", {"/rules/part/pot": '"part"'}, "cycle /rules/part"
    ),
    change(
        PLAN,
        "goal that depends on itself",
        f"{GOAL}/depends_on/0",
        '"g1"',
        "goal_depends_on_itself",
    ),
    change(LIFE, "correction of itself", "/revisions/1/corrects", "2", "no_correction"),
    change(LIFE, "correction of what is to come", "/revisions/1/corrects", "9", "no_correction"),
    change(LIFE, "merge of nothing", "/revisions/8/merges", GONE, "merge_without_head"),
    change(
        PLAN,
        "merge in a revision of another kind",
        f"{R}/merges",
        f'"{DIGEST}"',
        "merge_without_head",
    ),
    change(
        PLAN,
        "two revisions of one number",
        "/revisions/1/number",
        "1",
        "wrong_revision_number /revisions/1/number;"
        " no_such_revision /revisions/1/changes/0/entry/revision",
    ),
    change(
        PLAN,
        "time that runs backwards",
        "/revisions/1/recorded_at",
        '"2001-01-01T00:00:00+00:00"',
        "recorded_earlier",
    ),
    change(PLAN, "no revision", "/revisions", "[]", "too_short"),
    change(
        PLAN,
        "entry withdrawn that never was",
        "/revisions/1/changes/0",
        '{"kind": "withdraw", "entry_id": "nobody"}',
        "no_such_entry /revisions/1/changes/0/entry_id",
    ),
)

# -- envelopes -------------------------------------------------------------------------------------

ENVELOPES = (
    change(PLAN, "another format", "/format", '"integrationsplan/programme"', "wrong_format"),
    change(PLAN, "format in upper case", "/format", '"Integrationsplan/Plan"', "wrong_format"),
    change(PLAN, "format with a blank", "/format", '"integrationsplan/plan "', "wrong_format"),
    change(
        PLAN,
        "format with a Cyrillic letter",
        "/format",
        '"integrationsplan/pl\u0430n"',
        "wrong_format",
    ),
    change(PLAN, "number for a format", "/format", "1", "wrong_format"),
    change(PLAN, "null for a format", "/format", "null", "wrong_format"),
    change(PLAN, "list for a format", "/format", '["integrationsplan/plan"]', "wrong_format"),
    change(PLAN, "no format", "/format", GONE, "missing_key"),
    change(PLAN, "no version", "/version", GONE, "missing_key"),
    change(PLAN, "newer version", "/version", "2", "unknown_version"),
    change(PLAN, "far newer version", "/version", "9" * 18, "unknown_version"),
    change(PLAN, "version 0", "/version", "0", "unknown_version"),
    change(PLAN, "version -1", "/version", "-1", "unknown_version"),
    change(PLAN, "version as truth", "/version", "true", "wrong_type"),
    change(PLAN, "version as text", "/version", '"1"', "wrong_type"),
    change(PLAN, "version as fraction", "/version", "1.0", "wrong_type"),
    change(PLAN, "version with exponent", "/version", "1e0", "wrong_type"),
    change(PLAN, "version null", "/version", "null", "null_value"),
    change(VIEW, "a plan for a view", "/format", '"integrationsplan/plan"', "wrong_format"),
    change(VIEW, "newer version", "/version", "2", "unknown_version"),
    change(ACCESS, "newer version", "/version", "2", "unknown_version"),
    change(RECEIPT, "newer version", "/version", "2", "unknown_version"),
    change(RECEIPT, "version as truth", "/version", "true", "wrong_type"),
    change(PROGRAMME, "newer version", "/version", "2", "unknown_version"),
    change(PROGRAMME, "version as text", "/version", '"1"', "wrong_type"),
    change(TRACE, "newer version", "/version", "2", "unknown_version"),
    change(
        TRACE, "a programme for a trace", "/format", '"integrationsplan/programme"', "wrong_format"
    ),
)

# -- bytes that are no document --------------------------------------------------------------------

GOOD = good_text(SMALL).strip()
BYTES = (
    whole(SMALL, "nothing", b"", "not_json"),
    whole(SMALL, "a blank", b" ", "not_json"),
    whole(SMALL, "blanks of all kinds", b" \t\r\n" * 1000, "not_json"),
    whole(SMALL, "NUL", b"\0", "not_json"),
    whole(SMALL, "NUL after the document", GOOD + "\0", "not_json"),
    whole(SMALL, "NUL before the document", "\0" + GOOD, "not_json"),
    whole(SMALL, "NUL in a text", GOOD.replace("plan-2", "plan\0-2"), "not_json"),
    whole(SMALL, "cut in the middle", GOOD[: len(GOOD) // 2], "not_json"),
    whole(SMALL, "last brace cut", GOOD[:-1], "not_json"),
    whole(SMALL, "rest after the document", GOOD + "x", "not_json"),
    whole(SMALL, "comma after the document", GOOD + ",", "not_json"),
    whole(SMALL, "brace after the document", GOOD + "}", "not_json"),
    whole(SMALL, "two documents", GOOD + GOOD, "not_json"),
    whole(SMALL, "two documents in two lines", GOOD + "\n" + GOOD, "not_json"),
    whole(SMALL, "comment before", "// x\n" + GOOD, "not_json"),
    whole(SMALL, "comment inside", GOOD.replace("{", "{/* x */", 1), "not_json"),
    whole(SMALL, "comment after", GOOD + " # x", "not_json"),
    whole(SMALL, "comma before a brace", GOOD[:-1] + ",}", "not_json"),
    whole(SMALL, "single quotes", GOOD.replace('"', "'"), "not_json"),
    whole(SMALL, "keys without quotes", GOOD.replace('"format"', "format"), "not_json"),
    whole(SMALL, "True of Python", GOOD.replace('"plan-2"', "True"), "not_json"),
    whole(SMALL, "None of Python", GOOD.replace('"plan-2"', "None"), "not_json"),
    whole(SMALL, "undefined", GOOD.replace('"plan-2"', "undefined"), "not_json"),
    whole(SMALL, "number with plus", GOOD.replace('"number": 1', '"number": +1'), "not_json"),
    whole(SMALL, "number with zeros", GOOD.replace('"number": 1', '"number": 01'), "not_json"),
    whole(SMALL, "hexadecimal number", GOOD.replace('"number": 1', '"number": 0x1'), "not_json"),
    whole(SMALL, "number with a point", GOOD.replace('"number": 1', '"number": 1.'), "not_json"),
    whole(
        SMALL, "number with underscore", GOOD.replace('"number": 1', '"number": 1_0'), "not_json"
    ),
    whole(
        SMALL, "number in full width", GOOD.replace('"number": 1', '"number": \uff11'), "not_json"
    ),
    whole(SMALL, "nan in lower case", GOOD.replace('"number": 1', '"number": nan'), "not_json"),
    whole(SMALL, "line feed in a text", GOOD.replace("plan-2", "plan\n2"), "not_json"),
    whole(SMALL, "tab in a text", GOOD.replace("plan-2", "plan\t2"), "not_json"),
    whole(SMALL, "escape that is none", GOOD.replace("plan-2", "plan\\x41"), "not_json"),
    whole(SMALL, "escape cut", GOOD.replace("plan-2", "plan\\u00"), "not_json"),
    whole(
        SMALL,
        "escape in full width",
        GOOD.replace("plan-2", "\\u\uff10\uff10\uff14\uff11"),
        "not_json",
    ),
    whole(SMALL, "no-break space between", GOOD.replace(" ", "\u00a0", 1), "not_json"),
    whole(SMALL, "byte order mark", "\ufeff" + GOOD, "byte_order_mark"),
    whole(SMALL, "two byte order marks", "\ufeff\ufeff" + GOOD, "byte_order_mark"),
    whole(SMALL, "byte order mark alone", "\ufeff", "byte_order_mark"),
    whole(SMALL, "byte order mark after", GOOD + "\ufeff", "not_json"),
    whole(SMALL, "UTF-16 with mark", GOOD.encode("utf-16"), "not_utf8"),
    whole(SMALL, "UTF-16 without mark", GOOD.encode("utf-16-le"), "not_json"),
    whole(SMALL, "UTF-16, big end first", GOOD.encode("utf-16-be"), "not_json"),
    whole(SMALL, "UTF-32 with mark", GOOD.encode("utf-32"), "not_utf8"),
    whole(SMALL, "UTF-32 without mark", GOOD.encode("utf-32-be"), "not_json"),
    whole(SMALL, "UTF-7", GOOD.encode("utf-7"), "not_a_moment /revisions/0/recorded_at"),
    whole(SMALL, "Latin-1", GOOD.replace("Gotha", "Gößnitz").encode("latin-1"), "not_utf8"),
    whole(SMALL, "overlong NUL", GOOD.encode().replace(b"plan-2", b"plan\xc0\x80"), "not_utf8"),
    whole(SMALL, "overlong slash", GOOD.encode().replace(b"plan-2", b"\xe0\x80\xaf"), "not_utf8"),
    whole(
        SMALL, "surrogate in UTF-8", GOOD.encode().replace(b"plan-2", b"\xed\xa0\x80"), "not_utf8"
    ),
    whole(
        SMALL,
        "pair in CESU-8",
        GOOD.encode().replace(b"plan-2", b"\xed\xa0\x80\xed\xb0\x80"),
        "not_utf8",
    ),
    whole(
        SMALL, "beyond Unicode", GOOD.encode().replace(b"plan-2", b"\xf4\x90\x80\x80"), "not_utf8"
    ),
    whole(SMALL, "sequence cut", GOOD.encode().replace(b"plan-2", b"\xe2\x82"), "not_utf8"),
    whole(SMALL, "invalid byte after the document", GOOD.encode() + b"\xff", "not_utf8"),
    whole(SMALL, "gzip", b"\x1f\x8b\x08\x00" + b"\0" * 20, "not_utf8"),
    whole(SMALL, "a list", b"[]", "wrong_type"),
    whole(SMALL, "a list around the document", f"[{GOOD}]", "wrong_type"),
    whole(SMALL, "a number", b"1", "wrong_type"),
    whole(SMALL, "a text", b'"x"', "wrong_type"),
    whole(SMALL, "true", b"true", "wrong_type"),
    whole(SMALL, "null", b"null", "null_value"),
    whole(SMALL, "NaN", b"NaN", "wrong_type"),
    whole(
        SMALL,
        "an empty object",
        b"{}",
        "missing_key /format; missing_key /id; missing_key /revisions; missing_key /version",
    ),
    whole(SMALL, "envelope alone", HEAD[:-1] + "}", "missing_key /id; missing_key /revisions"),
    whole(VIEW, "nothing", b"", "not_json"),
    whole(VIEW, "UTF-16", good_text(VIEW).encode("utf-16"), "not_utf8"),
    whole(ACCESS, "byte order mark", "\ufeff" + good_text(ACCESS), "byte_order_mark"),
    whole(ACCESS, "a list", b"[[]]", "wrong_type"),
    whole(RECEIPT, "two documents", good_text(RECEIPT) * 2, "not_json"),
    whole(RECEIPT, "byte order mark", "\ufeff" + good_text(RECEIPT), "byte_order_mark"),
    whole(PROGRAMME, "UTF-16", good_text(PROGRAMME).encode("utf-16"), "not_utf8"),
    whole(PROGRAMME, "cut", good_text(PROGRAMME)[:2000], "not_json"),
    whole(TRACE, "cut", good_text(TRACE)[:2000], "not_json"),
    whole(TRACE, "byte order mark", "\ufeff" + good_text(TRACE), "byte_order_mark"),
)

JSON_ROWS: tuple[Row, ...] = (
    *KEYS,
    *COERCIONS,
    *NULLS,
    *DATES,
    *MOMENTS,
    *NO_TEXT_FOR_DATES,
    *DECIMALS,
    *NUMBERS,
    *TEXTS,
    *IDS,
    *CRYPTO,
    *SEALS,
    *CIRCLES,
    *ENVELOPES,
    *BYTES,
)
