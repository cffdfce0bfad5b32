"""Who does it and to whom: the codes of an act's sides and the mentions they rest on."""

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
        for code in other.initiator:
            if code not in held and code not in self.target:
                held.append(code)
                self.grounds += [(role, actor, rule) for _, actor, _ in other.grounds if actor.counts_as == code][:1]

    @property
    def actors(self) -> list[str]:
        return list(dict.fromkeys([*self.initiator, *self.target, *self.others]))
