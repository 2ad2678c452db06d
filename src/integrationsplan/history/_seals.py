"""Commitments: proof of what was written that gives nothing away and can be erased.

A commitment is a hash over a domain tag, a salt of exactly 32 random bytes and the canonical bytes
of the content, each framed by its length. With the salt, anyone can check the content; without it,
not even a right guess can be confirmed. A digest names its algorithm and version, so that a better
one can take over within the same history.
"""

import base64
import functools
import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, TypeAlias

from integrationsplan._language import Wording
from integrationsplan._model import Pattern, model
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.history import _problems as kinds
from integrationsplan.history._canonical import canonical_bytes
from integrationsplan.history._salts import SaltSource
from integrationsplan.problems import Problem

__all__ = [
    "ALGORITHMS",
    "DEFAULT_ALGORITHM",
    "Digest",
    "Salt",
    "Seal",
    "commit",
    "digest_of",
    "draw_salt",
    "same_digest",
]

SALT_BYTES = 32

# 32 bytes are 43 letters, of which the last holds four bits: only the spelling that ends in zero
# bits is taken, so that no salt has two spellings.
Salt: TypeAlias = Annotated[
    str,
    Pattern(
        "[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]",
        "32 bytes in base64url without padding: 43 characters",
        "32 Bytes in base64url ohne Füllzeichen: 43 Zeichen",
    ),
]
"""A salt: 32 random bytes, never derived from anything and never used twice."""

Digest: TypeAlias = Annotated[
    str,
    Pattern(
        "[a-z0-9]{1,16}(?:-[a-z0-9]{1,16})?/[1-9][0-9]?:[A-Za-z0-9_-]{43,86}",
        "a digest such as 'sha256/1:' and 43 characters of base64url",
        "ein Hashwert wie 'sha256/1:' und 43 Zeichen in base64url",
    ),
]
"""A commitment or the digest of a revision, with the algorithm and its version in front."""

ALGORITHMS: Mapping[str, Callable[[bytes], "hashlib._Hash"]] = MappingProxyType(
    {
        "sha256/1": functools.partial(hashlib.sha256, usedforsecurity=True),
        "sha3-256/1": functools.partial(hashlib.sha3_256, usedforsecurity=True),
    }
)
"""The algorithms that are known, by the name that stands before each digest."""

DEFAULT_ALGORITHM = "sha256/1"


@model(repr=False)
class Seal:
    """How a text beside the entries is committed: by its salt while it is here, else by itself.

    Attributes:
        salt: The salt, if the text is here.
        commitment: The commitment, if the text is withheld or erased.
    """

    salt: Salt | None = None
    commitment: Digest | None = None

    def __repr__(self) -> str:
        return "<Seal>"  # a salt in a log would open what is erased

    def _violations(self) -> Sequence[Problem]:
        return [kinds.SEAL.at("/salt")] if (self.salt is None) == (self.commitment is None) else ()


def commit(content: object, salt: str, *, tag: str, algorithm: str) -> str:
    """Return the commitment to a content.

    Args:
        content: A model object or plain data.
        salt: Its salt.
        tag: What kind of content it is; no content of one kind can pass for one of another.
        algorithm: One of `ALGORITHMS`.

    Raises:
        UnknownNameError: If the algorithm is not known.

    Example:
        >>> commit("B1", "A" * 43, tag="reason", algorithm="sha256/1")
        'sha256/1:ypwyBYKb3rsPxkiCt0pn4rxFt7DENVi_j3qZsRSM2yw'
    """
    return _hashed(algorithm, tag, _decoded(salt), canonical_bytes(content))


def digest_of(content: object, *, tag: str, algorithm: str) -> str:
    """Return the digest of a content that holds nothing personal in clear."""
    return _hashed(algorithm, tag, b"", canonical_bytes(content))


def same_digest(left: str, right: str) -> bool:
    """Tell whether two digests are equal, in a time that does not depend on where they differ."""
    return hmac.compare_digest(left.encode(), right.encode())


def draw_salt(source: SaltSource) -> str:
    """Take a salt from a source.

    Raises:
        InvalidValueError: If the source gives anything but 32 bytes.
    """
    salt: object = source(SALT_BYTES)
    if type(salt) is not bytes or len(salt) != SALT_BYTES:
        raise InvalidValueError(Wording("salt", "Salz"), [kinds.WRONG_SALT.at()])
    return _encoded(salt)


def _decoded(salt: str) -> bytes:
    return base64.urlsafe_b64decode(salt + "=")


def _encoded(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def _hashed(algorithm: str, tag: str, *parts: bytes) -> str:
    framed = [f"integrationsplan/{tag}".encode(), *parts]
    bytes_hashed = b"".join(len(part).to_bytes(8, "big") + part for part in framed)
    if algorithm not in ALGORITHMS:
        raise UnknownNameError(Wording("algorithm", "Verfahren"), algorithm, ALGORITHMS)
    value = ALGORITHMS[algorithm](bytes_hashed).digest()
    return f"{algorithm}:{_encoded(value)}"
