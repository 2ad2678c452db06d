"""Who gets how much, and why: rules as data, exact amounts, explained awards.

A `Programme` is made of named nodes (`Rule`), figures, parameters and conditions; `allocate`
evaluates it for `Recipients` on a day. Everything is exact until a `Round` or `Split` node.
"""

from integrationsplan.allocation._allocation import Allocation, Award, allocate
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
from integrationsplan.allocation._consortia import (
    Consortia,
    Consortium,
    District,
    Method,
    form_consortia,
)
from integrationsplan.allocation._explanation import Input, Step, describe_rule
from integrationsplan.allocation._gathering import Count, Share, Split, Total
from integrationsplan.allocation._kinds import NODES
from integrationsplan.allocation._look_up import LookUp
from integrationsplan.allocation._members import Degrees, Member, members_of
from integrationsplan.allocation._nodes import Node, Operand
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
from integrationsplan.allocation._recipients import FigureValue, Recipient, Recipients, Record
from integrationsplan.allocation._splitting import Division, Tie, largest_remainder
from integrationsplan.allocation._truths import AllOf, AnyOf, Compare, Not, OneOf

__all__ = [
    "NODES",
    "AllOf",
    "Allocation",
    "AnyOf",
    "Award",
    "Compare",
    "Condition",
    "Consortia",
    "Consortium",
    "Count",
    "Degrees",
    "Difference",
    "District",
    "Division",
    "Earmark",
    "Figure",
    "FigureValue",
    "Greatest",
    "Input",
    "Least",
    "LookUp",
    "Member",
    "Method",
    "Node",
    "Not",
    "Number",
    "OneOf",
    "Operand",
    "Product",
    "Programme",
    "Quotient",
    "Recipient",
    "Recipients",
    "Record",
    "Result",
    "Round",
    "Rule",
    "Share",
    "Source",
    "Split",
    "Step",
    "Sum",
    "Tie",
    "Total",
    "Tranche",
    "allocate",
    "describe_rule",
    "form_consortia",
    "largest_remainder",
    "members_of",
]
