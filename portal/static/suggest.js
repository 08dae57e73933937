// Suggests entries while one types, after the ARIA pattern "editable combobox with list autocomplete, manual selection":
// nothing is chosen until the visitor does so, and the form works as before.
(() => {
  "use strict";
  const attachAll = () => document.querySelectorAll("[data-suggest]").forEach(attach);
  document.addEventListener("vagvisaren:page", attachAll); // a page that came in the place of another
  attachAll();

  // As a link that was clicked, so that whoever looks after links does so here too.
  function follow(url) {
    const link = Object.assign(document.createElement("a"), { href: url, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
  }

  function attach(field) {
    const kinds = JSON.parse(field.dataset.kinds);
    const authorities = JSON.parse(field.dataset.authorities ?? "{}"); // names, where there are several
    const counts = JSON.parse(field.dataset.counts); // what is said of no suggestion, one, two …
    const list = Object.assign(document.createElement("ul"), { id: `${field.id}-forslag`, className: "suggestions", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.dataset.label);
    // Spoken: a reader that sees no list hears of it.
    const said = Object.assign(document.createElement("span"), { className: "hidden" });
    said.setAttribute("role", "status");
    field.after(list, said);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
      field.setAttribute(name, value);
    }
    let at = -1;
    let timer = 0;
    let asked = null;

    const options = () => [...list.children];
    function close() {
      clearTimeout(timer);
      asked?.abort();
      list.hidden = true;
      said.textContent = "";
      mark(-1);
      field.setAttribute("aria-expanded", "false");
    }
    function mark(next) {
      at = next;
      options().forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
      if (at < 0) field.removeAttribute("aria-activedescendant");
      else {
        field.setAttribute("aria-activedescendant", options()[at].id);
        options()[at].scrollIntoView({ block: "nearest" });
      }
    }
    function show(entries) {
      list.replaceChildren(
        ...entries.slice(0, Number(field.dataset.most)).map((entry, place) => {
          const option = Object.assign(document.createElement("li"), { id: `${list.id}-${place}` });
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          option.dataset.url = field.dataset.prefix + entry.url;
          option.append(...told(entry));
          return option;
        }),
      );
      list.hidden = entries.length === 0;
      at = -1;
      field.removeAttribute("aria-activedescendant");
      field.setAttribute("aria-expanded", String(!list.hidden));
      said.textContent = counts[list.children.length];
      reveal();
    }
    // What it is called, with the word that begins as one wrote where that is another; what it is, and whose.
    function told(entry) {
      const kind = entry.holder ? field.dataset.holder.replace("{holder}", () => entry.holder) : kinds[entry.type];
      const whose = entry.holder ? "" : authorities[entry.authority]; // a signpost is nobody's
      const what = part(entry.holder ? "holder" : "what", part("kind", kind), ...(whose ? [" ", part("whose", whose)] : []));
      return [part("title", entry.title), ...(entry.matched ? [" ", part("matched", `”${entry.matched}”`)] : []), " ", what];
    }
    function part(className, ...inside) {
      const span = Object.assign(document.createElement("span"), { className });
      if (inside.every((each) => typeof each === "string")) span.dir = "auto"; // a name may be of another script
      span.append(...inside);
      return span;
    }
    // In a small window, or a magnified one, the list would open below its edge. The field stays in sight above it.
    function reveal() {
      list.scrollIntoView({ block: "nearest" });
      field.scrollIntoView({ block: "nearest" });
    }
    async function ask() {
      asked?.abort();
      asked = new AbortController();
      const query = field.value;
      if (query.length > Number(field.dataset.longest)) return close();
      try {
        const reply = await fetch(`${field.dataset.suggest}&q=${encodeURIComponent(query)}`, { signal: asked.signal, cache: "no-store" });
        const suggestions = reply.ok ? (await reply.json()).suggestions : [];
        if (field.value === query && document.activeElement === field) show(suggestions);
      } catch (error) {
        if (error.name !== "AbortError") close(); // no network: the form still works
      }
    }

    field.addEventListener("input", () => {
      clearTimeout(timer);
      said.textContent = ""; // so that the same number is said anew of other words
      // What may become a person's number names no entry, and is not sent.
      if (field.value.trim().length < 2 || (window.numbers?.mayBecome(field.value) ?? true)) close();
      else timer = setTimeout(ask, 120);
    });
    field.addEventListener("keydown", (event) => {
      const count = options().length;
      if (list.hidden || !count) return;
      if (event.key === "ArrowDown") mark(at + 1 >= count ? -1 : at + 1);
      else if (event.key === "ArrowUp") mark(at < 0 ? count - 1 : at - 1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && at >= 0) follow(options()[at].dataset.url);
      else {
        if (event.key === "Enter" || event.key === "Tab") close();
        return;
      }
      event.preventDefault();
    });
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) follow(option.dataset.url);
    });
    field.addEventListener("blur", close);
    field.form.addEventListener("submit", close);
  }
})();
