// The desk: results to the left, the answer to the right. Single keys work outside fields alone, and an address can
// switch them off; keys held with Ctrl, Alt or Meta are the browser's own, but those that a place copies with.
(() => {
  "use strict";
  const one = (id) => document.getElementById(id);
  const rows = () => [...document.querySelectorAll(".rows [data-answer]")];
  const field = () => one("q");
  const current = () => rows().findIndex((row) => row.hasAttribute("aria-current"));
  const told = one("told");
  const singles = document.body.dataset.keys === "on";
  const calls = () => document.querySelectorAll(".ready [data-digit]");

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
  const shown = () => document.querySelector("section.call:not([hidden])");

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
    const asked = event.target.closest("section.ask a");
    const answer = asked && rows().findIndex((row) => row.href === asked.href);
    if (asked && answer >= 0) {
      event.preventDefault();
      return select(answer);
    }
    const button = event.target.closest("button");
    if (button?.dataset.copyFrom) copy(one(button.dataset.copyFrom));
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

  // Keys that copy from within the field too, told by where they lie: with Shift held a digit is another sign.
  const [hold, , last] = document.body.dataset.copyKeys.split("+");
  const codes = { Enter: ["Enter", "NumpadEnter"], Mellanslag: ["Space"] }[last] ?? [`Key${last}`, `Digit${last}`, last];
  const copies = (event) =>
    event.shiftKey && event.ctrlKey === (hold === "Ctrl") && event.altKey === (hold === "Alt") && !event.metaKey && codes.includes(event.code);

  // Where calls stand ready a digit opens one, and whatever else one writes goes to the field.
  const chosen = (digit) => [...calls()].find((call) => call.dataset.digit === digit);
  function begin(event) {
    const call = chosen(event.key);
    if (call) {
      event.preventDefault();
      call.click();
    } else if (/^\S$/u.test(event.key) || event.key === "Dead") field().focus(); // the letter comes after the focus
  }

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (copies(event) && shown() && !event.target.closest("dialog[open], #oral form")) {
      event.preventDefault();
      return press("c");
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inField = event.target === field();
    if (inField && event.key === "Enter" && chosen(field().value.trim())) {
      event.preventDefault();
      return chosen(field().value.trim()).click();
    }
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
      return clear();
    }
    if (inField && event.key === "/" && !field().value) return event.preventDefault(); // one is there already
    if (inField || !singles) return;
    if (calls().length && !["/", "?"].includes(event.key)) return begin(event);
    if (!(event.key in single)) return;
    event.preventDefault();
    single[event.key]();
  });

  // ---- a new call
  // What has been taken down by word of mouth stays: then the page is emptied where it is.
  function clear() {
    field().value = "";
    if (calls().length) return rest();
    if (one("oral-text").value === kept) return location.assign(document.body.dataset.start);
    one("live")?.setAttribute("hidden", "");
    field().focus();
  }
  addEventListener("input", (event) => event.target === field() && one("live")?.removeAttribute("hidden"));
  // Ready for a call: digits and letters both begin one. Without single keys the field alone takes them.
  function rest() {
    if (singles && calls().length) document.activeElement.blur();
    else field().focus();
  }

  // ---- the clipboard
  async function copy(from) {
    try {
      await navigator.clipboard.writeText(from.value ?? from.textContent);
      say(document.body.dataset.copied);
      if (from.form === form) kept = from.value;
    } catch {
      say(document.body.dataset.notCopied);
      mark(from);
    }
  }
  // Shown and marked, for whoever copies by hand.
  function mark(from) {
    if (from.select) return from.select();
    from.closest("details").open = true;
    getSelection().selectAllChildren(from);
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
  let entered = false; // by Enter: what one writes next is another question
  document.addEventListener("submit", (event) => (entered = event.target.id === "sok-form"), true);
  document.addEventListener("htmx:before:swap", () => {
    inRows = rows().includes(document.activeElement);
  });
  document.addEventListener("htmx:after:swap", () => {
    if (inRows && !rows().length) field().focus();
    else select(inRows ? 0 : Math.max(current(), 0), inRows);
    if (entered && document.activeElement === field()) field().select();
    entered = false;
    // Fewer answers make a shorter page: the box that was ticked stays in view.
    if (document.activeElement.closest(".filters")) document.activeElement.scrollIntoView({ block: "nearest" });
  });
  write();
  document.documentElement.classList.add("ran"); // what needs this script shows, and what does without it goes
  if (!location.hash) {
    if (rows().length && field().value) {
      select(current(), false);
      field().focus({ preventScroll: true });
      field().select();
    } else if (!field().closest(".top")) rest();
  }
  offer();
})();
