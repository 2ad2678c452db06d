"""What a person may ask of whoever keeps data about them, in plain words, with the article."""

import datetime as dt

import attrs

__all__ = ["RIGHTS", "RIGHTS_SINCE", "Right"]


@attrs.frozen
class Right:
    """A right of the General Data Protection Regulation.

    Attributes:
        text: The right in plain words; a message of the catalogues.
        article: Number of the article.
        paragraph: Number of the paragraph, where only one is meant.
    """

    text: str
    article: int
    paragraph: int | None = None


RIGHTS_SINCE = dt.date(2018, 5, 25)
"""First day on which the Regulation applies (Article 99(2)); earlier documents name no rights."""

RIGHTS = (
    Right("I may see what is stored about me, and get a copy.", 15),
    Right("I may have wrong data corrected.", 16),
    Right("I may ask that my data be erased.", 17),
    Right("I may ask that my data be kept but not used for the time being.", 18),
    Right("I may object to the use of my data.", 21),
    Right("I may withdraw a consent at any time. What was done before stays lawful.", 7, 3),
    Right("I may complain to the data protection authority.", 77),
)
"""Regulation (EU) 2016/679. The articles are stated there; the plain words are ours."""
