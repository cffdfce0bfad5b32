"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const rows = [...document.querySelectorAll("tbody[data-words]")];
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const words = rows.map((row) => plain(row.dataset.words + " " + row.textContent));
  const [typed, disputed, count, nothing, all] = ["filter", "disputed", "count", "nothing", "all"].map(find);
  const show = () => {
    const wanted = plain(typed.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, at) => {
      const fits = wanted.every((word) => words[at].includes(word)) && (!disputed.checked || "disputed" in row.dataset);
      row.hidden = !fits;
      shown += fits;
    });
    count.textContent = count.dataset.said.replace("{shown}", shown).replace("{n}", rows.length);
    nothing.hidden = shown > 0;
  };
  typed.addEventListener("input", show);
  disputed.addEventListener("change", show);
  all.addEventListener("click", () => {
    const open = all.getAttribute("aria-pressed") !== "true";
    document.querySelectorAll("details").forEach((one) => { one.open = open; });
    all.setAttribute("aria-pressed", String(open));
    all.textContent = open ? all.dataset.close : all.dataset.open;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== typed) { event.preventDefault(); typed.focus(); }
    if (event.key === "Escape" && document.activeElement === typed) { typed.value = ""; show(); }
  });
  document.querySelector(".tools").hidden = false;
  show();
})();
