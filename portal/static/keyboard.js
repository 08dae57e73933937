// The kiosk's own keyboard: its keys write in the field that was last in use. It comes when a field is touched, or is asked for.
(() => {
  "use strict";
  const ABOVE = 80; // pixels for the field's label
  const BELOW = 380; // and for four suggestions
  let field = null;

  const one = (id) => document.getElementById(id);
  const fields = () => [...document.querySelectorAll("[data-own-keyboard]")];
  const target = () => (field?.isConnected ? field : fields()[0]);

  function open(asked) {
    field = asked ?? target();
    if (!field) return;
    one("keyboard").hidden = false;
    document.body.classList.add("typing");
    tell(true);
    field.focus({ preventScroll: true });
    reveal();
  }
  // Between the field and the keyboard there is room for what the field suggests.
  function reveal() {
    field.scrollIntoView({ block: "nearest" });
    const place = field.getBoundingClientRect();
    const room = one("keyboard").getBoundingClientRect().top - place.bottom;
    scrollBy(0, Math.min(place.top - ABOVE, Math.max(0, BELOW - room)));
  }
  function close() {
    one("keyboard").hidden = true;
    document.body.classList.remove("typing");
    tell(false);
  }
  function tell(shown) {
    for (const button of document.querySelectorAll("[data-act=keyboard]")) {
      button.setAttribute("aria-expanded", String(shown));
      button.disabled = fields().length === 0;
    }
  }

  function write(text) {
    const to = target();
    const [start, end] = [to.selectionStart, to.selectionEnd];
    to.setRangeText(text, start, end, "end");
    changed(to);
  }
  function erase() {
    const to = target();
    const end = to.selectionEnd;
    const start = to.selectionStart < end ? to.selectionStart : end - ([...to.value.slice(0, end)].at(-1)?.length ?? 0);
    to.setRangeText("", start, end, "end");
    changed(to);
  }
  function empty() {
    target().value = "";
    changed(target());
  }
  function changed(to) {
    to.dispatchEvent(new Event("input", { bubbles: true }));
    to.scrollLeft = to.scrollWidth; // the end of what one writes stays in view
  }
  // The field of a search is done with a search; in a longer form one goes on to what comes next.
  function enter() {
    const to = target();
    close();
    if (to.type === "search") to.form.requestSubmit();
    else to.focus();
  }

  document.addEventListener("pointerdown", (event) => {
    if (event.target.closest("#keyboard button")) event.preventDefault(); // the field keeps the focus
  });
  document.addEventListener("click", (event) => {
    const touched = event.target.closest("[data-own-keyboard]");
    if (touched) return open(touched);
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.act === "keyboard") return one("keyboard").hidden ? open() : close();
    if (!button.closest("#keyboard")) return;
    if (button.dataset.key) write(button.dataset.key);
    else if (button.dataset.layout) change(button);
    else if (button.dataset.act) ({ erase, empty, enter })[button.dataset.act]();
  });
  function change(button) {
    for (const keys of document.querySelectorAll("#keyboard .keys")) keys.hidden = keys.id !== button.dataset.layout;
    for (const key of document.querySelectorAll("[data-layout]")) key.setAttribute("aria-pressed", String(key === button));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !one("keyboard").hidden) {
      close();
      target()?.focus();
    }
  });

  document.addEventListener("vagvisaren:page", () => {
    document.body.classList.remove("typing");
    tell(false);
  });
  tell(false);
})();
