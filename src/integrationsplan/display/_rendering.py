"""Templates to HTML: everything is escaped, and nothing is loaded from anywhere."""

import base64
import datetime as dt
import functools
import hashlib
from collections.abc import Iterable
from typing import Annotated

import attrs
import jinja2
from annotated_types import Len

from integrationsplan._model import model
from integrationsplan.display._catalogues import DocumentLanguage, find_language
from integrationsplan.display._gathering import Shown, gather
from integrationsplan.display._rights import RIGHTS, RIGHTS_SINCE
from integrationsplan.display._speech import Speech
from integrationsplan.display._targets import level_of, place_in_law
from integrationsplan.plan import Achievement, IntegrationPlan, PlanGroup
from integrationsplan.values import LanguageCode, ShortText

__all__ = ["environment", "render_plan"]


@model
class PersonDocument:
    """The wishes for a document, checked all at once."""

    plan: IntegrationPlan
    day: dt.date
    title: ShortText | None
    body: ShortText | None
    groups: Annotated[tuple[PlanGroup, ...], Len(0, 100)] | None
    written_in: LanguageCode


@functools.cache
def environment() -> jinja2.Environment:
    """Return the environment of the templates."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("integrationsplan.display"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@functools.cache
def _style_hash() -> str:
    """Return the hash by which the document's own policy allows its style sheet."""
    style = environment().get_template("plan.css").render()
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")


@attrs.frozen
class _Facts:
    """What the templates need to know beside what they show."""

    language: DocumentLanguage
    title: str | None
    sender: str | None
    written_in: str
    style_hash: str

    @property
    def direction(self) -> str:
        return "rtl" if self.language.is_right_to_left else "ltr"


def render_plan(
    plan: IntegrationPlan,
    *,
    day: dt.date,
    language: str = "de",
    title: str | None = None,
    body: str | None = None,
    groups: Iterable[PlanGroup] | None = None,
    written_in: str = "de",
) -> str:
    """Return a plan as a document for the person: one HTML page, to be read, printed and signed.

    The page stands alone: no script, no picture, nothing from the network. It shows what counts on
    the day, in plain words, and at its foot the revision and the digest by which it can be checked.

    Args:
        plan: The plan, or the document of a view of it.
        day: The day of the document: what counts on it, and what is still to come.
        language: The language of everything fixed; see `languages`. What was written into the plan
            stays as it is.
        title: The heading; by default "my integration plan" in the document's language.
        body: Who gives out the document, as it stands at the top; by default the body that is
            responsible. Who is responsible for the plan stays as it is recorded.
        groups: The data groups to show; by default all. An entry that tells something of another
            group too is left out, and the document says that something is.
        written_in: ISO 639 code of the language that the plan's free texts are written in, so that
            a screen reader can read them out well.

    Raises:
        InvalidValueError: If an argument is of a wrong type; tells every problem.
        UnknownNameError: If there is no catalogue for the language.

    Example:
        >>> from integrationsplan.history import Author
        >>> from integrationsplan.plan import Body
        >>> plan = IntegrationPlan.open(
        ...     id="plan-1",
        ...     subject="p-83f1",
        ...     body=Body(name="Stadt Weinheim"),
        ...     jurisdiction="08",
        ...     author=Author(role="integration_manager", id="im-7"),
        ...     recorded_at=dt.datetime(2018, 3, 1, 9, 0, tzinfo=dt.timezone.utc),
        ...     effective_on=dt.date(2018, 3, 1),
        ... )
        >>> page = render_plan(plan, day=dt.date(2018, 3, 2), language="en")
        >>> page.splitlines()[1]
        '<html lang="en" dir="ltr">'
        >>> "My integration plan" in page, "Stadt Weinheim" in page
        (True, True)
    """
    wishes = PersonDocument(
        plan=plan,
        day=day,
        title=title,
        body=body,
        groups=None if groups is None else tuple(groups),
        written_in=written_in,
    )
    speech = Speech(find_language(language))
    chosen = None if wishes.groups is None else frozenset(wishes.groups)
    return _render(gather(plan, day, chosen, speech), speech, wishes)


def _render(shown: Shown, speech: Speech, wishes: PersonDocument) -> str:
    """Fill in the template."""
    template = environment().get_template("plan.html")
    sender = shown.body if wishes.body is None else wishes.body
    return template.render(
        doc=shown,
        say=speech,
        _=speech.text,
        pgettext=speech.within,
        german=Speech(find_language("de")),
        facts=_Facts(speech.language, wishes.title, sender, wishes.written_in, _style_hash()),
        rights=RIGHTS if shown.day >= RIGHTS_SINCE else (),
        sep=speech.listed(("", "")),
        person_name=shown.name,
        level_of=level_of,
        place_in_law=place_in_law,
        in_progress=Achievement.IN_PROGRESS,
        qualification_titles={item.id: item.title for item in shown.qualifications},
    )
