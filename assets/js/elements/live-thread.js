// <live-thread>: a thread that keeps itself up to date. The page works without it; this places what the server renders.
//
//   data-space, data-thread     opaque ids                   data-me         opaque id of the one who reads, data-name  their name
//   data-cursor                 where the page stands        data-changes    address that answers what changed since
//   data-muted                  pen names folded away        data-quiet      nobody is told who types here
//   data-reading                address to post the reading position to      data-partial    newer messages are on another page
//   data-edition                which scripts and styles the page came with
//   data-names                  address that completes names                 data-editable-for  seconds in which one's words may be changed
//
// Inside it: [role=log] with elements #message-<id>[data-author]; form[data-composer] with fields
// body and key; and, where the page has them, [data-waiting], [data-connection], [data-pill], [data-typing], [data-here], [data-announcer].

import { Absence } from "../lib/absence.js";
import { Announcer } from "../lib/announcer.js";
import { Bar } from "../lib/bar.js";
import { Composer } from "../lib/composer.js";
import { questionFor } from "../lib/deliver.js";
import { takeAway } from "../lib/gone.js";
import { Hands } from "../lib/hands.js";
import { Line } from "../lib/lines.js";
import { Log } from "../lib/log.js";
import { Others } from "../lib/others.js";
import { Position } from "../lib/position.js";
import { Votes } from "../lib/votes.js";

const KNOWN = 500;

class LiveThread extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("[role=log]");
    if (!this.list || this.line) return;
    this.cursor = this.dataset.cursor;
    this.known = [this.cursor];
    this.log = new Log(this.list, this.dataset.me, this.dataset.name, (this.dataset.muted ?? "").split("|"));
    this.position = new Position(this, this.log);
    this.announcer = new Announcer(this.place("announcer", "p", "visually-hidden"), document.querySelector("[data-pause]"));
    this.log.tell = (words) => this.announcer.say(words);
    this.bar = new Bar(this.place("connection", "div", "connection"), () => this.line.tryNow());
    this.absence = new Absence(this, this.bar.place);
    this.others = new Others(this);
    this.listen();
    const form = this.querySelector("form[data-composer]");
    if (form) this.composer = new Composer(this, form);
    const hands = document.querySelector("[data-hands]");
    if (hands) this.hands = [new Hands(this, hands), new Votes(this, hands)];
    this.list.addEventListener("click", (event) => this.offer(event));
    this.line.open();
  }

  // An older page of a long thread: what is new belongs on a later one.
  get isPartial() {
    return "partial" in this.dataset;
  }

  disconnectedCallback() {
    this.line?.close();
  }

  // What one may do with a message comes when somebody first asks for it.
  async offer(event) {
    const more = event.target.closest("[data-more]");
    const menu = this.querySelector("message-menu");
    if (!more || !menu || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await import(menu.dataset.script);
      menu.toggle(more);
    } catch {
      location.assign(more.href);
    }
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
    this.line = new Line(this.dataset.space, this.dataset.changes, () => this.absence.reached ?? this.cursor);
    this.line.addEventListener("frame", (event) => this.hear(event.detail));
    this.line.addEventListener("state", ({ detail }) => {
      this.bar.show(detail.state, this.composer?.outbox.unsent ?? 0);
      if (detail.state === "lost") this.wasLost = true;
      else if (detail.state === "open" && this.wasLost) this.absence.back();
      if (detail.state === "open") this.composer?.outbox.tryNow();
      if (detail.state === "right-lost") takeAway(this);
    });
    window.addEventListener("online", () => this.line.tryNow());
    window.addEventListener("pagehide", () => this.line.close());
    window.addEventListener("pageshow", (event) => event.persisted && this.line.open());
    if (new URLSearchParams(location.search).has("deleted")) this.announcer.say("Message deleted");
    document.addEventListener("visibilitychange", () => {
      this.line.say({ signal: document.hidden ? "away" : "here" });
      if (!document.hidden) this.line.tryNow();
    });
  }

  hear(frame) {
    if (this.absence.take(frame)) return;
    if (frame.kind === "edition") return this.bar.hint(frame.edition !== this.dataset.edition);
    if (frame.kind === "typing" || frame.kind === "here") this.others.hear(frame);
    else if (frame.kind === "afresh") location.reload();
    else if (frame.kind === "moved") frame.thread === this.dataset.thread && location.reload();
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
    const isHere = this.log.byId(frame.element);
    if (!frame.is_new) this.log.requote(frame.html);
    // A change of something older than this page: it is told where it stands.
    if (!isHere && !frame.is_new) return;
    if (this.isPartial && !isHere) return this.position.countElsewhere(frame.element);
    const [message, isNew] = this.log.place(frame.html, { key, author: frame.author });
    if (message && isNew) this.arrived(message);
  }

  // Our own words that wait, by their key.
  heldBy(key) {
    return this.querySelector(`[data-held="${CSS.escape(key)}"]`);
  }

  // Our own message, come back by the line: it has arrived, whatever became of the answer.
  keyOf(frame) {
    this.composer?.outbox.arrived(frame.key);
    this.heldBy(frame.key ?? "")?.remove();
    return frame.key ?? "";
  }

  arrived(message) {
    if (message.dataset.author === this.dataset.me) return;
    this.position.count(message);
    if (message.closest(".folded")) return;
    const body = message.querySelector("[data-body]") ?? message;
    const name = message.querySelector("[data-name]")?.textContent.trim() ?? "New message";
    this.announcer.add(name, body.textContent.trim().replace(/\s+/g, " "));
    this.others.stopTyping();
  }

  // Ask what changed since, before anything newer is shown.
  async fillGap() {
    if (this.filling || this.absence.isLong) return;
    this.filling = true;
    this.held = [];
    try {
      for (let more = true; more; ) {
        const news = await questionFor(this.dataset.changes, this.cursor);
        if (news.end) return this.line.ended(news.end);
        if (news.reset) return location.reload();
        if (this.wasLost && this.absence.isTooMuch(news.frames)) return;
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
}

customElements.define("live-thread", LiveThread);
