"""The place of an event as its page prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from thinktank.public.wording import Wording, worded

from .maps import map_address


@dataclass(frozen=True, slots=True)
class Where:
    """Read from the facts of an edition. A text without a form in the page's language
    stands in another one, which it names; hall and stand are codes, `map` is where
    a link to a map leads."""

    venue: Wording
    room: Wording
    city: Wording
    address: Wording
    hall: str
    stand: str
    map: str
    online: str

    @classmethod
    def of(cls, own: Mapping[str, Any], language: str) -> Where:
        """From `Event.own_facts`."""

        def text(field: str) -> Wording:
            return worded(lambda code: own[field].get(code, ""), language)

        return cls(
            venue=text("venue"),
            room=text("room"),
            city=text("city"),
            address=text("address"),
            hall=own["hall"],
            stand=own["stand"],
            map=map_address(own["map"]),
            online=own["online_url"],
        )

    @property
    def names(self) -> list[Wording]:
        """Where it is, from the nearest to the widest."""
        return [word for word in (self.room, self.venue, self.city) if word]

    @property
    def nearby(self) -> list[Wording]:
        """What tells a part from the whole it belongs to: the room, else the venue."""
        return self.names[:1]

    def __bool__(self) -> bool:
        return bool(self.names or self.address or self.hall or self.stand or self.map)
