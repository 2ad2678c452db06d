"""Code lists of networks: their groups, the roles in them, what becomes of decisions."""

from integrationsplan.values import Labelled

__all__ = ["DecisionStatus", "NetworkGroupKind", "NetworkRole"]


class NetworkGroupKind(Labelled):
    """What sort of group meets."""

    NETWORK_MEETING = "network-meeting", "network meeting", "Netzwerktreffen"
    ADVISORY_BOARD = "advisory-board", "advisory board", "Beirat"
    STEERING_GROUP = "steering-group", "steering group", "Steuerungsgruppe"
    WORKING_GROUP = "working-group", "working group", "Arbeitskreis"
    REGIONAL_CONFERENCE = "regional-conference", "regional conference", "Regionalkonferenz"
    MONITORING_ROUND = "monitoring-round", "monitoring round", "Monitoringrunde"


class NetworkRole(Labelled):
    """What somebody does in a group."""

    LEAD = "lead", "lead", "Leitung"
    COORDINATION = "coordination", "coordination", "Koordination"
    MEMBER = "member", "member", "Mitglied"
    ADVISER = "adviser", "adviser", "Beratung"
    GUEST = "guest", "guest", "Gast"


class DecisionStatus(Labelled):
    """What became of a decision."""

    OPEN = "open", "open", "offen"
    DONE = "done", "done", "erledigt"
    DROPPED = "dropped", "dropped", "aufgegeben"
