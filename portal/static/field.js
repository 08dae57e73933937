// Says at once what of a long text is not searched, and lets it stand: a field that cut it would say nothing.
(() => {
  "use strict";
  const SHOWN = 200; // characters of what is left over: enough to see where the rest begins
  const attachAll = () => document.querySelectorAll("[data-longest]").forEach(attach);
  document.addEventListener("vagvisaren:page", attachAll); // a page that came in the place of another
  attachAll();

  function attach(field) {
    const said = Object.assign(document.createElement("p"), { className: "cut" });
    said.setAttribute("role", "status");
    field.form.after(said);
    field.addEventListener("input", () => {
      const rest = [...field.value].slice(Number(field.dataset.longest));
      const shown = rest.slice(0, SHOWN).join("") + (rest.length > SHOWN ? "…" : "");
      said.textContent = shown && field.dataset.cut.replace("{rest}", () => shown);
    });
  }
})();
