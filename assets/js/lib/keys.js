// Keys on a focused message: R replies, Q quotes, L copies the link, S saves. They mean nothing anywhere else.

const ACTS = { r: reply, q: quote, l: copyLink, s: save };

// Gives true where the key meant something.
export function act(message, key, tell) {
  if (!ACTS[key] || !message.id) return false;
  ACTS[key](message, tell);
  return true;
}

// The page of a message, where everything about it can be done without this.
export function pageOf(message) {
  return message.querySelector("a.message__time")?.href;
}

// Whether its author may still put it in other words, by this browser's clock. The server has the last word.
export function isEditable(message, host) {
  const said = message.querySelector("a.message__time time")?.dateTime;
  return Date.now() < Date.parse(said) + 1000 * host.dataset.editableFor;
}

function reply(message) {
  message.querySelector("a[href*='reply=']:not([href*='quote='])")?.click();
}

function quote(message) {
  message.querySelector("a[href*='quote=']")?.click();
}

async function copyLink(message, tell) {
  const id = message.id.replace("message-", "");
  try {
    await navigator.clipboard.writeText(new URL(`?at=${id}#${message.id}`, location.href).href);
    tell("Link copied");
  } catch {
    tell("The link could not be copied");
  }
}

async function save(message, tell) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  const page = pageOf(message);
  if (!token || !page) return;
  try {
    const body = new URLSearchParams({ csrfmiddlewaretoken: token });
    const answer = await fetch(`${page}bookmark/`, { method: "POST", body, redirect: "manual" });
    tell(answer.type === "opaqueredirect" ? "Saved for later" : "This message could not be saved");
  } catch {
    tell("This message could not be saved");
  }
}
