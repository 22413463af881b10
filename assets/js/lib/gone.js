// The right to read is gone, and with it from the page all that was read by it, names of spaces too. One's own unfinished
// words stay, to be copied.

export function takeAway({ bar, composer }) {
  const own = [...(composer?.outbox.items ?? []).map((item) => item.body), composer?.body.value ?? ""].filter(Boolean);
  const heading = part("h1", "This page is empty now");
  const way = Object.assign(part("a", "To your discussions"), { href: "/m/discussions/" });
  const kept = own.length ? [part("p", "Your words are kept here to copy:"), ...own.map((words) => part("blockquote", words))] : [];
  const main = document.querySelector("main");
  document.querySelectorAll(".side :is(a[href^='/m/s/'], a[href^='/m/t/'])").forEach((link) => link.closest("li")?.remove());
  main.classList.add("stack");
  main.replaceChildren(heading, bar.place, ...kept, way);
  heading.tabIndex = -1;
  if (document.activeElement === document.body) heading.focus();
}

function part(tag, words) {
  const element = Object.assign(document.createElement(tag), { textContent: words });
  if (tag === "blockquote") element.className = "message__quote";
  return element;
}
