"""The text that was checked as one HTML page: its own words in their order, a mark on each claim, the evidence beside.

Everything of the text and of documents is escaped; the page has no script, and its policy allows its own style alone.
"""

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from keii.presenting import verdicts
from keii.presenting.html import text as escaped
from keii.presenting.layout import Layout
from keii.presenting.verdict_text import quoted
from keii.presenting.words import say
from keii.values.claim import Check, Checked

_MOST_QUOTES = 3


def page(check: Check, layout: Layout, *, lang: str = "ja") -> str:
    """The page. `layout` reads the quotes of the documents."""
    style = (files("keii.presenting") / "page" / "verdicts.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = escaped(say("verify.title", lang, name=check.name))
    first, *rest = verdicts.summary(check, lang)
    return "\n".join([
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">',
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'\">",
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>',
        f"<style>{style}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n<p class=\"sum\">{escaped(first)}</p>",
        *(f'<p class="scope">{escaped(line)}</p>' for line in rest), "</header>\n<main>",
        *_body(check, layout, lang), "</main>\n</body>\n</html>\n"])


def _body(check: Check, layout: Layout, lang: str) -> Iterator[str]:
    at = 0
    for number, one in enumerate(check.checked, 1):
        yield from _between(check.text[at : one.claim.start])
        yield _claim(number, one, layout, lang)
        at = max(at, one.claim.end)
    yield from _between(check.text[at:])


def _between(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if any(char.isalnum() for char in line):
            yield f'<p class="rest">{escaped(line.strip().lstrip("#").strip())}</p>'


def _claim(number: int, one: Checked, layout: Layout, lang: str) -> str:
    quotes = "".join(f'<blockquote data-doc="{escaped(span.doc)}" data-start="{span.start}" data-end="{span.end}">'
                     f"{escaped(quoted(span, layout, lang))}</blockquote>"
                     for span in one.evidence[:_MOST_QUOTES])
    reasons = "<br>".join(escaped(reason) for reason in verdicts.reasons(one, lang))
    return (f'<section class="claim {verdicts.kind(one)}" id="claim-{number}"><span class="mark" title="{verdicts.name(one, lang)}">'
            f'{verdicts.mark(one)}</span><div class="said">{_said(one)}</div><aside><p class="why"><b>'
            f'{verdicts.name(one, lang)}</b> {reasons}</p>{quotes}</aside></section>')


def _said(one: Checked) -> str:
    """The claim's own words, each part with its verdict, a row's cells apart."""
    claim, out, at = one.claim, [], one.claim.start
    for finding in sorted(one.findings, key=lambda finding: finding.start):
        if finding.start < at or finding.end > claim.end:
            continue
        out.append(_plain(claim.text[at - claim.start : finding.start - claim.start], claim.kind))
        out.append(f'<mark class="{finding.verdict}">{escaped(claim.text[finding.start - claim.start : finding.end - claim.start])}</mark>')
        at = finding.end
    out.append(_plain(claim.text[at - claim.start :], claim.kind))
    return "".join(out)


def _plain(text: str, kind: str) -> str:
    return escaped(text).replace("|", '<span class="bar">｜</span>') if kind == "row" else escaped(text)
