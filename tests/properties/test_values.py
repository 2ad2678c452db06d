"""Laws of values: exact sums, inverse texts, oracles from the standard library."""

import calendar
import datetime as dt
import decimal
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from integrationsplan.errors import DateOutOfRangeError, InvalidValueError, PrecisionLossError
from integrationsplan.values import (
    AGS,
    ARS,
    CURRENCIES,
    Bilingual,
    FrozenMap,
    Money,
    Period,
    Quantity,
    Rounding,
    Share,
    Unit,
    format_number,
    gaps,
    parse_number,
    round_ratio,
    round_to_step,
    shift_date,
)

law = settings(deadline=None, max_examples=150)
ONE_DAY = dt.timedelta(days=1)

minors = st.integers(-(10**17), 10**17)
currencies = st.sampled_from(sorted(CURRENCIES))
roundings = st.sampled_from(Rounding)
fractions = st.fractions(max_denominator=10**6) | st.fractions()
DECIMAL_ROUNDINGS = {
    Rounding.HALF_UP: decimal.ROUND_HALF_UP,
    Rounding.HALF_EVEN: decimal.ROUND_HALF_EVEN,
    Rounding.DOWN: decimal.ROUND_DOWN,
    Rounding.UP: decimal.ROUND_UP,
}


@st.composite
def decimals(draw: st.DrawFn, places: int = 18) -> str:
    """Draw a decimal number as text."""
    whole = draw(st.integers(0, 10**18 - 1) | st.integers(0, 5))
    count = draw(st.integers(0, places))
    sign = draw(st.sampled_from(["", "", "-"]))
    digits = draw(st.integers(0, 10**count - 1))
    return f"{sign}{whole}" + (f".{digits:0{count}d}" if count else "")


# ----------------------------------------------------------------------------------------- numbers


@law
@given(decimals())
def test_decimals_are_worth_what_decimal_says(text: str):
    """A decimal text is worth what the standard library reads."""
    assert Fraction(Decimal(text)) == parse_number(text)


@law
@given(st.text("0123456789.-/+e_ \n\u0661", max_size=12))
def test_numbers_have_one_form(text: str):
    """A text is a number exactly if slicing it by its signs leaves short runs of ASCII digits."""

    def is_digits(part: str) -> bool:
        return 1 <= len(part) <= 18 and set(part) <= set("0123456789")

    body = text[1:] if text.startswith("-") else text
    decimal_parts, ratio_parts = body.split("."), text.split("/")
    good = (len(decimal_parts) <= 2 and all(map(is_digits, decimal_parts))) or (
        len(ratio_parts) == 2 and all(map(is_digits, ratio_parts)) and ratio_parts[1][0] != "0"
    )
    try:
        parse_number(text)
    except InvalidValueError:
        assert not good
    else:
        assert good


@law
@given(st.integers(-(10**25), 10**25), st.integers(0, 12), st.sampled_from(["de", "en"]))
def test_finite_numbers_are_written_in_full(digits: int, places: int, language: str):
    """Groups of three, the decimal sign, and every digit of the value, no more."""
    value = Fraction(digits, 10**places)
    group, point = {"de": (".", ","), "en": (",", ".")}[language]
    padded = str(abs(digits)).rjust(places + 1, "0")
    whole, rest = padded[: len(padded) - places], padded[len(padded) - places :].rstrip("0")
    head = len(whole) % 3
    groups = [whole[:head]] * bool(head) + [whole[i : i + 3] for i in range(head, len(whole), 3)]
    expected = "-" * (digits < 0) + group.join(groups) + (point + rest if rest else "")
    assert expected == format_number(value, language)


@law
@given(fractions.filter(lambda value: 10**30 % value.denominator))
def test_endless_numbers_are_cut_below(value: Fraction):
    """What stands before the ellipsis is the value cut, to seven significant digits at least."""
    text = format_number(value, "en")
    assert text.endswith("…")
    shown = Fraction(text[:-1].replace(",", ""))
    assume(abs(value) > Fraction(1, 10**40))
    assert 0 <= abs(value) - abs(shown) < abs(value) / 10**6


@law
@given(minors, st.integers(0, 6), st.integers(0, 6))
def test_more_places_add_zeros_alone(digits: int, places: int, more: int):
    """Places beyond those of the value are zeros."""
    value = Fraction(digits, 10**places)
    text = format_number(value, "en", places=places + more)
    assert value == Fraction(text.replace(",", ""))
    assert places + more == len(text.partition(".")[2])


# ---------------------------------------------------------------------------------------- rounding


@law
@given(st.integers(-(10**20), 10**20), st.integers(0, 8), roundings)
@example(25, 1, Rounding.HALF_EVEN)
@example(-25, 1, Rounding.HALF_UP)
def test_roundings_are_those_of_decimal(digits: int, places: int, method: Rounding):
    """Each rounding is the one of its name in the standard library."""
    with decimal.localcontext(prec=60):
        oracle = (Decimal(digits) / 10**places).quantize(1, rounding=DECIMAL_ROUNDINGS[method])
    assert int(oracle) == round_to_step(Fraction(digits, 10**places), 1, method)


@law
@given(st.integers(), st.integers(1, 10**12), roundings)
def test_both_ways_to_round_agree(numerator: int, denominator: int, method: Rounding):
    """A ratio is rounded like the fraction that it is."""
    expected = round_to_step(Fraction(numerator, denominator), 1, method)
    assert expected == round_ratio(numerator, denominator, method)


@law
@given(fractions, st.fractions(min_value="1/1000000", max_value=1000), roundings)
def test_rounding_stays_within_a_step(value: Fraction, step: Fraction, method: Rounding):
    """The result is less than a step away, and at most half of one to the nearest."""
    away = abs(round_to_step(value, step, method) * step - value)
    nearest = method in {Rounding.HALF_UP, Rounding.HALF_EVEN}
    assert away <= step / 2 if nearest else away < step


@law
@given(fractions, roundings)
def test_rounding_is_alike_below_zero(value: Fraction, method: Rounding):
    """Every rounding turns its sign with the value."""
    assert -round_to_step(value, 1, method) == round_to_step(-value, 1, method)


@law
@given(st.integers(), st.integers(1, 10**6), roundings)
def test_multiples_are_not_rounded(steps: int, step: int, method: Rounding):
    """What is a multiple already stays as it is."""
    assert steps == round_to_step(steps * step, step, method)


# ------------------------------------------------------------------------------------------- money


@law
@given(st.lists(minors), currencies)
def test_totals_are_sums_of_whole_numbers(amounts: list[int], currency: str):
    """Adding up amounts is adding up their minor units."""
    assert sum(amounts) == Money.total((Money(m, currency) for m in amounts), currency).minor


@law
@given(minors, minors, st.integers(-1000, 1000))
def test_arithmetic_is_that_of_whole_numbers(left: int, right: int, factor: int):
    """Sum, difference, negation and multiples are those of the minor units."""
    assume(abs(left * factor) < 10**20)  # the largest amount has 18 digits of euros
    a, b = Money(left), Money(right)
    results = (a + b, a - b, -a, a * factor)
    assert [left + right, left - right, -left, left * factor] == [m.minor for m in results]


@law
@given(minors, minors)
def test_order_is_that_of_whole_numbers(left: int, right: int):
    """Amounts compare like their minor units."""
    a, b = Money(left), Money(right)
    assert (left < right, left <= right, left > right, left == right) == (
        a < b,
        a <= b,
        a > b,
        a == b,
    )


@law
@given(minors, currencies)
def test_text_and_money_are_inverse(minor: int, currency: str):
    """What is written is read again, whatever the decimals of the currency."""
    money = Money(minor, currency)
    assert money == Money.from_text(money.to_text(), currency)


@law
@given(minors, currencies)
def test_text_is_that_of_decimal(minor: int, currency: str):
    """The text has the digits that the standard library writes."""
    with decimal.localcontext(prec=60):
        expected = f"{Decimal(minor).scaleb(-CURRENCIES[currency]):f}"
    assert expected == Money(minor, currency).to_text()


@law
@given(minors, currencies)
def test_repr_makes_the_same_money(minor: int, currency: str):
    """What `repr` writes is a recipe."""
    money = Money(minor, currency)
    assert money == eval(repr(money), {"Money": Money})  # noqa: S307  # our own text


@law
@given(decimals(places=4))
def test_parts_of_a_cent_are_lost_by_name_alone(text: str):
    """Money is made exactly where the decimals are cents, and else only by a named rounding."""
    cents = Fraction(Decimal(text)) * 100
    try:
        minor = Money.of(text).minor
    except PrecisionLossError:
        assert cents.denominator != 1
        minor = Money.of(text, rounding=Rounding.DOWN).minor
    assert abs(cents) - 1 < abs(minor) <= abs(cents)


@law
@given(minors, st.fractions(0, 1), roundings)
def test_share_and_rest_lose_at_most_a_cent(minor: int, value: Fraction, method: Rounding):
    """A share and its rest are the whole, up to one cent of rounding."""
    share, money = Share(value), Money(minor)
    parts = share.of_money(money, rounding=method) + share.rest.of_money(money, rounding=method)
    assert 1 >= abs(parts.minor - minor)


# ------------------------------------------------------------------------------------------ shares


@law
@given(st.fractions(0, 1, max_denominator=10**17))
def test_text_and_share_are_inverse(value: Fraction):
    """What is written is read again."""
    share = Share(value)
    assert share == Share.of(share.to_text())


@law
@given(decimals(places=15), st.sampled_from(["", "%", " %", "\u00a0%"]))
def test_shares_are_what_their_sign_says(number: str, sign: str):
    """A text is a share exactly if its number, or a hundredth of it, lies from 0 to 1."""
    value = Fraction(Decimal(number)) / (100 if sign else 1)
    try:
        share = Share.of(number + sign)
    except InvalidValueError:
        assert not 0 <= value <= 1
    else:
        assert value == share.value


@law
@given(st.fractions())
def test_shares_lie_between_nothing_and_all(value: Fraction):
    """A fraction is a share exactly if it lies from 0 to 1, and its rest is one too."""
    try:
        share = Share(value)
    except InvalidValueError:
        assert not 0 <= value <= 1
    else:
        assert 1 == share.value + share.rest.value


# ------------------------------------------------------------------------------------------- dates


def stepped(start: dt.date, months: int) -> dt.date | None:
    """Step months by the calendar module; nothing outside the calendar."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(start.day, last))


steps = st.integers(-200, 200) | st.integers(-130_000, 130_000) | st.integers(-(10**40), 10**40)


@law
@given(st.dates(), steps, steps, steps)
def test_shifting_is_clamped_or_refused(start: dt.date, years: int, months: int, days: int):
    """A shifted day is that of the calendar module, and the only error is of its range."""
    day: dt.date | None = stepped(start, 12 * years + months)
    # Backwards one counts from the day after a month that lacks the day.
    lacking = day is not None and days < 0 and day.day < start.day
    try:
        day = day and day + dt.timedelta(days=days + lacking)
    except OverflowError:
        day = None
    try:
        found = shift_date(start, years=years, months=months, days=days)
    except DateOutOfRangeError:
        # A day may come back from the year 10000; that case has a test of its own.
        assert day is None
    else:
        if day is not None:
            assert day == found


@law
@given(st.dates(), st.integers(-1000, 1000))
def test_shifting_keeps_the_day_of_the_month_or_its_end(start: dt.date, months: int):
    """The day of the month stays, or becomes the last of a shorter month."""
    try:
        day = shift_date(start, months=months)
    except DateOutOfRangeError:
        return
    assert day.day == min(start.day, calendar.monthrange(day.year, day.month)[1])


ordinary = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@st.composite
def bounded(draw: st.DrawFn) -> Period:
    """Draw a period of at most fifteen years."""
    start = draw(ordinary)
    return Period(start, start + dt.timedelta(days=draw(st.integers(0, 5500))))


@law
@given(bounded())
def test_months_cover_the_period_exactly(period: Period):
    """Pieces begin with the start, follow each other day by day, and end with the end."""
    pieces = list(period.months())
    assert (period.start, period.end) == (pieces[0].start, pieces[-1].end)
    assert all(left.end + ONE_DAY == right.start for left, right in pairwise(pieces))
    assert period.days == sum(piece.days for piece in pieces)


@law
@given(bounded())
def test_pieces_begin_where_the_anchor_steps(period: Period):
    """Each piece begins on the day stepped to from the start, or after a month without it."""
    starts = [piece.start for piece in period.months()]
    wanted = []
    for number in range(len(starts)):
        day = stepped(period.start, number)
        is_missing = day is not None and day.day < period.start.day
        wanted.append(day + dt.timedelta(days=1) if is_missing else day)
    assert wanted == starts


@law
@given(bounded())
def test_whole_months_are_the_pieces_that_are_whole(period: Period):
    """All pieces but the last are whole, and the last one if the next would begin after it."""
    pieces = list(period.months())
    following = stepped(period.start, len(pieces))
    lacking = following.day < period.start.day  # then the month ends with its last day
    whole = len(pieces) - (following - ONE_DAY * (not lacking) != period.end)
    assert whole == period.whole_months


@law
@given(ordinary, st.integers(1, 600))
def test_so_many_months_have_so_many_months(start: dt.date, months: int):
    """A period made of months counts them again, and has as many pieces."""
    period = Period.of_months(start, months)
    assert (months, months) == (period.whole_months, len(list(period.months())))


small = st.integers(0, 40)


@st.composite
def short_periods(draw: st.DrawFn) -> Period:
    """Draw a period within forty days, perhaps with open ends."""
    first, second = sorted((draw(small), draw(small)))
    base = dt.date(2020, 1, 1)
    start = None if draw(st.integers(0, 7)) == 0 else base + dt.timedelta(first)
    end = None if draw(st.integers(0, 7)) == 0 else base + dt.timedelta(second)
    return Period(start, end)


DAYS = [dt.date(2019, 12, 20) + dt.timedelta(days=number) for number in range(70)]


@law
@given(st.lists(short_periods(), max_size=6))
def test_gaps_are_complementary(periods: list[Period]):
    """A day lies in a gap exactly if periods lie on both sides of it and none holds it."""
    found = gaps(periods)
    for day in DAYS:
        covered = any(day in period for period in periods)
        before = any(period.end is not None and period.end < day for period in periods)
        after = any(period.start is not None and period.start > day for period in periods)
        assert (before and after and not covered) is any(day in gap for gap in found)


@law
@given(st.lists(short_periods(), max_size=6))
def test_gaps_are_in_order_and_apart(periods: list[Period]):
    """Between two gaps lies a covered day."""
    assert all(left.end + ONE_DAY < right.start for left, right in pairwise(gaps(periods)))


@law
@given(st.lists(short_periods(), max_size=6), st.randoms())
def test_gaps_do_not_depend_on_the_order(periods: list[Period], random: object):
    """The same periods have the same gaps."""
    shuffled = list(periods)
    random.shuffle(shuffled)
    assert gaps(periods) == gaps(shuffled)


@law
@given(short_periods(), short_periods())
def test_intersections_hold_the_common_days(left: Period, right: Period):
    """A day lies in the intersection exactly if it lies in both."""
    common = left.intersection(right)
    assert [day in left and day in right for day in DAYS] == [
        common is not None and day in common for day in DAYS
    ]
    assert left.overlaps(right) is right.overlaps(left) is (common is not None)


# ---------------------------------------------------------------------------------------- keys


key_texts = st.text("0123456789", max_size=13) | st.text("01 a\n\u0661\uff11", max_size=12)
states = st.integers(0, 20).map("{:02d}".format)
keys = st.one_of(
    key_texts,
    st.tuples(states, st.sampled_from([0, 1, 3, 6, 7, 10])).flatmap(
        lambda pair: st.text("0123456789", min_size=pair[1], max_size=pair[1]).map(pair[0].__add__)
    ),
)


def is_key(text: str, lengths: set[int]) -> bool:
    """Tell by slices whether a text is a key."""
    ascii_digits = all("0" <= character <= "9" for character in text)
    return ascii_digits and len(text) in lengths and 1 <= int(text[:2]) <= 16


@law
@given(keys)
def test_keys_are_taken_by_length_and_state(text: str):
    """A text is an AGS or ARS exactly if it has its digits and a state from 01 to 16."""
    for kind, lengths in ((AGS, {2, 3, 5, 8}), (ARS, {2, 3, 5, 9, 12})):
        try:
            key = kind(text)
        except InvalidValueError:
            assert not is_key(text, lengths)
        else:
            assert is_key(text, lengths)
            assert (text, text) == (str(key), eval(repr(key)).key)  # noqa: S307  # our own text


@law
@given(st.text("0123456789", min_size=10, max_size=10), st.integers(1, 16))
def test_an_ars_leads_to_its_ags(rest: str, state: int):
    """The AGS is the ARS without the four digits of the association."""
    ars = ARS(f"{state:02d}{rest}")
    assert ars.key[:5] + ars.key[9:] == ars.to_ags().key


@law
@given(keys)
def test_parents_contain_their_parts(text: str):
    """Every region lies in each of its parents, up to its state."""
    try:
        region = AGS(text)
    except InvalidValueError:
        return
    top = region
    while top.parent:
        top = top.parent
        assert top.contains(region)
    assert region.state == top


# -------------------------------------------------------------------------------------- units


def _product(parts: list[tuple[str, int]]) -> Unit:
    unit = Unit()
    for atom, sign in parts:
        unit = unit * Unit.parse(atom) if sign > 0 else unit / Unit.parse(atom)
    return unit


atoms = st.sampled_from(["EUR", "CHF", "person", "fte", "month", "year", "km2"])
units = st.lists(st.tuples(atoms, st.sampled_from([-1, 1])), max_size=7).map(_product)


@law
@given(units)
def test_text_and_unit_are_inverse(unit: Unit):
    """What is written is read again."""
    assert unit == Unit.parse(str(unit))


@law
@given(units, units)
def test_multiplying_and_dividing_are_inverse(left: Unit, right: Unit):
    """A product divided by one factor is the other."""
    assert (left, right * left) == (left * right / right, left * right)


@law
@given(st.fractions(0, max_denominator=10**12), units)
def test_quantities_are_written_exactly(value: Fraction, unit: Unit):
    """The text of a quantity is worth its value."""
    assume(value < 10**17)
    assert value == Fraction(Quantity(value, unit).to_text())


# --------------------------------------------------------------------------------- mappings, texts


@law
@given(st.dictionaries(st.text(), st.integers()), st.randoms())
def test_frozen_mappings_do_not_depend_on_their_order(items: dict[str, int], random: object):
    """Mappings of the same items are equal, hash alike and read alike."""
    shuffled = list(items.items())
    random.shuffle(shuffled)
    left, right = FrozenMap(items), FrozenMap(shuffled)
    assert (left, hash(left), items) == (right, hash(right), dict(right))


FORBIDDEN = re.compile(
    "[\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef"
    "\U000e0000-\U000e007f"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
odd = st.sampled_from(
    "\u0301\u0323\u0315\u202e\u200b\u2066\ufeff\x00\r\n\t\x85\ud800éÅ\u212bq\u1100\u1161"
)
texts = st.text(odd | st.characters(codec="utf-8") | st.just("\u0301"), max_size=50)


@law
@given(texts)
@example("q" + "\u0301" * 30)
@example("q" + "\u0301" * 31)
def test_texts_are_plain_by_an_independent_reading(text: str):
    """A text is taken exactly if it has 1 character at least, none hidden, short runs, in NFC."""
    hidden = any(
        (unicodedata.category(c) == "Cc" and c not in "\t\n") or unicodedata.category(c) == "Cs"
        for c in text
    )
    marks = "".join("m" if unicodedata.combining(c) else "-" for c in text)
    good = (
        bool(text.strip())
        and not hidden
        and not FORBIDDEN.search(text)
        and "m" * 31 not in marks
        and unicodedata.normalize("NFC", text) == text
    )
    try:
        Bilingual(de=text, en="x")
    except InvalidValueError:
        assert not good
    else:
        assert good
