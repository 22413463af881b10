{% load static %}// Keeps one page and its looks for when there is no connection. Pages themselves are never kept: they may be private.
const OFFLINE = "{% url 'offline' %}";
const KEPT = [OFFLINE, "{% static 'css/member.css' %}", "{% static 'fonts/eczar.woff2' %}"];
const NAME = `offline ${KEPT[1]}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(KEPT)));
});

self.addEventListener("activate", (event) => {
  const older = (names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(older));
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate" && event.request.method === "GET") {
    event.respondWith(fetch(event.request).catch(() => caches.match(OFFLINE)));
  } else if (KEPT.includes(new URL(event.request.url).pathname)) {
    event.respondWith(fetch(event.request).catch(() => caches.match(event.request)));
  }
});
