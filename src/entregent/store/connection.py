"""Opening a ledger: its rights, its settings, and what may be wrong with the file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from entregent.model.issue import Trouble
from entregent.store.schema import APPLICATION, MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 5.0
"""Seconds to wait for another process that writes, before saying that the ledger is locked."""
MEMORY = ":memory:"
_MAGIC = b"SQLite format 3\x00"


def connect(path: str | Path, *, create: bool = False, readonly: bool = False) -> sqlite3.Connection:
    """Open the ledger at `path`, brought up to the newest migration (not where `readonly`).

    Troubles: `ledger.missing`, `ledger.unreadable` (no ledger, or damaged), `ledger.newer` (written by a later version), `ledger.locked`.
    """
    if str(path) == MEMORY:
        db = sqlite3.connect(MEMORY, isolation_level=None, check_same_thread=False)
        _migrate(db, MEMORY)
        return db
    path = Path(path)
    with troubles(path):
        _prepare(path, create=create, readonly=readonly)
        db = _open(path, readonly=readonly)
        try:
            _recognise(db, path, readonly=readonly)
        except BaseException:
            db.close()
            raise
        return db


@contextmanager
def troubles(path: str | Path) -> Iterator[None]:
    """Turn what SQLite raises into a Trouble that names the ledger."""
    try:
        yield
    except sqlite3.OperationalError as error:
        words = str(error).lower()
        if "locked" in words or "busy" in words:
            raise Trouble("ledger.locked", path=str(path)) from error
        if "readonly" in words or "unable to open" in words:
            raise Trouble("ledger.unwritable", path=str(path)) from error
        if "full" in words or "disk i/o" in words:
            raise Trouble("ledger.disk", path=str(path)) from error
        if "malformed" in words:
            raise Trouble("ledger.unreadable", path=str(path)) from error
        raise
    except sqlite3.DatabaseError as error:
        if type(error) is sqlite3.DatabaseError:  # "file is not a database", "disk image is malformed"; its subclasses are our own mistakes
            raise Trouble("ledger.unreadable", path=str(path)) from error
        raise


def _prepare(path: Path, *, create: bool, readonly: bool) -> None:
    """See to it that the file exists with the right mode before SQLite opens it: -wal and -shm take their mode from it."""
    try:
        if path.is_dir():
            raise Trouble("ledger.unreadable", path=str(path))
        if not path.exists():
            if not create:
                raise Trouble("ledger.missing", path=str(path))
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
        if start and start != _MAGIC:
            raise Trouble("ledger.unreadable", path=str(path))
        if not start and not create:
            raise Trouble("ledger.missing", path=str(path))
        if not readonly and os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        raise Trouble("ledger.unwritable", path=str(path)) from error


def _open(path: Path, *, readonly: bool) -> sqlite3.Connection:
    if readonly:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=PATIENCE)
        try:
            db.execute("PRAGMA schema_version").fetchone()
        except sqlite3.OperationalError as error:
            # A folder in which nothing may be written: without -shm a WAL database opens only as one that nobody changes.
            if "unable to open" not in str(error) and "readonly" not in str(error):
                raise
            db.close()
            db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
        db.execute("PRAGMA query_only=1")
        return db
    db = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE, check_same_thread=False)
    db.execute("PRAGMA page_size=8192")
    db.execute("PRAGMA journal_mode=WAL")
    # FULL: the log is synced at each commit, so that a power loss takes nothing that was reported. One commit holds thousands of messages.
    db.execute("PRAGMA synchronous=FULL")
    db.execute("PRAGMA fullfsync=1")
    db.execute("PRAGMA cache_size=-49152")
    db.execute("PRAGMA wal_autocheckpoint=4096")
    db.execute("PRAGMA temp_store=MEMORY")
    return db


def _recognise(db: sqlite3.Connection, path: Path, *, readonly: bool) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    application = db.execute("PRAGMA application_id").fetchone()[0]
    empty = not version and db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if not empty and application != APPLICATION:
        raise Trouble("ledger.unreadable", path=str(path))
    if version > len(MIGRATIONS):
        raise Trouble("ledger.newer", path=str(path), version=version)
    if version < len(MIGRATIONS):
        if readonly:
            raise Trouble("ledger.older", path=str(path), version=version)
        _migrate(db, str(path))


def _migrate(db: sqlite3.Connection, path: str) -> None:
    """Run what is missing, each step in one transaction with its own record: a step is there whole or not at all."""
    del path
    while True:
        db.execute("BEGIN IMMEDIATE")
        try:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version >= len(MIGRATIONS):
                db.execute("COMMIT")
                return
            if not version:
                db.execute(f"PRAGMA application_id={APPLICATION}")
                db.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL)")
            for statement in MIGRATIONS[version].statements:
                db.execute(statement)
            db.execute("INSERT INTO migrations VALUES (?, ?)", (version + 1, MIGRATIONS[version].name))
            db.execute(f"PRAGMA user_version={version + 1}")
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise
