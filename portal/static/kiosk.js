// A shared screen. One visitor's pages are one document and one entry of the history: each new page is put in the
// place of the old one, so that nothing is left behind it. The way back is kept in this script's memory alone.
(() => {
  "use strict";
  const REST = 10000; // ms between tries to reach a server that does not answer
  let back = [];
  let ahead = [];
  let touched = false; // has anyone done anything since the start page came?
  let waited = 0; // the timer that ends in the question
  let ticking = 0; // the one that ends in the wiping
  let going = null; // the page that is on its way
  let leaving = false;

  const one = (id) => document.getElementById(id);
  const seconds = (name) => Number(document.body.dataset[name]);
  const here = () => ({ url: location.href, y: scrollY });

  // ---- from page to page
  // Null: what came is no page of ours but a proxy's or a download.
  async function fetchPage(url, signal) {
    const reply = await fetch(url, { cache: "no-store", headers: { Accept: "text/html" }, signal });
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    return page.getElementById("idle") && { url: reply.url, page };
  }

  // A second touch while a page is on its way takes the place of the first.
  async function go(url, y, arrived) {
    const to = new URL(url, location.href);
    going?.abort();
    const mine = (going = new AbortController());
    const fetched = await fetchPage(to, mine.signal).catch(() => null);
    if (leaving || mine.signal.aborted) return;
    if (!fetched) return trouble();
    const from = location.href;
    history.replaceState(null, "", fetched.url.split("#")[0] + to.hash);
    arrived(location.href !== from);
    show(fetched.page);
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
    mark();
    document.dispatchEvent(new Event("vagvisaren:page"));
    wait();
  }

  function mark() {
    for (const [act, way] of [["back", back], ["forward", ahead]]) {
      for (const button of document.querySelectorAll(`[data-act=${act}]`)) button.disabled = way.length === 0;
    }
  }

  function trouble() {
    const place = one("trouble");
    place.textContent = place.dataset.what;
    place.scrollIntoView({ block: "center" });
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
    print: () => print(),
    stay,
    wipe,
  };

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
    one("staff").hidePopover();
    dialog.showModal();
    const tell = () => {
      const text = dialog.querySelector("[data-said]").dataset.said.replace("{seconds}", left);
      dialog.querySelector(".left").textContent = text;
      if (left % 10 === 0) one("idle-said").textContent = text; // read aloud now and then, not every second
    };
    tell();
    clearInterval(ticking);
    ticking = setInterval(() => {
      left -= 1;
      if (left <= 0) return wipe();
      tell();
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
  // What is on the screen goes at once; the new start page comes when the server answers.
  async function wipe() {
    if (leaving) return;
    leaving = true;
    going?.abort();
    const { home } = document.body.dataset;
    clearTimeout(waited);
    clearInterval(ticking);
    [back, ahead] = [[], []];
    for (const field of document.querySelectorAll("input, textarea")) field.value = "";
    one("idle").close();
    const kept = one("trouble");
    document.title = "Vägvisaren";
    document.body.replaceChildren(kept);
    history.replaceState(null, "", home);
    for (;;) {
      try {
        const reply = await fetch(home, { cache: "no-store" });
        if (reply.ok) break;
      } catch {
        kept.textContent = kept.dataset.what;
      }
      await new Promise((resolve) => setTimeout(resolve, REST));
    }
    location.replace(home);
  }

  history.scrollRestoration = "manual";
  addEventListener("pageshow", (event) => event.persisted && wipe());
  mark();
  wait();
})();
