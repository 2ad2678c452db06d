"""Names of languages, scripts and countries common in counselling; others are shown by their code.

The lists are short on purpose: each name has to be translated, and reviewed, in every catalogue.
"""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["COUNTRY_NAMES", "LANGUAGE_NAMES", "SCRIPT_NAMES"]

LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "am": "Amharic",
        "ar": "Arabic",
        "bg": "Bulgarian",
        "bn": "Bengali",
        "ckb": "Kurdish (Sorani)",
        "de": "German",
        "el": "Greek",
        "en": "English",
        "es": "Spanish",
        "fa": "Persian",
        "fr": "French",
        "ha": "Hausa",
        "hi": "Hindi",
        "hr": "Croatian",
        "hu": "Hungarian",
        "hy": "Armenian",
        "it": "Italian",
        "ka": "Georgian",
        "kmr": "Kurdish (Kurmanji)",
        "ku": "Kurdish",
        "pl": "Polish",
        "prs": "Dari",
        "ps": "Pashto",
        "pt": "Portuguese",
        "ro": "Romanian",
        "rom": "Romani",
        "ru": "Russian",
        "so": "Somali",
        "sq": "Albanian",
        "sr": "Serbian",
        "sw": "Swahili",
        "ta": "Tamil",
        "ti": "Tigrinya",
        "tr": "Turkish",
        "uk": "Ukrainian",
        "ur": "Urdu",
        "vi": "Vietnamese",
        "zh": "Chinese",
    }
)
"""English names of languages by their ISO 639 codes."""

COUNTRY_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "AF": "Afghanistan",
        "AL": "Albania",
        "AM": "Armenia",
        "AZ": "Azerbaijan",
        "BA": "Bosnia and Herzegovina",
        "BD": "Bangladesh",
        "BG": "Bulgaria",
        "BY": "Belarus",
        "CM": "Cameroon",
        "CN": "China",
        "DE": "Germany",
        "DZ": "Algeria",
        "EG": "Egypt",
        "ER": "Eritrea",
        "ES": "Spain",
        "ET": "Ethiopia",
        "GE": "Georgia",
        "GH": "Ghana",
        "GM": "The Gambia",
        "GN": "Guinea",
        "GR": "Greece",
        "IN": "India",
        "IQ": "Iraq",
        "IR": "Iran",
        "IT": "Italy",
        "JO": "Jordan",
        "LB": "Lebanon",
        "LK": "Sri Lanka",
        "LY": "Libya",
        "MA": "Morocco",
        "MD": "Moldova",
        "MK": "North Macedonia",
        "NG": "Nigeria",
        "PK": "Pakistan",
        "PL": "Poland",
        "RO": "Romania",
        "RS": "Serbia",
        "RU": "Russia",
        "SD": "Sudan",
        "SN": "Senegal",
        "SO": "Somalia",
        "SY": "Syria",
        "TN": "Tunisia",
        "TR": "Türkiye",
        "UA": "Ukraine",
        "VN": "Vietnam",
        "XA": "stateless",
        "XX": "unknown",
        "YE": "Yemen",
    }
)
"""English names of countries by their ISO 3166-1 codes, and of the codes that stand for none."""

SCRIPT_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "Arab": "Arabic script",
        "Armn": "Armenian script",
        "Beng": "Bengali script",
        "Cyrl": "Cyrillic script",
        "Deva": "Devanagari",
        "Ethi": "Ethiopic script",
        "Geor": "Georgian script",
        "Grek": "Greek script",
        "Hans": "Chinese script (simplified)",
        "Hant": "Chinese script (traditional)",
        "Hebr": "Hebrew script",
        "Latn": "Latin script",
        "Sinh": "Sinhala script",
        "Syrc": "Syriac script",
        "Taml": "Tamil script",
        "Tfng": "Tifinagh",
        "Thai": "Thai script",
    }
)
"""ISO 15924 codes, with the names of the scripts in English."""
