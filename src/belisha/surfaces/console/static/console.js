"use strict";
// Works without this script too: it adds keys, uncovering of texts, and messages that are fetched on demand.
(() => {
  const rows = () => [...document.querySelectorAll("[data-row], .messages > .message")].map((each) => each.closest("tr, .message"));
  let at = -1;

  const move = (step) => {
    const all = rows();
    if (!all.length) return;
    if (all[at]) all[at].classList.remove("at");
    at = Math.max(0, Math.min(all.length - 1, at + step));
    all[at].classList.add("at");
    all[at].scrollIntoView({ block: "nearest" });
    const link = all[at].querySelector("a");
    if (link) link.focus({ preventScroll: true });
  };

  const uncover = (text) => {
    text.classList.add("open");
    text.tabIndex = -1;
  };

  const toggle = () => {
    const all = [...document.querySelectorAll(".covered")];
    const open = all.some((text) => !text.classList.contains("open"));
    all.forEach((text) => { text.classList.toggle("open", open); text.tabIndex = open ? -1 : 0; });
    document.querySelectorAll("[data-uncover]").forEach((button) => { button.firstChild.data = open ? "Blur texts " : "Show texts "; });
  };

  const cover = (within) => {
    if (!document.body.classList.contains("blur")) return;
    within.querySelectorAll(".covered").forEach((text) => {
      text.tabIndex = 0;
      text.addEventListener("click", () => uncover(text));
      text.addEventListener("keydown", (event) => { if (event.key === "Enter") uncover(text); });
    });
  };

  document.addEventListener("keydown", (event) => {
    if (document.body.classList.contains("no-keys")) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("textarea, select, input:not([type=checkbox])")) return;
    const wanted = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (event.key === "j" || event.key === "k") move(event.key === "j" ? 1 : -1);
    else if (event.key === "x" && rows()[at]) rows()[at].querySelector("[type=checkbox]")?.click();
    else if (event.key === "q") location.href = "/console";
    else if (event.key === "?") location.href = "/console/preferences";
    else if (wanted) wanted.click();
    else return;
    event.preventDefault();
  });

  document.querySelectorAll("[data-sends]").forEach((field) => field.addEventListener("change", () => field.form.submit()));
  document.querySelectorAll("[data-uncover]").forEach((button) => button.addEventListener("click", toggle));
  document.querySelectorAll("[data-messages]").forEach((part) => {
    part.querySelectorAll("[data-more]").forEach((button) => button.addEventListener("click", async () => {
      const list = part.querySelector(".messages");
      const before = button.dataset.more === "before";
      const edge = Number((before ? list.firstElementChild : list.lastElementChild).dataset.position);
      const [first, last] = before ? [Math.max(1, edge - 50), edge - 1] : [edge + 1, edge + 50];
      const answer = await fetch(`${part.dataset.messages}?first=${first}&last=${last}`, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) { location.reload(); return; }
      const piece = document.createElement("template");
      piece.innerHTML = await answer.text();
      const count = piece.content.children.length;
      cover(piece.content);
      if (before) list.prepend(piece.content); else list.append(piece.content);
      if (before ? first === 1 : count < 50) button.closest("p").remove();
    }));
  });
  cover(document);
})();
