"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const typing = (target) => target.closest("input, textarea, select, dialog, [contenteditable]");

  /* the rows, the line of time and the evidence beside them */
  const table = find("rows"), side = find("evidence"), line = find("line");
  const rows = table ? all("tbody tr", table) : [];
  let chosen = -1, asked = 0;
  const shown = () => side && getComputedStyle(side).display !== "none";
  const fetched = new Map();
  const evidence = async (id) => {
    const turn = ++asked;
    if (!fetched.has(id)) {
      const answer = await fetch(`/entries/${id}/evidence`, { credentials: "same-origin" });
      if (!answer.ok) return;
      fetched.set(id, await answer.text());
    }
    if (turn !== asked) return;
    side.innerHTML = fetched.get(id);
    side.scrollTop = 0;
    setTimeout(() => { if (turn === asked) deciding(id, turn); }, 60);
  };
  const deciding = async (id, turn) => {
    const answer = await fetch(`/entries/${id}/decide?back=${encodeURIComponent(location.pathname + location.search)}`, { credentials: "same-origin" });
    if (!answer.ok || (turn !== undefined && turn !== asked)) return;
    const place = document.createElement("div");
    place.innerHTML = await answer.text();
    if (turn === asked) side.append(place);
  };
  const choose = (at, { scroll = true } = {}) => {
    if (!rows.length) return;
    chosen = Math.max(0, Math.min(rows.length - 1, at));
    rows.forEach((row, index) => { if (index === chosen) row.setAttribute("aria-selected", "true"); else row.removeAttribute("aria-selected"); });
    const row = rows[chosen];
    if (scroll) row.scrollIntoView({ block: "nearest" });
    const cursor = find("cursor");
    if (cursor && Number(row.dataset.low) >= 0) cursor.setAttribute("x", `${row.dataset.low}%`);
    if (shown()) evidence(row.dataset.id);
  };
  rows.forEach((row, at) => row.addEventListener("click", (event) => {
    if (event.target.closest("a, input, button") && (!shown() || event.metaKey || event.ctrlKey || event.button)) return;
    if (event.target.closest("input, button, .conflict a")) return;
    if (shown()) { event.preventDefault(); choose(at, { scroll: false }); }
  }));
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) open(opener.dataset.opens);
  });
  const open = (name) => {
    const panel = document.querySelector(`[data-panel="${name}"]`);
    if (!panel) return;
    panel.open = true;
    const first = panel.querySelector("input:not([type=hidden]), textarea, select");
    if (first) { first.focus(); if (first.select) first.select(); }
  };
  const marked = () => all("input[name=row]:checked").map((box) => box.value.split(" ")[0]);
  const press = (key) => { const form = document.querySelector(`form[data-key="${key}"]`); if (form) form.requestSubmit(); };
  const markAll = find("mark-all");
  if (markAll) { markAll.hidden = false; markAll.addEventListener("click", () => all("input[name=row]").forEach((box) => { box.checked = true; })); }
  rows.forEach((row, at) => row.addEventListener("focusin", () => { if (at !== chosen) choose(at, { scroll: false }); }));

  const follow = () => {
    const pane = find("window");
    if (!pane) return;
    const top = line.getBoundingClientRect().bottom, bottom = innerHeight;
    const seen = rows.filter((row) => { const box = row.getBoundingClientRect(); return box.bottom > top && box.top < bottom && Number(row.dataset.low) >= 0; });
    if (!seen.length) return;
    const low = Math.min(...seen.map((row) => Number(row.dataset.low))), high = Math.max(...seen.map((row) => Number(row.dataset.low)));
    pane.setAttribute("x", `${low}%`);
    pane.setAttribute("width", `${Math.max(0.4, high - low)}%`);
  };
  if (line && rows.length) {
    let waiting = false;
    addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(() => { waiting = false; follow(); }); } }, { passive: true });
    addEventListener("resize", follow);
    follow();
    line.addEventListener("click", (event) => {
      const box = line.querySelector("svg").getBoundingClientRect();
      const x = 100 * (event.clientX - box.left) / box.width;
      const low = Number(rows[0].dataset.low), high = Math.max(...rows.map((row) => Number(row.dataset.low)));
      const marks = all("rect[data-row]", line);
      const near = marks.reduce((best, mark) => {
        const left = parseFloat(mark.getAttribute("x")), away = Math.abs(left - x);
        return away < best[0] ? [away, mark] : best;
      }, [Infinity, null])[1];
      if (near && (x < low - 0.5 || x > high + 0.5)) { location = `/at${line.dataset.at.slice(1) || "?"}${line.dataset.at.length > 1 ? "&" : ""}row=${near.dataset.row}`; return; }
      const at = rows.findIndex((row) => Number(row.dataset.low) >= x - 0.3);
      choose(at < 0 ? rows.length - 1 : at);
      rows[chosen].scrollIntoView({ block: "center" });
    });
  }
  if (rows.length) {
    const target = location.hash.startsWith("#r-") ? rows.findIndex((row) => `#${row.id}` === location.hash) : -1;
    if (target >= 0) { choose(target); rows[target].scrollIntoView({ block: "center" }); } else if (shown()) choose(0, { scroll: false });
  }
  const fold = document.querySelector(".left .fold");
  if (fold && matchMedia("(max-width: 46rem)").matches) fold.open = Boolean(fold.querySelector(".faults"));
  const form = find("filters");
  if (form) form.addEventListener("submit", () => all("input, select", form).forEach((field) => { if (!field.value) field.disabled = true; }));
  if (form) all("select", form).forEach((field) => field.addEventListener("change", () => form.requestSubmit()));

  /* the document: marks shown or not, events and their frames on the page */
  const legend = find("legend");
  if (legend) all("input[data-kind]", legend).forEach((box) => box.addEventListener("change", () => document.body.classList.toggle(`off-${box.dataset.kind}`, !box.checked)));
  const light = (number) => all("[data-told]").forEach((one) => one.classList.toggle("on", one.dataset.told === number));
  all(".told-here li[data-told], .mark-event").forEach((one) => {
    ["mouseenter", "focusin"].forEach((kind) => one.addEventListener(kind, () => light(one.dataset.told)));
  });
  all(".leaf img").forEach((image) => {
    const gone = () => { image.closest(".leaf").hidden = true; all(".gone").forEach((note) => { note.hidden = false; }); };
    if (image.complete && !image.naturalWidth) gone(); else image.addEventListener("error", gone);
  });

  /* words selected in a document, as code points of its text */
  const text = find("text"), adding = find("adding");
  const points = (node, offset) => {
    const run = (node.nodeType === 3 ? node.parentElement : node).closest("[data-at]");
    if (!run || !text.contains(run)) return null;
    return Number(run.dataset.at) + [...run.textContent.slice(0, node.nodeType === 3 ? offset : 0)].length;
  };
  if (text && adding) document.addEventListener("selectionchange", () => {
    const chosenText = getSelection();
    const range = chosenText.rangeCount && !chosenText.isCollapsed ? chosenText.getRangeAt(0) : null;
    const start = range && points(range.startContainer, range.startOffset), end = range && points(range.endContainer, range.endOffset);
    adding.hidden = !(start !== null && end !== null && start < end);
    if (!adding.hidden) find("add-here").href = `/documents/${encodeURIComponent(text.dataset.doc)}/add?start=${start}&end=${end}`;
  });

  /* keys */
  const help = find("keys"), opener = find("keys-open");
  if (help && opener) { opener.hidden = false; opener.addEventListener("click", () => help.showModal()); }
  const keys = {
    j: () => choose(chosen + 1), k: () => choose(chosen - 1),
    o: () => { if (rows[chosen]) location = `/entries/${rows[chosen].dataset.id}`; },
    d: () => { const link = document.querySelector("#evidence figcaption a, .sides figcaption a"); if (link) location = link.href; },
    "/": () => { const words = find("words"); if (words) { const closed = words.closest("details"); if (closed) closed.open = true; words.focus(); words.select(); } },
    a: () => { const link = find("add-here"); if (link && !link.closest("[hidden]")) { location = link.href; } else press("a"); },
    r: () => press("r"), u: () => press("u"), e: () => open("edit"), s: () => open("split"), n: () => open("note"),
    x: () => { const box = rows[chosen] && rows[chosen].querySelector("input[name=row]"); if (box) { box.checked = !box.checked; choose(chosen + 1); } },
    m: () => {
      const ids = marked();
      const own = rows[chosen] ? rows[chosen].dataset.id : null;
      if (own && !ids.includes(own) && ids.length < 2) ids.push(own);
      if (ids.length > 1) location = `/merge?${ids.map((id) => `on=${id}`).join("&")}&back=${encodeURIComponent(location.pathname + location.search)}`;
    },
    "?": () => help && help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && event.target.closest("input, textarea")) { event.target.blur(); return; }
    if (typing(event.target)) return;
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
})();
