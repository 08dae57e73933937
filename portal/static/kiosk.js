// A shared screen. One visitor's pages are one document and one entry of the history: each new page is put in the
// place of the old one, so that nothing is left behind it. The way back is kept in this script's memory alone.
// A page comes shut, and this script opens it: where it does not run, nothing can be entered that nobody would clear.
(() => {
  "use strict";
  const LIMIT = 10000; // ms that a reply may take: pages take a hundredth of it, and nobody believes in a wait that is longer
  const REST = 10000; // ms between tries to reach a server that does not answer
  let back = [];
  let ahead = [];
  let touched = false; // has anyone done anything since the start page came?
  let waited = 0; // the timer that ends in the question
  let ticking = 0; // the one that ends in the wiping
  let going = null; // the page that is on its way
  let leaving = false;
  let lowered = false; // for one who sits: what is touched begins below the upper third of the screen

  const one = (id) => document.getElementById(id);

  // ---- opened by scripts that all run, shut by one that fails
  // The first listeners of the page: a script that does not come is noticed too, and ends the visit as one that throws does.
  addEventListener("error", (event) => (event.target === window || event.target.localName === "script") && wipe(REST), true);
  addEventListener("unhandledrejection", () => wipe(REST));
  const opening = setTimeout(() => wipe(), LIMIT);
  document.addEventListener("DOMContentLoaded", () => {
    clearTimeout(opening);
    if (!leaving) open();
  });

  function open() {
    one("shut").hidden = true;
    one("opened").hidden = false;
  }

  const seconds = (name) => Number(document.body.dataset[name]);
  const here = () => ({ url: location.href, y: scrollY });

  // ---- from page to page
  // Null: nothing came in time, or no whole page of ours: a proxy's words, a network's log-in, a download, half a reply.
  async function fetchPage(url, controller) {
    const timer = setTimeout(() => controller.abort(), LIMIT);
    try {
      // Without credentials no browser asks for a password, whatever the network answers.
      const reply = await fetch(url, { cache: "no-store", credentials: "omit", headers: { Accept: "text/html" }, signal: controller.signal });
      const text = await reply.text();
      const page = new DOMParser().parseFromString(text, "text/html");
      return text.trimEnd().endsWith("</html>") && page.getElementById("idle") ? { ok: reply.ok, url: reply.url, page } : null;
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  // A second touch while a page is on its way takes the place of the first.
  async function go(url, y, arrived) {
    const to = new URL(url, location.href);
    going?.abort();
    const mine = (going = new AbortController());
    tell("trouble", "");
    tell("waiting", one("waiting").dataset.what);
    const reply = await fetchPage(to, mine);
    if (leaving || going !== mine) return;
    tell("waiting", "");
    if (!reply) return trouble();
    const from = location.href;
    history.replaceState(null, "", reply.url.split("#")[0] + to.hash);
    arrived(location.href !== from);
    show(reply.page);
    scrollTo(0, y);
    focus(one("main"));
    if (to.hash) jump(to.hash);
    if (one("fel")) focus(one("fel"));
  }

  function focus(place) {
    if (place.tabIndex < 0) place.tabIndex = -1; // makes a place of the text one that can hold the focus
    place.focus({ preventScroll: true });
  }

  function show(page) {
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    document.documentElement.dir = page.documentElement.dir;
    clearInterval(ticking); // the question goes with the page that asked it
    document.body.replaceWith(document.adoptNode(page.body));
    open();
    mark();
    lower(lowered);
    document.dispatchEvent(new Event("vagvisaren:page"));
    wait();
  }

  function mark() {
    for (const [act, way] of [["back", back], ["forward", ahead]]) {
      for (const button of document.querySelectorAll(`[data-act=${act}]`)) button.disabled = way.length === 0;
    }
  }

  const tell = (place, text) => (one(place).textContent = text);

  function trouble() {
    tell("trouble", one("trouble").dataset.what);
    one("trouble").scrollIntoView({ block: "center" });
  }

  function follow(url) {
    const from = here();
    go(url, 0, (moved) => {
      if (moved) [back, ahead] = [[...back, from], []];
    });
  }

  function step(from, to) {
    const place = from.at(-1);
    const left = here();
    if (!place) return;
    go(place.url, place.y, () => {
      from.pop();
      to.push(left);
    });
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented) return;
    if (!event.target.closest("#staff, [data-act=staff]")) one("staff")?.close(); // out of the way of whatever was touched
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act in acts) {
      event.preventDefault();
      return acts[act]();
    }
    const link = event.target.closest("a[href]");
    if (!link) return;
    event.preventDefault();
    const to = new URL(link.href);
    if (to.origin !== location.origin) return location.replace(to); // one of the hosts that a setting lets through
    if (to.hash && to.href.split("#")[0] === location.href.split("#")[0]) return jump(to.hash);
    follow(to);
  });
  document.addEventListener("auxclick", (event) => event.preventDefault());
  document.addEventListener("contextmenu", (event) => event.preventDefault());

  // A place in this page: no new entry of the history either.
  function jump(hash) {
    location.replace(hash);
    const target = one(decodeURIComponent(hash.slice(1)));
    target?.scrollIntoView();
    if (target) focus(target);
  }

  document.addEventListener("submit", (event) => {
    if (event.target.method === "dialog") return;
    event.preventDefault();
    const to = new URL(event.target.action);
    to.search = new URLSearchParams(new FormData(event.target));
    follow(to);
  });

  const acts = {
    back: () => step(back, ahead),
    forward: () => step(ahead, back),
    lower: () => {
      lower(!lowered);
      scrollTo(0, 0);
    },
    print: () => print(),
    staff: () => (one("staff").open ? one("staff").close() : one("staff").show()),
    "close-staff": closeStaff,
    stay,
    wipe,
  };

  function lower(wanted) {
    lowered = wanted;
    document.body.classList.toggle("lowered", lowered);
    const button = document.querySelector("[data-act=lower]");
    button.setAttribute("aria-pressed", lowered);
    button.disabled = Boolean(document.querySelector("main > .hero")); // the start page is low already
  }
  function closeStaff() {
    one("staff").close();
    document.querySelector("[data-act=staff]").focus();
  }
  document.addEventListener("keydown", (event) => event.key === "Escape" && one("staff")?.open && closeStaff());

  // ---- is anyone there?
  const pristine = () => !touched && location.pathname === document.body.dataset.home && !location.search;

  function wait() {
    clearTimeout(waited);
    if (leaving || one("idle").open) return;
    waited = setTimeout(() => (pristine() ? wait() : ask()), seconds("idle") * 1000);
  }

  function ask() {
    const dialog = one("idle");
    let left = seconds("warning");
    one("staff").close();
    dialog.showModal();
    const count = () => {
      const text = dialog.querySelector("[data-said]").dataset.said.replace("{seconds}", left);
      dialog.querySelector(".left").textContent = text;
      if (left % 10 === 0) one("idle-said").textContent = text; // read aloud now and then, not every second
    };
    count();
    clearInterval(ticking);
    ticking = setInterval(() => {
      left -= 1;
      if (left <= 0) return wipe();
      count();
    }, 1000);
  }

  function stay() {
    clearInterval(ticking);
    one("idle").close();
    wait();
  }
  document.addEventListener("cancel", (event) => event.target.id === "idle" && stay(), true);

  for (const name of ["pointerdown", "keydown", "click", "input", "wheel", "touchmove", "scroll"]) {
    document.addEventListener(name, (event) => {
      if (event.isTrusted && name !== "scroll") touched = true;
      wait();
    }, { capture: true, passive: true });
  }

  // ---- the end of a visit
  // What is on the screen goes at once, and says that it does; the new start page comes when the server answers.
  async function wipe(rest = 0) {
    if (leaving) return;
    leaving = true;
    const { home } = document.body.dataset;
    const [shut, kept] = [one("shut"), one("trouble")];
    const fields = document.querySelectorAll("input, textarea");
    shut.hidden = false;
    document.body.replaceChildren(shut, kept);
    document.title = "Vägvisaren";
    history.replaceState(null, "", home);
    for (const field of fields) field.value = ""; // scripts still hold some
    going?.abort();
    clearTimeout(waited);
    clearInterval(ticking);
    [back, ahead] = [[], []];
    if (rest) await sleep(rest);
    for (;;) {
      const reply = await fetchPage(home, new AbortController());
      if (reply?.ok) location.replace(home);
      else kept.textContent = kept.dataset.what;
      await sleep(REST); // the server may fall silent between the two
    }
  }
  function sleep(time) {
    return new Promise((resolve) => setTimeout(resolve, time));
  }

  history.scrollRestoration = "manual";
  addEventListener("pageshow", (event) => event.persisted && wipe());
  mark();
  lower(lowered);
  wait();
})();
