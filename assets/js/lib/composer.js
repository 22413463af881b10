// Writing in a thread: the form sends by itself, shows at once what is on its way, and keeps what is unfinished.

import { deliver, newKey } from "./deliver.js";
import { device, tab } from "./keep.js";
import { Outbox } from "./outbox.js";
import { Pending } from "./pending.js";
import { isEditable, pageOf } from "./keys.js";
import { Reply } from "./reply.js";

const SAY_TYPING = 3000;

export class Composer {
  constructor(host, form) {
    const name = `${host.dataset.me}:${host.dataset.thread}`;
    this.host = host;
    this.form = form;
    this.body = form.elements.namedItem("body");
    this.draft = `draft:${name}`;
    this.outbox = new Outbox(name, (item) => deliver(form, item, (why) => host.line.ended(why)));
    this.pending = new Pending(host.log, this.outbox, (item) => this.edit(item));
    // Text the server gave back (a refused form) wins over what the tab remembers, and that over a draft kept there.
    if (!this.body.value || "kept" in this.body.dataset) this.body.value = tab.get(this.draft) ?? this.body.value;
    const token = form.elements.namedItem("csrfmiddlewaretoken").value;
    if (host.dataset.names) this.completeNames(host.dataset.names, token);
    this.reply = new Reply(host, form);
    const keys = form.querySelector(".composer__keys");
    keys?.removeAttribute("hidden");
    if (keys && device.get("enter") === "breaks") keys.textContent = "Ctrl and Enter to send";
    this.listen();
    this.outbox.items.forEach((item) => this.pending.show(item));
    this.outbox.run();
    if (location.hash === "#compose") this.body.focus();
  }

  listen() {
    this.outbox.addEventListener("change", (event) => this.show(event.detail));
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.body.addEventListener("input", () => this.typed());
    this.body.addEventListener("keydown", (event) => this.key(event));
    this.host.list.addEventListener("keydown", (event) => event.key === "Escape" && this.body.focus());
  }

  // What completes names comes when somebody first writes. Without it a name is typed whole.
  completeNames(address, token) {
    const load = () =>
      (this.mention ??= import("../lib/mention.js").then(
        ({ Mention }) => new Mention(this.body, address, token),
        () => (this.mention = null),
      ));
    this.body.addEventListener("focus", load);
    const button = this.form.querySelector("[data-mention]");
    button?.removeAttribute("hidden");
    button?.addEventListener("click", async () => (await load())?.begin());
  }

  // The element beside the text, once its script is there.
  get files() {
    const chooser = this.form.querySelector("file-chooser");
    return chooser?.take ? chooser : null;
  }

  typed() {
    if (this.body.value) tab.set(this.draft, this.body.value);
    else tab.drop(this.draft);
    if (!this.body.value || Date.now() - (this.saidTyping ?? 0) < SAY_TYPING || "quiet" in this.host.dataset) return;
    this.saidTyping = Date.now();
    this.host.line.say({ signal: "typing", thread: this.host.dataset.thread });
  }

  // Enter sends where a mouse or pad is at hand; on touch keyboards it is a new line. A setting swaps it.
  key(event) {
    if (event.key === "ArrowUp" && !this.body.value) return this.editLast(event);
    if (event.key !== "Enter" || event.isComposing || event.altKey) return;
    const usual = matchMedia("(pointer: fine)").matches ? "sends" : "breaks";
    const sends = (device.get("enter") ?? usual) === "sends";
    if (event.ctrlKey || event.metaKey || (sends && !event.shiftKey)) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  // Arrow up where nothing is written yet: one's last words again, on the page that changes them.
  editLast(event) {
    const mine = this.host.list.querySelectorAll(".message--mine[id^='message-']:not([data-gone])");
    const last = mine[mine.length - 1];
    const page = last && isEditable(last, this.host) ? pageOf(last) : "";
    if (!page || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    location.assign(`${page}edit/`);
  }

  submit(event) {
    // "Keep as draft" has an address of its own, and the browser goes there.
    if (event.submitter?.hasAttribute("formaction")) {
      // Words that leave for a page of their own must not come back into this form.
      if ("leaves" in event.submitter.dataset) tab.drop(this.draft);
      return;
    }
    // Files nobody sends ahead go with the form itself.
    if (!this.files && this.form.elements.namedItem("files")?.files.length) return;
    const body = this.body.value.trim();
    event.preventDefault();
    if (!body) return this.body.focus();
    if (this.files && !this.files.isReady) return;
    const replying = this.form.elements.namedItem("reply_to")?.value;
    const key = newKey();
    const fields = { body, key, ...(replying && { reply_to: replying }), ...this.files?.take(key) };
    this.body.value = "";
    tab.drop(this.draft);
    this.reply.nobody();
    this.outbox.add({ key, fields, body });
    this.body.focus();
    this.host.log.toEnd();
  }

  show({ item, fragment }) {
    if (item.state !== "sent" && item.state !== "held") {
      this.pending.show(item);
      return;
    }
    this.pending.forget(item.key);
    this.files?.forget(item.key);
    if (item.state === "held") return this.showHeld(item.key, fragment);
    if (this.host.isPartial) return location.assign(location.pathname);
    if (fragment) this.host.log.place(fragment, { key: item.key, provisional: true });
    if (this.host.line.state !== "open") this.host.fillGap();
  }

  // Taken, and for this person's eyes alone until it is posted.
  showHeld(key, fragment) {
    this.pending.remove(key);
    const place = this.host.querySelector("[data-waiting]");
    if (!place || this.host.heldBy(key)) return;
    place.insertAdjacentHTML("beforeend", fragment);
    place.hidden = false;
  }

  edit(item) {
    this.outbox.discard(item.key);
    this.pending.remove(item.key);
    this.files?.giveBack(item.key);
    this.body.value = [item.body, this.body.value].filter(Boolean).join("\n\n");
    this.typed();
    this.body.focus();
  }
}
