"""What can be wrong with a rule pack's file: which file, which key, what to do."""

from __future__ import annotations

from typing import NamedTuple

from yiding.followup.rulepack_messages import gettext_noop

UNREADABLE = gettext_noop("%(file)s 读不出来：%(detail)s。请按 TOML 格式改正。")
UNKNOWN_KEY = gettext_noop("%(file)s：没有“%(key)s”这一项。可用的有：%(known)s。")
MISSING = gettext_noop("%(file)s：缺少“%(key)s”。请补上%(wanted)s。")
BAD_VALUE = gettext_noop("%(file)s：“%(key)s”的值 %(value)s 不能用。应为%(wanted)s。")
NO_SOURCE = gettext_noop(
    '%(file)s：“%(key)s”没有写明出处。请写 source = 文件代号，系统自拟的写 source = "default"。'
)
UNKNOWN_SOURCE = gettext_noop(
    "%(file)s：“%(key)s”的出处 %(value)s 没有登记。"
    "请在 [instruments] 中登记，已登记的有：%(known)s。"
)
NO_FALLBACK = gettext_noop(
    '%(file)s：“%(key)s”标为未核实，又没有可以沿用的值。请核实，或写 extends = "default"。'
)
UNKNOWN_PACK = gettext_noop(
    "%(file)s：extends 所指的规则包 %(value)s 不存在，或者循环沿用。现有：%(known)s。"
)
WRONG_SLUG = gettext_noop("%(file)s：slug 写作 %(value)s，应与文件名相同，即 %(wanted)s。")
NO_FOLDER = gettext_noop("找不到规则包文件夹 %(file)s。请重新安装，或在仓库根目录运行。")
NOT_ON_LADDER = gettext_noop(
    "%(file)s：“%(key)s”提到的档次 %(value)s 不在 ladder 中。请改为其中之一：%(known)s。"
)


class RulePackError(ValueError):
    """A rule pack that cannot be used; the message names the file, the key and the remedy."""

    def __init__(self, message: str, **params: object) -> None:
        super().__init__(message % params)
        self.message = message
        self.params = params


class Where(NamedTuple):
    """The file and the dotted key being read."""

    file: str
    key: str = ""

    def below(self, name: str) -> Where:
        """The same file, one key deeper."""
        return Where(self.file, f"{self.key}.{name}" if self.key else name)

    def error(self, message: str, **params: object) -> RulePackError:
        """The error to raise for what stands here."""
        return RulePackError(message, file=self.file, key=self.key, **params)
