"""Hostile documents whose weapon is size or depth; each is made when it is read.

Where several bounds are passed at once it is not promised which is reported: then a row expects
`ANY`, and what counts is that the document is refused soon and in little memory.
"""

from collections.abc import Callable

from tests.hostile.documents import (
    ACCESS,
    NODES,
    PLAN,
    PROGRAMME,
    RECEIPT,
    SMALL,
    TRACE,
    VIEW,
    Row,
    damaged,
    expectation,
)

__all__ = ["ANY", "BIG_ROWS", "DEEP_ROWS"]

ANY = (("*", "*"),)
"""Refused with whatever codes."""

R = "/revisions/0"
GOAL = f"{R}/changes/4/entry"
HEAD = '{"format":"integrationsplan/plan","version":1,"id":"p",'
ROOM = 8 * 1024 * 1024 - 40_000
"""Bytes of a JSON document that stays within its size, with a good document around."""


def big(reader: str, name: str, make: Callable[[], bytes], said: str = "") -> Row:
    """Make the row of a document that is large."""
    return Row(f"{reader}: {name}", reader, make, expectation(said) if said else ANY, big=True)


def deep(reader: str, name: str, make: Callable[[], bytes], said: str = "document_too_deep") -> Row:
    """Make the row of a document that is deep."""
    return Row(f"{reader}: {name}", reader, make, expectation(said), deep=True)


def filled(head: str, piece: str, tail: str, size: int = ROOM) -> bytes:
    """Return pieces between commas, as many as fit."""
    return f"{head}{','.join([piece] * (size // (len(piece) + 1)))}{tail}".encode()


def numbered(head: str, pattern: str, tail: str, count: int) -> bytes:
    """Return so many pieces between commas, each with its number."""
    return f"{head}{','.join(pattern.replace('#', str(n)) for n in range(count))}{tail}".encode()


def inside(stem: str, place: str, raw: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return what makes a good document with a large piece in one place."""
    return lambda: damaged(stem, {place: raw().decode()})


GOOD_GOAL = '{"kind":"goal","id":"g#","field":"language","title":"x"}'
BAD_GOAL = '{"kind":"goal","id":"g #","field":"","title":""}'
PUT = '{"kind":"put","entry":%s,"salt":"' + "A" * 43 + '"}'
MERSENNE = 2**61 - 1
LETTER = "x"
EACH_OTHER = ",".join(f'"r{n}"' for n in range(100))
MEGABYTES = 100 * 10**6

BIG_ROWS: tuple[Row, ...] = (
    # beyond the size: nothing is decoded
    big(PLAN, "text of 100 MB", lambda: b'"' + b"x" * MEGABYTES + b'"', "document_too_big"),
    big(PLAN, "blanks of 100 MB", lambda: b" " * MEGABYTES, "document_too_big"),
    big(PLAN, "brackets of 100 MB", lambda: b"[" * MEGABYTES, "document_too_big"),
    big(PLAN, "invalid bytes of 100 MB", lambda: b"\xff" * MEGABYTES, "document_too_big"),
    big(PLAN, "number of 100 MB", lambda: b"9" * MEGABYTES, "document_too_big"),
    big(
        PLAN,
        "title of 100 MB",
        inside(PLAN, f"{GOAL}/title", lambda: b'"' + b"x" * MEGABYTES + b'"'),
        "document_too_big",
    ),
    big(VIEW, "text of 100 MB", lambda: b'"' + b"x" * MEGABYTES + b'"', "document_too_big"),
    big(ACCESS, "text of 100 MB", lambda: b'"' + b"x" * MEGABYTES + b'"', "document_too_big"),
    big(RECEIPT, "text of 100 MB", lambda: b'"' + b"x" * MEGABYTES + b'"', "document_too_big"),
    big(PROGRAMME, "text of 100 MB", lambda: b'"' + b"x" * MEGABYTES + b'"', "document_too_big"),
    big(TRACE, "text of 100 MB", lambda: b'"' + b"x" * MEGABYTES + b'"', "document_too_big"),
    big("toml", "text of 100 MB", lambda: b'x = "' + b"x" * MEGABYTES + b'"', "document_too_big"),
    big(
        "recipients",
        "cell of 100 MB",
        lambda: b"key;persons\na;" + b"9" * MEGABYTES,
        "document_too_big",
    ),
    big(
        "code list",
        "cell of 100 MB",
        lambda: b"code;label\n1;" + b"x" * MEGABYTES,
        "document_too_big",
    ),
    big(PLAN, "one byte too many", lambda: b" " * (8 * 1024 * 1024 + 1), "document_too_big"),
    big(PLAN, "blanks of 8 MiB", lambda: b" " * (8 * 1024 * 1024), "not_json"),
    # within the size: floods of values
    big(PLAN, "arrays below an unknown key", lambda: filled(HEAD + '"x":[', "[]", "]}")),
    big(PLAN, "objects below an unknown key", lambda: filled(HEAD + '"x":[', "{}", "]}")),
    big(PLAN, "numbers below an unknown key", lambda: filled(HEAD + '"x":[', "1", "]}")),
    big(PLAN, "fractions below an unknown key", lambda: filled(HEAD + '"x":[', "1.5", "]}")),
    big(PLAN, "texts below an unknown key", lambda: filled(HEAD + '"x":[', '"x"', "]}")),
    big(PLAN, "objects of three keys", lambda: filled(HEAD + '"x":[', '{"a":1,"b":2,"c":3}', "]}")),
    big(PLAN, "numbers for revisions", lambda: filled(HEAD + '"revisions":[', "1", "]}")),
    big(PLAN, "nulls for revisions", lambda: filled(HEAD + '"revisions":[', "null", "]}")),
    big(PLAN, "fractions for revisions", lambda: filled(HEAD + '"revisions":[', "1.5", "]}")),
    big(PLAN, "empty objects for revisions", lambda: filled(HEAD + '"revisions":[', "{}", "]}")),
    big(
        PLAN,
        "strange objects for revisions",
        lambda: filled(HEAD + '"revisions":[', '{"a":0,"b":0,"c":0}', "]}"),
    ),
    big(
        PLAN,
        "numbers for revisions, 100,000",
        lambda: filled(HEAD + '"revisions":[', "1", "]}", 200_000),
    ),
    big(
        PLAN,
        "numbers for changes in many revisions",
        lambda: filled(HEAD + '"revisions":[', f'{{"changes":[{",".join("1" * 10_000)}]}}', "]}"),
    ),
    big(PLAN, "texts for changes", inside(PLAN, f"{R}/changes", lambda: filled("[", '"x"', "]"))),
    big(
        PLAN,
        "goals that a goal depends on",
        inside(PLAN, f"{GOAL}/depends_on", lambda: filled("[", '"g3"', "]")),
    ),
    big(
        PLAN,
        "wrong goals that a goal depends on",
        inside(PLAN, f"{GOAL}/depends_on", lambda: filled("[", "0", "]")),
    ),
    big(
        PLAN,
        "60,000 changes",
        inside(PLAN, f"{R}/changes", lambda: numbered("[", PUT % GOOD_GOAL, "]", 60_000)),
    ),
    big(
        PLAN,
        "50,000 damaged changes",
        inside(PLAN, f"{R}/changes", lambda: numbered("[", PUT % BAD_GOAL, "]", 50_000)),
    ),
    big(
        PLAN,
        "9,000 damaged changes",
        inside(PLAN, f"{R}/changes", lambda: numbered("[", PUT % BAD_GOAL, "]", 9_000)),
    ),
    big(
        VIEW,
        "numbers for what is withheld",
        inside(VIEW, "/withheld", lambda: filled("[", "0", "]")),
    ),
    big(ACCESS, "numbers for entries", inside(ACCESS, "/entries", lambda: filled("[", "0", "]"))),
    big(
        ACCESS,
        "numbers for erased entries",
        inside(ACCESS, "/erased", lambda: filled("[", "0", "]")),
    ),
    big(TRACE, "empty steps", inside(TRACE, "/steps", lambda: filled("[", "{}", "]"))),
    big(TRACE, "numbers for steps", inside(TRACE, "/steps", lambda: filled("[", "0", "]"))),
    big(
        TRACE,
        "numbers for parts of a witness",
        inside(
            TRACE, "/steps/1/witnesses/0", lambda: numbered('{"parts":{', '"k#":0', "}}", 400_000)
        ),
    ),
    big(
        PROGRAMME,
        "100,000 rules",
        inside(
            PROGRAMME,
            "/rules",
            lambda: numbered("{", '"r#":{"kind":"not","of":"r#"}', "}", 100_000),
        ),
    ),
    big(
        PROGRAMME,
        "500 rules that need each other",
        inside(
            PROGRAMME,
            "/rules",
            lambda: numbered("{", f'"r#":{{"kind":"sum","of":[{EACH_OTHER}]}}', "}", 500),
        ),
    ),
    big(
        PROGRAMME,
        "400,000 rows of a table",
        inside(
            PROGRAMME,
            "/parameters/key/values/0/table",
            lambda: numbered("{", '"k#":"1"', "}", 400_000),
        ),
    ),
    big(
        PROGRAMME,
        "400,000 wrong rows of a table",
        inside(
            PROGRAMME,
            "/parameters/key/values/0/table",
            lambda: numbered("{", '"k#":0', "}", 400_000),
        ),
    ),
    big(
        PROGRAMME,
        "100,000 values of a parameter",
        inside(
            PROGRAMME,
            "/parameters/key/values",
            lambda: filled(
                "[", '{"value":"1","basis":"stated","citation":"flows"}', "]", 5_000_000
            ),
        ),
    ),
    big(NODES, "operands of a sum", inside(NODES, "/rules/sum/of", lambda: filled("[", "0", "]"))),
    # keys: many, long, colliding
    big(PLAN, "500,000 keys", lambda: numbered(HEAD, '"k#":0', "}", 500_000)),
    big(PLAN, "one key a million times", lambda: filled(HEAD, '"x":0', "}")),
    big(PLAN, "empty key a million times", lambda: filled(HEAD, '"":0', "}")),
    big(PLAN, "escaped key half a million times", lambda: filled(HEAD, '"\\u0078":0', "}")),
    big(
        PLAN, "repeated keys in many objects", lambda: filled(HEAD + '"x":[', '{"a":0,"a":0}', "]}")
    ),
    big(PLAN, "key of 8 MB", lambda: HEAD.encode() + b'"' + b"x" * ROOM + b'":1}'),
    big(PLAN, "1,000 keys of 8 kB", lambda: numbered(HEAD, f'"{LETTER * 8000}#":0', "}", 1_000)),
    big(
        PROGRAMME,
        "long key above many problems",
        inside(
            PROGRAMME,
            "/parameters",
            lambda: numbered(f'{{"{LETTER * 20_000}":{{', '"u#":0', "}}", 1_000),
        ),
    ),
    big(
        PLAN,
        "numbers of one hash",
        lambda: numbered(HEAD + '"revisions":[', "#", "]}", 0).replace(
            b"[]",
            b"[" + b",".join(str(n * MERSENNE % 10**18).encode() for n in range(20_000)) + b"]",
        ),
    ),
    big(
        PLAN,
        "keys that are numbers of one hash",
        lambda: b"{" + b",".join(b'"%d":0' % (n * MERSENNE) for n in range(20_000)) + b"}",
    ),
    big(
        "recipients",
        "20,000 weights of one hash and a bad one",
        lambda: (
            numbered("key;persons\n", "k#;1", "", 0)
            + b"".join(b"k%d;%d\n" % (n, n * MERSENNE % 10**18) for n in range(20_000))
            + b"z;x\n"
        ),
        "bad_figure line 20002, column persons",
    ),
    # texts: long, escaped, marked
    big(
        PLAN,
        "title of 8 MB",
        inside(PLAN, f"{GOAL}/title", lambda: b'"' + b"x" * (ROOM - 1000) + b'"'),
    ),
    big(
        PLAN,
        "title of a million marks",
        inside(
            PLAN,
            f"{GOAL}/title",
            lambda: f'"q{chr(0x301) + chr(0x323)}"'.encode().replace(
                b"\xcc\x81\xcc\xa3", b"\xcc\x81\xcc\xa3" * 1_000_000
            ),
        ),
    ),
    big(
        PLAN,
        "title of a million escapes",
        inside(PLAN, f"{GOAL}/title", lambda: b'"' + b"\\u0301" * 1_000_000 + b'"'),
    ),
    big(
        PLAN,
        "title of four million quotes",
        inside(PLAN, f"{GOAL}/title", lambda: b'"' + b'\\"' * 4_000_000 + b'"'),
    ),
    big(PLAN, "quotes that never end", lambda: b'"' + b'\\"' * 4_000_000),
    big(PLAN, "backslashes", lambda: b'"' + b"\\\\" * 4_000_000 + b'"'),
    big(
        PLAN,
        "digits of 8 MB",
        inside(PLAN, f"{R}/number", lambda: b"9" * (ROOM - 1000)),
        f"huge_number {R}/number",
    ),
    big(
        PLAN,
        "places of 8 MB",
        inside(PLAN, f"{R}/number", lambda: b"0." + b"9" * (ROOM - 1000)),
        f"wrong_type {R}/number",
    ),
    big(
        PLAN,
        "salt of 8 MB",
        inside(PLAN, f"{R}/changes/0/salt", lambda: b'"' + b"A" * (ROOM - 1000) + b'"'),
    ),
    big(
        PROGRAMME,
        "decimal of 8 MB",
        inside(PROGRAMME, "/parameters/key/sums_to", lambda: b'"' + b"9" * ROOM + b'"'),
    ),
    # TOML: what took quadratic time
    big(
        "toml",
        "dotted key of 40 kB",
        lambda: b".".join([b"a"] * 20_000) + b" = 1",
        "dotted_key_too_long",
    ),
    big(
        "toml",
        "dotted key of 250 kB",
        lambda: b".".join([b"a"] * 125_000) + b" = 1",
        "dotted_key_too_long",
    ),
    big(
        "toml",
        "dotted key behind a text",
        lambda: b'x = { a = """q"""", ' + b".".join([b"b"] * 100_000) + b" = 1 }",
        "dotted_key_too_long",
    ),
    big(
        "toml",
        "dotted key in a heading",
        lambda: b"[" + b".".join([b"a"] * 100_000) + b"]",
        "dotted_key_too_long",
    ),
    big("toml", "quotes that never end", lambda: b'\\"""\n' * 50_000, "not_toml"),
    big("toml", "25,000 tables", lambda: b"".join(b"[a%d]\n" % n for n in range(25_000))),
    big(
        "toml",
        "10,000 headings of eight parts",
        lambda: b"".join(b"[a%d.b.c.d.e.f.g.h]\n" % n for n in range(10_000)),
    ),
    big("toml", "40,000 tables in a list", lambda: b"[[a]]\n" * 40_000),
    big("toml", "array of 250 kB", lambda: b"x = [" + b"1," * 125_000 + b"]"),
    big("toml", "array of arrays", lambda: b"x = [" + b"[]," * 80_000 + b"]"),
    big("toml", "digits of 250 kB", lambda: b"x = " + b"9" * 250_000, "huge_number /"),
    big("toml", "comment of 250 kB", lambda: b"#" + b"x.y" * 80_000 + b"\nx"),
    # CSV
    big("recipients", "cell of 1 MB", lambda: b"key;persons\na;" + b"9" * 10**6 + b"\n"),
    big("recipients", "header of 1 MB", lambda: b"k;" * 500_000 + b"\n"),
    big("recipients", "line of 2 MB", lambda: b"key;persons\n" + b";" * 2_000_000 + b"\n"),
    big(
        "recipients",
        "quote that swallows 5 MB",
        lambda: b'key;persons\n"a;1\n' + b"b;1\n" * 1_250_000,
        "not_csv line 2",
    ),
    big("recipients", "100,000 wrong rows", lambda: b"key;persons\n" + b"a;x\n" * 100_000),
    big("recipients", "100,000 rows of one key", lambda: b"key;persons\n" + b"a;1\n" * 100_000),
    big(
        "code list",
        "circle of 20,000 codes",
        lambda: b"code;label\n" + b"".join(b"%d;x\n" % (n // 2) for n in range(20_000)),
    ),
)


# -- depth -----------------------------------------------------------------------------------------

SHAPES: dict[str, Callable[[int], str]] = {
    "arrays": lambda n: "[" * n + "]" * n,
    "objects": lambda n: '{"a":' * (n - 1) + "{}" + "}" * (n - 1),
    "arrays and objects": lambda n: '{"a":[' * (n // 2) + "[]" * (n % 2) + "]}" * (n // 2),
    "objects with siblings": lambda n: '{"b":[],"a":' * (n - 1) + "{}" + "}" * (n - 1),
}
DEPTHS = (33, 1_000, 100_000)
NOT = '{"kind":"not","of":'
SUM = '{"kind":"sum","of":['


def nodes(opening: str, closing: str, core: str) -> Callable[[int], str]:
    """Return what makes a tree of nodes of some depth."""
    return lambda n: opening * n + core + closing * n


RULES = {
    "negations": nodes(NOT, "}", '"member"'),
    "sums": nodes(SUM, "]}", '"amount"'),
    "sums of a number": nodes(SUM, "]}", "7"),
    "differences": nodes('{"kind":"difference","of":"amount","less":[', "]}", '"number"'),
    "cases": nodes('{"kind":"choose","cases":[],"otherwise":', "}", '"amount"'),
}


def deep_rows() -> list[Row]:
    """Return the rows of every shape and depth."""
    found: list[Row] = []
    for depth in DEPTHS:
        for name, shape in SHAPES.items():
            text = f"{name} {depth} deep"

            def around(shape: Callable[[int], str] = shape, depth: int = depth) -> bytes:
                return shape(depth).encode()

            found += [
                deep(SMALL, f"{text}, alone", around),
                deep(
                    SMALL,
                    f"{text}, below an unknown key",
                    lambda make=around: f'{HEAD}"x":{make().decode()}}}'.encode(),
                ),
                deep(PLAN, f"{text}, for a title", inside(PLAN, f"{GOAL}/title", around)),
                deep(TRACE, f"{text}, for a formula", inside(TRACE, "/steps/0/formula", around)),
            ]
        for name, rule in RULES.items():

            def tree(rule: Callable[[int], str] = rule, depth: int = depth) -> bytes:
                return rule(depth).encode()

            found.append(
                deep(
                    NODES,
                    f"rule of {name} {depth} deep",
                    inside(NODES, "/rules/compare/left", tree),
                )
            )
    return found


DEEP_ROWS: tuple[Row, ...] = (
    *deep_rows(),
    deep(SMALL, "brackets that never end", lambda: b"[" * 8_000_000),
    deep(SMALL, "braces that never end", lambda: b'{"a":' * 1_500_000),
    deep(
        SMALL,
        "brackets in a text before brackets",
        ('["' + "]" * 40 + '",' + "[" * 40 + "]" * 41).encode,
    ),
    deep(SMALL, "escaped quotes before brackets", ('["\\"",' + "[" * 40 + "]" * 41).encode),
    deep("toml", "arrays 33 deep", lambda: b"x = " + b"[" * 33 + b"]" * 33),
    deep("toml", "arrays 1,000 deep", lambda: b"x = " + b"[" * 1_000 + b"]" * 1_000),
    deep("toml", "arrays 100,000 deep", lambda: b"x = " + b"[" * 100_000 + b"]" * 100_000),
    deep("toml", "tables 33 deep", lambda: b"x = " + b"{a=" * 33 + b"1" + b"}" * 33),
    deep("toml", "tables 1,000 deep", lambda: b"x = " + b"{a=" * 1_000 + b"1" + b"}" * 1_000),
    deep("toml", "tables 50,000 deep", lambda: b"x = " + b"{a=" * 50_000 + b"1" + b"}" * 50_000),
    deep(
        "toml", "dotted keys in tables", lambda: b"x = " + b"{a.b.c.d.e.f.g=" * 8 + b"1" + b"}" * 8
    ),
)
