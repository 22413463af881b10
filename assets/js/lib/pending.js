// Messages on their way, shown in the log at once: sending (after a moment), waiting, not sent.

const QUIET = 400;
const WORDS = { sending: "Sending", waiting: "Waiting to send", failed: "Not sent." };

export class Pending {
  constructor(log, outbox, edit) {
    this.log = log;
    this.outbox = outbox;
    this.edit = edit;
    this.timers = new Map();
  }

  show(item) {
    const element = this.log.byKey(item.key) ?? this.make(item);
    element.classList.toggle("message--failed", item.state === "failed");
    clearTimeout(this.timers.get(item.key));
    if (item.state === "queued") return;
    const wait = item.state === "sending" && !element.querySelector("[data-state]").textContent ? QUIET : 0;
    this.timers.set(
      item.key,
      setTimeout(() => this.tell(element, item), wait),
    );
  }

  make(item) {
    const element = document.createElement(this.log.list.matches("ol, ul") ? "li" : "article");
    element.className = "message message--pending message--mine";
    element.dataset.key = item.key;
    element.dataset.pending = "";
    const body = document.createElement("p");
    body.className = "message__body message__body--plain";
    body.textContent = item.body;
    const state = document.createElement("p");
    state.className = "message__state";
    state.dataset.state = "";
    state.setAttribute("role", "status");
    const main = document.createElement("div");
    main.className = "message__main";
    main.append(body, state);
    // The place of the picture stays free.
    element.append(document.createElement("span"), main);
    this.log.append(element, true);
    return element;
  }

  tell(element, item) {
    const state = element.querySelector("[data-state]");
    state.replaceChildren(WORDS[item.state] ?? "");
    if (item.state !== "failed") return;
    if (item.reason) state.append(` ${item.reason}`);
    this.button(state, "Try again", () => this.outbox.again(item.key));
    this.button(state, "Edit", () => this.edit(item));
    this.button(state, "Discard", () => {
      this.outbox.discard(item.key);
      this.remove(item.key);
    });
  }

  button(place, words, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link-button";
    button.textContent = words;
    button.addEventListener("click", act);
    place.append(" ", button);
  }

  forget(key) {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
  }

  remove(key) {
    this.forget(key);
    this.log.byKey(key)?.remove();
  }
}
