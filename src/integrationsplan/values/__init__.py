"""Things that are equal by content: money, shares, periods, region keys, codes, citations.

Nothing here reads a clock, a locale or the environment; nothing rounds unless a rounding is named.
"""

from integrationsplan._language import Language
from integrationsplan._model import FrozenMap, Label
from integrationsplan.values._labelled import Labelled
from integrationsplan.values._money import CURRENCIES, Money
from integrationsplan.values._numbers import (
    DecimalText,
    NumberText,
    format_number,
    parse_number,
)
from integrationsplan.values._period import Period, gaps, shift_date
from integrationsplan.values._regions import AGS, ARS, RegionLevel
from integrationsplan.values._rounding import Rounding, round_ratio, round_to_step
from integrationsplan.values._share import Share
from integrationsplan.values._texts import (
    Basis,
    Bilingual,
    Citation,
    Code,
    CodedValue,
    CountryCode,
    Identifier,
    Jurisdiction,
    LanguageCode,
    LongText,
    Name,
    ShortText,
    WebAddress,
)
from integrationsplan.values._units import Quantity, Unit

__all__ = [
    "AGS",
    "ARS",
    "CURRENCIES",
    "Basis",
    "Bilingual",
    "Citation",
    "Code",
    "CodedValue",
    "CountryCode",
    "DecimalText",
    "FrozenMap",
    "Identifier",
    "Jurisdiction",
    "Label",
    "Labelled",
    "Language",
    "LanguageCode",
    "LongText",
    "Money",
    "Name",
    "NumberText",
    "Period",
    "Quantity",
    "RegionLevel",
    "Rounding",
    "Share",
    "ShortText",
    "Unit",
    "WebAddress",
    "format_number",
    "gaps",
    "parse_number",
    "round_ratio",
    "round_to_step",
    "shift_date",
]
