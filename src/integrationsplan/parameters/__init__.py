"""Numbers that the law sets, by date: in force until superseded or repealed, each with its source.

Three times are kept apart: when a value is in force (`Dated.start`, `Dated.end`), from when it was
known (`Dated.known_from`), and which published edition it belongs to (`Dated.edition`).
"""

from integrationsplan.parameters._parameter import Band, Parameter, ParameterValue
from integrationsplan.parameters._timeline import Dated, DatedValue, Timeline

__all__ = ["Band", "Dated", "DatedValue", "Parameter", "ParameterValue", "Timeline"]
