// The log of messages: places what the server rendered, keeps order and scroll, moves by keys.
// Stored messages stand in the order they came by the line; what is still on its way stands after them.

import { divide } from "./days.js";
import { act } from "./keys.js";
import { markCalls } from "./names.js";

const MESSAGE = "[id^='message-']";
const NEAR_END = 80;
const FOLLOW_UP = 5 * 60 * 1000;

export class Log {
  constructor(list, me, name = "", muted = []) {
    this.list = list;
    this.me = me;
    this.name = name;
    this.muted = muted;
    this.scroller = scrollerOf(list);
    list.setAttribute("aria-live", "off");
    this.messages().forEach((message) => this.mark(message));
    this.moveByKeys();
  }

  messages() {
    return [...this.list.querySelectorAll(MESSAGE)];
  }

  byId(id) {
    return this.list.querySelector(`#${CSS.escape(id)}`);
  }

  byKey(key) {
    return this.list.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  isAtEnd() {
    const box = this.scroller;
    return box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  // Replace the element with this id, or put it after the last stored one. Gives [element, isNew].
  place(fragment, { key = "", author = "", provisional = false } = {}) {
    const message = elementFrom(fragment);
    if (!message) return [null, false];
    const follows = this.isAtEnd();
    const earlier = this.byId(message.id);
    const isStored = earlier && !("provisional" in earlier.dataset);
    // The line was quicker than our own answer, and knows the place.
    if (provisional && isStored) return [earlier, false];
    const own = key && this.byKey(key);
    if (author) message.dataset.author = author;
    if (provisional) message.dataset.provisional = "";
    const held = isStored && earlier.contains(document.activeElement) ? document.activeElement : null;
    if (isStored) {
      earlier.replaceWith(message);
    } else {
      const spot = provisional ? (earlier ?? own) : null;
      if (spot) spot.replaceWith(message);
      else this.append(message, provisional);
      if (earlier && earlier !== spot) earlier.remove();
      if (own && own !== spot) own.remove();
    }
    this.mark(message);
    message.dispatchEvent(new CustomEvent("placed", { bubbles: true, detail: { earlier } }));
    if (held) this.giveBackFocus(message, held.dataset.keep);
    if (follows) this.toEnd();
    return [message, !earlier];
  }

  // A message comes anew while somebody is at one of its buttons: they stay there, or at least with the message.
  giveBackFocus(message, keep) {
    this.makeTabStop(message);
    const part = keep && message.querySelector(`[data-keep="${CSS.escape(keep)}"]`);
    (part || message).focus({ preventScroll: true });
  }

  // Quotes of a message that changed: gone with it, or in its new words.
  requote(fragment) {
    const message = elementFrom(fragment);
    if (!message) return;
    const words = message.querySelector("[data-body]")?.textContent.trim().slice(0, 120);
    this.list.querySelectorAll(`[data-quotes="${CSS.escape(message.id)}"]`).forEach((quote) => {
      if (message.dataset.gone || !words) unquote(quote);
      else quote.querySelector("[data-quoted]").textContent = words;
    });
  }

  append(message, provisional = false) {
    const unsettled = provisional ? null : this.list.querySelector("[data-pending], [data-provisional]");
    const last = this.messages().findLast((one) => !("pending" in one.dataset || "provisional" in one.dataset));
    const placed = this.folded(message);
    if (unsettled) unsettled.before(placed);
    else this.list.append(placed);
    if (!provisional) divide(message, last, placed);
  }

  // Under a pen name or by somebody this reader has muted: there, and closed until they ask.
  folded(message) {
    const { author, gone, pen } = message.dataset;
    const who = pen || (!gone && author);
    if (!who || !this.muted.includes(who)) return message;
    const fold = document.createElement("details");
    fold.className = "folded";
    const name = document.createElement("summary");
    name.textContent = `${message.querySelector("[data-name]")?.textContent ?? pen}, folded away`;
    fold.append(name, message);
    return fold;
  }

  // What only this browser knows: mine, about me, and whether it goes on from the one before.
  mark(message) {
    const { author } = message.dataset;
    const quote = message.querySelector("[data-quotes]");
    if (quote && this.byId(quote.dataset.quotes)?.closest(".folded")) unquote(quote);
    message.classList.toggle("message--mine", author === this.me);
    markCalls(message, this.name);
    const more = message.querySelector("[data-more]");
    more?.setAttribute("aria-haspopup", "menu");
    more?.setAttribute("aria-expanded", "false");
    [message, message.nextElementSibling].filter((one) => one?.matches(MESSAGE)).forEach(join);
    const isFirst = !this.list.querySelector(`${MESSAGE}[tabindex="0"]`);
    this.setTabStop(message, isFirst || message.contains(document.activeElement));
  }

  // The log is one tab stop; arrows move inside it.
  moveByKeys() {
    this.list.addEventListener("keydown", (event) => {
      const message = event.target.closest(MESSAGE);
      if (!message || event.target !== message || event.ctrlKey || event.metaKey || event.altKey) return;
      const all = this.messages();
      const at = all.indexOf(message);
      const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
      if (to === undefined) {
        if (act(message, event.key.toLowerCase(), (words) => this.tell?.(words))) event.preventDefault();
        return;
      }
      event.preventDefault();
      this.focus(all[Math.max(0, Math.min(all.length - 1, to))]);
    });
    this.list.addEventListener("focusin", (event) => {
      const message = event.target.closest(MESSAGE);
      if (message) this.makeTabStop(message);
    });
  }

  makeTabStop(message) {
    if (message.tabIndex === 0) return;
    this.list.querySelectorAll(`${MESSAGE}[tabindex="0"]`).forEach((other) => this.setTabStop(other, false));
    this.setTabStop(message, true);
  }

  // Only the current message's links are reached by Tab.
  setTabStop(message, isStop) {
    message.tabIndex = isStop ? 0 : -1;
    message.querySelectorAll("a, button, input").forEach((link) => (isStop ? link.removeAttribute("tabindex") : (link.tabIndex = -1)));
  }

  focus(message) {
    this.makeTabStop(message);
    message.focus();
  }
}

export function elementFrom(fragment) {
  const template = document.createElement("template");
  template.innerHTML = fragment.trim();
  return template.content.querySelector(MESSAGE);
}

// One's next words soon after stand under the same name, unless what was above them is gone: then they need their own.
function join(message) {
  const before = message.previousElementSibling;
  const { author, gone } = message.dataset;
  const isTheirs = author && before?.dataset.author === author && !gone && !before.dataset.gone;
  message.classList.toggle("message--follow-up", Boolean(isTheirs && timeOf(message) - timeOf(before) < FOLLOW_UP));
}

// An answer shows the words it begins with only as long as what they are taken from.
function unquote(quote) {
  quote.parentElement.querySelector("[data-body] > blockquote:first-child")?.remove();
  quote.remove();
}

function timeOf(message) {
  return Date.parse(message?.querySelector("time")?.dateTime ?? "") || 0;
}

function scrollerOf(element) {
  for (let box = element; box && box !== document.body; box = box.parentElement) {
    if (/(auto|scroll)/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.scrollingElement;
}
