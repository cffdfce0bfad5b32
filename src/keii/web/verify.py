"""Verifying: a text pasted or sent, claim by claim against the documents, and the result as a file."""

import re
import tempfile
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from keii.errors import UnreadableError, UsageError
from keii.presenting import verdict_docx, verdict_html, verdict_lines, verdict_text, verdicts
from keii.presenting.layout import Layout
from keii.presenting.words import say
from keii.values.claim import Check
from keii.web import audit
from keii.web.chronology import TYPES, attachment
from keii.web.forms import acting
from keii.web.page import render
from keii.web.quoting import Quoter
from keii.web.shop import browser_of, lang_of, session_of, shop_of

SUFFIXES = (".md", ".txt", ".html", ".htm", ".docx", ".pdf")
FORMS = ("docx", "html", "json", "text")
SHOWN = ("contradicted", "not_found", "supported")
_COLUMNS, _MOST_QUOTES, _LONGEST_NAME = 100, 3, 80


def page(request: Request) -> Response:
    return render(request, "verify.html", here="verify", suffixes=SUFFIXES)


def send(request: Request, form: FormData) -> Response:
    """Check what was pasted or sent; who sent it finds the result under an address of its own."""
    browser, session = browser_of(request), session_of(request)
    name, data = _given(form, lang_of(request))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        try:
            check = browser.verify(file)
        except UnreadableError as fault:
            raise UsageError(fault.key, **{**fault.facts, "file": name}) from fault
    audit.note(browser.settings.db, session.name, "verify", name=name, claims=len(check.checked))
    return RedirectResponse(f"/verify/{quote(shop_of(request).checks.keep(session.name, check))}", 303)


def _given(form: FormData, lang: str) -> tuple[str, bytes]:
    """Name and content of what is to be checked. Raises UsageError where there is nothing, or nothing that can be read."""
    file, pasted = form.get("file"), form.get("text")
    if isinstance(file, UploadFile) and file.filename:
        name = Path(file.filename.replace("\\", "/")).name
        suffix = Path(name).suffix.lower()
        if suffix not in SUFFIXES:
            raise UsageError("web.verify.kind", file=name[:_LONGEST_NAME], known=" ".join(SUFFIXES))
        stem = re.sub(r"[^\w（）「」・.\- ]", "_", Path(name).stem).lstrip(".")[:_LONGEST_NAME] or "text"
        return f"{stem}{suffix}", file.file.read()
    if isinstance(pasted, str) and pasted.strip():
        return f"{say('web.verify.pasted', lang)}.md", pasted.replace("\r\n", "\n").encode("utf-8", "replace")
    raise UsageError("web.verify.nothing")


def result(request: Request) -> Response:
    browser, lang, check = browser_of(request), lang_of(request), _found(request)
    chosen = request.query_params.get("show", "")
    kept = [(number, one) for number, one in enumerate(check.checked, 1) if chosen not in SHOWN or one.verdict == chosen]
    return render(request, "verdicts.html", here="verify", check=check, kept=kept, chosen=chosen, all_shown=SHOWN, forms=FORMS,
                  summary=verdicts.summary(check, lang), marks=verdicts.MARKS, most=_MOST_QUOTES,
                  reason=lambda one: verdicts.reason(one, lang), key=request.path_params["key"],
                  quoter=Quoter(browser, [span for _, one in kept for span in one.evidence[:_MOST_QUOTES]]))


def export(request: Request) -> Response:
    """The result as a file."""
    browser, lang, check, form = browser_of(request), lang_of(request), _found(request), request.path_params["form"]
    layout = Layout(browser.outlines(dict.fromkeys(span.doc for one in check.checked for span in one.evidence)))
    content: str | bytes
    if form == "json":
        content = verdict_lines.text(check)
    elif form == "html":
        content = verdict_html.page(check, layout, lang=lang)
    elif form == "docx":
        content = verdict_docx.docx(check, layout, lang=lang)
    elif form == "text":
        content = verdict_text.text(check, layout, lang=lang, columns=_COLUMNS)
    else:
        raise UsageError("format.unknown", form=form, known=", ".join(FORMS))
    return attachment(content, TYPES.get(form, "text/plain; charset=utf-8"), f"{check.name}.{'txt' if form == 'text' else form}")


def _found(request: Request) -> Check:
    """The check of the address. Raises UsageError where it is another's, or no longer kept."""
    check = shop_of(request).checks.find(session_of(request).name, request.path_params["key"])
    if check is None:
        raise UsageError("web.no_check")
    return check


ROUTES = (Route("/verify", page), Route("/verify", acting("reader", send), methods=["POST"]),
          Route("/verify/{key}.{form}", export), Route("/verify/{key}", result))
