// Makes the results follow typing and filters. The page works without it: the form is an ordinary one.
// htmx is fetched when someone begins to use the form, so that the first view stays light.
(() => {
  "use strict";
  const form = () => document.getElementById("sok-form");
  let started = false;

  function start() {
    if (started || !form()) return;
    started = true;
    const field = document.getElementById("q");
    const before = field.value;
    const script = document.createElement("script");
    script.src = form().dataset.htmx;
    script.addEventListener("load", () => {
      // What was typed while htmx was on its way.
      if (field.value !== before) field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    document.head.append(script);
  }

  for (const event of ["focusin", "pointerdown", "keydown"]) {
    document.addEventListener(event, (e) => {
      if (e.target.closest?.("#sok-form, #live")) start();
    });
  }

  // A check box that was changed before htmx had come is sent the ordinary way.
  document.addEventListener("change", (e) => {
    if (!window.htmx && e.target.form === form() && e.target.type === "checkbox") form().requestSubmit();
  });

  // A link to another page of the results brings the reader to its beginning.
  document.addEventListener("htmx:after:swap", (e) => {
    const source = e.detail.ctx?.sourceElement;
    if (source?.matches?.("[data-to-top]")) document.getElementById("count")?.focus();
  });
})();
