"""What a verb of the journal is called: the action's own word, or that of an act without states."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Action
from yiding.web.parts.words import Words

#: Acts that are no verbs of a state table.
PLAIN: dict[str, Promise] = {
    "account.sign_in": _("登录"),
    "account.sign_out": _("退出"),
    "account.change_password": _("改密码"),
    "account.open": _("开账号"),
    "account.change": _("改账号"),
    "account.stop": _("停用账号"),
    "account.restart": _("启用账号"),
    "account.reset_password": _("重设密码"),
    "account.give_role": _("给角色"),
    "account.release_lock": _("解锁账号"),
    "entry.add": _("登记条目"),
    "entry.change": _("改条目"),
    "entry.retire": _("注销条目"),
    "inbox.receive": _("收到通知"),
    "ledger.assessment": _("定年度考核表"),
    "ledger.check": _("核对台账"),
    "ledger.import": _("导入台账"),
    "ledger.target": _("定指标目标"),
    "journal.export": _("导出流转记录"),
    "registry.keep": _("改登记"),
    "registry.import": _("导入登记"),
    "residents.codes": _("发答题码"),
    "rulepack.choose": _("选用规则包"),
    "matter.propose": _("拟分解"),
    "token.issue": _("发令牌"),
    "token.revoke": _("收回令牌"),
}


def verb_words(verb: str) -> Words:
    """The word of a verb; the verb itself where it has none."""
    action = Action.registered.get(verb)
    return action.label if action else PLAIN.get(verb, verb)


def verb_choices() -> list[tuple[str, str]]:
    """Every verb there is, with its word, in the order of the words' groups."""
    every = sorted({*Action.registered, *PLAIN})
    return [(verb, f"{verb_words(verb)} {verb}") for verb in every]
