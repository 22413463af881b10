// <message-menu>: what one may do with a message, at its "More": a menu beside it, or a sheet on a touch screen. <live-thread>
// fetches this when somebody first asks. Without it the link leads to the message's own page, where the same stands as forms.
//
//   template   in it, buttons [data-act]; data-whose="me" or "others" where only one of them may, data-needs a selector that
//              must be found in the message

import { act, isEditable, pageOf } from "../lib/keys.js";
import { Leaving } from "../lib/leaving.js";

const SHEET = "(pointer: coarse), (max-width: 40rem)";

class MessageMenu extends HTMLElement {
  connectedCallback() {
    if (this.host) return;
    this.host = this.closest("live-thread");
    this.template = this.querySelector("template");
    this.leaving = new Leaving(this.host);
    this.host.list.addEventListener("placed", (event) => this.of === event.target.id && this.dress(event.target));
    document.addEventListener("pointerdown", (event) => this.box && !this.box.contains(event.target) && this.close());
    window.addEventListener("resize", () => this.close());
    this.host.log.scroller.addEventListener("scroll", () => this.box?.localName === "div" && this.close());
  }

  dress(message) {
    message.querySelector("[data-more]")?.setAttribute("aria-expanded", String(this.of === message.id));
  }

  // Open at this "More", or close where it is open.
  toggle(more) {
    const message = more.closest("[id^='message-']");
    const isOpen = this.of === message.id;
    this.close();
    if (!isOpen) this.open(message, more);
  }

  get message() {
    return this.host.log.byId(this.of ?? "");
  }

  // ---- opening and closing

  open(message, more) {
    this.of = message.id;
    this.dress(message);
    const name = message.querySelector("[data-name]").textContent.trim();
    const menu = this.template.content.firstElementChild.cloneNode(true);
    menu.setAttribute("aria-label", `Message of ${name}`);
    const whose = message.dataset.author === this.host.dataset.me ? "me" : "others";
    menu.querySelectorAll("[data-act]").forEach((item) => {
      const { whose: only, needs } = item.dataset;
      const isLate = item.dataset.act === "edit" && !isEditable(message, this.host);
      if ((only && only !== whose) || (needs && !message.querySelector(needs)) || isLate) item.remove();
    });
    if (matchMedia(SHEET).matches) this.openSheet(menu, message, name);
    else this.openBeside(menu, more);
    menu.addEventListener("click", (event) => this.chosen(event.target.closest("[data-act]")));
    menu.addEventListener("keydown", (event) => this.pressed(event));
    this.items()[0].focus();
  }

  openBeside(menu, more) {
    this.box = menu;
    this.append(menu);
    const at = more.getBoundingClientRect();
    const below = at.bottom + menu.offsetHeight < innerHeight;
    menu.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - menu.offsetHeight - 4)}px`;
    menu.style.left = `${Math.max(8, Math.min(at.right, innerWidth - 8) - menu.offsetWidth)}px`;
  }

  openSheet(menu, message, name) {
    const sheet = document.createElement("dialog");
    sheet.className = "sheet";
    sheet.setAttribute("aria-label", `Message of ${name}`);
    const about = document.createElement("p");
    about.className = "sheet__about";
    const who = document.createElement("b");
    who.textContent = name;
    about.append(who, " ", message.querySelector("[data-body]").textContent.trim().slice(0, 80));
    sheet.append(about, ...this.reactions(message), menu);
    sheet.addEventListener("close", () => this.close());
    sheet.addEventListener("click", (event) => event.target === sheet && this.close());
    menu.querySelectorAll("[data-act]").forEach((item) => (item.tabIndex = 0));
    this.box = sheet;
    this.append(sheet);
    sheet.showModal();
  }

  // The five words, above what else one may do.
  reactions(message) {
    const hands = this.host.hands?.[0];
    if (!hands?.picker || !message.querySelector("[data-react]")) return [];
    const words = document.createElement("div");
    words.className = "sheet__reactions";
    words.setAttribute("role", "group");
    words.setAttribute("aria-label", "React with one word");
    words.append(hands.picker.content.cloneNode(true));
    words.querySelectorAll(".reaction").forEach((word) => {
      hands.mark(message, word);
      word.addEventListener("click", () => {
        const about = this.message;
        this.close();
        if (about) hands.toggle(about, word.dataset.kind);
      });
    });
    return [words];
  }

  close({ returns = true } = {}) {
    if (!this.box) return;
    const { box, message } = this;
    this.box = this.of = null;
    const hadFocus = box.contains(document.activeElement);
    box.remove();
    if (!message) return;
    this.dress(message);
    if (hadFocus && returns) message.querySelector("[data-more]")?.focus();
  }

  // ---- inside

  items() {
    return [...this.box.querySelectorAll("[data-act]")];
  }

  pressed(event) {
    // A sheet is a dialog: Tab goes round in it, to the words above and back.
    if (event.key === "Tab" && this.box.localName === "dialog") return;
    const items = this.items();
    const at = items.indexOf(event.target);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[event.key] ?? byLetter(items, at, event.key);
    if (event.key === "Escape" || event.key === "Tab") this.close();
    else if (to === undefined) return;
    else items[(to + items.length) % items.length].focus();
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
  }

  chosen(item) {
    const { message } = this;
    if (!item || !message) return;
    const what = item.dataset.act;
    this.close({ returns: what === "l" || what === "s" });
    if (what === "delete") this.leaving.begin(message);
    else if (what === "unread") this.markUnread(message);
    else if (what === "page") location.assign(pageOf(message));
    else if (["edit", "fold", "report"].includes(what)) location.assign(`${pageOf(message)}${what}/`);
    else act(message, what, (words) => this.host.announcer.say(words));
  }

  // The page goes where the plain form would lead: staying would read it again at once.
  markUnread(message) {
    const form = document.createElement("form");
    form.method = "post";
    form.action = this.host.dataset.reading;
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    const fields = { csrfmiddlewaretoken: token, message: message.id.replace("message-", ""), unread: "on" };
    Object.entries(fields).forEach(([name, value]) => form.append(Object.assign(document.createElement("input"), { name, value })));
    form.hidden = true;
    document.body.append(form);
    form.submit();
  }
}

// The next item that begins with this letter, or undefined.
function byLetter(items, at, key) {
  if (key.length !== 1 || key === " ") return undefined;
  const from = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const found = from.find((item) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
  return found && items.indexOf(found);
}

customElements.define("message-menu", MessageMenu);
