"""What a page can keep in a browser: all of it, and what it is where nothing is kept."""

from __future__ import annotations

KEPT = """async () => ({
    cookie: document.cookie, local: localStorage.length, session: sessionStorage.length, name: window.name,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    files: (await Array.fromAsync((await navigator.storage.getDirectory()).keys())).length,
})"""
NOTHING = {"cookie": "", "local": 0, "session": 0, "name": "", "databases": 0, "caches": 0, "workers": 0, "files": 0}
