"""What the tests of the pages start from: a small city, a client for each account, a paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from world import World, make_world, moment
from yiding.followup.importing import import_file
from yiding.followup.models import Minutes
from yiding.registry.models import Account

ClientOf = Callable[[str], Client]
PAPER = """临湖市人民政府
常务会议纪要
〔2026〕9号

2026年3月20日上午，沈知远市长主持召开市政府第3次常务会议，审议《临湖市节水行动实施方案》等议题。

一、审议《临湖市节水行动实施方案》
（一）原则同意《临湖市节水行动实施方案》。由市水务局根据本次会议讨论意见作进一步修改完善后按程序印发实施。
（二）市财政局要会同市住建局，于2026年6月底前核清管网改造资金，报市政府。
（三）各地各部门要提高认识，增强责任感。
"""


@pytest.fixture
def world(db: None) -> World:
    """A small city."""
    return make_world()


@pytest.fixture
def client_of(world: World) -> ClientOf:
    """A client for an account of the city, by its username."""
    return lambda username: client_for(world[username])


@pytest.fixture
def minutes(world: World) -> Minutes:
    """A paper under review."""
    return paper_under_review(world)


def client_for(account: Account) -> Client:
    """A client where this account has signed in."""
    client = Client()
    client.force_login(account)
    return client


def paper_under_review(world: World, text: str = PAPER) -> Minutes:
    """A paper brought in by the supervision office four days after the meeting."""
    return import_file("纪要.txt", text.encode(), world["supervisor"], moment(date(2026, 3, 24)))


def text_of(client: Client, href: str) -> str:
    """The page at an address, which must open."""
    answer = client.get(href)
    assert answer.status_code == 200, href
    return answer.content.decode()
