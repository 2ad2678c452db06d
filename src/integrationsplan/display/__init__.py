"""Plans as documents for people: clean, accessible, printable HTML, in the person's language.

The fixed words come from gettext catalogues, so that translators can add languages. Needs the extra
``display``.
"""

try:
    import jinja2 as _jinja2
except ModuleNotFoundError as error:
    if error.name != "jinja2":
        raise  # jinja2 is there, and lacks something of its own
    raise ImportError(
        "integrationsplan.display needs jinja2: pip install 'integrationsplan[display]'",
        name="jinja2",
    ) from None

from integrationsplan.display._catalogues import DocumentLanguage, languages
from integrationsplan.display._rendering import render_plan

del _jinja2

__all__ = ["DocumentLanguage", "languages", "render_plan"]
