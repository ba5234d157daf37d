"""What a household is asked: its code, yes or no, and what should come first."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from yiding.web.residents.answering import SATISFACTION, WILL

MOST_CODES = 5000
MOST_WANTED = 3


def _in_chinese(words: str) -> SafeString:
    """What people of the place call it, in any language."""
    return format_html('<span lang="zh-CN">{}</span>', words)


class _CodeForm(forms.Form):
    """Every form begins with the code."""

    use_required_attribute = False

    code = forms.CharField(
        label=_("答题码"),
        max_length=40,
        help_text=_("纸上的 12 位，每户一个，只能用一次。"),
        error_messages={"required": _("请填纸上的答题码。没有拿到的，请问社区。")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters",
                                      "spellcheck": "false"}),
    )  # fmt: skip


class WillForm(_CodeForm):
    """共谋: whether to renovate, and what first."""

    says = forms.ChoiceField(
        label=_("您家同意改造吗"),
        choices=(("yes", _("同意")), ("no", _("不同意"))),
        widget=forms.RadioSelect,
        error_messages={"required": _("请选同意或者不同意。")},
    )
    wants = forms.MultipleChoiceField(
        label=_("最想先改的"),
        help_text=_("最多选三项，可以不选。"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, offered: tuple[str, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wants"].choices = [(one, _in_chinese(one)) for one in offered]  # type: ignore[attr-defined]
        if not offered:
            del self.fields["wants"]

    def clean_wants(self) -> list[str]:
        """Three at most."""
        wanted: list[str] = self.cleaned_data["wants"]
        if len(wanted) > MOST_WANTED:
            raise forms.ValidationError(_("最多选三项，请去掉几项。"))
        return wanted


class SatisfactionForm(_CodeForm):
    """共评: content or not."""

    says = forms.ChoiceField(
        label=_("改完了，您家满意吗"),
        choices=(("yes", _("满意")), ("no", _("不满意"))),
        widget=forms.RadioSelect,
        error_messages={"required": _("请选满意或者不满意。")},
    )


class FindForm(forms.Form):
    """Which community is looked for."""

    use_required_attribute = False

    q = forms.CharField(label=_("小区或者街道的名字"), required=False, max_length=40)


class CodesForm(forms.Form):
    """How many codes of which survey are printed."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label=_("用来做什么"),
        choices=((WILL, _("意愿征集（共谋）")), (SATISFACTION, _("满意度（共评）"))),
    )
    number = forms.IntegerField(
        label=_("份数"),
        min_value=1,
        max_value=MOST_CODES,
        help_text=_("每户一个。印出来以后，系统里只留摘要，再也看不到。"),
        error_messages={"required": _("请写一个整数。")},
    )
