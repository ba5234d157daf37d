"""Bringing minutes in: a delivered file becomes a paper under review, or says why not."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context
from yiding.followup.files import kept_bytes
from yiding.followup.importing_reading import day_of, drafted_from, keep
from yiding.followup.importing_secrecy import secrecy_mark
from yiding.followup.models import Minutes
from yiding.followup.packs import pack_in_force
from yiding.followup.refusals import Refusal
from yiding.journal.models import Event
from yiding.journal.record import Entry, append
from yiding.reading import Reading, read_characters
from yiding.reading.export.json import to_json
from yiding.registry.authors import author_of
from yiding.registry.models import Account, Jurisdiction
from yiding.registry.names import NameBook
from yiding.registry.roles import SUPERVISION, Role
from yiding.text import UnreadableFile, read_text

VERB = "minutes.import"


class ImportRefused(Exception):
    """A file that does not come in; ``known`` is the paper already here, where there is one.

    ``may_correct`` says that the file is another text of that paper: it can come in as a
    correction.
    """

    def __init__(
        self, refusal: Refusal, known: Minutes | None = None, *, may_correct: bool = False
    ) -> None:
        super().__init__(refusal.text())
        self.refusal = refusal
        self.known = known
        self.may_correct = may_correct


@dataclass(frozen=True)
class Arrival:
    """A delivered file, who brings it, and when."""

    name: str
    content: bytes
    account: Account
    at: datetime


def import_file(name: str, content: bytes, account: Account, at: datetime) -> Minutes:
    """Bring one file in for review, or raise ImportRefused; the attempt is in the journal."""
    try:
        reading = reading_of(name, content, account)
        address = own_address(reading.address, _city_of(account))
        refuse_known_address(address, account)
        return _brought_in(Arrival(name, content, account, at), reading, address)
    except ImportRefused as refused:
        _record_denial(refused, content, account, at)
        raise


def reading_of(name: str, content: bytes, account: Account) -> Reading:
    """The reading of a file that may come in; ImportRefused for one that may not."""
    _refuse_role(account)
    _refuse_size(name, content)
    refuse_known_file(content, account)
    try:
        text = read_text(content, name=name)
    except UnreadableFile as error:
        raise ImportRefused(_unreadable(error)) from error
    mark = secrecy_mark(text.characters)
    if mark:
        raise ImportRefused(_classified(name, mark))
    reading = read_characters(text)
    if reading.kind == "not_minutes":
        raise ImportRefused(_not_minutes(name))
    return reading


def minutes_from(reading: Reading, address: str, context: Context) -> Minutes:
    """The row of a paper, not kept yet."""
    held = reading.held_on.date if reading.held_on else None
    plain = to_json(reading)
    return Minutes(
        jurisdiction=_city_of(context.account),
        address=address,
        title=_title_of(reading),
        number=(reading.number.text if reading.number else "")[:60],
        kind=reading.kind,
        held_on=held,
        printed_on=reading.printed.on if reading.printed else None,
        chair=(reading.chair.name if reading.chair else "")[:40],
        text=reading.text,
        accounting=plain.pop("accounting"),
        reading={key: value for key, value in plain.items() if key != "text"},
        imported_at=context.at,
        imported_by=context.account,
    )


def own_address(address: str, city: Jurisdiction) -> str:
    """A paper of another jurisdiction is kept under one's own name before its address."""
    others = Jurisdiction.objects.exclude(pk=city.pk).values_list("slug", flat=True)
    is_foreign = any(address.startswith(f"{slug}-") for slug in others)
    is_own = address.startswith(f"{city.slug}-")
    return f"{city.slug}-{address}" if is_foreign and not is_own else address


def is_from_elsewhere(minutes: Minutes) -> bool:
    """Does the address say that another place issued the paper than the one that keeps it?"""
    city = minutes.jurisdiction
    if not minutes.address.startswith(f"{city.slug}-"):
        return True
    issued_as = minutes.address.removeprefix(f"{city.slug}-")
    others = Jurisdiction.objects.exclude(pk=city.pk).values_list("slug", flat=True)
    return any(issued_as.startswith(f"{slug}-") for slug in others)


def refuse_known_file(content: bytes, account: Account) -> None:
    """The same bytes are one paper."""
    digest = hashlib.sha256(content).hexdigest()
    papers = Minutes.objects.filter(jurisdiction=account.jurisdiction_id, file__sha256=digest)
    known = papers.first()
    if known is not None:
        raise ImportRefused(_same_file(known), known)


def refuse_known_address(address: str, account: Account) -> None:
    """The same address with other bytes is a correction, and a person says so."""
    known = latest_edition(address, account)
    if known is not None:
        raise ImportRefused(_same_address(known), known, may_correct=True)
    if Minutes.objects.filter(address=address).exists():
        raise ImportRefused(_taken(address))


def latest_edition(address: str, account: Account) -> Minutes | None:
    """The newest version of the paper under an address."""
    base = address.partition("@")[0]
    own = Minutes.objects.filter(jurisdiction=account.jurisdiction_id)
    every = own.filter(address=base) | own.filter(address__startswith=f"{base}@")
    return every.order_by("-edition").first()


def import_context(account: Account, at: datetime) -> Context:
    """A context for what has no subject yet."""
    pack = pack_in_force(_city_of(account), timezone.localdate(at))
    return Context(subject=None, account=account, at=at, pack=pack)


def name_book(minutes: Minutes, reading: Reading, context: Context) -> NameBook:
    """The names of the paper's day, answering today."""
    return NameBook.of(minutes.jurisdiction, day_of(reading, context.today), context.today)


def _brought_in(arrival: Arrival, reading: Reading, address: str) -> Minutes:
    try:
        with transaction.atomic():
            return _kept(arrival, reading, address)
    except IntegrityError:
        # somebody brought the same paper in at the same moment
        refuse_known_file(arrival.content, arrival.account)
        refuse_known_address(address, arrival.account)
        raise


def _kept(arrival: Arrival, reading: Reading, address: str) -> Minutes:
    context = import_context(arrival.account, arrival.at)
    minutes = minutes_from(reading, address, context)
    minutes.file = kept_bytes(context, arrival.content, arrival.name, reading.source.media_type)
    minutes.save()
    made = keep(drafted_from(reading, minutes, name_book(minutes, reading, context)))
    data = {"file": arrival.name, "sha256": minutes.file.sha256, "proposals": len(made)}
    append(author_of(arrival.account), Entry(VERB, address, data), arrival.at)
    return minutes


def _record_denial(refused: ImportRefused, content: bytes, account: Account, at: datetime) -> None:
    digest = hashlib.sha256(content).hexdigest()
    data = {**refused.refusal.plain(), "sha256": digest}
    subject = refused.known.address if refused.known else digest[:16]
    with transaction.atomic():
        append(author_of(account), Entry(VERB, subject, data, Event.Outcome.DENIED), at)


def _city_of(account: Account) -> Jurisdiction:
    if account.jurisdiction is None:
        raise ImportRefused(
            Refusal("jurisdiction", _("您的账号没有归属地区。"), _("请系统管理员补上。"))
        )
    return account.jurisdiction


def _title_of(reading: Reading) -> str:
    issuer = reading.issuer.name if reading.issuer else ""
    session = reading.session.text if reading.session else ""
    genre = reading.genre or ("纪要" if reading.kind == "minutes" else "")
    return f"{issuer}{session}{genre}"[:200] or reading.source.name[:200]


def _refuse_role(account: Account) -> None:
    if account.role in SUPERVISION:
        return
    raise ImportRefused(
        Refusal(
            "role",
            _("%(role)s不能导入纪要。"),
            _("请由督查室导入。"),
            {"role": Role(account.role).label if account.role else "—"},
        )
    )


def _refuse_size(name: str, content: bytes) -> None:
    if not content:
        refusal = Refusal(
            "empty", _("“%(name)s”是空文件。"), _("请重新导出或下载后再交。"), {"name": name}
        )
        raise ImportRefused(refusal)
    if len(content) > settings.FILE_LIMIT:
        megabytes = settings.FILE_LIMIT // 1024 // 1024
        refusal = Refusal(
            "size",
            _("“%(name)s”超过%(limit)s兆字节。"),
            _("请只交纪要本身，附件另交。"),
            {"name": name, "limit": megabytes},
        )
        raise ImportRefused(refusal)


def _unreadable(error: UnreadableFile) -> Refusal:
    return Refusal(
        "unreadable",
        _("“%(name)s”读不出来：%(found)s。"),
        _("%(remedy)s。"),
        {"name": error.name, "found": error.found, "remedy": error.remedy},
    )


def _classified(name: str, mark: str) -> Refusal:
    return Refusal(
        "classified",
        _("“%(name)s”标有密级“%(mark)s”。"),
        _("涉密文件不得进入本系统，文件没有保存。请按保密规定办理；标错密级的，更正后再交。"),
        {"name": name, "mark": mark},
    )


def _not_minutes(name: str) -> Refusal:
    return Refusal(
        "not_minutes",
        _("“%(name)s”读不出是会议纪要。"),
        _("请核对是否交错了文件；议事规则、会议通知、新闻稿汇编等不能导入。"),
        {"name": name},
    )


def _same_file(known: Minutes) -> Refusal:
    return Refusal(
        "same_file",
        _("这份文件%(day)s已经收过，就是“%(title)s”（%(address)s）。"),
        _("请打开原来那份接着办，不必再导入。"),
        _said_of(known),
    )


def _same_address(known: Minutes) -> Refusal:
    return Refusal(
        "same_address",
        _("%(address)s“%(title)s”%(day)s已经收过，这份文件的内容和它不同。"),
        _("如是更正，请作为更正版导入；如是交错，请打开原来那份。"),
        _said_of(known),
    )


def _taken(address: str) -> Refusal:
    return Refusal(
        "taken",
        _("地址%(address)s已被别的地区的纪要占用。"),
        _("请核对文号和发文机关。"),
        {"address": address},
    )


def _said_of(known: Minutes) -> dict[str, object]:
    day = timezone.localdate(known.imported_at)
    return {"day": day.isoformat(), "title": known.title, "address": known.address}
