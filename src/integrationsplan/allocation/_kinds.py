"""Every kind of node, by its name in documents."""

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
from integrationsplan.allocation._bounding import Bound
from integrationsplan.allocation._choosing import Choose
from integrationsplan.allocation._dates import CountDates, Duration, Shift
from integrationsplan.allocation._gathering import Count, Share, Total
from integrationsplan.allocation._look_up import LookUp
from integrationsplan.allocation._nodes import Node
from integrationsplan.allocation._ranking import Rank
from integrationsplan.allocation._split import Split
from integrationsplan.allocation._truths import AllOf, AnyOf, Compare, Not, OneOf

NODES: tuple[type[Node], ...] = (
    Number,
    LookUp,
    Sum,
    Difference,
    Product,
    Quotient,
    Least,
    Greatest,
    Round,
    Total,
    Count,
    Share,
    Choose,
    Compare,
    OneOf,
    AllOf,
    AnyOf,
    Not,
    Bound,
    Split,
    Rank,
    Shift,
    Duration,
    CountDates,
)
