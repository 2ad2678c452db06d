"""Recipients from any table with ``__arrow_c_stream__``, and awards to an Arrow table.

Data frames of polars, of pandas from 2.2, tables of pyarrow and relations of duckdb all have that
method. Numbers stay exact both ways: no amount is ever a float. Needs the extra ``columnar``.
"""

try:
    import pyarrow as _pyarrow
except ModuleNotFoundError as error:
    if error.name != "pyarrow":
        raise  # pyarrow is there, and lacks something of its own
    raise ImportError(
        "integrationsplan.columnar needs pyarrow: pip install 'integrationsplan[columnar]'",
        name="pyarrow",
    ) from None

from integrationsplan.columnar._awards import awards_to_table
from integrationsplan.columnar._recipients import recipients_from_table

del _pyarrow

__all__ = ["awards_to_table", "recipients_from_table"]
