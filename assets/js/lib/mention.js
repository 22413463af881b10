// Completing a name after an @, as a combobox: arrows choose, Enter or Tab accept, Escape closes. The names are asked
// for by POST, so that none stands in an address, and come for this space and this reader alone.

const WAIT = 150;
const LONGEST = 60;
// An @ that is no part of an address, and what follows it up to the caret.
const CALL = /(?<![\p{L}\p{N}_@.])@([\p{L}\p{N}][^\n@]{0,59})$/u;
// A combobox while names are offered; else a field of several lines like any other.
const OPEN = { role: "combobox", "aria-expanded": "true", "aria-haspopup": "listbox", "aria-controls": "names-offered" };

export class Mention {
  constructor(body, address, token) {
    this.body = body;
    this.address = address;
    this.token = token;
    this.names = [];
    this.at = -1;
    this.list = this.make();
    this.told = this.list.nextElementSibling;
    body.addEventListener("input", () => this.typed());
    // Before the composer hears of it: Enter accepts a name, and sends where no list is open.
    body.addEventListener("keydown", (event) => this.key(event), { capture: true });
    body.addEventListener("blur", () => this.close());
    body.addEventListener("click", () => this.close());
    // Somebody may have begun before this was there.
    if (document.activeElement === body) this.typed();
  }

  // An @ where the caret stands, for whoever looks for a button.
  begin() {
    const { selectionStart: start, selectionEnd: end, value } = this.body;
    const space = start && !/\s/.test(value[start - 1]) ? " " : "";
    this.body.setRangeText(`${space}@`, start, end, "end");
    this.body.focus();
    this.body.dispatchEvent(new Event("input", { bubbles: true }));
  }

  get isOpen() {
    return this.names.length > 0;
  }

  make() {
    this.body.setAttribute("aria-autocomplete", "list");
    const list = document.createElement("ul");
    Object.assign(list, { id: "names-offered", className: "names-offered", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Names");
    // A press must not take the focus out of the words.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.accept([...list.children].indexOf(option));
    });
    const told = document.createElement("p");
    told.className = "visually-hidden";
    told.setAttribute("role", "status");
    this.body.after(list, told);
    return list;
  }

  // What stands between the @ and the caret, or nothing.
  begun() {
    const { selectionStart: start, selectionEnd: end, value } = this.body;
    return start === end ? (value.slice(Math.max(0, start - LONGEST - 2), start).match(CALL)?.[1] ?? "") : "";
  }

  typed() {
    clearTimeout(this.timer);
    const begun = this.begun();
    if (!begun) return this.close();
    this.timer = setTimeout(() => this.ask(begun), WAIT);
  }

  async ask(begun) {
    const body = new URLSearchParams({ name: begun, csrfmiddlewaretoken: this.token });
    try {
      const answer = await fetch(this.address, { method: "POST", body, headers: { "X-Fragment": "1" } });
      const { names } = answer.ok && !answer.redirected ? await answer.json() : { names: [] };
      // Whoever typed on meanwhile has asked again.
      if (begun === this.begun() && this.body === document.activeElement) this.show(names);
    } catch {
      this.close();
    }
  }

  show(names) {
    if (!names.length) return this.close();
    this.names = names;
    this.list.replaceChildren(...names.map((name, number) => this.option(name, number)));
    this.list.hidden = false;
    Object.entries(OPEN).forEach(([name, value]) => this.body.setAttribute(name, value));
    this.told.textContent = `${names.length} name${names.length === 1 ? "" : "s"}. Use the arrow keys to choose.`;
    this.choose(0);
  }

  option(name, number) {
    const option = document.createElement("li");
    option.id = `name-offered-${number}`;
    option.className = "names-offered__name";
    option.setAttribute("role", "option");
    option.textContent = name;
    return option;
  }

  choose(number) {
    this.at = (number + this.names.length) % this.names.length;
    [...this.list.children].forEach((option, other) => option.setAttribute("aria-selected", String(other === this.at)));
    this.body.setAttribute("aria-activedescendant", `name-offered-${this.at}`);
    this.list.children[this.at].scrollIntoView({ block: "nearest" });
  }

  key(event) {
    if (!this.isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = {
      ArrowDown: () => this.choose(this.at + 1),
      ArrowUp: () => this.choose(this.at - 1),
      Enter: () => this.accept(this.at),
      Tab: () => this.accept(this.at),
      Escape: () => this.close(),
    };
    if (!acts[event.key] || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    acts[event.key]();
  }

  accept(number) {
    const end = this.body.selectionStart;
    const begun = this.begun();
    const name = this.names[number];
    this.close();
    this.body.setRangeText(`${name} `, end - begun.length, end, "end");
    this.body.dispatchEvent(new Event("input", { bubbles: true }));
    clearTimeout(this.timer);
  }

  close() {
    clearTimeout(this.timer);
    this.names = [];
    this.at = -1;
    this.list.hidden = true;
    this.list.replaceChildren();
    this.told.textContent = "";
    [...Object.keys(OPEN), "aria-activedescendant"].forEach((name) => this.body.removeAttribute(name));
  }
}
