// Names as people type them: compared without case, accents and the marks between their parts, as the server does.

const PLAIN = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ß: "ss" };
const CALL = /(?<![\p{L}\p{N}_@.])@(?=[\p{L}\p{N}_])([^\n@]{1,200})/gu;

export function fold(name) {
  const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const parts = bare.replace(/[øłđðþæœıß]/g, (letter) => PLAIN[letter]).match(/[\p{L}\p{N}]+/gu);
  return parts ? ` ${parts.join(" ")} ` : "";
}

// Whether a message calls somebody of that name: known here alone, for the one who reads.
export function markCalls(message, name) {
  const own = fold(name);
  const shown = message.querySelector("[data-body]");
  const body = shown?.textContent.includes("@") ? shown.cloneNode(true) : null;
  body?.querySelectorAll("blockquote, code, pre").forEach((part) => part.replaceWith("\n"));
  body?.querySelectorAll("br").forEach((part) => part.replaceWith("\n"));
  const calls = own && body ? [...body.textContent.matchAll(CALL)].some(([, rest]) => fold(rest).startsWith(own)) : false;
  message.classList.toggle("message--mentions-me", calls);
  const told = message.querySelector("[data-calls-me]");
  if (!calls) told?.remove();
  else if (!told) message.querySelector(".message__head")?.append(hiddenWords("mentions you"));
}

function hiddenWords(words) {
  const told = document.createElement("span");
  told.className = "visually-hidden";
  told.dataset.callsMe = "";
  told.textContent = words;
  return told;
}
