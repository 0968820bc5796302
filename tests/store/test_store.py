"""The file: its rights, what may be wrong with it, and that what goes in comes out."""

from __future__ import annotations

import os
import sqlite3
import stat
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.model.account import Account, Entry, Exchange, Pair, Said
from entregent.model.issue import Trouble
from entregent.model.mail import Address, Message
from entregent.model.people import Person, Reason
from entregent.model.speech import LABELS, Act, Mention, Sentence, Span, Speech
from entregent.store import Store, codec, connection, schema
from entregent.store.derived import Made
from entregent.store.parcel import pack
from entregent.store.writing import Outcome

if TYPE_CHECKING:
    from pathlib import Path

WORDS = st.text(max_size=20)
ADDRESSES = st.builds(Address, WORDS, st.sampled_from(["", "a@x.example", "b@y.example", "ü@z.example"]))
MOMENTS = st.datetimes(datetime(1980, 1, 1), datetime(2090, 1, 1)).map(lambda moment: moment.replace(microsecond=0, tzinfo=UTC, fold=0))  # noqa: DTZ001
MESSAGES = st.builds(
    Message, id=st.text(min_size=1, max_size=20), date=st.none() | MOMENTS, offset=st.integers(-720, 840), sender=ADDRESSES,
    to=st.lists(ADDRESSES, max_size=3).map(tuple), cc=st.lists(ADDRESSES, max_size=2).map(tuple), subject=WORDS, body=st.text(max_size=200),
    bcc=st.lists(ADDRESSES, max_size=1).map(tuple), reply_to=st.lists(ADDRESSES, max_size=1).map(tuple), in_reply_to=WORDS,
    references=st.lists(WORDS, max_size=3).map(tuple), kind=st.sampled_from(codec.KINDS), list_id=WORDS, rendered=st.booleans(),
    encrypted=st.booleans(), attachments=st.lists(WORDS, max_size=2).map(tuple), written_by=st.none() | ADDRESSES,
)  # fmt: skip


def handle(address: Address) -> str:
    return address.email or (f"name:{address.name.lower()}" if address.name else "")


def outcome(message: Message, position: int = 0, content: str = "") -> Outcome:
    return Outcome(1, position, "inbox", "", pack(message, handle, content or message.id))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_nobody_else_can_read_the_ledger_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with Store(tmp_path / "deep" / "db", create=True) as store:
            store.say(Said("note", "x@y.example"))
            files = sorted((tmp_path / "deep").iterdir())
            assert [file.name for file in files] == ["db", "db-shm", "db-wal"]
            assert {mode(file) for file in files} == {0o600}
    finally:
        os.umask(before)
    (tmp_path / "deep" / "db").chmod(0o644)
    with Store(tmp_path / "deep" / "db"):
        assert mode(tmp_path / "deep" / "db") == 0o600


def test_there_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"ledger\.missing"):
        Store(tmp_path / "db")
    with pytest.raises(Trouble, match=r"ledger\.missing"):
        Store(tmp_path / "db", readonly=True)
    assert not (tmp_path / "db").exists()


@pytest.mark.parametrize("what", ["text", "folder", "damaged", "other"])
def test_that_is_no_ledger(tmp_path: Path, what: str) -> None:
    path = tmp_path / "db"
    if what == "text":
        path.write_text("From: somebody who mixed up two arguments\n" * 30)
    elif what == "folder":
        path.mkdir()
    elif what == "damaged":
        with Store(path, create=True):
            pass
        data = bytearray(path.read_bytes())
        data[100:6000] = b"\xff" * 5900
        path.write_bytes(bytes(data))
        for log in ("db-wal", "db-shm"):
            (tmp_path / log).unlink(missing_ok=True)
    else:
        db = sqlite3.connect(path)
        db.execute("CREATE TABLE songs (name)")
        db.commit()
        db.close()
    for more in ({}, {"create": True}, {"readonly": True}):
        with pytest.raises(Trouble, match=r"ledger\.unreadable"), Store(path, **more) as store:
            store.count()


def test_a_ledger_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "db"
    with Store(path, create=True):
        pass
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version=99")
    db.close()
    with pytest.raises(Trouble) as caught:
        Store(path)
    assert (caught.value.key, caught.value.facts["version"]) == ("ledger.newer", 99)


def test_a_ledger_of_an_older_version_is_brought_up_step_by_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "db"
    whole = schema.MIGRATIONS
    monkeypatch.setattr(connection, "MIGRATIONS", whole[:1])
    with Store(path, create=True):
        pass
    monkeypatch.setattr(connection, "MIGRATIONS", (*whole[:2], schema.Migration("broken", ("CREATE TABLE half (x)", "CREATE TABLE oops ("))))
    with pytest.raises(sqlite3.OperationalError):
        Store(path)
    monkeypatch.setattr(connection, "MIGRATIONS", whole)
    with pytest.raises(Trouble, match=r"ledger\.older"):
        Store(path, readonly=True)
    with Store(path):
        pass
    db = sqlite3.connect(path)
    assert db.execute("SELECT number, name FROM migrations").fetchall() == [(n, step.name) for n, step in enumerate(whole, 1)]
    assert not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchone()
    db.close()


def test_another_process_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    with Store(tmp_path / "db", create=True) as first, Store(tmp_path / "db") as second:
        with first.transaction():
            with pytest.raises(Trouble, match=r"ledger\.locked"):
                second.say(Said("note", "x"))
            with Store(tmp_path / "db", readonly=True) as reader:
                assert reader.count() == 0
        second.say(Said("note", "x"))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_where_nothing_may_be_written_it_can_still_be_read(tmp_path: Path) -> None:
    with Store(tmp_path / "db", create=True) as store:
        store.settle()
    tmp_path.chmod(0o500)
    try:
        with Store(tmp_path / "db", readonly=True) as store:
            assert store.count() == 0
    finally:
        tmp_path.chmod(0o700)


def test_what_fails_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    message = Message("a@x", datetime(2025, 1, 1, tzinfo=UTC), 0, Address("A", "a@x.example"), (Address("B", "b@x.example"),), (), "s", "b")

    def fails(fresh: object) -> list[object]:
        raise KeyboardInterrupt

    with Store(tmp_path / "db", create=True) as store:
        with pytest.raises(KeyboardInterrupt):
            store.write([outcome(message)], fails)  # type: ignore[arg-type]
        assert store.count() == 0
        store.write([outcome(message)], lambda fresh: [])
        assert store.count() == 1
        assert [seen.email for seen in store.sightings()] == ["a@x.example", "b@x.example"]


@given(MESSAGES)
def test_a_message_comes_out_as_it_went_in(message: Message) -> None:
    with Store(":memory:") as store:
        store.write([outcome(message)], lambda fresh: [])
        found = store.message(pack(message, handle, "").mid)
    sound = repr(message).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert found is not None
    assert repr(found).replace("folder='inbox'", "folder=''") == sound


@given(st.lists(MESSAGES, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_order_does_not_show(messages: list[Message], chance: object) -> None:
    outcomes = [outcome(message, number, content=str(len(message.body) % 3)) for number, message in enumerate(messages)]
    other = list(outcomes)
    chance.shuffle(other)  # type: ignore[attr-defined]
    digests = set()
    for order in (outcomes, other):
        with Store(":memory:") as store:
            for one in order:
                store.write([one], lambda fresh: [])
            digests.add(store.digest())
    with Store(":memory:") as store:
        store.write(other, lambda fresh: [])
        digests.add(store.digest())
    assert len(digests) == 1


def test_speech_keeps_all_that_was_found() -> None:
    sentence = Sentence(
        4, 30, "Could Sam meet you? 😀 Oui.", "en", (Act("ask:meet", 0.875), Act("third", 0.5)),
        (Mention(10, 13, "Sam", "name", "writer", "Sam", "friend"),), ("meeting",), frozenset({"question"}),
    )  # fmt: skip
    empty = Sentence(0, 3, "Hi.", "en")
    speech = Speech("en", True, (Span(0, 30),), (empty, sentence))
    assert codec.heard(*codec.speech(speech)) == speech
    assert {act.label for act in sentence.acts} <= set(LABELS)


def test_an_account_and_a_person_come_out_as_they_went_in(tmp_path: Path) -> None:
    at = datetime(2025, 3, 2, 9, 30, tzinfo=UTC)
    account = Account(
        "ruth@okafor.example",
        (Exchange("a1", at, date(2025, 3, 2), "me", True, "a1", "Hello", ("x@y.example",), opens=True),),
        (
            Entry("k", "ask", "me", "a1", at, at.date(), 3, 9, "pray", 0.75, "intro", frozenset({"out"}), "Sam", "Ada", ("mill",), date(2025, 4, 1)),
        ),
        (Pair("k", "l", "helped"),),
        "other", "k", 2, ("nl",),
    )  # fmt: skip
    person = Person("ruth@okafor.example", "Ruth", ("ruth@okafor.example",), ("Ruth", "R. O."), (Reason("r@o.example", "said", ""),))
    with Store(tmp_path / "db", create=True) as store:
        store.set_people([(person, False, frozenset({"ruth"}))], {})
        store.set_accounts("1", [Made.of(account)])
        assert store.account(person.key, "1") == (account, date(2025, 3, 2).toordinal())
        assert store.account(person.key, "2") is None
        assert store.person(person.key) == person
        assert store.named(["ru"]) == (person,)


def test_what_was_said_is_kept_in_order(tmp_path: Path) -> None:
    said = Said("role", "ruth@okafor.example", "", "mentor", date(2025, 1, 2), datetime(2025, 1, 3, tzinfo=UTC))
    with Store(tmp_path / "db", create=True) as store:
        store.say(said)
        store.say(Said("dismiss", "", "abc"))
        assert [word.number for word in store.said()] == [1, 2]
        assert store.said("role")[0] == Said("role", said.person, "", "mentor", said.day, said.at, 1)
        assert store.said(persons=["nobody@x.example"]) == ()
        store.forget_derived()
        assert len(store.said()) == 2


def test_times_before_1970_and_far_ahead() -> None:
    for when in (datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC), datetime(1980, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)):
        assert codec.moment(codec.seconds(when)) == when
    assert codec.seconds(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=1.9)) == 1
