// <live-thread>: a thread that keeps itself up to date. The page works without it; this places what the server renders.
//
//   data-space, data-thread     opaque ids                   data-me         opaque id of the one who reads
//   data-cursor                 where the page stands        data-changes    address that answers what changed since
//   data-reading                address to post the reading position to (optional)
//
// Inside it: [role=log] with elements #message-<id>[data-author]; form[data-composer] with fields
// body and key; and, where the page has them, [data-connection], [data-pill], [data-typing], [data-here], [data-announcer].

import { Announcer } from "../lib/announcer.js";
import { device, tab } from "../lib/keep.js";
import { Line } from "../lib/lines.js";
import { Log } from "../lib/log.js";
import { Outbox } from "../lib/outbox.js";
import { Pending } from "../lib/pending.js";
import { Position } from "../lib/position.js";
import { deliver, questionFor } from "../lib/deliver.js";

const KNOWN = 500;
const TYPING_FADES = 6000;
const SAY_TYPING = 3000;

class LiveThread extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("[role=log]");
    if (!this.list || this.line) return;
    this.form = this.querySelector("form[data-composer]");
    this.cursor = this.dataset.cursor;
    this.known = [this.cursor];
    this.log = new Log(this.list, this.dataset.me);
    this.position = new Position(this, this.log);
    this.announcer = new Announcer(this.place("announcer", "p", "visually-hidden"));
    this.connection = this.place("connection", "div", "connection");
    this.listen();
    if (this.form) this.compose();
    this.line.open();
  }

  disconnectedCallback() {
    this.line?.close();
  }

  // A part of the page, made here where the template left it out.
  place(name, tag, className) {
    let part = this.querySelector(`[data-${name}]`);
    if (!part) {
      part = document.createElement(tag);
      part.dataset[name] = "";
      part.className = className;
      this.prepend(part);
    }
    part.setAttribute("role", "status");
    return part;
  }

  // ---- frames

  listen() {
    this.line = new Line(this.dataset.space, () => this.cursor);
    this.line.addEventListener("frame", (event) => this.hear(event.detail));
    this.line.addEventListener("state", (event) => this.showState(event.detail));
    window.addEventListener("online", () => this.line.tryNow());
    window.addEventListener("pagehide", () => this.line.close());
    window.addEventListener("pageshow", (event) => event.persisted && this.line.open());
    document.addEventListener("visibilitychange", () => {
      this.line.say({ signal: document.hidden ? "away" : "here" });
      if (!document.hidden) this.line.tryNow();
    });
  }

  hear(frame) {
    if (frame.kind === "typing") this.showTyping(frame);
    else if (frame.kind === "here") this.showHere(frame.about);
    else if (frame.kind === "afresh") location.reload();
    else if (this.filling) this.held.push(frame);
    else if (frame.follows === this.cursor) this.apply(frame);
    else if (!this.known.includes(frame.cursor)) this.fillGap();
  }

  apply(frame) {
    this.cursor = frame.cursor;
    this.known.push(frame.cursor);
    if (this.known.length > KNOWN) this.known.shift();
    if (frame.thread !== this.dataset.thread) return;
    const key = this.keyOf(frame);
    if (this.isPartial && !this.log.byId(frame.element)) return this.position.countElsewhere(frame.element);
    const [message, isNew] = this.log.place(frame.html, { key, author: frame.author });
    if (message && isNew) this.arrived(message);
  }

  // Our own message, come back by the line: it has arrived, whatever became of the answer.
  keyOf(frame) {
    const item = this.outbox?.items.find((one) => one.key === frame.key);
    if (item) this.outbox.arrived(item.key);
    return frame.key ?? "";
  }

  arrived(message) {
    if (message.dataset.author === this.dataset.me) return;
    this.position.count(message);
    const body = message.querySelector("[data-body]") ?? message;
    const name = message.querySelector("[data-name]")?.textContent.trim() ?? "New message";
    this.announcer.add(name, body.textContent.trim().replace(/\s+/g, " "));
    this.hideTyping();
  }

  // Ask what changed since, before anything newer is shown.
  async fillGap() {
    if (this.filling) return;
    this.filling = true;
    this.held = [];
    try {
      for (let more = true; more; ) {
        const news = await questionFor(this.dataset.changes, this.cursor);
        if (news.reset) return location.reload();
        news.frames.forEach((frame) => this.apply(frame));
        more = news.more && news.frames.length > 0;
      }
    } catch {
      setTimeout(() => this.fillGap(), 2000 + Math.random() * 2000);
    } finally {
      this.filling = false;
      this.held.splice(0).forEach((frame) => this.hear(frame));
    }
  }

  // ---- connection

  showState({ state }) {
    const words = {
      lost: "Connection lost. Your messages are kept and will send when you are back.",
      "session-over": "You are signed out. What you wrote is kept in this tab.",
      "right-lost": "You can no longer read this space.",
      "too-fast": "Live updates are paused. Reload the page to see new messages.",
      refused: "Live updates are paused. Reload the page to see new messages.",
    };
    if (state !== "lost") {
      clearTimeout(this.lostTimer);
      this.lostTimer = null;
    }
    if (state === "open") this.backAgain();
    else if (state !== "lost") this.say(words[state], state);
    // A short break heals before anybody reads of it.
    else if (!this.said) this.lostTimer ??= setTimeout(() => this.say(words.lost, "lost"), 2000);
  }

  backAgain() {
    if (this.said === "lost") {
      const count = this.outbox?.unsent ?? 0;
      this.say(`You are back.${count ? ` ${count} message${count === 1 ? "" : "s"} sent.` : ""}`, "back");
      setTimeout(() => this.say("", ""), 4000);
    }
    this.outbox?.tryNow();
  }

  say(words, state) {
    if (this.said === state) return;
    this.said = state;
    this.connection.hidden = !words;
    this.connection.dataset.state = state;
    this.connection.replaceChildren(words);
    if (state === "lost") this.offer("Try now", () => this.line.tryNow());
    if (state === "session-over") {
      const link = document.createElement("a");
      link.href = `/accounts/login/?next=${encodeURIComponent(location.pathname)}`;
      link.textContent = "Sign in";
      this.connection.append(" ", link);
    }
  }

  offer(words, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--small";
    button.textContent = words;
    button.addEventListener("click", act);
    this.connection.append(" ", button);
  }

  // ---- typing and presence

  showTyping({ thread, name }) {
    const place = this.querySelector("[data-typing]");
    if (!place || thread !== this.dataset.thread) return;
    this.typists = new Map(this.typists).set(name, Date.now());
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => this.hideTyping(), TYPING_FADES);
    const others = this.typists.size - 1;
    place.textContent = others
      ? `${name} and ${others === 1 ? "one other" : `${others} others`} are typing`
      : `${name} is typing`;
  }

  hideTyping() {
    this.typists = new Map();
    const place = this.querySelector("[data-typing]");
    if (place) place.textContent = "";
  }

  showHere(about) {
    const place = this.querySelector("[data-here]");
    if (place) place.textContent = about ? `About ${about} here` : "";
  }

  // ---- writing

  compose() {
    const name = `${this.dataset.me}:${this.dataset.thread}`;
    this.body = this.form.elements.namedItem("body");
    this.draft = `draft:${name}`;
    this.outbox = new Outbox(name, (item) => deliver(this.form, item, (why) => this.line.ended(why)));
    this.pending = new Pending(this.log, this.outbox, (item) => this.edit(item));
    this.outbox.addEventListener("change", (event) => this.showItem(event.detail));
    // Text the server gave back (a refused form, a kept draft) wins over what the tab remembers.
    if (!this.body.value) this.body.value = tab.get(this.draft) ?? "";
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.body.addEventListener("input", () => this.typed());
    this.body.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("keydown", (event) => event.key === "Escape" && this.body.focus());
    this.outbox.items.forEach((item) => this.pending.show(item));
    this.outbox.run();
  }

  typed() {
    if (this.body.value) tab.set(this.draft, this.body.value);
    else tab.drop(this.draft);
    if (Date.now() - (this.saidTyping ?? 0) > SAY_TYPING && this.body.value && !("quiet" in this.dataset)) {
      this.saidTyping = Date.now();
      this.line.say({ signal: "typing", thread: this.dataset.thread });
    }
  }

  // Enter sends where a mouse or pad is at hand; on touch keyboards it is a new line. A setting swaps it.
  key(event) {
    if (event.key !== "Enter" || event.isComposing || event.altKey) return;
    const fine = matchMedia("(pointer: fine)").matches;
    const sends = (device.get("enter") ?? (fine ? "sends" : "breaks")) === "sends";
    if (event.ctrlKey || event.metaKey || (sends && !event.shiftKey)) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  submit(event) {
    const body = this.body.value.trim();
    event.preventDefault();
    if (!body) return this.body.focus();
    const fields = Object.fromEntries(
      [...new FormData(this.form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken"),
    );
    const key = crypto.randomUUID();
    this.body.value = "";
    tab.drop(this.draft);
    this.outbox.add({ key, fields: { ...fields, body, key }, body, at: Date.now() });
    this.form.dispatchEvent(new CustomEvent("sent", { bubbles: true }));
    this.body.focus();
    this.log.toEnd();
  }

  showItem({ item, fragment }) {
    if (item.state !== "sent") {
      this.pending.show(item);
      return;
    }
    this.pending.forget(item.key);
    if (fragment) this.log.place(fragment, { key: item.key, provisional: true });
    if (this.line.state !== "open") this.fillGap();
  }

  edit(item) {
    this.outbox.discard(item.key);
    this.pending.remove(item.key);
    this.body.value = [item.body, this.body.value].filter(Boolean).join("\n\n");
    this.typed();
    this.body.focus();
  }
}

customElements.define("live-thread", LiveThread);
