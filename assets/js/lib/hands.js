// Answers without words, in a thread that is open. What the server renders is alike for all who see the same, so the page
// says in one place what is mine: links to a message's page become buttons, and mine are pressed.
//
//   [data-hands] data-mine="<message>:<kind> ..."    and, where one may react, form#hands with the token, and
//   template[data-picker] with a button for each kind
//   a.reaction[data-kind], a[data-react]             in a message, both with the address of the message's own page

const CHANNEL = "hands";

export class Hands {
  constructor(host, place) {
    this.list = host.list;
    this.form = place.querySelector("form");
    this.picker = place.querySelector("[data-picker]");
    this.mine = new Set(place.dataset.mine.split(" ").filter(Boolean));
    this.busy = new Set();
    this.list.addEventListener("placed", (event) => this.placed(event.target, event.detail.earlier));
    this.list.addEventListener("click", (event) => this.clicked(event));
    this.list.addEventListener("keydown", (event) => this.pressed(event));
    host.log.messages().forEach((message) => this.dress(message));
    this.listenToOtherTabs();
  }

  // What one tab changes, another one marks as well.
  listenToOtherTabs() {
    this.tabs = "BroadcastChannel" in window ? new BroadcastChannel(CHANNEL) : null;
    this.tabs?.addEventListener("message", ({ data }) => {
      this.note(data.id, data.kind, data.isOn);
      const message = this.list.querySelector(`#message-${CSS.escape(data.id)}`);
      if (message) this.dress(message);
    });
  }

  note(id, kind, isOn) {
    if (isOn) this.mine.add(`${id}:${kind}`);
    else this.mine.delete(`${id}:${kind}`);
  }

  // ---- marking

  placed(message, earlier) {
    const open = earlier?.querySelector(".reaction-picker");
    if (open) this.show(message, open);
    this.dress(message);
  }

  dress(message) {
    message.querySelectorAll(".reaction").forEach((chip) => this.mark(message, this.picker ? asButton(chip) : chip));
    if (this.picker) message.querySelector("[data-react]")?.setAttribute("aria-expanded", String(hasPicker(message)));
  }

  mark(message, chip) {
    const isMine = this.mine.has(`${idOf(message)}:${chip.dataset.kind}`);
    const many = chip.querySelector("[data-many]").textContent;
    const people = `, ${many} ${many === "1" ? "person" : "people"}${isMine ? ", including you" : ""}`;
    const name = chip.querySelector("[data-name]");
    name.textContent = name.dataset.name + (many ? people : "");
    if (chip.tagName === "BUTTON") chip.setAttribute("aria-pressed", String(isMine));
    else chip.classList.toggle("reaction--mine", isMine);
  }

  // ---- choosing

  clicked(event) {
    const part = event.target.closest(".reaction, [data-react]");
    const message = event.target.closest("[id^='message-']");
    if (!part || !message || !this.picker || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if ("react" in part.dataset) return hasPicker(message) ? this.close(message) : this.open(message);
    if (part.closest(".reaction-picker")) this.close(message);
    this.toggle(message, part.dataset.kind);
  }

  pressed(event) {
    const message = event.key === "Escape" && event.target.closest(".reaction-picker")?.closest("[id^='message-']");
    if (!message) return;
    event.stopImmediatePropagation();
    this.close(message);
  }

  open(message) {
    this.list.querySelectorAll(".reaction-picker").forEach((other) => other.remove());
    const box = document.createElement("div");
    box.className = "reaction-picker";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "React with one word");
    box.append(this.picker.content.cloneNode(true));
    this.show(message, box);
    this.dress(message);
    box.querySelector("button").focus();
  }

  show(message, box) {
    message.querySelector(".message__actions")?.before(box);
  }

  close(message) {
    message.querySelector(".reaction-picker")?.remove();
    this.dress(message);
    message.querySelector("[data-react]")?.focus();
  }

  // ---- answering

  async toggle(message, kind) {
    const id = idOf(message);
    const isOn = !this.mine.has(`${id}:${kind}`);
    const address = addressIn(message);
    if (!address || this.busy.has(id)) return;
    this.busy.add(id);
    this.note(id, kind, isOn);
    this.count(message, kind, isOn ? 1 : -1);
    const answer = await this.post(`${address}reactions/${isOn ? "" : "removal/"}`, kind);
    this.busy.delete(id);
    if (answer) {
      this.tabs?.postMessage({ id, kind, isOn });
      if (message.isConnected) this.replace(message, answer);
    } else {
      this.note(id, kind, !isOn);
      if (message.isConnected) this.count(message, kind, isOn ? -1 : 1);
      this.tell(this.list.querySelector(`#${CSS.escape(message.id)}`));
    }
  }

  // What the server then shows, or nothing where it did not take it.
  async post(address, kind) {
    const body = new FormData(this.form);
    body.set("kind", kind);
    try {
      const answer = await fetch(address, { method: "POST", body, headers: { "X-Fragment": "1" } });
      return answer.ok && !answer.redirected ? await answer.text() : "";
    } catch {
      return "";
    }
  }

  replace(message, fragment) {
    const held = message.querySelector("[data-reactions]")?.contains(document.activeElement);
    const kept = held ? document.activeElement.dataset.keep : "";
    const fresh = new DOMParser().parseFromString(fragment, "text/html").querySelector("[data-reactions]");
    this.chips(message).replaceWith(fresh);
    this.dress(message);
    if (held) (fresh.querySelector(`[data-keep="${kept}"]`) ?? message.querySelector("[data-react]") ?? message).focus();
  }

  // Shown at once; the server's own count follows.
  count(message, kind, by) {
    const chips = this.chips(message);
    let chip = chips.querySelector(`[data-kind="${kind}"]`);
    if (!chip) {
      chip = this.picker.content.querySelector(`[data-kind="${kind}"]`).cloneNode(true);
      chip.dataset.keep = `reaction-${kind}`;
      chips.append(chip);
    }
    const many = chip.querySelector("[data-many]");
    many.textContent = Math.max(0, (Number(many.textContent) || 0) + by);
    this.dress(message);
  }

  chips(message) {
    const found = message.querySelector("[data-reactions]");
    if (found) return found;
    const made = document.createElement("p");
    made.className = "reactions";
    made.dataset.reactions = "";
    message.querySelector("[data-body]").after(made);
    return made;
  }

  tell(message) {
    if (!message || message.querySelector("[data-untaken]")) return;
    const words = document.createElement("p");
    words.className = "message__state";
    words.dataset.untaken = "";
    words.textContent = "We could not save that. Load the page again, or try once more in a moment.";
    this.chips(message).after(words);
  }
}

// The same words on a button, in the place of a link.
function asButton(chip) {
  if (chip.tagName === "BUTTON") return chip;
  const button = document.createElement("button");
  button.type = "button";
  button.className = chip.className;
  Object.assign(button.dataset, chip.dataset);
  if (chip.hasAttribute("tabindex")) button.tabIndex = chip.tabIndex;
  button.dataset.page = chip.getAttribute("href");
  button.append(...chip.childNodes);
  const hadFocus = chip === document.activeElement;
  chip.replaceWith(button);
  if (hadFocus) button.focus();
  return button;
}

function idOf(message) {
  return message.id.replace("message-", "");
}

function hasPicker(message) {
  return Boolean(message.querySelector(".reaction-picker"));
}

function addressIn(message) {
  const link = message.querySelector("[data-react]")?.getAttribute("href");
  const page = link ?? message.querySelector("[data-page]")?.dataset.page;
  return page?.split("#")[0];
}
