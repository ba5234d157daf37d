"""The description: what the routes cannot say of themselves is added here, in one place."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yiding.api.acts import place_of
from yiding.api.form_schema import has_files, schema_of
from yiding.api.problems import KINDS, MEDIA_TYPE
from yiding.followup.action import Action

_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "enum": [f"urn:yiding:problem:{kind}" for kind in KINDS]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "guard": {"type": "string"},
        "remedy": {"type": "string"},
        "errors": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
    },
}

#: What each kind of thing is, in the order of the page.
KINDS_OF = {
    "matters": gettext_lazy("议定事项"),
    "minutes": gettext_lazy("纪要"),
    "proposals": gettext_lazy("拟分解"),
    "slips": gettext_lazy("督办单"),
    "topics": gettext_lazy("议题"),
    "meetings": gettext_lazy("会议"),
    "ledgers": gettext_lazy("台账"),
    "units": gettext_lazy("单位"),
    "inbox": gettext_lazy("收件"),
    "overview": gettext_lazy("总览"),
    "rulepacks": gettext_lazy("规则包"),
    "journal": gettext_lazy("流转记录"),
    "me": gettext_lazy("本账号"),
}
#: What every request but the acts is for.
SUMMARIES = {
    "matters": gettext_lazy("本账号能看的事项，可按单位、状态、时钟、纪要、字词筛选，可看往日"),
    "matter": gettext_lazy("一件事项的全部：配合、反馈、延期、佐证、结论、督办单、经过"),
    "minutes": gettext_lazy("本账号能看的纪要；单位只看已交办的"),
    "one_minutes": gettext_lazy("一份纪要：全文，督查一方另有逐句交代和拟分解"),
    "import": gettext_lazy("导入一份纪要，进入审读"),
    "proposal": gettext_lazy("一件拟分解"),
    "topics": gettext_lazy("本账号能看的议题；单位只看自己的"),
    "topic": gettext_lazy("一个议题"),
    "meetings": gettext_lazy("本地区的会议"),
    "meeting": gettext_lazy("一次会议：出席列席和议题"),
    "slips": gettext_lazy("本账号能看的督办单；单位只看发给自己的"),
    "slip": gettext_lazy("一张督办单"),
    "ledgers": gettext_lazy("有哪些台账，本账号能看的条目各判定几条"),
    "entries": gettext_lazy(
        "本账号能看的条目，可按类别、单位、判定、规则、字词筛选；单位只看自己的"
    ),
    "entry": gettext_lazy("一条条目：各项、判定、历次改动"),
    "entry_add": gettext_lazy("新增一条条目；编号已有的答 409"),
    "entry_put": gettext_lazy("整条写入，新增或替换；内容相同的不再记"),
    "entry_retire": gettext_lazy("注销一条条目，写明理由；历次改动保留"),
    "entries_import": gettext_lazy("导入 XLSX 或 CSV；有错的行逐格说明，默认一行不收"),
    "one_import": gettext_lazy("一个导入批次：行数和错处"),
    "indicators": gettext_lazy("本台账的指标某日的数值；单位只算自己的条目"),
    "indicator": gettext_lazy("一个指标某日的数值、目标和背后的条目"),
    "units": gettext_lazy("本地区的单位，连同已撤并的"),
    "unit": gettext_lazy("一个单位"),
    "inbox": gettext_lazy("本账号的收件；查看不算签收"),
    "receive": gettext_lazy("签收一件收件；再签一次不再记"),
    "overview": gettext_lazy("一年的账：各状态件数、逐月到期、逾期、沉默"),
    "rulepacks": gettext_lazy("有哪些规则包，现用哪个"),
    "rulepack": gettext_lazy("一个规则包：时钟、梯级、审批，各有出处"),
    "journal": gettext_lazy("本地区的流转记录"),
    "event": gettext_lazy("一条流转记录和它在链上的一环"),
    "me": gettext_lazy("是谁在调用，准许做什么"),
}
#: What every kind of subject of acts has.
_ACTS_HERE = gettext_lazy("本账号在此可以办理的，和不能办理的缘由")


def described(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with bodies of acts, headers, problems."""
    schema["info"]["description"] = _("议定事项的查询、办理与导入。地址与页面、命令行相同。")
    schema["components"]["schemas"]["Problem"] = _PROBLEM
    schema["components"]["securitySchemes"] |= _security()
    schema["tags"] = [{"name": name, "description": str(one)} for name, one in KINDS_OF.items()]
    for methods in schema["paths"].values():
        for method, operation in methods.items():
            _complete(method, operation)
    _describe_acts(schema["paths"])
    return schema


def _security() -> dict[str, Any]:
    return {"TokenAuth": {"type": "http", "scheme": "bearer", "description": "yiding_…"}}


def _complete(method: str, operation: dict[str, Any]) -> None:
    operation["summary"] = str(SUMMARIES.get(operation["operationId"], _ACTS_HERE))
    operation.pop("description", None)
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    operation["responses"]["default"] = {
        "description": _("问题答复（RFC 9457）"),
        "content": {MEDIA_TYPE: problem},
    }
    operation["parameters"] = [*operation.get("parameters", []), _header("Accept-Language", "")]
    if method in _WRITES:
        operation["parameters"].append(
            _header("Idempotency-Key", _("同一键、同一内容只办一次，再发得到初次的答复"))
        )
    schema = _BODIES.get(operation["operationId"])
    if schema is not None:
        content = _MULTIPART if "file" in schema["properties"] else "application/json"
        operation["requestBody"] = {"required": True, "content": {content: {"schema": schema}}}


def _describe_acts(paths: dict[str, Any]) -> None:
    by_end = {place_of(action): action for action in Action.registered.values()}
    for path, methods in paths.items():
        action = next((one for end, one in by_end.items() if path.endswith(end)), None)
        if action is None:
            continue
        for method, operation in methods.items():
            _describe_act(action, method, operation)


def _describe_act(action: Action, method: str, operation: dict[str, Any]) -> None:
    operation["summary"] = str(action.label)
    operation["description"] = _act_words(action)
    if method != "post":
        operation["summary"] = _("%(verb)s：此时此地的字段") % {"verb": action.label}
        return
    operation["parameters"].append(
        _header("If-Match", _('所见的版本，例如 "3"；已有人办理过的答 409'))
    )
    fields = action.form.base_fields
    schema = schema_of(fields, with_choices=False)
    content: dict[str, Any] = {"application/json": {"schema": _without_files(schema)}}
    if has_files(fields):
        content[_MULTIPART] = {"schema": schema}
    is_required = bool(schema.get("required"))
    operation["requestBody"] = {"required": is_required, "content": content}


def _act_words(action: Action) -> str:
    said = {
        "roles": "、".join(str(role.label) for role in sorted(action.roles)),
        "guards": "、".join(need.name for need in action.needs) or "—",
        "sources": "、".join(sorted(action.sources)) or "—",
        "target": action.target or "—",
    }
    words = _("可以办理的：%(roles)s。自 %(sources)s 至 %(target)s。守则：%(guards)s。")
    return words % said


def _without_files(schema: dict[str, Any]) -> dict[str, Any]:
    kept = {
        name: one for name, one in schema["properties"].items() if one.get("format") != "binary"
    }
    return {**schema, "properties": kept}


def _header(name: str, words: str) -> dict[str, Any]:
    said = {"in": "header", "name": name, "required": False, "schema": {"type": "string"}}
    return {**said, "description": words} if words else said


_MULTIPART = "multipart/form-data"
_WRITES = frozenset({"post", "put", "delete"})
_FILE: dict[str, Any] = {"file": {"type": "string", "format": "binary"}}
_ENTRY: dict[str, Any] = {
    "fields": {"type": "object"},
    "unit": {"type": "string"},
    "place": {"type": "string"},
}
_NAMED: dict[str, Any] = {"kind": {"type": "string"}, "id": {"type": "string"}}


def _object(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


#: The bodies of what is written and is no act.
_BODIES = {
    "import": _object(_FILE, "file"),
    "entries_import": _object({**_FILE, "take_good": {"type": "boolean"}}, "file"),
    "entry_add": _object({**_NAMED, **_ENTRY}, "kind", "id", "fields"),
    "entry_put": _object({**_ENTRY, "seen": {"type": "integer"}}, "fields"),
}
