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
    Column("print", String, nullable=False, index=True, comment="hash of its text alone"),
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
    Index("judgements_by_b", "b"),
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
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False, comment="in the order of time"),
    Column("occurrence", String, nullable=False, index=True),
    Column("earliest", String),
    Column("latest", String),
    Column("events", Text, nullable=False, comment="(document, place) of each event"),
    Column("conflicts", Text, nullable=False),
    Column("facts", Text, nullable=False, comment="as they stand in `row_index`"),
    Column("runs", Text, nullable=False, comment="as they stand in `row_index`"),
    Column("said", Text, nullable=False, comment="summaries and quotes, folded"),
    Index("rows_by_time", "earliest", "latest"),
    comment="occurrences as woven last; `row_index` holds what they tell and their words",
)

briefs = Table(
    "briefs", metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False, comment="that of the row"),
    Column("turn", Integer, nullable=False, comment="higher the later it was made"),
    Column("occurrence", String, nullable=False, index=True),
    Column("sort_key", String, nullable=False),
    Column("low", Integer, nullable=False, comment="days as ordinals: between which it is drawn"),
    Column("high", Integer, nullable=False),
    Column("since", Integer, nullable=False, comment="and by which a window holds it"),
    Column("until", Integer, nullable=False),
    Column("date", String, nullable=False),
    Column("mod", String),
    Column("summary", Text, nullable=False),
    *(Column(name, String, nullable=False) for name in ("action", "pillar", "status", "factuality", "standing")),
    Column("independent", Integer, nullable=False),
    Column("disputed", Integer, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("actors", "issues", "docs", "origins", "families", "events", "decisions")),
    comment="what a table shows of each row and by what it is chosen",
)

woven = Table(
    "woven", metadata,
    Column("id", String, primary_key=True),
    Column("doc", String, nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("reviewed", Integer, nullable=False, comment="1 where it stands in `reviewed`, 0 where in `events`"),
    Column("print", String, nullable=False, comment="hash of all it says"),
    Column("alike", BigInteger, nullable=False),
    Column("spots", LargeBinary, nullable=False, comment="where it waits"),
    Column("row", BigInteger, index=True),
    comment="the events that rows are made of, as they were woven last",
)

waiting = Table(
    "waiting", metadata,
    *(Column(name, BigInteger, primary_key=True, autoincrement=False) for name in ("cell", "topic", "alike", "event")),
    Column("main", Integer, nullable=False),
    comment="by what woven events are met: see `weaving.waits`; `event` is the id as a number",
    sqlite_with_rowid=False,
)

agreed = Table(
    "agreed", metadata,
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True),
    Column("by", String, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False),
    Index("agreed_by_b", "b"),
    comment="people's judgements on events as they stand, as the ledger has it",
)

changed = Table(
    "changed", metadata,
    Column("doc", String, primary_key=True),
    Column("turn", Integer, nullable=False, comment="how often it changed since it was woven"),
    Column("whole", Integer, nullable=False, comment="1 where all its rows are to be made anew, 0 where events that differ"),
    comment="documents of which rows do not tell yet how they stand",
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
    comment="events as they stand by people's decisions, where they are not what was coded",
)
