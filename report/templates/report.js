"use strict";
(() => {
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort || cell.textContent.trim();
  };
  const sort = (table, column, button) => {
    const down = button.parentElement.getAttribute("aria-sort") === "ascending";
    const numeric = button.parentElement.dataset.type === "number";
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const rows = [...table.tBodies[0].rows].sort((a, b) => {
      const [x, y] = [value(a, column), value(b, column)];
      return (numeric ? Number(x) - Number(y) : compare(x, y)) * (down ? -1 : 1);
    });
    for (const head of table.tHead.rows[0].cells) head.removeAttribute("aria-sort");
    button.parentElement.setAttribute("aria-sort", down ? "descending" : "ascending");
    table.tBodies[0].append(...rows);
  };
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, column, button));
      head.append(button);
    });
  }
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  for (const tools of document.querySelectorAll("[data-tools]")) {
    const rows = [...document.getElementById(tools.dataset.tools).tBodies[0].rows];
    const severity = tools.querySelector("[data-filter=severity]");
    const text = tools.querySelector("[data-filter=text]");
    const apply = () => {
      const wanted = fold(text.value);
      for (const row of rows) {
        row.hidden = (severity.value && row.dataset.severity !== severity.value) || !fold(row.textContent).includes(wanted);
      }
      tools.querySelector("[data-shown]").textContent = rows.filter((row) => !row.hidden).length;
    };
    severity.addEventListener("change", apply);
    text.addEventListener("input", apply);
    tools.hidden = false;
    apply();
  }
  const findings = [...document.querySelectorAll("details.finding")];
  const folding = document.querySelector("[data-folding]");
  if (folding) {
    folding.hidden = false;
    folding.addEventListener("click", (event) => {
      const wanted = event.target.dataset.open;
      if (wanted) for (const one of findings) one.open = wanted === "true";
    });
  }
  const show = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") target.open = true;
  };
  addEventListener("hashchange", show);
  show();
  addEventListener("beforeprint", () => {
    for (const one of findings) {
      one.dataset.was = one.open;
      one.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const one of findings) one.open = one.dataset.was === "true";
  });
})();
