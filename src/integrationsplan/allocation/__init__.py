"""Who gets how much, and why: rules as data, exact amounts, explained awards.

A `Programme` is made of named nodes (`Rule`), figures, parameters and conditions; `allocate`
evaluates it for `Recipients` on a day. Everything is exact until a `Round` or `Split` node.
"""

from integrationsplan.allocation._allocation import Allocation, allocate
from integrationsplan.allocation._arithmetic import (
    Difference,
    Greatest,
    Least,
    Number,
    Product,
    Quotient,
    Round,
    Sum,
)
from integrationsplan.allocation._award import Award
from integrationsplan.allocation._bounding import Bound
from integrationsplan.allocation._choosing import Because, Case, Choose
from integrationsplan.allocation._comparison import Change, Comparison, ComparisonRow, compare
from integrationsplan.allocation._dates import CountDates, Duration, Shift
from integrationsplan.allocation._divisors import adams, dhondt, huntington_hill, sainte_lague
from integrationsplan.allocation._gathering import Count, Share, Total
from integrationsplan.allocation._kinds import NODES
from integrationsplan.allocation._look_up import LookUp
from integrationsplan.allocation._nodes import Node, Operand
from integrationsplan.allocation._phrasing import describe_rule
from integrationsplan.allocation._programme import (
    Condition,
    Earmark,
    Figure,
    Programme,
    Result,
    Rule,
    Source,
    Tranche,
)
from integrationsplan.allocation._ranking import Criterion, Rank
from integrationsplan.allocation._recipient_list import (
    ListedRecipient,
    ListedRecord,
    RecipientList,
)
from integrationsplan.allocation._recipients import FigureValue, Recipient, Recipients, Record
from integrationsplan.allocation._reproduction import verify_statement
from integrationsplan.allocation._split import Split
from integrationsplan.allocation._splitting import Division, Tie, largest_remainder
from integrationsplan.allocation._statement import StatedAward, StatedQuantity, Statement
from integrationsplan.allocation._succession import CarryRule, Succession, carry_over
from integrationsplan.allocation._trace import Check, Input, Part, Step, Trace
from integrationsplan.allocation._truths import AllOf, AnyOf, Compare, Not, OneOf
from integrationsplan.allocation._verification import verify_trace
from integrationsplan.allocation._what_if import Sensitivity, sensitivity, what_if
from integrationsplan.allocation._witness import Witness
from integrationsplan.allocation.consortia import (
    Consortia,
    Consortium,
    Degrees,
    District,
    Member,
    Method,
    form_consortia,
    members_of,
)

__all__ = [
    "NODES",
    "AllOf",
    "Allocation",
    "AnyOf",
    "Award",
    "Because",
    "Bound",
    "CarryRule",
    "Case",
    "Change",
    "Check",
    "Choose",
    "Compare",
    "Comparison",
    "ComparisonRow",
    "Condition",
    "Consortia",
    "Consortium",
    "Count",
    "CountDates",
    "Criterion",
    "Degrees",
    "Difference",
    "District",
    "Division",
    "Duration",
    "Earmark",
    "Figure",
    "FigureValue",
    "Greatest",
    "Input",
    "Least",
    "ListedRecipient",
    "ListedRecord",
    "LookUp",
    "Member",
    "Method",
    "Node",
    "Not",
    "Number",
    "OneOf",
    "Operand",
    "Part",
    "Product",
    "Programme",
    "Quotient",
    "Rank",
    "Recipient",
    "RecipientList",
    "Recipients",
    "Record",
    "Result",
    "Round",
    "Rule",
    "Sensitivity",
    "Share",
    "Shift",
    "Source",
    "Split",
    "StatedAward",
    "StatedQuantity",
    "Statement",
    "Step",
    "Succession",
    "Sum",
    "Tie",
    "Total",
    "Trace",
    "Tranche",
    "Witness",
    "adams",
    "allocate",
    "carry_over",
    "compare",
    "describe_rule",
    "dhondt",
    "form_consortia",
    "huntington_hill",
    "largest_remainder",
    "members_of",
    "sainte_lague",
    "sensitivity",
    "verify_statement",
    "verify_trace",
    "what_if",
]
