// Questions and posts by HTTP, and what their answers mean.

// A once-only key. Browsers offer randomUUID only where the page came safely.
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}

// What a plain answer says of the session or the right: nothing while both stand. The door leads whoever has no session
// to sign in, and whoever has no right left at all to where one waits.
export function endIn({ status, redirected, url }) {
  if (redirected) return new URL(url).pathname.endsWith("/waiting/") ? "right-lost" : "session-over";
  return status === 404 ? "right-lost" : undefined;
}

// What changed since a cursor: frames, or a reset, or the end of the session or the right.
export async function questionFor(address, cursor) {
  const answer = await fetch(`${address}?after=${encodeURIComponent(cursor)}`);
  const end = endIn(answer);
  if (end || answer.status === 400) return { end, reset: true, frames: [] };
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

// Send one message as the form would. Gives {state: sent | held | failed | waiting | stopped, ...}.
export async function deliver(form, item, ended) {
  const data = new FormData();
  data.set("csrfmiddlewaretoken", form.elements.namedItem("csrfmiddlewaretoken").value);
  Object.entries(item.fields).forEach(([name, value]) => [value].flat().forEach((one) => data.append(name, one)));
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 20_000);
  try {
    const headers = { "X-Fragment": "1" };
    const answer = await fetch(form.action, { method: "POST", body: data, headers, signal: stop.signal });
    if (answer.redirected && new URL(answer.url).pathname.startsWith("/accounts/")) {
      ended(endIn(answer));
      return { state: "stopped" };
    }
    const text = await answer.text();
    if (answer.status === 202) return { state: "held", fragment: text };
    if (answer.ok) return { state: "sent", fragment: text };
    if (answer.status === 429) return { state: "waiting", after: Number(answer.headers.get("Retry-After")) || 10 };
    if (answer.status >= 500) return { state: "waiting" };
    return { state: "failed", reason: reasonIn(text, answer.status) };
  } catch {
    return { state: "waiting" };
  } finally {
    clearTimeout(timer);
  }
}

// The server's own words for a refusal.
export function reasonIn(text, status) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const words = page.querySelector(".error-summary li, .field__error, .error-message")?.textContent.trim();
  return words || { 403: "You cannot post here.", 404: "This thread is not here any more." }[status] || "Please look at it again.";
}
