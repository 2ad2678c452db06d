"""Texts that have a pattern, looked at together.

Most of them are ids and salts, short and many: to call a pattern costs more than it takes to look
at one of them. So the texts of a document are gathered by their pattern, and each pattern looks at
all of its texts at once, one a line. No pattern of the model matches a line feed.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable

__all__ = ["TextsByPattern"]


class TextsByPattern(defaultdict[str, list[str]]):
    """Texts, by the regular expression that each must match as a whole."""

    def __init__(self) -> None:
        super().__init__(list)

    def all_match(self) -> bool:
        """Tell whether all texts match their patterns; asked once, at the end."""
        for regex, texts in self.items():
            texts.append("")  # so that each of them ends a line
            lines = "\n".join(texts)
            if lines.count("\n") != len(texts) - 1 or _lines_of(regex)(lines) is None:
                return False
        return True


@functools.cache
def _lines_of(regex: str) -> Callable[[str], object]:
    """Return what matches lines of which each matches a pattern."""
    # Atomic: a line that has matched is not tried again, however many come after it. The end is
    # named, because not every Python gets fullmatch right beside such a group.
    return re.compile(rf"(?>(?:{regex})\n)*\Z", re.ASCII).match
