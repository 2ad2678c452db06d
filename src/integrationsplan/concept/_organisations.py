"""Organisations: administrations, carriers, clubs, groups of volunteers."""

from typing import Annotated, ClassVar

from integrationsplan._model import Label, model
from integrationsplan.concept._codes import OrganisationForm
from integrationsplan.concept._fields import Sourced
from integrationsplan.concept._groups import ConceptGroup
from integrationsplan.concept._parts import EmailAddress
from integrationsplan.history import DataGroup
from integrationsplan.values import AGS, Language, LongText, ShortText, WebAddress

__all__ = ["Contact", "Organisation"]


@model
class Contact:
    """How an office is reached. Names of persons do not belong here: this is published.

    Attributes:
        website: Its web page.
        phone: Its telephone number.
        email: Its e-mail address.

    Example:
        >>> Contact(phone="+49 6201 82-0").phone
        '+49 6201 82-0'
    """

    website: Annotated[WebAddress | None, Label("web page", "Internetseite")] = None
    phone: Annotated[ShortText | None, Label("telephone", "Telefon")] = None
    email: Annotated[EmailAddress | None, Label("e-mail", "E-Mail")] = None


@model(repr=False)
class Organisation(Sourced):
    """Somebody who makes offers or takes part in the network, and is no single person.

    Attributes:
        name: What it is called.
        form: What sort of organisation it is.
        legal_form: Its legal form, such as "e. V.".
        description: What it does.
        contact: How it is reached.
        region: Where it has its seat.

    Example:
        >>> Organisation(id="caritas", name="Caritasverband", form=OrganisationForm.CARRIER)
        <Organisation caritas>
    """

    kind: ClassVar[str] = "organisation"
    label: ClassVar[Label] = Label("organisation", "Organisation")
    group: ClassVar[DataGroup] = ConceptGroup.ACTOR

    name: Annotated[ShortText, Label("name", "Name")]
    form: Annotated[OrganisationForm | None, Label("form", "Art")] = None
    legal_form: Annotated[ShortText | None, Label("legal form", "Rechtsform")] = None
    description: Annotated[LongText | None, Label("description", "Beschreibung")] = None
    contact: Annotated[Contact | None, Label("contact", "Kontakt")] = None
    region: Annotated[AGS | None, Label("region", "Region")] = None

    def summary(self, language: Language) -> str:
        """Say the name, and the form if it is known."""
        return f"{self.name} ({self.form.in_language(language)})" if self.form else self.name
