// Deleting one's own message from its menu, with ten seconds to think again. Nobody reads its words from the first moment on;
// the server keeps them a little longer, so that Undo can let the message stand where it stood.

import { pageOf } from "./keys.js";

const SECONDS = 10;
const SORRY = "That did not work. Try again in a moment.";

export class Leaving {
  constructor(host) {
    this.host = host;
    // Of each message that may be had back: its page, and the clock that takes Undo away.
    this.going = new Map();
    host.list.addEventListener("placed", ({ target }) => this.offer(target));
  }

  async begin(message) {
    const { id } = message;
    const timer = setTimeout(() => this.over(id), SECONDS * 1000);
    this.going.set(id, { page: pageOf(message), timer });
    if (!(await this.send(id, "deletion/"))) return this.over(id);
    const all = this.host.log.messages();
    const at = all.findIndex((one) => one.id === id);
    this.host.log.focus(all[at + 1] ?? all[at - 1] ?? all[at]);
    this.host.announcer.say("Message deleted. Undo stands in its place for ten seconds.");
  }

  // The trace came, by this page's own answer or by the line, or another change of it: Undo stands with each.
  offer(message) {
    if (!this.going.has(message.id) || !message.dataset.gone) return;
    const undo = document.createElement("button");
    Object.assign(undo, { type: "button", className: "button button--quiet button--small", textContent: "Undo" });
    undo.dataset.undo = "";
    undo.dataset.keep = "undo";
    // Gone with the first click: a second one would ask for what has happened.
    undo.addEventListener("click", () => {
      undo.remove();
      this.undo(message.id);
    });
    message.querySelector(".message__main").append(" ", undo);
    this.host.log.setTabStop(message, message.tabIndex === 0);
  }

  async undo(id) {
    const stands = await this.send(id, "deletion/removal/");
    this.host.log.focus(this.host.log.byId(id));
    // Without a connection it may be tried again, as long as there is time.
    if (!stands) return this.offer(this.host.log.byId(id));
    this.over(id);
    this.host.announcer.say("The message stands again");
  }

  over(id) {
    // Deleted anew, it has ten seconds of its own.
    clearTimeout(this.going.get(id)?.timer);
    this.going.delete(id);
    this.host.log.byId(id)?.querySelector("[data-undo]")?.remove();
  }

  // Gives whether the server did it; what it answers takes the message's place.
  async send(id, what) {
    const body = new URLSearchParams({ csrfmiddlewaretoken: document.querySelector("[name=csrfmiddlewaretoken]").value });
    try {
      const answer = await fetch(this.going.get(id).page + what, { method: "POST", body, headers: { "X-Fragment": "1" }, keepalive: true });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      this.host.log.place(await answer.text());
      return true;
    } catch {
      this.host.announcer.say(SORRY);
      return false;
    }
  }
}
