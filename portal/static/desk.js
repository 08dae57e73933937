// The desk: results to the left, the answer to the right. Single keys work outside fields alone, and an address can
// switch them off; keys held with Ctrl, Alt or Meta are the browser's own.
(() => {
  "use strict";
  const one = (id) => document.getElementById(id);
  const rows = () => [...document.querySelectorAll(".rows [data-answer]")];
  const field = () => one("q");
  const current = () => rows().findIndex((row) => row.hasAttribute("aria-current"));
  const told = one("told");

  // ---- which answer is shown
  function select(place, focus = true) {
    const all = rows();
    const chosen = all[place];
    if (!chosen) return;
    for (const row of all) {
      row.toggleAttribute("aria-current", row === chosen);
      if (row === chosen) row.setAttribute("aria-current", "true");
      one(row.dataset.answer).hidden = row !== chosen;
    }
    if (focus) {
      chosen.focus({ preventScroll: true });
      chosen.scrollIntoView({ block: "nearest" });
    }
    offer();
  }
  const shown = () => document.querySelector(".call:not([hidden])");

  function move(by) {
    const at = current();
    if (rows().includes(document.activeElement) && at + by < 0) return field().focus();
    select(rows().includes(document.activeElement) ? at + by : Math.max(at, 0));
  }

  // A pointer shows the answer first and opens it when it is shown; a key has shown it already.
  let pointed = null;
  document.addEventListener("pointerdown", (event) => {
    const row = event.target.closest(".rows [data-answer]");
    pointed = row?.hasAttribute("aria-current") ? null : row;
  });
  document.addEventListener("click", (event) => {
    const row = event.target.closest(".rows [data-answer]");
    const first = row && row === pointed && !(event.ctrlKey || event.metaKey || event.shiftKey);
    pointed = null;
    // A signpost has no page of its own.
    if (first || row?.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      select(rows().indexOf(row));
      shown().scrollIntoView({ block: "nearest" });
      return shown().firstElementChild.scrollIntoView({ block: "nearest" }); // an answer taller than the screen, from its beginning
    }
    if (event.target.closest("[href='#oral']")) {
      event.preventDefault();
      one("oral").open = true;
      return one("oral-what").focus();
    }
    const asked = event.target.closest(".ask a");
    const answer = asked && rows().findIndex((row) => row.href === asked.href);
    if (asked && answer >= 0) {
      event.preventDefault();
      return select(answer);
    }
    const button = event.target.closest("button");
    if (button?.dataset.copy) copy(button.dataset.copy);
    else if (button?.dataset.copyFrom) copy(one(button.dataset.copyFrom).value, () => (kept = one(button.dataset.copyFrom).value));
    else if (button?.dataset.act === "help") help();
    else if (button?.dataset.act === "clear-oral") clearOral();
  });
  // The answer follows the focus too, however it came there.
  document.addEventListener("focusin", (event) => {
    const place = rows().indexOf(event.target);
    if (place >= 0 && place !== current()) select(place, false);
  });

  // ---- keys
  const typing = (target) =>
    target.closest("input:not([type=radio], [type=checkbox]), textarea, select, dialog[open], #oral form");
  const single = {
    "/": () => {
      field().focus();
      field().select();
    },
    "?": () => help(),
    c: () => press("c"),
    t: () => press("t"),
  };
  function help() {
    one("help").showModal();
    one("help").querySelector("button").focus();
  }
  const press = (key) => shown()?.querySelector(`[data-key=${key}]`)?.click();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const inField = event.target === field();
    const elsewhere = typing(event.target) && !inField;
    if (elsewhere) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!rows().length || (inField && event.key === "ArrowUp")) return;
      if (!inField && event.target !== document.body && !event.target.closest(".rows, .answers, #main:focus")) return;
      event.preventDefault();
      return move(event.key === "ArrowDown" ? 1 : -1);
    }
    if (event.key === "Escape") {
      event.preventDefault();
      field().value = "";
      field().dispatchEvent(new Event("input", { bubbles: true }));
      return field().focus();
    }
    if (inField && event.key === "/" && !field().value) return event.preventDefault(); // one is there already
    if (inField || document.body.dataset.keys === "off" || !(event.key in single)) return;
    event.preventDefault();
    single[event.key]();
  });

  // ---- the clipboard
  async function copy(text, then) {
    try {
      await navigator.clipboard.writeText(text);
      say(document.body.dataset.copied);
      then?.();
    } catch {
      say(document.body.dataset.notCopied);
    }
  }
  function say(text) {
    told.textContent = "";
    requestAnimationFrame(() => (told.textContent = text)); // said anew although it is the same
    clearTimeout(say.timer);
    say.timer = setTimeout(() => (told.textContent = ""), 4000);
  }

  // ---- a request by word of mouth, in this window alone
  const form = document.querySelector("#oral form");
  const texts = JSON.parse(form.dataset.texts);
  let kept = ""; // what has been copied: leaving loses nothing
  let began = null;
  const value = (name) => one(`oral-${name}`).value.trim();

  function compose() {
    const way = form.querySelector("[name=oral-form]:checked")?.value;
    const what = value("what");
    if (!what && !value("period") && !value("reply") && !value("name")) began = null;
    else began ??= new Date();
    if (!began || !what) return "";
    const stamp = new Date(began - began.getTimezoneOffset() * 60000).toISOString().slice(0, 16).replace("T", " ");
    const say = (name, words) => words && texts[name].replace("{value}", () => words);
    const lines = [say("time", stamp), say("what", what), say("period", value("period")), say("form", way), say("reply", value("reply"))];
    lines.push(value("name") ? say("name", value("name")) : texts.anonymous);
    return lines.filter(Boolean).join("\n");
  }
  function write() {
    const text = compose();
    one("oral-text").value = text;
    form.querySelector("[data-copy-from]").disabled = !text;
    const lines = text.replaceAll("\n", "\r\n"); // as RFC 6068 has them
    const query = `subject=${encodeURIComponent(form.dataset.subject)}&body=${encodeURIComponent(lines)}`;
    const link = `mailto:${form.dataset.email}?${query}`;
    one("oral-mail").href = link;
    one("oral-mail").hidden = link.length > Number(form.dataset.longestLink);
    one("oral-long").hidden = !one("oral-mail").hidden;
  }
  function clearOral() {
    form.reset();
    kept = "";
    write();
  }
  form.addEventListener("input", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  one("oral-mail").addEventListener("click", () => (kept = one("oral-text").value));
  // What the caller asks for is most often what is on the screen.
  function offer() {
    const title = shown()?.querySelector(".title")?.textContent.trim();
    if (title && !began) one("oral-what").placeholder = title;
  }
  addEventListener("beforeunload", (event) => {
    if (one("oral-text").value !== kept) event.preventDefault();
  });

  // Results that come when someone has gone on to the rows: the best is where they meant to be.
  let inRows = false;
  document.addEventListener("htmx:before:swap", () => {
    inRows = rows().includes(document.activeElement);
  });
  document.addEventListener("htmx:after:swap", () => {
    if (inRows && !rows().length) field().focus();
    else select(inRows ? 0 : Math.max(current(), 0), inRows);
    // Fewer answers make a shorter page: the box that was ticked stays in view.
    if (document.activeElement.closest(".filters")) document.activeElement.scrollIntoView({ block: "nearest" });
  });
  write();
  document.documentElement.classList.add("ran"); // what needs this script shows, and what does without it goes
  if (!location.hash) {
    // Where the rows lie below the answer, going to them would hide it.
    if (rows().length && field().value) select(current(), matchMedia("(min-width: 52.01rem)").matches);
    else if (!field().closest(".top")) field().focus();
  }
  offer();
})();
