import importlib
import json
import pkgutil
from dataclasses import is_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import keii.values
from keii.values.analysis import Analysis
from keii.values.decision import Anchor, Decision
from keii.values.document import Block, Document
from keii.values.event import Event, Quantity, Step
from keii.values.judgement import Judgement
from keii.values.mark import Change, Mark
from keii.values.material import Material
from keii.values.scope import Scope
from keii.values.span import Span
from keii.values.when import When
from keii.values.wire import dump, load

NEVER_WRITTEN = (Material, Analysis)  # the one holds open views, the other holds tables of its own kind


def values() -> list[type]:
    """Every dataclass of the package, except what is never written down."""
    names = [info.name for info in pkgutil.iter_modules(keii.values.__path__)]
    modules = [importlib.import_module(f"keii.values.{name}") for name in names]
    found = {kind for module in modules for kind in vars(module).values()
             if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__ and kind not in NEVER_WRITTEN}
    return sorted(found, key=lambda kind: kind.__name__)


spans = st.builds(lambda doc, start, quote: Span(doc, start, start + len(quote), quote),
                  st.text(), st.integers(0, 9), st.text(min_size=1))
events = st.builds(Event, date=st.sampled_from(["2018-06-12", "2017-21", "2007/..", "2024-03-25~"]),
                   evidence=st.lists(spans, min_size=1).map(tuple), trace=st.just(()),
                   review=st.none() | st.builds(Mark, state=st.just("corrected"), changes=st.just((Change("date", ("2002",), ()),))))
whens = st.builds(When, value=st.sampled_from(["2018-06", "FY2018", "", "../2006"]))
st.register_type_strategy(float, st.floats(allow_nan=False))
st.register_type_strategy(Span, spans)
st.register_type_strategy(Event, events)
st.register_type_strategy(When, whens)
anchors = st.builds(Anchor, span=spans, seen=st.none() | events)
st.register_type_strategy(Decision, st.builds(
    Decision, kind=st.sampled_from(["accept", "reject"]), about=st.lists(anchors, min_size=1, max_size=2).map(tuple),
    by=st.sampled_from(["田中", "o’neill"]), at=st.sampled_from(["2026-04-01T09:00:00Z", "2026-04-01T09:00:00.25Z"])))


@pytest.mark.parametrize("kind", values())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.data_too_large])  # a report holds whole chronologies
@given(data=st.data())
def test_every_value_comes_back_as_it_went_out(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    through_json = json.loads(json.dumps(dump(value), ensure_ascii=False, allow_nan=True))
    assert load(kind, through_json) == value


def test_defaults_are_left_out() -> None:
    assert dump(Judgement("a", "b", "same", "rule:date")) == {"a": "a", "b": "b", "verdict": "same", "by": "rule:date"}
    assert dump(Scope()) == {}


def test_bytes_are_base64() -> None:
    assert dump(Document("a", "字", boxes=b"\x00\xff"))["boxes"] == "AP8="


def test_nested_values_keep_their_types() -> None:
    step = Step("date", "2004", "year", Span("a", 0, 1, "年"))
    assert load(Step, dump(step)).span == Span("a", 0, 1, "年")
    row = {"kind": "row", "pieces": [[0, 3]], "cells": [[0, 1]]}
    assert load(Block, row) == Block("row", ((0, 3),), cells=((0, 1),))
    assert load(Quantity, {"value": 4, "unit": "USD"}) == Quantity(4.0, "USD")


@pytest.mark.parametrize(("kind", "data"), [
    (Judgement, {"a": "a", "b": "b", "verdict": "perhaps", "by": "x"}),
    (Judgement, {"a": "a", "b": "b", "verdict": "same"}),
    (Judgement, {"a": "a", "b": "b", "verdict": "same", "by": "x", "extra": 1}),
    (Judgement, ["a", "b", "same", "x"]),
    (Judgement, {"a": 1, "b": "b", "verdict": "same", "by": "x"}),
    (Span, {"doc": "a", "start": 0, "end": 2, "quote": "年"}),
    (Block, {"kind": "row", "pieces": [[0, 3, 4]]}),
    (Document, {"name": "a", "text": "", "boxes": "not base64!"}),
])
def test_what_does_not_fit_is_refused(kind: type, data: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        load(kind, data)


def test_what_is_no_value_has_no_form() -> None:
    with pytest.raises(TypeError):
        dump({"a": 1})
