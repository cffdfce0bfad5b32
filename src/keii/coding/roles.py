"""Who does it and to whom: the codes of an act's sides and the mentions they rest on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from keii.values.mention import ActorMention


@dataclass
class Roles:
    """Codes in the order of the text, and the mentions they rest on by role."""

    initiator: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    grounds: list[tuple[str, ActorMention, str]] = field(default_factory=list)
    carried: bool = False
    own: bool = False  # aimed at one's own side: at nobody else
    received: bool = False  # the subject receives from somebody the clause does not name
    befallen: bool = False  # told of those it befell: who did it is no subject to carry on

    def add(self, role: str, actor: ActorMention, rule: str) -> None:
        group: list[str] = getattr(self, role)
        if actor.counts_as not in group:
            group.append(actor.counts_as)
            self.grounds.append((role, actor, rule))

    def take(self, role: str, other: "Roles", rule: str) -> None:
        """Those who act by another clause's roles, under `role`, save whom this one already aims at."""
        held: list[str] = getattr(self, role)
        if role == "initiator":
            self.part(other.initiator)
        for code in other.initiator:
            if code not in held and code not in self.target:
                held.append(code)
                self.grounds += [(role, actor, rule) for _, actor, _ in other.grounds if actor.counts_as == code][:1]

    def part(self, doers: Iterable[str]) -> None:
        """南北連絡事務所を爆破した: of those whom a compound joins as what it is done to, who does it is none."""
        joined = {actor.counts_as for group, actor, _ in self.grounds if group == "target" and actor.rule == "compound"}
        if len(joined) > 1:
            mine = joined.intersection(doers)
            self.target = [code for code in self.target if code not in mine or len(mine) == len(joined)]
            self.grounds = [ground for ground in self.grounds if ground[0] != "target" or ground[1].counts_as in self.target]

    @property
    def actors(self) -> list[str]:
        return list(dict.fromkeys([*self.initiator, *self.target, *self.others]))
