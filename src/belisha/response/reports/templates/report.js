"use strict";
(() => {
  const details = () => document.querySelectorAll("details:not([open])");
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...details()];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    const closed = [];
    for (let each = target?.closest("details:not([open])"); each; each = each.parentElement.closest("details:not([open])")) closed.push(each);
    for (const each of closed) each.open = true;
    if (closed.length) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
  const filter = document.getElementById("filter");
  if (!filter) return;
  const light = document.getElementById("filter-light");
  const words = document.getElementById("filter-words");
  const count = document.getElementById("filter-count");
  const rows = [...document.querySelectorAll("#conversations tbody tr[data-light]")];
  if (rows.length < 2) return;
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const apply = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, at) => {
      const fits = (!light.value || row.dataset.light === light.value) && wanted.every((word) => texts[at].includes(word));
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    count.textContent = `${shown} of ${rows.length} on this page`;
  };
  light.addEventListener("change", apply);
  words.addEventListener("input", apply);
  filter.hidden = false;
  apply();
})();
