// Small comforts on every members' page; nothing here is needed to read, post or book.

// The error summary takes the focus, so that it is read first.
document.querySelector(".error-summary")?.focus();

// After a booking the panel's heading says what happened.
if (location.hash === "#registration") document.getElementById("registration-title")?.focus();

// Shift three times in a second leaves the page.
let pressed = [];
document.addEventListener("keydown", (event) => {
  pressed = event.key === "Shift" && !event.repeat ? [...pressed, Date.now()].slice(-3) : [];
  if (pressed.length === 3 && pressed[2] - pressed[0] < 1000) {
    location.replace(document.querySelector("[data-exit]")?.href ?? "/");
  }
});

// What was kept on the device goes when somebody signs out, whichever of a page's buttons they press.
document.addEventListener("submit", ({ target }) => {
  if (!new URL(target.action, location.href).pathname.endsWith("/logout/")) return;
  sessionStorage.clear();
  Object.keys(localStorage)
    .filter((name) => /^(draft|outbox)/.test(name))
    .forEach((name) => localStorage.removeItem(name));
});

// One calm page for when there is no connection; nothing of anybody's is kept.
navigator.serviceWorker?.register("/offline-worker.js").catch(() => {});
