"""The house rules as a decision quotes them."""

import re

from network.membership.models import HouseRules

RULE_LENGTH = 300
_NUMBERED = re.compile(r"House rule (\d+)\. ")


def rules_to_quote() -> list[str]:
    """The rules in force, numbered. One query."""
    lines = filter(None, map(str.strip, HouseRules.current().text.splitlines()))
    return [f"{number}. {line}"[:RULE_LENGTH] for number, line in enumerate(lines, 1)]


def number_of(rule: str) -> str:
    """As the log says which it was."""
    return f"House rule {rule.partition('.')[0]}. " if rule else ""


def rule_in(noted: str) -> str:
    """Its number in a line of the log, or nothing."""
    found = _NUMBERED.match(noted)
    return found[1] if found else ""
