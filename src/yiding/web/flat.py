"""The flat stylesheet for the browsers of older offices: ``python -m yiding.web.flat`` writes it.

``tokens.css`` and ``yiding.css`` use layers, container queries and light-dark(). A browser without
them (Chromium from about 86 on) skips both, because all they say stands inside one @supports, and
reads ``flat.css``, which stands inside the opposite one. Nobody asks which browser it is.

What is done to the rules: layers are unwrapped in their order, and each selector is weighed down by
as many ids as its layer is high, so that a later layer still wins over any earlier one; of two
colours the light one stays; a query on a container becomes one on the window, wider by what usually
stands beside that container; and what was not yet known is written in older words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path

import tinycss2  # type: ignore[import-untyped]
from tinycss2.ast import (  # type: ignore[import-untyped]
    AtRule,
    Declaration,
    DimensionToken,
    FunctionBlock,
    Node,
    QualifiedRule,
)

STYLES = Path(__file__).parent / "static/yiding"
SOURCES = ("tokens.css", "yiding.css")
FLAT = "flat.css"
HEAD = "/* Written by python -m yiding.web.flat from tokens.css and yiding.css: change those. */\n"
KNOWN_BY_NEW = "(color: light-dark(#fff, #000))"

#: Rem between the window and a container: the page's margins, and the aside beside a section.
AROUND = {"page": 3.0, "sec": 23.5, "paper": 8.0}
#: Shorthands for two sides, by the two sides.
PAIRS = {
    f"{box}-{axis}": (f"{box}-{axis}-start", f"{box}-{axis}-end")
    for box in ("margin", "padding")
    for axis in ("inline", "block")
} | {"inset-inline": ("left", "right"), "inset-block": ("top", "bottom")}
#: Shorthands that say the same of two sides.
TWINS = {
    f"border-{axis}": (f"border-{axis}-start", f"border-{axis}-end") for axis in ("inline", "block")
}
SIDES = {
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
}
PREFIXED = {"box-decoration-break", "text-size-adjust"}
LEFT_OUT = {"container", "container-type", "container-name"}
UNKNOWN_SELECTORS = ("::target-text", ":has(", ":where(")


class NotFlat(ValueError):
    """The stylesheets say something that has no older words yet."""


def build(folder: Path = STYLES) -> str:
    """What ``flat.css`` must say."""
    rules = flatten((folder / name).read_text("utf-8") for name in SOURCES)
    return f"{HEAD}@supports not {KNOWN_BY_NEW} {{\n{rules}}}\n"


def flatten(sheets: Iterable[str]) -> str:
    """The rules of the stylesheets in older words, without the @supports around them."""
    layers: dict[str, list[Node]] = {}
    for sheet in sheets:
        _gather(_read(tinycss2.parse_stylesheet(sheet)), layers)
    lines = (
        line
        for weight, rules in enumerate(layers.values())
        for rule in rules
        for line in _rule(rule, max(weight - 1, 0))
    )
    return "".join(f"{line}\n" for line in lines)


def _read(nodes: Sequence[Node]) -> list[Node]:
    wrong = [node for node in nodes if node.type == "error"]
    if wrong:
        raise NotFlat(f"line {wrong[0].source_line}: {wrong[0].message}")
    return [node for node in nodes if node.type not in {"comment", "whitespace"}]


def _gather(rules: Iterable[Node], layers: dict[str, list[Node]]) -> None:
    """File the rules under their layers, which stand in the order in which they were named."""
    for rule in rules:
        name = tinycss2.serialize(rule.prelude).strip()
        if not isinstance(rule, AtRule):
            raise NotFlat(f"line {rule.source_line}: {name} stands in no layer")
        if rule.at_keyword == "layer" and rule.content is None:
            layers.update({each.strip(): [] for each in name.split(",")})
        elif rule.at_keyword == "layer":
            layers[name].extend(_inside(rule))
        elif rule.at_keyword == "supports" and name == KNOWN_BY_NEW:
            _gather(_inside(rule), layers)
        else:
            raise NotFlat(f"line {rule.source_line}: @{rule.at_keyword} stands in no layer")


def _inside(rule: AtRule) -> list[Node]:
    return _read(tinycss2.parse_rule_list(rule.content))


def _rule(rule: Node, weight: int) -> Iterator[str]:
    if isinstance(rule, QualifiedRule):
        yield from _styles(rule, weight)
    elif rule.at_keyword in {"media", "container"}:
        lines = [line for each in _inside(rule) for line in _rule(each, weight)]
        yield f"@media {_query(rule)} {{"
        yield from lines
        yield "}"
    elif rule.at_keyword == "page":
        yield f"@page {{ {_declarations(rule.content)} }}"
    else:
        raise NotFlat(f"line {rule.source_line}: @{rule.at_keyword}")


def _query(rule: AtRule) -> str:
    """The condition of @media as it stands; that of @container, on the window."""
    if rule.at_keyword == "media":
        return _text(rule.prelude)
    name, *condition = [node for node in rule.prelude if node.type != "whitespace"]
    around = AROUND[name.value]
    return " ".join(_widened(node, around) for node in condition)


def _widened(node: Node, around: float) -> str:
    if node.type != "() block":
        return str(tinycss2.serialize([node]))
    inside = (
        f"{each.value + around:g}{each.unit}"
        if isinstance(each, DimensionToken)
        else tinycss2.serialize([each])
        for each in node.content
    )
    return f"({''.join(inside)})"


def _styles(rule: QualifiedRule, weight: int) -> Iterator[str]:
    listed = [each for part in _split(rule.prelude, ",") for each in _selectors(part)]
    known = [each for each in listed if not any(sign in each for sign in UNKNOWN_SELECTORS)]
    said = _declarations(rule.content)
    if known and said:
        yield f"{', '.join(_weighed(each, weight) for each in known)} {{ {said} }}"


def _split(nodes: Iterable[Node], sign: str) -> list[list[Node]]:
    """The nodes between the commas, or between the gaps where the sign is a space."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        is_gap = node.type == "whitespace" if sign == " " else node == sign
        parts.append([]) if is_gap else parts[-1].append(node)
    return [part for part in parts if part]


def _selectors(nodes: list[Node]) -> list[str]:
    """One selector as several without :is(), which is 88's."""
    choices: list[list[str]] = []
    for before, node in zip([None, *nodes], nodes, strict=False):
        is_function = isinstance(node, FunctionBlock)
        if is_function and node.lower_name == "is" and before == ":":
            choices[-1] = [""]
            choices.append([_text(part) for part in _split(node.arguments, ",")])
        elif is_function and node.lower_name == "not" and len(_split(node.arguments, ",")) > 1:
            raise NotFlat(f"line {node.source_line}: a list in :not() weighs otherwise in parts")
        else:
            choices.append([tinycss2.serialize([node])])
    return ["".join(each).strip() for each in product(*choices)]


def _weighed(selector: str, weight: int) -> str:
    """The selector with as many ids that never are, before its pseudo-element."""
    at = selector.find("::")
    at = len(selector) if at < 0 else at
    return selector[:at] + ":not(#z)" * weight + selector[at:]


def _declarations(content: Sequence[Node]) -> str:
    nodes = _read(tinycss2.parse_blocks_contents(content))
    said = [line for node in nodes for line in _older(node)]
    return "; ".join(said)


def _older(node: Declaration) -> Iterator[str]:
    """One declaration in words that Chromium 86 knows."""
    name, value = node.lower_name, _text(_plain(node.value))
    end = " !important" if node.important else ""
    if name in LEFT_OUT:
        return
    if name in PAIRS:
        values = [_text(part) for part in _split(_plain(node.value), " ")]
        for side, each in zip(PAIRS[name], (values * 2)[:2], strict=True):
            yield f"{side}: {each}{end}"
    elif name in TWINS:
        yield from (f"{side}: {value}{end}" for side in TWINS[name])
    else:
        yield f"{SIDES.get(name, name)}: {_value(name, value)}{end}"
    if name in PREFIXED:
        yield f"-webkit-{name}: {value}{end}"


def _value(name: str, value: str) -> str:
    if name == "color-scheme":
        return "light"
    if name == "overflow" and value == "clip":
        return "hidden"
    return value


def _text(nodes: Iterable[Node]) -> str:
    return " ".join(tinycss2.serialize(list(nodes)).split())


def _plain(nodes: Iterable[Node]) -> list[Node]:
    """The nodes with the light colour of each pair, the first of a mixture, and vh for dvh."""
    plain: list[Node] = []
    for node in nodes:
        if isinstance(node, FunctionBlock) and node.lower_name in {"light-dark", "color-mix"}:
            plain += _colour(node)
        elif isinstance(node, FunctionBlock):
            node.arguments = _plain(node.arguments)
            plain.append(node)
        elif isinstance(node, DimensionToken) and node.lower_unit == "dvh":
            node.unit, node.lower_unit = "vh", "vh"
            plain.append(node)
        else:
            plain.append(node)
    return plain


def _colour(node: FunctionBlock) -> list[Node]:
    parts = _split(node.arguments, ",")
    if node.lower_name == "light-dark":
        return _plain(parts[0])
    colours = _split(parts[1], " ")
    return _plain(colours[0])


def main() -> None:
    """Write the flat stylesheet beside its sources."""
    (STYLES / FLAT).write_text(build(), encoding="utf-8")


if __name__ == "__main__":
    main()
