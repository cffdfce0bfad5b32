"""The tables. Columns are what is searched by; the values themselves stand in `payload`, in their wire form.

The same in every engine: text orders by code point, and JSON is kept as it was written.
"""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table
from sqlalchemy import String as AnyString
from sqlalchemy import Text as AnyText
from sqlalchemy.dialects import postgresql

from keii.store.nul import Verbatim

metadata = MetaData()

_ORDERED = postgresql.TEXT(collation="C")
String, Text = AnyString().with_variant(_ORDERED, "postgresql"), AnyText().with_variant(_ORDERED, "postgresql")
Many = BigInteger().with_variant(Integer, "sqlite")

documents = Table(
    "documents", metadata,
    Column("name", String, primary_key=True),
    Column("id", String, nullable=False),
    Column("version", String, nullable=False, comment="of codebook and coder"),
    Column("path", String, nullable=False, index=True, comment="where it was read"),
    Column("stamp", String, nullable=False, comment="hash of all that reading it depends on"),
    Column("print", String, nullable=False, comment="hash of its text alone"),
    Column("source", Text, nullable=False),
    Column("published", String, comment="EDTF"),
    Column("media", String, nullable=False),
    Column("encoding", String),
    Column("characters", Integer, nullable=False),
    Column("payload", Text, nullable=False, comment="the document without text and boxes"),
    Column("text", Verbatim, nullable=False),
    Column("boxes", LargeBinary, nullable=False),
)

events = Table(
    "events", metadata,
    Column("doc", String, ForeignKey("documents.name", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True, comment="in the order of the document"),
    Column("id", String, nullable=False, index=True),
    Column("earliest", String, comment="ISO day, null where open"),
    Column("latest", String),
    Column("action", String, nullable=False),
    Column("status", String, nullable=False),
    Column("payload", Text, nullable=False),
    Index("events_by_time", "earliest", "latest"),
)

findings = Table(
    "findings", metadata,
    Column("doc", String, ForeignKey("documents.name", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True, comment="in the order they were coded"),
    Column("kind", String, nullable=False, index=True, comment="measure, proposal, cause, …"),
    Column("payload", Text, nullable=False),
)

judgements = Table(
    "judgements", metadata,
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True),
    Column("by", String, primary_key=True, comment="rule:NAME or a person"),
    Column("verdict", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False),
)

meta = Table(
    "meta", metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)

passages = Table(
    "passages", metadata,
    Column("id", Many, primary_key=True),
    Column("doc", String, ForeignKey("documents.name", ondelete="CASCADE"), nullable=False),
    Column("place", Integer, nullable=False, comment="in the order of the document"),
    Column("kind", String, nullable=False),
    Column("text", Verbatim, nullable=False),
    Column("pieces", Text, nullable=False, comment="source ranges"),
    Column("dates", Text, nullable=False, comment="EDTF"),
    Column("basis", String),
    Column("at", Text, nullable=False, comment="where stated dates stand in `text`"),
    Column("actors", Text, nullable=False),
    Column("earliest", String, comment="ISO day, null where not known"),
    Column("latest", String),
    Index("passages_by_place", "doc", "place"),
    comment="sentences and rows of tables; `passage_index` holds their words",
)

rows = Table(
    "rows", metadata,
    Column("id", Many, primary_key=True, comment="in the order of time"),
    Column("earliest", String),
    Column("latest", String),
    Column("events", Text, nullable=False, comment="(document, place) of each event"),
    Column("conflicts", Text, nullable=False),
    Index("rows_by_time", "earliest", "latest"),
    comment="occurrences as woven last; `row_index` holds what they tell and their words",
)

ledger = Table(
    "ledger", metadata,
    Column("seq", Integer, primary_key=True, comment="in the order of arrival"),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False, comment="ISO 8601, UTC"),
    Column("of", String, index=True, comment="the decision it undoes or replaces"),
    Column("payload", Text, nullable=False, comment="the decision whole, its anchors with it"),
    comment="what people decided; only ever added to, and tied to no document's row: it outlives them",
    sqlite_autoincrement=True,
)

reviewed = Table(
    "reviewed", metadata,
    Column("doc", String, primary_key=True),
    Column("place", Integer, primary_key=True, comment="of the coded event it stands for, or behind them all"),
    Column("payload", Text, nullable=False),
    comment="events as they stand by people's decisions, where they are not what was coded; made anew with `rows`",
)
