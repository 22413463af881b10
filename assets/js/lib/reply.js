// Answering and quoting without leaving the page: the links of a message fill the composer. Without this they lead to the
// same page, whose server does it.

const LONGEST = 2000;

export class Reply {
  constructor(host, form) {
    this.form = form;
    this.body = form.elements.namedItem("body");
    this.place = form.querySelector("[data-replying]");
    host.list.addEventListener("click", (event) => this.click(event));
    this.place?.addEventListener("click", (event) => {
      if (!event.target.closest("a")) return;
      event.preventDefault();
      this.nobody();
      this.body.focus();
    });
  }

  click(event) {
    const link = event.target.closest("a[href*='reply=']");
    if (!link || !this.place || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const marks = new URL(link.href).searchParams;
    this.answer(link.closest("[id^='message-']"), marks.get("reply"));
    if (marks.get("quote")) this.quote(link.closest("[id^='message-']"));
    this.body.focus();
  }

  answer(message, id) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: "reply_to", value: id });
    const words = document.createElement("p");
    const name = document.createElement("strong");
    name.textContent = message.querySelector("[data-name]")?.textContent.trim() ?? "";
    const nobody = Object.assign(document.createElement("a"), { href: "#compose", textContent: "Answer nobody in particular" });
    words.append("Answering ", name, ": ", ownWords(message).slice(0, 120), " ", nobody);
    this.place.replaceChildren(field, words);
    this.place.hidden = false;
  }

  quote(message) {
    const lines = ownWords(message).slice(0, LONGEST).split("\n");
    const words = `${lines.map((line) => `> ${line}`.trimEnd()).join("\n")}\n\n`;
    this.body.setRangeText(words, 0, 0);
    this.body.setSelectionRange(this.body.value.length, this.body.value.length);
    this.body.dispatchEvent(new Event("input", { bubbles: true }));
  }

  nobody() {
    if (!this.place) return;
    this.place.hidden = true;
    this.place.replaceChildren();
  }
}

// What a message says itself, without what it quotes.
function ownWords(message) {
  const parts = [...(message.querySelector("[data-body]")?.children ?? [])];
  return parts.filter((part) => !part.matches("blockquote")).map((part) => part.innerText.trim()).join("\n\n").trim();
}
