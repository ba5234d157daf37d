"""Take back 撤回: one's own last step on the paper, unless somebody has built on it."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Action, Context, guard
from yiding.followup.models import Minutes
from yiding.followup.refusals import Refusal
from yiding.followup.review_steps import last_step, overlaid_by, take_back
from yiding.registry.roles import SUPERVISION


@guard()
def has_a_step(context: Context) -> Refusal | None:
    """There is something of one's own to take back."""
    if last_step(context.subject, context.account) is not None:
        return None
    return Refusal(
        "has_a_step",
        _("您在这份纪要上没有可以撤回的一步。"),
        _("别人办的，请由本人撤回，或在那一项上修改。"),
    )


@guard()
def nobody_built_on_it(context: Context) -> Refusal | None:
    """Nobody else has changed the same duties or sentences since."""
    step = last_step(context.subject, context.account)
    later = overlaid_by(step) if step else None
    if later is None:
        return None
    return Refusal(
        "nobody_built_on_it",
        _("%(name)s在%(time)s又改过同一处。"),
        _("请在那一项上修改，不能撤回。"),
        {"name": later.by, "time": f"{timezone.localtime(later.at):%H:%M}"},
    )


class TakeBack(Action):
    """撤回上一步。"""

    name, label = "minutes.take_back", _("撤回上一步")
    model = Minutes
    roles = SUPERVISION
    sources = frozenset({Minutes.State.REVIEWING})
    needs = (has_a_step, nobody_built_on_it)
    sentence = _("%(actor)s撤回自己的上一步。")

    def perform(self, context: Context) -> None:
        """Put back what stood before."""
        step = last_step(context.subject, context.account)
        assert step is not None, "a guard has seen to it"  # noqa: S101
        context.data = {"step": step.verb, "about": take_back(step, context.subject)}
