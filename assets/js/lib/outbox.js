// Messages on their way: one at a time, in order, with a key each, so that a repeat is the same message.
// Kept on the device until the server has them.

import { device } from "./keep.js";
import { pause } from "./lines.js";

export class Outbox extends EventTarget {
  // Events: "change" (detail: {item, fragment?}); an item's state is queued, sending, waiting, failed,
  // sent, or held: the server has it, and others do not see it yet.
  constructor(name, post) {
    super();
    this.name = `outbox:${name}`;
    this.post = post;
    this.items = (device.get(this.name) ?? []).map((item) => ({ ...item, state: item.state === "failed" ? "failed" : "queued" }));
    this.tries = 0;
  }

  get unsent() {
    return this.items.filter((item) => item.state !== "failed").length;
  }

  add(item) {
    this.items.push({ ...item, state: "queued" });
    this.save();
    this.tell(this.items.at(-1));
    this.run();
  }

  again(key) {
    const item = this.find(key);
    if (!item) return;
    item.state = "queued";
    item.reason = "";
    this.save();
    this.tell(item);
    this.tryNow();
  }

  discard(key) {
    this.items = this.items.filter((item) => item.key !== key);
    this.save();
  }

  // The stored copy came by another way: it has arrived, whatever became of our answer.
  arrived(key) {
    const item = this.find(key);
    if (item) this.discard(key);
    return item;
  }

  find(key) {
    return this.items.find((item) => item.key === key);
  }

  save() {
    if (this.items.length) device.set(this.name, this.items);
    else device.drop(this.name);
  }

  tell(item, more = {}) {
    this.dispatchEvent(new CustomEvent("change", { detail: { item, ...more } }));
  }

  tryNow() {
    clearTimeout(this.timer);
    this.tries = 0;
    this.run();
  }

  async run() {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      let item;
      while ((item = this.items.find((one) => one.state !== "failed"))) {
        if (!(await this.send(item))) break;
      }
    } finally {
      this.busy = false;
    }
  }

  // True when the next one may go.
  async send(item) {
    item.state = "sending";
    this.tell(item);
    const answer = await this.post(item);
    if (answer.state === "sent" || answer.state === "held") {
      this.tries = 0;
      item.state = answer.state;
      this.discard(item.key);
      this.tell(item, { fragment: answer.fragment });
      return true;
    }
    if (answer.state === "failed") {
      item.state = "failed";
      item.reason = answer.reason;
      this.save();
      this.tell(item);
      return true;
    }
    if (!this.find(item.key)) return true;
    item.state = "waiting";
    this.tell(item);
    if (answer.state !== "stopped") {
      const wait = Math.max(pause(this.tries++), (answer.after ?? 0) * 1000);
      this.timer = setTimeout(() => this.run(), wait);
    }
    return false;
  }
}
