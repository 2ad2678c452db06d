# ruff: noqa: E501  # the inline tables of TOML bear no line breaks
"""Damaged programme documents: each mistake is refused with its code and its place."""

from pathlib import Path

import pytest

from integrationsplan import DocumentError, Programme, from_toml
from integrationsplan.allocation import (
    Compare,
    Condition,
    Figure,
    Not,
    Result,
    Rule,
    Sum,
)
from integrationsplan.errors import InvalidValueError
from integrationsplan.values import Bilingual, FrozenMap, Period

GOOD = (Path(__file__).parent / "good.toml").read_text(encoding="utf-8")

# name: (found in the good document, put in its place, the problems as code and pointer)
MISTAKES: dict[str, tuple[str, str, set[tuple[str, str]]]] = {
    "unknown key": ('id = "trial"', 'id = "trial"\nfoo = 1', {("unknown_key", "/foo")}),
    "unknown kind": (
        'kind = "split"',
        'kind = "spilt"',
        {("unknown_kind", "/rules/part/kind")},
    ),
    "kind that is not built": (
        'kind = "split"',
        'kind = "formula"',
        {("unknown_kind", "/rules/part/kind")},
    ),
    "kind missing": (
        '[rules.part]\nkind = "split"\n',
        "[rules.part]\n",
        {("missing_key", "/rules/part/kind")},
    ),
    "kind no text": (
        '[rules.part]\nkind = "split"\n',
        "[rules.part]\nkind = 5\n",
        {("wrong_type", "/rules/part/kind")},
    ),
    "unknown field of a node": (
        'by = "persons"\nstep',
        'by = "persons"\nwhom = "x"\nstep',
        {("unknown_key", "/rules/part/whom")},
    ),
    "missing field of a node": (
        'step = "0.01"\nmethod = "largest_remainder"',
        'method = "largest_remainder"',
        {("missing_key", "/rules/part/step")},
    ),
    "unknown method": (
        'method = "largest_remainder"',
        'method = "hare"',
        {("unknown_code", "/rules/part/method")},
    ),
    "unknown rounding": (
        'step = "0.01"\nmethod = "half_up"\ngives',
        'step = "0.01"\nmethod = "about"\ngives',
        {("unknown_code", "/rules/posts/method")},
    ),
    "unknown comparison": (
        'op = "at_least"',
        'op = "more"',
        {("unknown_code", "/conditions/1/when/op")},
    ),
    "unknown effect": (
        'effect = "zero"',
        'effect = "none"',
        {("unknown_code", "/conditions/2/effect")},
    ),
    "empty list of operands": (
        'of = ["posts", "part", "heads", "months"]',
        "of = []",
        {("too_short", "/rules/everything/of")},
    ),
    "number instead of text": (
        'value = "1000"',
        "value = 1000",
        {("wrong_type", "/parameters/pot/values/0/value")},
    ),
    "floating-point number": (
        'value = "1000"',
        "value = 1000.5",
        {("wrong_type", "/parameters/pot/values/0/value")},
    ),
    "exponent in a number": (
        'value = "1000"',
        'value = "1e3"',
        {("wrong_form", "/parameters/pot/values/0/value")},
    ),
    "date as text": (
        "end = 2018-06-30",
        'end = "2018-06-30"',
        {("wrong_type", "/parameters/daily/values/0/end")},
    ),
    "basis missing": (
        'value = "1000", basis = "stated", ',
        'value = "1000", ',
        {("missing_key", "/parameters/pot/values/0/basis")},
    ),
    "basis assumed": (
        'value = "1000", basis = "stated"',
        'value = "1000", basis = "assumed"',
        {("assumed_in_document", "/parameters/pot/values/0/basis")},
    ),
    "title in one language": (
        'title = { de = "Probe", en = "Trial" }',
        'title = { de = "Probe" }',
        {("missing_key", "/title/en")},
    ),
    "label of a rule in one language": (
        'label = { de = "Stellen", en = "posts" }',
        'label = { en = "posts" }',
        {("missing_key", "/rules/posts/label/de")},
    ),
    "condition in one language": (
        'en = "Too small."\n',
        "",
        {("missing_key", "/conditions/1/en")},
    ),
    "unknown name": (
        'by = "persons"\nstep',
        'by = "person"\nstep',
        {("unknown_name", "/rules/part/by")},
    ),
    "unknown name inside": (
        '"everything"\nunit',
        '"evrything"\nunit',
        {("unknown_name", "/result/award")},
    ),
    "unknown name in a condition": (
        'when = "member"',
        'when = "members"',
        {("unknown_name", "/conditions/0/when")},
    ),
    "unknown output": (
        'outputs = ["posts"]',
        'outputs = ["posts", "pots"]',
        {("unknown_name", "/result/outputs/1")},
    ),
    "unknown placeholder": (
        'en = "No member with {persons}."',
        'en = "No member with {people}."',
        {("unknown_name", "/conditions/0/en")},
    ),
    "placeholder of a deeper level": (
        'en = "No member with {persons}."',
        'en = "No member with {fte}."',
        {("wrong_level", "/conditions/0/en")},
    ),
    "award outside the money blocks": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", "award"]',
        {("unknown_name", "/rules/everything/of/4")},
    ),
    "unknown level of a figure": (
        'unit = "fte"\nlevel = "post"',
        'unit = "fte"\nlevel = "posts"',
        {("unknown_level", "/figures/fte/level")},
    ),
    "unknown parent of a level": (
        'post = "recipient"',
        'post = "recipients"',
        {
            ("unknown_level", "/levels/post"),
            ("unknown_level", "/figures/fte/level"),
            ("unknown_level", "/figures/training/level"),
            ("unknown_level", "/conditions/2/when/left/of"),
        },
    ),
    "levels in a circle": (
        'post = "recipient"',
        'post = "unit"\nunit = "post"',
        {
            ("unknown_level", "/levels/post"),
            ("unknown_level", "/levels/unit"),
            ("unknown_level", "/figures/fte/level"),
            ("unknown_level", "/figures/training/level"),
            ("unknown_level", "/conditions/2/when/left/of"),
        },
    ),
    "unknown level of a total": (
        'of = "cost", per = "recipient"',
        'of = "cost", per = "town"',
        {("unknown_level", "/rules/posts/of/per")},
    ),
    "unknown level of a count": (
        'kind = "count", of = "post"',
        'kind = "count", of = "pots"',
        {("unknown_level", "/conditions/2/when/left/of")},
    ),
    "total downwards": (
        'of = "cost", per = "recipient"',
        'of = "cost", per = "post"',
        {("not_upwards", "/rules/posts/of/per")},
    ),
    "count of its own level": (
        'kind = "count", of = "post", per = "recipient"',
        'kind = "count", of = "post", per = "post"',
        {("not_upwards", "/conditions/2/when/left/per")},
    ),
    "pot below the weights": (
        'pot = "pot"\nby',
        'pot = "heads"\nby',
        {("not_upwards", "/rules/part/pot")},
    ),
    "unknown unit of a figure": (
        'unit = "fte"\n',
        'unit = "FTE"\n',
        {("unknown_unit", "/figures/fte/unit")},
    ),
    "unknown unit of a parameter": (
        'unit = "EUR/fte"',
        'unit = "EUR per fte"',
        {("unknown_unit", "/parameters/rate/unit")},
    ),
    "unknown unit of a number": (
        'value = "0", unit = "post"',
        'value = "0", unit = "Stelle"',
        {("unknown_unit", "/conditions/2/when/right/unit")},
    ),
    "unknown unit of a count": (
        'per = "recipient", unit = "post"',
        'per = "recipient", unit = "Stelle"',
        {("unknown_unit", "/conditions/2/when/left/unit")},
    ),
    "unknown unit of gives": (
        'gives = "EUR"',
        'gives = "Euro"',
        {("unknown_unit", "/rules/posts/gives")},
    ),
    "unknown unit of the result": (
        'award = "everything"\nunit = "EUR"',
        'award = "everything"\nunit = "€"',
        {("unknown_unit", "/result/unit")},
    ),
    "gives another unit": (
        'gives = "EUR"',
        'gives = "EUR/year"',
        {("wrong_unit", "/rules/posts/gives")},
    ),
    "result in another unit": (
        'award = "everything"\nunit = "EUR"\npot = "pot"\n',
        'award = "everything"\nunit = "EUR/year"\n',
        {
            ("wrong_unit", "/result/award"),
            ("wrong_unit", "/sources/0/amount"),
            ("wrong_unit", "/tranches/0/amount"),
            ("wrong_unit", "/earmarks/0/amount"),
        },
    ),
    "unlike units in a sum": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", "persons"]',
        {("unlike_units", "/rules/everything")},
    ),
    "unlike units in a comparison": (
        'value = "0", unit = "fte"',
        'value = "0", unit = "post"',
        {("unlike_units", "/conditions/1/when")},
    ),
    "date where a number is wanted": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", "founded"]',
        {("wrong_sort", "/rules/everything/of/4")},
    ),
    "code as a weight": (
        'by = "persons"\nstep',
        'by = "recipient"\nstep',
        {("wrong_sort", "/rules/part/by")},
    ),
    "number as a condition": (
        'when = "member"',
        'when = "persons"',
        {("wrong_sort", "/conditions/0/when"), ("never_used", "/figures/member")},
    ),
    "number as a date": (
        'at = "founded"',
        'at = "persons"',
        {("wrong_sort", "/rules/months/of/of/1/at"), ("never_used", "/figures/founded")},
    ),
    "number as a code": (
        'by = "training"',
        'by = "fte"',
        {("wrong_sort", "/rules/cost/of/1/by"), ("never_used", "/figures/training")},
    ),
    "code compared": (
        'left = "fte"',
        'left = "training"',
        {("wrong_sort", "/conditions/1/when/left")},
    ),
    "levels on different branches": (
        'of = ["fte", {',
        'of = ["fte", "days", {',
        {("different_branches", "/rules/cost")},
    ),
    "rules in a circle": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", "everything"]',
        {("cycle", "/rules/everything")},
    ),
    "name of a figure taken by a rule": (
        "[rules.cost]",
        '[rules.persons]\nkind = "count"\nof = "post"\nper = "recipient"\n'
        'unit = "person"\n[rules.cost]',
        {("name_taken", "/rules/persons")},
    ),
    "name of a level taken by a figure": (
        "[figures.member]",
        '[figures.district]\nunit = "person"\ndefault = "0"\n[figures.member]',
        {("name_taken", "/figures/district"), ("never_used", "/figures/district")},
    ),
    "reserved name": (
        "[figures.member]",
        '[figures.day]\nunit = "date"\n[figures.member]',
        {("name_taken", "/figures/day"), ("never_used", "/figures/day")},
    ),
    "figure never used": (
        "[figures.member]",
        '[figures.spare]\nunit = "person"\n[figures.member]',
        {("never_used", "/figures/spare")},
    ),
    "rule never used": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads"]',
        {("never_used", "/rules/months")},
    ),
    "parameter never used": (
        "[parameters.pot]",
        '[parameters.spare]\nunit = "1"\nvalues = [{ value = "1", basis = "stated", '
        'citation = "law" }]\n[parameters.pot]',
        {("never_used", "/parameters/spare")},
    ),
    "table as a bare name": (
        'of = ["fte", { kind = "look_up", parameter = "rate", by = "training" }]',
        'of = ["fte", "rate", { kind = "look_up", parameter = "rate", by = "training" }]',
        {("needs_look_up", "/rules/cost/of/1")},
    ),
    "table as an output": (
        'outputs = ["posts"]',
        'outputs = ["posts", "rate"]',
        {("needs_look_up", "/result/outputs/1")},
    ),
    "table in a placeholder": (
        'en = "No member with {persons}."',
        'en = "No member with {rate}."',
        {("needs_look_up", "/conditions/0/en")},
    ),
    "table without by": (
        'parameter = "rate", by = "training"',
        'parameter = "rate"',
        {("needs_look_up", "/rules/cost/of/1"), ("never_used", "/figures/training")},
    ),
    "by without table": (
        'parameter = "daily", at = "founded"',
        'parameter = "daily", by = "persons", at = "founded"',
        {("no_table", "/rules/months/of/of/1"), ("never_used", "/figures/founded")},
    ),
    "look-up of a figure": (
        'parameter = "rate"',
        'parameter = "fte"',
        {
            ("no_parameter", "/rules/cost/of/1/parameter"),
            ("never_used", "/parameters/rate"),
            ("never_used", "/figures/training"),
        },
    ),
    "look-up of nothing": (
        'parameter = "rate"',
        'parameter = "rats"',
        {("unknown_name", "/rules/cost/of/1/parameter")},
    ),
    "unknown edition": (
        'by = "persons", edition = "E1"',
        'by = "persons", edition = "E2"',
        {("unknown_edition", "/rules/heads/of/1/edition")},
    ),
    "rows of different forms": (
        '{ start = 2018-07-01, value = "2"',
        '{ start = 2018-07-01, table = { a = "2" }',
        {("mixed_forms", "/parameters/daily/values")},
    ),
    "row without a value": (
        'value = "1000", ',
        "",
        {("not_one_value", "/parameters/pot/values/0")},
    ),
    "row with two values": (
        'value = "1000", ',
        'value = "1000", table = { a = "1" }, ',
        {("not_one_value", "/parameters/pot/values/0")},
    ),
    "bands out of order": (
        '{ at_least = "10", value = "2" }',
        '{ at_least = "0", value = "2" }',
        {("bands_unsorted", "/parameters/tier/values/0/bands/1")},
    ),
    "overlapping rows": (
        "end = 2018-06-30",
        "end = 2018-07-01",
        {("overlap", "/parameters/daily/values/1")},
    ),
    "end before start": (
        "end = 2018-06-30",
        "end = 2017-06-30",
        {("end_before_start", "/parameters/daily/values/0/end")},
    ),
    "table with another sum": (
        'sums_to = "30.50"',
        'sums_to = "30.51"',
        {("wrong_sum", "/parameters/rate/values/0/table")},
    ),
    "unknown citation": (
        'basis = "inferred", citation = "law"',
        'basis = "inferred", citation = "lore"',
        {("unknown_citation", "/parameters/daily/values/1/citation")},
    ),
    "unknown name in a difference": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "difference", of = "post_", '
        'less = ["heads"] }]',
        {("unknown_name", "/rules/everything/of/4/of")},
    ),
    "unknown name in a product": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = ["post_"] }]',
        {("unknown_name", "/rules/everything/of/4/of/0")},
    ),
    "unknown name in a quotient": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "quotient", of = "heads", '
        'by = "person_" }]',
        {("unknown_name", "/rules/everything/of/4/by")},
    ),
    "different branches in a quotient": (
        'of = ["fte", {',
        'of = [{ kind = "quotient", of = "fte", by = "days" }, {',
        {("different_branches", "/rules/cost/of/0")},
    ),
    "literal of the law": (
        'value = "0", unit = "fte"',
        'value = "0.25", unit = "fte"',
        {("literal_of_the_law", "/conditions/1/when/right/value")},
    ),
    "step of zero": (
        'step = "0.01"\nmethod = "half_up"\ngives',
        'step = "0"\nmethod = "half_up"\ngives',
        {("step_not_positive", "/rules/posts/step")},
    ),
    "step below zero": (
        'step = "0.01"\nmethod = "largest_remainder"',
        'step = "-1"\nmethod = "largest_remainder"',
        {("step_not_positive", "/rules/part/step")},
    ),
    "award not rounded": (
        'award = "everything"\n',
        'award = { kind = "quotient", of = "everything", by = { kind = "number", value = "1" } }\n',
        {("not_rounded", "/result/award"), ("not_rounded", "/tranches/0/amount")},
    ),
    "award rounded too finely": (
        'step = "0.01"\nmethod = "half_up"\ngives',
        'step = "0.001"\nmethod = "half_up"\ngives',
        {("not_rounded", "/result/award"), ("not_rounded", "/tranches/0/amount")},
    ),
    "source not rounded": (
        'amount = { kind = "round", of = { kind = "product", of = ["award", "first"] }, '
        'step = "0.01", method = "half_up" }',
        'amount = { kind = "product", of = ["award", "first"] }',
        {("not_rounded", "/sources/0/amount")},
    ),
    "pot of a split not rounded": (
        'pot = "pot"\nby',
        'pot = { kind = "quotient", of = "pot", by = { kind = "number", value = "1" } }\nby',
        {("not_rounded", "/rules/part/pot")},
    ),
    "award of a deeper level": (
        'award = "everything"\nunit = "EUR"\npot = "pot"',
        'award = { kind = "round", of = "cost", step = "1", method = "down" }\nunit = "EUR"\n'
        'pot = "pot"',
        {
            ("wrong_level", "/result/award"),
            ("wrong_level", "/sources/0/amount"),
            ("wrong_level", "/tranches/0/amount"),
            ("never_used", "/rules/everything"),
        },
    ),
    "award of the level below": (
        'award = "everything"\n',
        'award = "cost"\n',
        {
            ("wrong_level", "/result/award"),
            ("not_rounded", "/result/award"),
            ("wrong_level", "/sources/0/amount"),
            ("wrong_level", "/tranches/0/amount"),
            ("not_rounded", "/tranches/0/amount"),
            ("never_used", "/rules/everything"),
        },
    ),
    "pot of the recipients": (
        'unit = "EUR"\npot = "pot"\n',
        'unit = "EUR"\npot = "part"\n',
        {("wrong_level", "/result/pot")},
    ),
    "excluding by what others hold": (
        'when = "member"',
        'when = { kind = "all_of", of = ["member", { kind = "compare", left = "part", '
        'op = "above", right = { kind = "number", value = "0", unit = "EUR" } }] }',
        {("looks_across", "/conditions/0/when")},
    ),
    "excluding by a total over all": (
        'when = "member"',
        'when = { kind = "all_of", of = ["member", { kind = "compare", '
        'left = { kind = "total", of = "persons", per = "all" }, '
        'op = "above", right = { kind = "number", value = "0", unit = "person" } }] }',
        {("looks_across", "/conditions/0/when")},
    ),
    "excluding by the siblings of a post": (
        'left = "fte", op = "at_least", right = { kind = "number", value = "0", unit = "fte" }',
        'left = "fte", op = "at_least", right = { kind = "total", of = "fte", per = "recipient" }',
        {("looks_across", "/conditions/1/when")},
    ),
    "excluding everything": (
        'when = "member"',
        'when = { kind = "any_of", of = [{ kind = "compare", left = "pot", op = "above", '
        'right = { kind = "number", value = "0", unit = "EUR" } }] }',
        {
            ("wrong_level", "/conditions/0/when"),
            ("wrong_level", "/conditions/0/de"),
            ("wrong_level", "/conditions/0/en"),
            ("never_used", "/figures/member"),
        },
    ),
    "zero for a post": (
        'effect = "exclude"\nde = "Zu klein."',
        'effect = "zero"\nde = "Zu klein."',
        {("wrong_level", "/conditions/1/when")},
    ),
    "code of a condition twice": (
        'code = "few_posts"',
        'code = "no_member"',
        {("repeated", "/conditions/2/code")},
    ),
    "code of a condition malformed": (
        'code = "few_posts"',
        'code = "Few posts"',
        {("wrong_form", "/conditions/2/code")},
    ),
    "id of a source twice": (
        'id = "bund"',
        'id = "land"',
        {("repeated", "/sources/1/id")},
    ),
    "part after rest": (
        "[[tranches]]",
        '[[sources]]\nid = "kreis"\namount = "posts"\n[[tranches]]',
        {("after_rest", "/sources/2")},
    ),
    "two rests": (
        "[[tranches]]",
        '[[sources]]\nid = "kreis"\namount = "rest"\n[[tranches]]',
        {("after_rest", "/sources/2")},
    ),
    "rest as an award": (
        'award = "everything"\n',
        'award = "rest"\n',
        {("unknown_name", "/result/award")},
    ),
    "split by and among": (
        'by = "persons"\nstep',
        'by = "persons"\namong = "recipient"\nstep',
        {("by_or_among", "/rules/part")},
    ),
    "split by nothing": (
        'by = "persons"\nstep',
        "step",
        {("by_or_among", "/rules/part")},
    ),
    "split among an unknown level": (
        'by = "persons"\nstep',
        'among = "towns"\nstep',
        {("unknown_level", "/rules/part/among")},
    ),
    "share of an unlike whole": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = ["pot", '
        '{ kind = "share", of = "persons", whole = "pot" }] }]',
        {("unlike_units", "/rules/everything/of/4/of/1")},
    ),
    "share of a whole of its own level": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = ["pot", '
        '{ kind = "share", of = "persons", whole = "persons" }] }]',
        {("not_upwards", "/rules/everything/of/4/of/1/whole")},
    ),
    "share per a lower level": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = ["pot", '
        '{ kind = "share", of = "persons", per = "post" }] }]',
        {("not_upwards", "/rules/everything/of/4/of/1/per")},
    ),
    "count where a deeper level holds": (
        'kind = "count", of = "post", per = "recipient", unit',
        'kind = "count", of = "recipient", per = "all", when = { kind = "compare", left = "fte", '
        'op = "above", right = { kind = "number", value = "0", unit = "fte" } }, unit',
        {("wrong_level", "/conditions/2/when/left/when")},
    ),
    "count where no truth holds": (
        'kind = "count", of = "post", per = "recipient", unit',
        'kind = "count", of = "post", per = "recipient", when = "persons", unit',
        {("wrong_sort", "/conditions/2/when/left/when")},
    ),
    "codes of another kind": (
        'when = "member"',
        'when = { kind = "all_of", of = ["member", { kind = "one_of", of = "persons", '
        'values = ["a"] }] }',
        {("wrong_sort", "/conditions/0/when/of/1/of")},
    ),
    "jurisdiction unknown": (
        'jurisdiction = "08"',
        'jurisdiction = "17"',
        {("wrong_form", "/jurisdiction")},
    ),
    "validity backwards": (
        "end = 2018-12-31",
        "end = 2017-12-31",
        {("end_before_start", "/valid/end")},
    ),
    "choice between units": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member", then = "pot" }], otherwise = "persons" }]',
        {("unlike_units", "/rules/everything/of/4")},
    ),
    "choice between sorts": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member", then = "pot" }], otherwise = "founded" }]',
        {("wrong_sort", "/rules/everything/of/4/otherwise")},
    ),
    "choice by a number": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "persons", then = "pot" }], otherwise = "pot" }]',
        {("wrong_sort", "/rules/everything/of/4/cases/0/when")},
    ),
    "choice of a later case of another sort": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member", then = "pot" }, { when = "member", then = "training" }], otherwise = "pot" }]',
        {("wrong_sort", "/rules/everything/of/4/cases/1/then")},
    ),
    "choice without cases": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [], otherwise = "pot" }]',
        {("too_short", "/rules/everything/of/4/cases")},
    ),
    "choice without otherwise": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member", then = "pot" }] }]',
        {("missing_key", "/rules/everything/of/4/otherwise")},
    ),
    "case without then": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member" }], otherwise = "pot" }]',
        {("missing_key", "/rules/everything/of/4/cases/0/then")},
    ),
    "choice between branches of levels": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = { kind = "compare", left = "fte", op = "above", right = { kind = "number", value = "0", unit = "fte" } }, then = { kind = "look_up", parameter = "daily", at = "founded" } }], otherwise = { kind = "quotient", of = "heads", by = "days" } }]',
        {("different_branches", "/rules/everything/of/4")},
    ),
    "because without code": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member", then = "pot" }], otherwise = { kind = "number", value = "0", unit = "EUR" }, because = { de = "Nein.", en = "No." } }]',
        {("missing_key", "/rules/everything/of/4/because/code")},
    ),
    "because with a malformed code": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member", then = "pot" }], otherwise = { kind = "number", value = "0", unit = "EUR" }, because = { code = "No member", de = "Nein.", en = "No." } }]',
        {("wrong_form", "/rules/everything/of/4/because/code")},
    ),
    "because in German alone": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member", then = "pot" }], otherwise = { kind = "number", value = "0", unit = "EUR" }, because = { code = "no", de = "Nein." } }]',
        {("missing_key", "/rules/everything/of/4/because/en")},
    ),
    "because in English alone": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member", then = "pot" }], otherwise = { kind = "number", value = "0", unit = "EUR" }, because = { code = "no", en = "No." } }]',
        {("missing_key", "/rules/everything/of/4/because/de")},
    ),
    "because with an unknown placeholder": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member", then = "pot" }], otherwise = { kind = "number", value = "0", unit = "EUR" }, because = { code = "no", de = "Nein {people}.", en = "No." } }]',
        {("unknown_name", "/rules/everything/of/4/because/de")},
    ),
    "because with an open brace": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member", then = "pot" }], otherwise = { kind = "number", value = "0", unit = "EUR" }, because = { code = "no", de = "Nein.", en = "No {persons." } }]',
        {("bad_placeholder", "/rules/everything/of/4/because/en")},
    ),
    "because with a placeholder of a deeper level": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member", then = "pot" }], otherwise = { kind = "number", value = "0", unit = "EUR" }, because = { code = "no", de = "Nein {fte}.", en = "No." } }]',
        {("wrong_level", "/rules/everything/of/4/because/de")},
    ),
    "because with a table as placeholder": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "choose", cases = [{ when = "member", then = "pot" }], otherwise = { kind = "number", value = "0", unit = "EUR" }, because = { code = "no", de = "Nein.", en = "No {rate}." } }]',
        {("needs_look_up", "/rules/everything/of/4/because/en")},
    ),
    "bound without a bound": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "bound", of = "heads" }]',
        {
            ("no_bound", "/rules/everything/of/4"),
            ("not_rounded", "/result/award"),
            ("not_rounded", "/tranches/0/amount"),
        },
    ),
    "bound of another unit": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "bound", of = "heads", at_least = "persons" }]',
        {("unlike_units", "/rules/everything/of/4")},
    ),
    "bound of a date": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "bound", of = "heads", at_most = "founded" }]',
        {("wrong_sort", "/rules/everything/of/4/at_most")},
    ),
    "bound per its own level": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "bound", of = "heads", at_most = "heads", per = "recipient" }]',
        {("not_upwards", "/rules/everything/of/4/per")},
    ),
    "bound per an unknown level": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "bound", of = "heads", at_most = "heads", per = "town" }]',
        {("unknown_level", "/rules/everything/of/4/per")},
    ),
    "bound by a deeper level": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "bound", of = "heads", at_least = { kind = "product", of = ["cost", { kind = "number", value = "1" }] } }]',
        {("wrong_level", "/rules/everything/of/4/at_least")},
    ),
    "rank with a budget of another unit": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "rank", of = "heads", budget = "persons", last = "none", after = "stop" }]',
        {("unlike_units", "/rules/everything/of/4")},
    ),
    "rank with a budget of its own level": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "rank", of = "heads", budget = "heads", last = "none", after = "stop" }]',
        {("wrong_level", "/rules/everything/of/4/budget")},
    ),
    "rank by a code": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "rank", of = "heads", budget = "pot", last = "none", after = "stop", order = [{ by = "recipient", first = "low" }] }]',
        {("wrong_sort", "/rules/everything/of/4/order/0/by")},
    ),
    "rank by a truth": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "rank", of = "heads", budget = "pot", last = "none", after = "stop", order = [{ by = "member", first = "low" }] }]',
        {("wrong_sort", "/rules/everything/of/4/order/0/by")},
    ),
    "rank that begins in the middle": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "rank", of = "heads", budget = "pot", last = "none", after = "stop", order = [{ by = "founded", first = "middle" }] }]',
        {("unknown_code", "/rules/everything/of/4/order/0/first")},
    ),
    "rank per a lower level": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "rank", of = "heads", budget = "pot", last = "none", after = "stop", per = "post" }]',
        {("not_upwards", "/rules/everything/of/4/per")},
    ),
    "rank without last": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "rank", of = "heads", budget = "pot", after = "stop" }]',
        {("missing_key", "/rules/everything/of/4/last")},
    ),
    "rank with an unknown after": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "rank", of = "heads", budget = "pot", last = "none", after = "go" }]',
        {("unknown_code", "/rules/everything/of/4/after")},
    ),
    "duration of days with part": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = [{ kind = "duration", start = "founded", end = "day", unit = "day", part = "full" }, { kind = "number", value = "1", unit = "EUR/day" }] }]',
        {("part_of_days", "/rules/everything/of/4/of/0/part")},
    ),
    "duration of months without part": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = [{ kind = "duration", start = "founded", end = "day", unit = "month" }, { kind = "number", value = "1", unit = "EUR/month" }] }]',
        {("part_of_days", "/rules/everything/of/4/of/0/part")},
    ),
    "duration in weeks": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = [{ kind = "duration", start = "founded", end = "day", unit = "week" }, { kind = "number", value = "1", unit = "EUR/day" }] }]',
        {("unknown_code", "/rules/everything/of/4/of/0/unit")},
    ),
    "duration from a number": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = [{ kind = "duration", start = "persons", end = "day", unit = "day" }, { kind = "number", value = "1", unit = "EUR/day" }] }]',
        {("wrong_sort", "/rules/everything/of/4/of/0/start")},
    ),
    "key dates that no year has": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = [{ kind = "count_dates", on = ["02-29", "02-30", "04-31"], start = "founded", end = "day", unit = "day" }, { kind = "number", value = "1", unit = "EUR/day" }] }]',
        {
            ("no_such_day", "/rules/everything/of/4/of/0/on/1"),
            ("no_such_day", "/rules/everything/of/4/of/0/on/2"),
        },
    ),
    "key date twice": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = [{ kind = "count_dates", on = ["03-31", "03-31"], start = "founded", end = "day", unit = "day" }, { kind = "number", value = "1", unit = "EUR/day" }] }]',
        {("repeated", "/rules/everything/of/4/of/0/on/1")},
    ),
    "key date malformed": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = [{ kind = "count_dates", on = ["31.03."], start = "founded", end = "day", unit = "day" }, { kind = "number", value = "1", unit = "EUR/day" }] }]',
        {("wrong_form", "/rules/everything/of/4/of/0/on/0")},
    ),
    "key dates of none": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = [{ kind = "count_dates", on = [], start = "founded", end = "day", unit = "day" }, { kind = "number", value = "1", unit = "EUR/day" }] }]',
        {("too_short", "/rules/everything/of/4/of/0/on")},
    ),
    "key dates of an unknown unit": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = [{ kind = "count_dates", on = ["03-31"], start = "founded", end = "day", unit = "furlong" }, { kind = "number", value = "1", unit = "EUR/day" }] }]',
        {("unknown_unit", "/rules/everything/of/4/of/0/unit")},
    ),
    "shift of a number": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = [{ kind = "duration", start = { kind = "shift", of = "persons", years = 1 }, end = "day", unit = "day" }, { kind = "number", value = "1", unit = "EUR/day" }] }]',
        {("wrong_sort", "/rules/everything/of/4/of/0/start/of")},
    ),
    "shift by thousands of years": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "product", of = [{ kind = "duration", start = { kind = "shift", of = "founded", years = 1201 }, end = "day", unit = "day" }, { kind = "number", value = "1", unit = "EUR/day" }] }]',
        {("too_large", "/rules/everything/of/4/of/0/start/years")},
    ),
    "divisor of zero": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "quotient", of = "heads", by = { kind = "number", value = "0" } }]',
        {
            ("division_by_zero", "/rules/everything/of/4/by"),
            ("not_rounded", "/result/award"),
            ("not_rounded", "/tranches/0/amount"),
        },
    ),
    "split by an unknown method of division": (
        'of = ["posts", "part", "heads", "months"]',
        'of = ["posts", "part", "heads", "months", { kind = "split", pot = "pot", by = "persons", step = "1", method = "jefferson" }]',
        {("unknown_code", "/rules/everything/of/4/method")},
    ),
    "sums per an unknown level": (
        "[parameters.pot]",
        '[parameters.key]\nunit = "percent"\nsums_to = "100"\nsums_per = "town"\nvalues = [{ table = { a = "100" }, basis = "stated", citation = "law" }]\n[parameters.pot]',
        {("unknown_level", "/parameters/key/sums_per"), ("never_used", "/parameters/key")},
    ),
    "sums per without a sum": (
        "[parameters.pot]",
        '[parameters.key]\nunit = "percent"\nsums_per = "district"\nvalues = [{ table = { a = "100" }, basis = "stated", citation = "law" }]\n[parameters.pot]',
        {("sum_missing", "/parameters/key/sums_per")},
    ),
    "sum of what is no table": (
        "[parameters.pot]",
        '[parameters.key]\nunit = "percent"\nsums_to = "100"\nvalues = [{ value = "100", basis = "stated", citation = "law" }]\n[parameters.pot]',
        {("sums_nothing", "/parameters/key/sums_to")},
    ),
    "date for a number": (
        "[parameters.pot]",
        '[parameters.key]\nunit = "EUR"\nvalues = [{ date = 2018-01-01, basis = "stated", citation = "law" }]\n[parameters.pot]',
        {("form_of_another_unit", "/parameters/key/values/0")},
    ),
    "number for a date": (
        "[parameters.pot]",
        '[parameters.key]\nunit = "date"\nvalues = [{ value = "5", basis = "stated", citation = "law" }]\n[parameters.pot]',
        {("form_of_another_unit", "/parameters/key/values/0")},
    ),
    "table of numbers for codes": (
        "[parameters.pot]",
        '[parameters.key]\nunit = "code"\nvalues = [{ table = { a = "1" }, basis = "stated", citation = "law" }]\n[parameters.pot]',
        {("form_of_another_unit", "/parameters/key/values/0")},
    ),
    "date and value in one row": (
        "[parameters.pot]",
        '[parameters.key]\nunit = "date"\nvalues = [{ date = 2018-01-01, value = "5", basis = "stated", citation = "law" }]\n[parameters.pot]',
        {("not_one_value", "/parameters/key/values/0")},
    ),
}

# name: (several changes, each as what is found and what is put in its place, the problems)
DOUBLE_MISTAKES: dict[str, tuple[list[tuple[str, str]], set[tuple[str, str]]]] = {
    "sums per a level, read by a figure": (
        [
            (
                "[parameters.pot]",
                '[parameters.key]\nunit = "EUR"\nsums_to = "100"\nsums_per = "recipient"\nvalues = [{ table = { a = "100" }, basis = "stated", citation = "law" }]\n[parameters.pot]',
            ),
            (
                'of = ["fte", {',
                'of = [{ kind = "quotient", of = { kind = "look_up", parameter = "key", by = "training" }, by = { kind = "number", value = "1", unit = "EUR" } }, "fte", {',
            ),
        ],
        {("sums_per_elsewhere", "/rules/cost/of/0/of/by")},
    ),
    "sums per a level, read at its own level": (
        [
            (
                "[parameters.pot]",
                '[parameters.key]\nunit = "EUR"\nsums_to = "100"\nsums_per = "recipient"\nvalues = [{ table = { a = "100" }, basis = "stated", citation = "law" }]\n[parameters.pot]',
            ),
            (
                'of = ["posts", "part", "heads", "months"]',
                'of = ["posts", "part", "heads", "months", { kind = "look_up", parameter = "key", by = "recipient" }]',
            ),
        ],
        {("sums_per_elsewhere", "/rules/everything/of/4/by")},
    ),
    "sums per a level, read on a date": (
        [
            (
                "[parameters.pot]",
                '[parameters.key]\nunit = "EUR"\nsums_to = "100"\nsums_per = "district"\nvalues = [{ table = { a = "100" }, basis = "stated", citation = "law" }]\n[parameters.pot]',
            ),
            (
                'of = ["posts", "part", "heads", "months"]',
                'of = ["posts", "part", "heads", "months", { kind = "look_up", parameter = "key", by = "recipient", at = "founded" }]',
            ),
        ],
        {("sums_per_elsewhere", "/rules/everything/of/4/by")},
    ),
    "codes looked up by a number": (
        [
            (
                "[parameters.pot]",
                '[parameters.group_of]\nunit = "code"\nvalues = [{ codes = { a = "x" }, basis = "stated", citation = "law" }]\n[parameters.pot]',
            ),
            (
                'when = "member"',
                'when = { kind = "all_of", of = ["member", { kind = "one_of", of = { kind = "look_up", parameter = "group_of", by = "persons" }, values = ["x"] }] }',
            ),
        ],
        {("wrong_sort", "/conditions/0/when/of/1/of/by")},
    ),
    "codes as a bare name": (
        [
            (
                "[parameters.pot]",
                '[parameters.group_of]\nunit = "code"\nvalues = [{ codes = { a = "x" }, basis = "stated", citation = "law" }]\n[parameters.pot]',
            ),
            (
                'when = "member"',
                'when = { kind = "all_of", of = ["member", { kind = "one_of", of = "group_of", values = ["x"] }] }',
            ),
        ],
        {("needs_look_up", "/conditions/0/when/of/1/of")},
    ),
    "deadline as an amount": (
        [
            (
                "[parameters.pot]",
                '[parameters.deadline]\nunit = "date"\nvalues = [{ date = 2018-03-31, basis = "stated", citation = "law" }]\n[parameters.pot]',
            ),
            (
                'of = ["posts", "part", "heads", "months"]',
                'of = ["posts", "part", "heads", "months", "deadline"]',
            ),
        ],
        {("wrong_sort", "/rules/everything/of/4")},
    ),
    "divisor that was zero once": (
        [
            (
                "[parameters.pot]",
                '[parameters.base]\nunit = "1"\nvalues = [{ end = 2017-12-31, value = "0", basis = "stated", citation = "law" }, { start = 2018-01-01, value = "2", basis = "stated", citation = "law" }]\n[parameters.pot]',
            ),
            (
                'of = ["posts", "part", "heads", "months"]',
                'of = ["posts", "part", "heads", "months", { kind = "quotient", of = "heads", by = "base" }]',
            ),
        ],
        {
            ("division_by_zero", "/rules/everything/of/4/by"),
            ("not_rounded", "/result/award"),
            ("not_rounded", "/tranches/0/amount"),
        },
    ),
    "excluding by a rank": (
        [
            (
                'when = "member"',
                'when = { kind = "all_of", of = ["member", { kind = "compare", left = { kind = "rank", of = "heads", budget = "pot", last = "none", after = "stop" }, op = "above", right = { kind = "number", value = "0", unit = "EUR" } }] }',
            )
        ],
        {("looks_across", "/conditions/0/when")},
    ),
    "excluding by a bound": (
        [
            (
                'when = "member"',
                'when = { kind = "all_of", of = ["member", { kind = "compare", left = { kind = "bound", of = "heads", at_most = "pot" }, op = "above", right = { kind = "number", value = "0", unit = "EUR" } }] }',
            )
        ],
        {("looks_across", "/conditions/0/when")},
    ),
}


def problems_of(document: str) -> list[tuple[str, str]]:
    """Return code and pointer of everything that is wrong with a document."""
    try:
        from_toml(document, Programme)
    except DocumentError as error:
        return [(problem.code, problem.pointer) for problem in error.problems]
    return []


def edited(old: str, new: str) -> str:
    """Return the good document with one mistake."""
    assert 1 == GOOD.count(old), old
    return GOOD.replace(old, new)


def test_good_document_is_accepted():
    """What the mistakes are put into is right."""
    assert [] == problems_of(GOOD)


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_is_refused_with_code_and_place(name: str):
    """Each mistake is told once, where it stands, and nothing that merely follows from it."""
    old, new, wanted = MISTAKES[name]
    assert sorted(wanted) == sorted(problems_of(edited(old, new)))


@pytest.mark.parametrize("name", DOUBLE_MISTAKES)
def test_mistake_in_two_places_is_refused_with_code_and_place(name: str):
    """What is wrong only with something else is told where it is used."""
    changes, wanted = DOUBLE_MISTAKES[name]
    document = GOOD
    for old, new in changes:
        assert 1 == document.count(old), old
        document = document.replace(old, new)
    assert sorted(wanted) == sorted(problems_of(document))


def test_there_are_more_than_a_hundred_mistakes():
    """Each kind of problem that a document can have is made at least once by hand."""
    assert 100 <= len(MISTAKES) + len(DOUBLE_MISTAKES)


@pytest.mark.parametrize("name", MISTAKES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_mistake_is_said_in_full(name: str, language: str):
    """No message keeps a placeholder, whatever the mistake."""
    old, new, _ = MISTAKES[name]
    with pytest.raises(DocumentError) as error:
        from_toml(edited(old, new), Programme)
    said = error.value.text(language).replace("such as {persons}", "").replace("etwa {persons}", "")
    assert (False, False) == ("{" in said, "Wording" in said)


def test_missing_recipient_level_is_refused():
    """A programme without recipients has nothing to evaluate."""
    document = edited('post = "recipient"\nmonth = "recipient"', 'post = "all"\nmonth = "all"')
    document = document.replace('recipient = "district"\n', "")
    assert ("unknown_level", "/levels") in problems_of(document)


@pytest.mark.parametrize("name", ["all", "award", "rest", "day", "period_start", "period_end"])
def test_level_with_a_reserved_name_is_refused(name: str):
    """A level is a name as well, and reserved names have their meaning."""
    document = edited('month = "recipient"', f'month = "recipient"\n{name} = "recipient"')
    assert f"/levels/{name}" in [pointer for _, pointer in problems_of(document)]


def test_several_mistakes_are_reported_all_at_once():
    """Rules, conditions, money and citations are told together."""
    document = GOOD
    for name in (
        "unknown name",
        "unlike units in a comparison",
        "unknown citation",
        "id of a source twice",
        "figure never used",
    ):
        old, new, _ = MISTAKES[name]
        document = document.replace(old, new)
    assert {
        ("unknown_name", "/rules/part/by"),
        ("unlike_units", "/conditions/1/when"),
        ("unknown_citation", "/parameters/daily/values/1/citation"),
        ("repeated", "/sources/1/id"),
    } == set(problems_of(document))


def test_several_mistakes_of_form_are_reported_all_at_once():
    """Everything that the reader finds before the rules are walked comes in one report."""
    document = GOOD
    for name in ("unknown kind", "number instead of text", "unknown effect", "unknown key"):
        old, new, _ = MISTAKES[name]
        document = document.replace(old, new)
    assert {
        ("unknown_kind", "/rules/part/kind"),
        ("wrong_type", "/parameters/pot/values/0/value"),
        ("unknown_code", "/conditions/2/effect"),
        ("unknown_key", "/foo"),
    } == set(problems_of(document))


def test_unknown_name_is_told_with_what_resembles_it():
    """A slip of the pen is mended by reading the message."""
    with pytest.raises(DocumentError, match=r"\(persons\b"):
        from_toml(edited('by = "persons"\nstep', 'by = "person"\nstep'), Programme)


def test_circle_of_several_rules_names_them():
    """All rules of the circle stand in the message."""
    document = edited('of = "cost", per = "recipient"', 'of = "everything", per = "recipient"')
    with pytest.raises(DocumentError, match="posts, everything"):
        from_toml(document, Programme)


def test_table_that_sums_to_9997961_is_reported():
    """A printed key that does not sum to 100 is told with its sum."""
    document = edited('sums_to = "30.50"', 'sums_to = "100"').replace(
        'table = { a = "10", b = "20.50" }', 'table = { a = "49.97961", b = "50" }'
    )
    with pytest.raises(DocumentError, match=r"sums to 99\.97961; allowed: the declared sum 100"):
        from_toml(document, Programme)


def test_table_may_declare_the_sum_that_the_source_prints():
    """A source that sums to 99.97961 is written down as it is."""
    document = edited('sums_to = "30.50"', 'sums_to = "99.97961"').replace(
        'table = { a = "10", b = "20.50" }', 'table = { a = "49.97961", b = "50" }'
    )
    # The award stays rounded: the rates are multiplied by FTE and rounded afterwards.
    assert [] == problems_of(document)


def _nested(depth: int) -> str:
    inner = '"member"'
    for _ in range(depth):
        inner = f'{{ kind = "not", of = {inner} }}'
    return edited('when = "member"', f"when = {inner}")


def test_8_nodes_inside_one_another_are_accepted():
    """Who needs more names a part of the rule."""
    assert [] == problems_of(_nested(8))
    assert "too_deep" in [code for code, _ in problems_of(_nested(9))]


@pytest.mark.parametrize("depth", [33, 1_000, 5_000])
def test_33_nodes_inside_one_another_are_refused(depth: int):
    """Beyond the bound nothing is parsed."""
    assert ["document_too_deep"] == [code for code, _ in problems_of(_nested(depth))]


@pytest.mark.parametrize("depth", [33, 1_000, 20_000])
@pytest.mark.parametrize("place", ["rule", "condition", "award"])
def test_deep_nodes_made_in_python_are_refused(place: str, depth: int):
    """Nodes need no document to be too deep; nothing recurses into them."""
    truth: Not | str = "member"
    for _ in range(depth):
        truth = Not(of=truth)
    number: Sum | str = "persons"
    for _ in range(depth):
        number = Sum(of=(number,))
    condition = Condition(
        code="c", when=truth if place == "condition" else "member", effect="notice", de="d", en="e"
    )
    with pytest.raises(InvalidValueError) as error:
        Programme(
            id="deep",
            title=Bilingual(de="tief", en="deep"),
            jurisdiction="de",
            valid=Period(),
            levels=FrozenMap({"recipient": "all"}),
            figures=FrozenMap({"persons": Figure(unit="person"), "member": Figure(unit="truth")}),
            rules=FrozenMap(
                {"sums": Rule(node=number if place == "rule" else Sum(of=("persons",)))}
            ),
            conditions=(condition,),
            result=Result(award=number if place == "award" else "sums", unit="person"),
        )
    assert "too_deep" in [problem.code for problem in error.value.problems]


def test_chain_of_400_rules_is_accepted():
    """Many named rules are no deep rule."""
    chain = "".join(
        f'[rules.r{number}]\nkind = "sum"\nof = ["r{number - 1}"]\n' for number in range(1, 400)
    )
    document = edited(
        "[rules.everything]",
        f'[rules.r0]\nkind = "sum"\nof = ["heads"]\n{chain}[rules.everything]',
    ).replace('"part", "heads", "months"]', '"part", "r399", "months"]')
    assert [] == problems_of(document)


def test_chain_of_rules_in_reverse_order_is_accepted():
    """The order in which rules stand in the document does not matter."""
    chain = "".join(
        f'[rules.r{number}]\nkind = "sum"\nof = ["r{number - 1}"]\n' for number in range(300, 0, -1)
    )
    document = edited(
        "[rules.everything]",
        f'{chain}[rules.r0]\nkind = "sum"\nof = ["heads"]\n[rules.everything]',
    ).replace('"part", "heads", "months"]', '"part", "r300", "months"]')
    assert [] == problems_of(document)


def test_default_that_is_no_value_of_its_figure_is_refused():
    """A default is part of the document; a wrong one is not the recipients' mistake."""
    document = edited('unit = "person"\n', 'unit = "person"\ndefault = "1.5"\n')
    assert "/figures/persons/default" in [pointer for _, pointer in problems_of(document)]


@pytest.mark.parametrize("name", ["key", "name", "parent", "records"])
def test_figure_that_no_recipient_can_bring_is_refused(name: str):
    """These words mean something else in every row of recipients."""
    document = edited(
        "[figures.member]", f'[figures.{name}]\nunit = "person"\n[figures.member]'
    ).replace('of = ["persons", {', f'of = ["persons", "{name}", {{')
    assert f"/figures/{name}" in [pointer for _, pointer in problems_of(document)]


def test_units_do_not_explode():
    """Products of products reach absurd powers, which are refused and never written out."""
    powers = "".join(
        f'[rules.p{number}]\nkind = "product"\nof = [' + f'"p{number - 1}", ' * 50 + "]\n"
        for number in range(1, 5)
    )
    document = edited(
        "[rules.everything]",
        f'[rules.p0]\nkind = "product"\nof = ["persons"]\n{powers}[rules.everything]',
    )
    assert ("never_used", "/rules/p4") in problems_of(document)


def test_comparison_of_codes_is_refused_in_python_as_in_documents():
    """The classes check the same as the reader."""
    with pytest.raises(InvalidValueError) as error:
        Programme(
            id="codes",
            title=Bilingual(de="Codes", en="codes"),
            jurisdiction="de",
            valid=Period(),
            levels=FrozenMap({"recipient": "all"}),
            figures=FrozenMap({"persons": Figure(unit="person")}),
            conditions=(
                Condition(
                    code="c",
                    when=Compare(left="recipient", op="equal", right="persons"),
                    effect="notice",
                    de="d",
                    en="e",
                ),
            ),
            result=Result(award="persons", unit="person"),
        )
    assert [("wrong_sort", "/conditions/0/when/left")] == [
        (problem.code, problem.pointer) for problem in error.value.problems
    ]
