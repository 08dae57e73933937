// Makes the results follow typing and filters. The page works without it: the form is an ordinary one.
// htmx is fetched when someone begins to use the form, so that the first view stays light.
(() => {
  "use strict";
  const LIMIT = 5000; // ms that htmx may take to come before the form does without
  const SOON = 1000; // ms after which a wait is said: results mostly take a tenth of it
  const form = document.getElementById("sok-form");
  const field = document.getElementById("q");
  const trouble = document.getElementById("trouble");
  const waitingSign = document.getElementById("waiting");
  let fetched = false; // htmx is asked for
  let waiting = null; // a check box that was changed before it came
  let live = false; // and listens
  let asked = ""; // what results were last asked for
  let focused = "";
  let counted = ""; // what the number of results said before
  let latest = null; // the request whose results are waited for
  let sign = 0; // the timer that says so
  let leaving = false; // for the address that says why a number was refused
  let meant = field.defaultValue; // what was asked for by more than typing

  const on = (name, listener) => document.addEventListener(name, listener);
  const typed = () => field.value !== field.defaultValue;

  function start() {
    if (fetched) return;
    fetched = true;
    load(form.dataset.numbers);
    load(form.dataset.htmx);
    setTimeout(() => !live && waiting && !held() && form.requestSubmit(), LIMIT);
  }

  // They run in this order: first what holds numbers back, then what sends.
  function load(address) {
    const script = Object.assign(document.createElement("script"), { src: address, async: false });
    script.addEventListener("error", () => {
      fetched = false;
      if (waiting && !held()) form.requestSubmit();
    });
    document.head.append(script);
  }

  for (const name of ["focusin", "pointerdown"]) {
    on(name, (e) => e.target.closest("#sok-form, .filters, .chips, .paging, .relax") && start());
  }
  if (typed() || form.contains(document.activeElement)) start(); // before this script had come

  on("htmx:after:process", () => {
    if (live) return;
    live = true;
    // What was done while htmx was on its way.
    if (waiting) waiting.dispatchEvent(new Event("change", { bubbles: true }));
    else if (typed()) field.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // A page in another language is the one that is shown now, not the one that was loaded.
  on("click", (e) => {
    const other = e.target.closest("a[hreflang]");
    if (other) other.search = location.search;
  });

  // Whose records these are is said by the head of the page, and carried by all of its links: the page is loaded anew.
  addEventListener(
    "change",
    (e) => {
      if (!e.target.matches("[data-whole]") || held()) return;
      e.stopImmediatePropagation();
      form.submit();
    },
    true,
  );
  on("change", (e) => {
    if (live || e.target.form !== form || e.target.type !== "checkbox") return;
    waiting = e.target;
    start();
  });

  // What may become an identity number stays in the field until someone says that it is something else.
  const held = () => field.value !== meant && (window.numbers?.mayBecome(field.value) ?? true);
  // Before htmx hears of it.
  document.addEventListener("submit", (e) => {
    if (leaving) {
      e.preventDefault();
      e.stopImmediatePropagation();
    }
    if (e.target === form) meant = field.value;
  }, true);

  on("input", (e) => {
    if (e.target !== field) return;
    const rest = window.numbers?.without(field.value, true) ?? null;
    if (rest !== null) return leave(rest);
    trouble.textContent = window.numbers && held() ? trouble.dataset.held : "";
  });

  // The field held what must not be kept: neither here, should one go back, nor in the history.
  function leave(rest) {
    const to = new URL(form.action);
    field.value = rest;
    to.search = new URLSearchParams([...new FormData(form), ["notis", "personnummer"]]);
    form.reset();
    leaving = true; // an Enter that comes now would ask the old question again
    location.replace(to);
  }

  on("htmx:config:request", (e) => {
    const { sourceElement: source, request } = e.detail.ctx;
    if ((source === field || source === form) && held()) return e.preventDefault();
    const wanted = `${request.action} ${new URLSearchParams(request.body)}`;
    // The field waits before it asks: someone may have pressed Enter since, and that request is not to be cut off.
    if (source === field && wanted === asked) return e.preventDefault();
    asked = wanted;
    // The link may be gone when the results come.
    e.detail.ctx.toCount = source.matches("[data-to-count]");
  });

  // Of several requests the last is waited for: it has taken the place of the others.
  on("htmx:before:request", (e) => {
    latest = e.detail.ctx;
    clearTimeout(sign);
    sign = setTimeout(() => (waitingSign.textContent = waitingSign.dataset.what), SOON);
  });
  on("htmx:finally:request", (e) => {
    if (e.detail.ctx !== latest) return;
    clearTimeout(sign);
    waitingSign.textContent = "";
  });

  // The server knows one where this script did not.
  on("htmx:after:request", (e) => {
    const to = e.detail.ctx.response.headers.get("HX-Redirect");
    if (!to) return;
    e.preventDefault();
    form.reset();
    location.replace(to);
  });

  on("htmx:before:history:update", (e) => {
    const { history, response } = e.detail;
    if (response.status >= 400) e.preventDefault();
    else if (history.path === location.pathname + location.search) history.type = "replace";
  });

  // Back and forward among results, on a page that was loaded anew and has no htmx yet.
  window.addEventListener("popstate", (e) => {
    if (!live && e.state?.htmx) location.reload();
  });

  on("htmx:before:swap", () => {
    focused = document.activeElement?.id;
    counted = document.getElementById("count")?.textContent;
  });

  on("htmx:after:swap", (e) => {
    const { toCount, response } = e.detail.ctx;
    if (response.status >= 400) return;
    trouble.textContent = held() ? trouble.dataset.held : "";
    // A box that someone has touched no longer follows its attribute.
    for (const box of form.elements) {
      if (box.type === "checkbox") box.checked = box.defaultChecked;
    }
    const count = document.getElementById("count");
    if (toCount) return count.focus();
    if (count.textContent === counted) sayAnew(count);
    if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
  });

  // A voice speaks when words change: other results with the same number are new words too.
  function sayAnew(place) {
    const words = [...place.childNodes];
    place.replaceChildren();
    setTimeout(() => place.hasChildNodes() || place.replaceChildren(...words), 100);
  }

  // An error is told above the results, which stay.
  function tell(what) {
    asked = "";
    trouble.textContent = `${what || trouble.dataset.what}. ${trouble.dataset.then}`;
  }
  on("htmx:response:error", (e) => {
    const page = new DOMParser().parseFromString(e.detail.ctx.text, "text/html");
    tell(page.querySelector("h1")?.textContent);
  });
  on("htmx:error", () => tell());

  document.documentElement.classList.add("live"); // only now is the button for filters of no use
})();
