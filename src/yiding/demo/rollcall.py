"""Who sat in the meeting: members present and absent, observers by unit, the recorder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from yiding.demo.city import City, Post, Unit, linhu

_LEAST, _MOST = 14, 30


@dataclass(frozen=True, slots=True)
class Roll:
    """名单: as the tail of the minutes prints it, and the words for who presided."""

    chair: str
    presided: str
    present: tuple[str, ...]
    absent: tuple[str, ...]
    beside: tuple[str, ...]
    observers: tuple[tuple[str, str], ...]
    unnamed: tuple[str, ...]
    recorder: str


def roll_of(held_on: date, said: str, rng: Random) -> Roll:
    """The roll of a meeting in which ``said`` names the units concerned."""
    city = linhu()
    members = [post for role in ("mayor", "vice_mayor") for post in city.holders(role, held_on)]
    absent = _absent(members, rng)
    present = [post.person for post in members if post.person not in absent]
    present += [post.person for post in city.holders("secretary_general", held_on)]
    concerned = _concerned(city, said, rng)
    chair = next(post for post in members if post.person not in absent)
    return Roll(
        chair=chair.person,
        presided=_presided(chair, members[0]),
        present=tuple(present),
        absent=absent,
        beside=tuple(p.person for p in city.holders("deputy_secretary_general", held_on)),
        observers=tuple(_observer(city, unit.short, held_on, rng) for unit in concerned[:-2])
        + city.observers[:1],
        unnamed=tuple(unit.short for unit in concerned[-2:]),
        recorder=city.holders("recorder", held_on)[0].person,
    )


def roll_lines(roll: Roll) -> list[str]:
    """The lines of the roll in the minutes."""
    lines = [f"出席：{' '.join(roll.present)}"]
    if roll.absent:
        lines.append(f"缺席：{' '.join(roll.absent)}")
    lines.append(f"列席：{' '.join(roll.beside)}")
    lines.append(" ".join(unit + name for unit, name in roll.observers))
    lines.append("、".join(roll.unnamed) + "的代表")
    return [*lines, f"记录：{roll.recorder}"]


def _absent(members: list[Post], rng: Random) -> tuple[str, ...]:
    """Now and then a vice-mayor is away; once in a while the mayor asks the first to preside."""
    if rng.random() < 0.08:
        return (members[0].person,)
    return tuple(p.person for p in rng.sample(members[2:], rng.choice((0, 0, 0, 1, 1, 2))))


def _presided(chair: Post, mayor: Post) -> str:
    if chair is mayor:
        return f"{chair.person}{chair.title}主持召开"
    return f"受{mayor.person}{mayor.title}委托，{chair.title}{chair.person}主持召开"


def _concerned(city: City, said: str, rng: Random) -> list[Unit]:
    units = [unit for unit in city.units_of("linhu") if unit.kind != "office"]
    named = [unit for unit in units if unit.short in said]
    others = [unit for unit in units if unit not in named and unit.kind == "department"]
    wanted = max(0, _LEAST - len(named)) + 4
    company = [*named, *rng.sample(others, min(wanted, len(others)))]
    chosen = rng.sample(company, min(_MOST, len(company)))
    return sorted(chosen, key=lambda unit: unit.code)


def _observer(city: City, unit: str, held_on: date, rng: Random) -> tuple[str, str]:
    """The head, or now and then the liaison officer in the head's place."""
    role = "liaison" if rng.random() < 0.15 else "head"
    return unit, city.holders(role, held_on, unit)[0].person
