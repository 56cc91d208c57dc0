// Puts the totals first also for whoever reads the page in its own order, and filters. All else works without it.
"use strict";
const totals = document.getElementById("totals");
totals.parentNode.prepend(totals);
const [verdict, kind, name] = ["verdict", "kind", "name"].map((id) => document.getElementById(id));
const rows = Array.from(document.querySelectorAll("#list tbody tr"));
const told = document.getElementById("told");

function filter() {
  const words = name.value.trim().toLowerCase();
  let shown = 0;
  for (const row of rows) {
    const fits = (!verdict.value || row.dataset.verdict === verdict.value)
      && (!kind.value || row.dataset.kinds.split(" ").includes(kind.value))
      && row.cells[1].firstChild.textContent.toLowerCase().includes(words);
    row.hidden = !fits;
    const text = row.dataset.text && document.getElementById(row.dataset.text);
    if (text) text.hidden = !fits;
    shown += fits;
  }
  told.textContent = `${shown} of ${rows.length} shown`;
}

document.getElementById("filter").hidden = false;
for (const control of [verdict, kind, name]) control.addEventListener("input", filter);
filter();
