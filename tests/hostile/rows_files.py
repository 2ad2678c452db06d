"""Hostile TOML documents and CSV files."""

from tests.hostile.documents import Row, expectation, good_toml, whole

__all__ = ["CSV_ROWS", "TOML_ROWS"]

TOML = "toml"
RECIPIENTS = "recipients"
NODE_RECIPIENTS = "recipients of every sort"
CODE_LIST = "code list"
CODE_MAPPING = "code mapping"


def toml(name: str, old: str, new: str, said: str) -> Row:
    """Make the row of a good programme in TOML with one piece replaced."""
    text = good_toml()
    assert text.count(old) >= 1, old
    content = text.replace(old, new, 1).encode("utf-8", "surrogatepass")
    return Row(f"TOML: {name}", TOML, content, expectation(said))


GOOD = good_toml()
KEY = "/parameters/key/values/0"
SPLIT = 'kind = "split"\npot = "pot"'

TOML_ROWS: tuple[Row, ...] = (
    # what is no TOML, or no UTF-8
    whole(
        TOML,
        "nothing",
        b"",
        "missing_key /format; missing_key /version; missing_key /id;"
        " missing_key /title; missing_key /jurisdiction; missing_key /valid; missing_key /levels;"
        " missing_key /result",
    ),
    whole(TOML, "NUL", b"\0", "not_toml"),
    whole(TOML, "NUL after the document", GOOD + "\0", "not_toml"),
    whole(
        TOML,
        "cut in a text",
        GOOD[: GOOD.index("Länder)") if "Länder)" in GOOD else 700],
        "not_toml",
    ),
    whole(TOML, "rest after the document", GOOD + "\nx", "not_toml"),
    whole(TOML, "JSON", b'{"format": "integrationsplan/programme"}', "not_toml"),
    whole(TOML, "YAML", b"format: integrationsplan/programme\nversion: 1\n", "not_toml"),
    whole(TOML, "YAML that runs code", b"!!python/object/apply:os.system [id]", "not_toml"),
    whole(TOML, "byte order mark", "\ufeff" + GOOD, "byte_order_mark"),
    whole(TOML, "UTF-16", GOOD.encode("utf-16"), "not_utf8"),
    whole(TOML, "UTF-16 without mark", GOOD.encode("utf-16-le"), "not_utf8"),
    whole(TOML, "UTF-32", GOOD.encode("utf-32"), "not_utf8"),
    whole(TOML, "Latin-1", GOOD.encode("latin-1"), "not_utf8"),
    whole(TOML, "overlong slash", b'format = "\xc0\xaf"', "not_utf8"),
    whole(TOML, "surrogate in UTF-8", b'format = "\xed\xa0\x80"', "not_utf8"),
    whole(TOML, "cp1252 quotes", GOOD.encode() + b"# \x93x\x94", "not_utf8"),
    toml("lone carriage return", "version = 1\n", "version = 1\r", "not_toml"),
    toml("escaped surrogate", 'de = "Anteil"', 'de = "\\ud800"', "not_toml"),
    toml("escape that is none", 'de = "Anteil"', 'de = "\\x41"', "not_toml"),
    toml("control character", 'de = "Anteil"', 'de = "a\x01b"', "not_toml"),
    # keys
    toml("repeated key", "version = 1", "version = 1\nversion = 1", "not_toml"),
    toml("repeated key, quoted", "version = 1", 'version = 1\n"version" = 1', "not_toml"),
    toml("repeated key, escaped", "version = 1", 'version = 1\n"v\\u0065rsion" = 1', "not_toml"),
    toml(
        "repeated key in an inline table",
        "start = 2015-01-01,",
        "start = 2015-01-01, start = 2015-01-01,",
        "not_toml",
    ),
    toml("repeated table", "[rules.part]", "[rules.given]", "not_toml"),
    toml("table over a value", "[rules.part]", "[version.part]", "not_toml"),
    toml("dotted key into an inline table", "[title]", "valid.x = 1\n[title]", "not_toml"),
    toml("list of tables over a table", "[[conditions]]", "[[result]]", "not_toml"),
    toml("unknown key", "version = 1", "version = 1\nx = 1", "unknown_key /x"),
    toml("unknown key in a rule", SPLIT, SPLIT + "\nx = 1", "unknown_key /rules/part/x"),
    toml("unknown table", "[citations.wiki]", "[x.y]\n[citations.wiki]", "unknown_key /x"),
    toml("key in upper case", SPLIT, SPLIT + '\nPot = "pot"', "unknown_key /rules/part/Pot"),
    toml(
        "key in NFD",
        '"Thüringen" = "2.74835"',
        '"Thu\u0308ringen" = "2.74835"',
        f"not_nfc {KEY}/table/Thu\u0308ringen",
    ),
    toml("no id", 'id = "de-koenigsteiner-schluessel"\n', "", "missing_key /id"),
    toml(
        "dotted key of nine parts",
        "version = 1",
        "version = 1\na.b.c.d.e.f.g.h.i = 1",
        "dotted_key_too_long",
    ),
    toml(
        "dotted key of nine parts in a heading",
        "[result]",
        "[a.b.c.d.e.f.g.h.i]\n[result]",
        "dotted_key_too_long",
    ),
    toml(
        "dotted key with blanks around",
        "version = 1",
        "version = 1\na . b . c.d.e.f.g.h.i = 1",
        "dotted_key_too_long",
    ),
    toml(
        "dotted key of quoted parts",
        "version = 1",
        'version = 1\n"a"."b"."c"."d"."e"."f"."g"."h"."i" = 1',
        "dotted_key_too_long",
    ),
    # envelopes
    toml("newer version", "version = 1", "version = 2", "unknown_version /version"),
    toml("version 0", "version = 1", "version = 0", "unknown_version /version"),
    toml("version -1", "version = 1", "version = -1", "unknown_version /version"),
    toml("version as truth", "version = 1", "version = true", "wrong_type /version"),
    toml("version as text", "version = 1", 'version = "1"', "wrong_type /version"),
    toml("version as fraction", "version = 1", "version = 1.0", "wrong_type /version"),
    toml("version as date", "version = 1", "version = 2015-01-01", "wrong_type /version"),
    toml(
        "another format",
        'format = "integrationsplan/programme"',
        'format = "integrationsplan/plan"',
        "wrong_format /format",
    ),
    toml(
        "format as list",
        'format = "integrationsplan/programme"',
        'format = ["integrationsplan/programme"]',
        "wrong_format /format",
    ),
    # coercions
    toml(
        "fraction for a decimal",
        '"Bremen" = "0.94097"',
        '"Bremen" = 0.94097',
        f"wrong_type {KEY}/table/Bremen",
    ),
    toml(
        "number for a decimal",
        '"Bremen" = "0.94097"',
        '"Bremen" = 1',
        f"wrong_type {KEY}/table/Bremen",
    ),
    toml(
        "nan for a decimal",
        '"Bremen" = "0.94097"',
        '"Bremen" = nan',
        f"wrong_type {KEY}/table/Bremen",
    ),
    toml(
        "inf for a decimal",
        '"Bremen" = "0.94097"',
        '"Bremen" = -inf',
        f"wrong_type {KEY}/table/Bremen",
    ),
    toml(
        "huge exponent for a decimal",
        '"Bremen" = "0.94097"',
        '"Bremen" = 1e1000000',
        f"wrong_type {KEY}/table/Bremen",
    ),
    toml(
        "underscores for a decimal",
        '"Bremen" = "0.94097"',
        '"Bremen" = 1_000.5',
        f"wrong_type {KEY}/table/Bremen",
    ),
    toml(
        "text with a huge exponent",
        '"Bremen" = "0.94097"',
        '"Bremen" = "1e1000000"',
        f"wrong_form {KEY}/table/Bremen",
    ),
    toml("text NaN", '"Bremen" = "0.94097"', '"Bremen" = "NaN"', f"wrong_form {KEY}/table/Bremen"),
    toml(
        "text with plus",
        '"Bremen" = "0.94097"',
        '"Bremen" = "+5"',
        f"wrong_form {KEY}/table/Bremen",
    ),
    toml(
        "text with underscore",
        '"Bremen" = "0.94097"',
        '"Bremen" = " 1_0 "',
        f"wrong_form {KEY}/table/Bremen",
    ),
    toml(
        "text in Arabic-Indic digits",
        '"Bremen" = "0.94097"',
        '"Bremen" = "\u0661"',
        f"wrong_form {KEY}/table/Bremen",
    ),
    toml(
        "date for a decimal",
        '"Bremen" = "0.94097"',
        '"Bremen" = 2015-01-01',
        f"wrong_type {KEY}/table/Bremen",
    ),
    toml(
        "truth for a decimal",
        '"Bremen" = "0.94097"',
        '"Bremen" = true',
        f"wrong_type {KEY}/table/Bremen",
    ),
    toml(
        "list for a decimal",
        '"Bremen" = "0.94097"',
        '"Bremen" = ["1"]',
        f"wrong_type {KEY}/table/Bremen",
    ),
    toml(
        "4300 digits",
        '"Bremen" = "0.94097"',
        f'"Bremen" = {"9" * 4300}',
        "huge_number /",
    ),
    toml("4301 digits", '"Bremen" = "0.94097"', f'"Bremen" = {"9" * 4301}', "huge_number /"),
    toml("200,000 digits", '"Bremen" = "0.94097"', f'"Bremen" = {"9" * 200_000}', "huge_number /"),
    toml(
        "200,000 digits as text",
        '"Bremen" = "0.94097"',
        f'"Bremen" = "{"9" * 200_000}"',
        f"wrong_form {KEY}/table/Bremen",
    ),
    toml("number for a text", 'de = "Anteil"', "de = 3", "wrong_type /rules/part/label/de"),
    toml(
        "text for a list",
        "values = [{ start = 1990-10-03, value",
        'values = ""\nx = [{ value',
        "wrong_type /parameters/laender/values; unknown_key /parameters/laender/x",
    ),
    toml(
        "table for a list",
        "values = [{ start = 1990-10-03,",
        "values = {}\nx = [{",
        "wrong_type /parameters/laender/values; unknown_key /parameters/laender/x",
    ),
    # dates
    toml("date as text", "start = 2015-01-01", 'start = "2015-01-01"', "wrong_type /valid/start"),
    toml(
        "moment for a date",
        "start = 2015-01-01",
        "start = 2015-01-01T00:00:00Z",
        "wrong_type /valid/start",
    ),
    toml(
        "naive moment for a date",
        "start = 2015-01-01",
        "start = 2015-01-01T00:00:00",
        "wrong_type /valid/start",
    ),
    toml("time for a date", "start = 2015-01-01", "start = 00:00:00", "wrong_type /valid/start"),
    toml("number for a date", "start = 2015-01-01", "start = 20150101", "wrong_type /valid/start"),
    toml("day that is none", "start = 2015-01-01", "start = 2015-02-30", "not_toml"),
    toml("year 0", "start = 2015-01-01", "start = 0000-01-01", "not_toml"),
    toml("year 10000", "start = 2015-01-01", "start = 10000-01-01", "not_toml"),
    toml("offset +00:60", "start = 2015-01-01", "start = 2015-01-01T00:00:00+00:60", "not_toml"),
    toml("leap second", "start = 2015-01-01", "start = 2016-12-31T23:59:60Z", "not_toml"),
    toml("end before start", "end = 2017-12-31", "end = 2014-12-31", "end_before_start /valid/end"),
    # texts
    toml(
        "right-to-left override",
        'de = "Anteil"',
        'de = "An\u202eteil"',
        "not_plain_text /rules/part/label/de",
    ),
    toml(
        "zero width, escaped",
        'de = "Anteil"',
        'de = "An\\u200Bteil"',
        "not_plain_text /rules/part/label/de",
    ),
    toml(
        "tag characters, escaped",
        'de = "Anteil"',
        'de = "An\\U000E0041teil"',
        "not_plain_text /rules/part/label/de",
    ),
    toml(
        "decomposed letter", 'de = "Anteil"', 'de = "A\u0308nteil"', "not_nfc /rules/part/label/de"
    ),
    toml(
        "100,000 alternating marks",
        'de = "Anteil"',
        'de = "q' + "\u0301\u0323" * 50_000 + '"',
        "too_long /rules/part/label/de",
    ),
    toml("text of nothing", 'de = "Anteil"', 'de = ""', "too_short /rules/part/label/de"),
    # meaning
    toml("rule that needs itself", SPLIT, 'kind = "split"\npot = "part"', "cycle /rules/part"),
    toml(
        "name with a path",
        "[rules.given]",
        '["rules"."../x"]',
        "unknown_name /conditions/0/when/left; wrong_form /rules/..~1x",
    ),
    toml("unknown kind", 'kind = "count"', 'kind = "eval"', "unknown_kind /rules/given/kind"),
    toml(
        "assumption for a source",
        'basis = "stated"',
        'basis = "assumed"',
        f"assumed_in_document {KEY}/basis",
    ),
    toml(
        "address that runs",
        'url = "https://expydoc.com/doc/8772835/null"',
        'url = "javascript:alert(1)"',
        "wrong_form /citations/flows/url",
    ),
)


def table(name: str, text: bytes | str, said: str, reader: str = RECIPIENTS) -> Row:
    """Make the row of a CSV file; places are lines and columns."""
    return whole(reader, name, text, said)


HEAD = "key;persons\n"
HERE = "line 2, column persons"
EVERY = "key;amount;since;member;persons;fte;sort\n"


def cell(name: str, text: str, said: str = "bad_figure") -> Row:
    """Make the row of a figure that is none."""
    return table(f"figure {name}", f"{HEAD}a;{text}\n", f"{said} {HERE}")


CSV_ROWS: tuple[Row, ...] = (
    # numbers
    cell("with a huge exponent", "1e1000000"),
    cell("with exponent", "1E+3"),
    cell("with a small exponent", "1E-999999"),
    cell("NaN", "NaN"),
    cell("sNaN", "sNaN"),
    cell("Infinity", "Infinity"),
    cell("with plus", "+5"),
    cell("with underscore", "1_0"),
    cell("with a blank", " 10"),
    cell("with a no-break space", "10\u00a0"),
    cell("with a comma", '"1,5"'),
    cell("hexadecimal", "0x10"),
    cell("in Arabic-Indic digits", "\u0661\u0662"),
    cell("in full-width digits", "\uff11\uff12"),
    cell("one half as a sign", "\u00bd"),
    cell("true minus", "\u22125"),
    cell("as a fraction", "1/2", "not_whole"),
    cell("divided by zero", "1/0"),
    cell("as a formula", "=1+1"),
    cell("as a formula that calls", "=cmd|' /C calc'!A0"),
    cell("as a full-width formula", "\uff1d1"),
    cell("true", "true"),
    cell("date", "2018-01-31"),
    cell("of 19 digits", "9" * 19),
    cell("of 4300 digits", "9" * 4300),
    cell("of 4301 digits", "9" * 4301),
    cell("negative", "-5", "negative_figure"),
    cell("minus zero point five", "-0.5", "negative_figure"),
    cell("of half a person", "1.5", "not_whole"),
    cell("with a point and three digits", "1.000", "thousands_or_decimals"),
    cell("empty", "", "missing_figure"),
    # dates and truths
    table(
        "date without dashes",
        EVERY + "a;1;20180131;true;1;1;a\n",
        "bad_figure line 2, column since",
        NODE_RECIPIENTS,
    ),
    table(
        "date in German",
        EVERY + "a;1;31.01.2018;true;1;1;a\n",
        "bad_figure line 2, column since",
        NODE_RECIPIENTS,
    ),
    table(
        "date of year 0",
        EVERY + "a;1;0000-01-31;true;1;1;a\n",
        "bad_figure line 2, column since",
        NODE_RECIPIENTS,
    ),
    table(
        "date of year 10000",
        EVERY + "a;1;10000-01-31;true;1;1;a\n",
        "bad_figure line 2, column since",
        NODE_RECIPIENTS,
    ),
    table(
        "date in full-width digits",
        EVERY + "a;1;\uff12\uff10\uff11\uff18-01-31;true;1;1;a\n",
        "bad_figure line 2, column since",
        NODE_RECIPIENTS,
    ),
    table(
        "date infinity",
        EVERY + "a;1;infinity;true;1;1;a\n",
        "bad_figure line 2, column since",
        NODE_RECIPIENTS,
    ),
    table(
        "truth as number",
        EVERY + "a;1;2018-01-31;1;1;1;a\n",
        "bad_figure line 2, column member",
        NODE_RECIPIENTS,
    ),
    table(
        "truth in upper case",
        EVERY + "a;1;2018-01-31;TRUE;1;1;a\n",
        "bad_figure line 2, column member",
        NODE_RECIPIENTS,
    ),
    table(
        "amount of a third of a cent",
        EVERY + "a;0.0001;2018-01-31;true;1;1;a\n",
        "not_whole line 2, column amount",
        NODE_RECIPIENTS,
    ),
    # keys and columns
    table("nothing", b"", "no_header line 1"),
    table("blank lines", b"\n\r\n\n", "no_header line 1"),
    table("separators alone", b";;;\n", "no_header line 1"),
    table("header alone", HEAD, "no_recipients line 2"),
    table("no key", HEAD + ";1\n", "no_key line 2, column key"),
    table("repeated key", HEAD + "a;1\na;2\n", "duplicate_recipient line 3, column key"),
    table(
        "repeated column", "key;persons;persons\na;1;2\n", "repeated_column line 1, column persons"
    ),
    table("unknown column", "key;persons;x\na;1;2\n", "unknown_column line 1, column x"),
    table(
        "column in upper case",
        "key;Persons\na;1\n",
        "unknown_column line 1, column Persons; missing_column line 1, column persons",
    ),
    table(
        "column with a blank",
        "key; persons\na;1\n",
        "unknown_column line 1, column  persons; missing_column line 1, column persons",
    ),
    table(
        "column with a zero-width space",
        "key;persons\u200b\na;1\n",
        "unknown_column line 1, column persons\u200b; missing_column line 1, column persons",
    ),
    table("no column of the figure", "key\na\n", "missing_column line 1, column persons"),
    table("too many cells", HEAD + "a;1;2\n", "cell_count line 2"),
    table("too few cells", HEAD + "a\n", "cell_count line 2"),
    table("one line of many wrong", HEAD + "a;1\nb\nc;1\n", "cell_count line 3"),
    # quotes, ends of lines, bytes
    table("quote that is not closed", HEAD + '"a;1\n', "not_csv line 2"),
    table("quote that swallows the file", HEAD + '"a;1\n' + "b;1\n" * 1000, "not_csv line 2"),
    table("letter after a quote", HEAD + '"a"x;1\n', "not_csv line 2"),
    table("NUL", HEAD + "a\0;1\n", "not_csv line 2"),
    table("NUL in the header", "key;persons\0\na;1\n", "not_csv line 1"),
    table("UTF-16 with mark", (HEAD + "a;1\n").encode("utf-16"), "not_utf8"),
    table("UTF-16 without mark", (HEAD + "a;1\n").encode("utf-16-le"), "not_csv line 1"),
    table("UTF-32", (HEAD + "a;1\n").encode("utf-32"), "not_utf8"),
    table("cp1252 with umlaut", (HEAD + "Köln;1\n").encode("cp1252"), "not_utf8"),
    table("overlong slash", HEAD.encode() + b"a\xc0\xaf;1\n", "not_utf8"),
    table("surrogate in UTF-8", HEAD.encode() + b"a\xed\xa0\x80;1\n", "not_utf8"),
    table("xlsx", b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + b"\xff" * 20, "not_utf8"),
    table(
        "JSON",
        b'{"key": "a", "persons": 1}',
        'unknown_column line 1, column {"key": "a";'
        ' unknown_column line 1, column  "persons": 1}; missing_column line 1, column key;'
        " missing_column line 1, column persons",
    ),
    table(
        "byte order mark in the middle", HEAD + "\ufeffa;1\n", "not_plain_text line 2, column key"
    ),
    table(
        "two byte order marks",
        "\ufeff\ufeff" + HEAD + "a;1\n",
        "unknown_column line 1, column \ufeffkey; missing_column line 1, column key",
    ),
    # texts
    table(
        "key with right-to-left override",
        HEAD + "a\u202eb;1\n",
        "not_plain_text line 2, column key",
    ),
    table("key with zero-width space", HEAD + "a\u200bb;1\n", "not_plain_text line 2, column key"),
    table("key with tag characters", HEAD + "a\U000e0041;1\n", "not_plain_text line 2, column key"),
    table("key in NFD", HEAD + "Ko\u0308ln;1\n", "not_nfc line 2, column key"),
    table(
        "key with 10,000 marks",
        HEAD + "q" + "\u0323" * 10_000 + ";1\n",
        "too_long line 2, column key",
    ),
    table("key of 65 characters", HEAD + "k" * 65 + ";1\n", "too_long line 2, column key"),
    table("key with an escape", HEAD + "a\x1b[2J;1\n", "not_plain_text line 2, column key"),
    table(
        "name with a line feed",
        'key;name;persons\na;"b\nc";1\n',
        "not_plain_text line 2, column name",
    ),
    table(
        "name with a C1 control",
        "key;name;persons\na;b\u0085c;1\n",
        "not_plain_text line 2, column name",
    ),
    # code lists and mappings
    table("no header", b"", "no_header line 1", CODE_LIST),
    table(
        "no column of the label", "code;x\n1;a\n", "missing_column line 1, column label", CODE_LIST
    ),
    table(
        "repeated code", "code;label\n1;a\n1;b\n", "duplicate_code line 3, column code", CODE_LIST
    ),
    table("no code", "code;label\n;a\n", "missing_cell line 2, column code", CODE_LIST),
    table("no label", "code;label\n1;\n", "missing_cell line 2, column label", CODE_LIST),
    table(
        "label with right-to-left override",
        "code;label\n1;a\u202eb\n",
        "not_plain_text line 2, column label",
        CODE_LIST,
    ),
    table("label in NFD", "code;label\n1;a\u0308\n", "not_nfc line 2, column label", CODE_LIST),
    table("quote that is not closed", 'code;label\n1;"a\n', "not_csv line 2", CODE_LIST),
    table("cp1252", "code;label\n1;Straße\n".encode("cp1252"), "not_utf8", CODE_LIST),
    table("UTF-16", "code;label\n1;a\n".encode("utf-16"), "not_utf8", CODE_LIST),
    table("NUL", "code;label\n1;a\0\n", "not_csv line 2", CODE_LIST),
    table("too many cells", "code;label\n1;a;b\n", "cell_count line 2", CODE_LIST),
    table(
        "code of no form",
        "source;target\nx;0110\n",
        "wrong_form line 2, column source",
        CODE_MAPPING,
    ),
    table(
        "code in full-width digits",
        "source;target\n\uff10\uff11\uff12\uff13\uff14;0110\n",
        "wrong_form line 2, column source",
        CODE_MAPPING,
    ),
    table(
        "pair twice",
        "source;target\n01234;0110\n01234;0110\n",
        "duplicate_target line 3, column target",
        CODE_MAPPING,
    ),
    table(
        "no target", "source;target\n01234;\n", "missing_cell line 2, column target", CODE_MAPPING
    ),
)
