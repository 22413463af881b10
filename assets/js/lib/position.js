// Where somebody is in a thread: the unread divider, the pill with what came meanwhile, and the position the server keeps.

const SEEN_AFTER = 1000;

export class Position {
  constructor(host, log) {
    this.host = host;
    this.log = log;
    this.unseen = new Set();
    this.title = document.title;
    this.pill = host.querySelector("[data-pill]");
    this.watcher = new IntersectionObserver((entries) => entries.forEach((entry) => this.look(entry)), { threshold: 0.6 });
    this.timers = new Map();
    this.read = null;
    log.messages().forEach((message) => this.watcher.observe(message));
    this.pill?.addEventListener("click", (event) => this.goToFirst(event));
    document.addEventListener("visibilitychange", () => this.lookAgain());
    window.addEventListener("focus", () => this.lookAgain());
    this.land();
  }

  // On the message of the link, else on the divider, else at the end.
  land() {
    if (document.querySelector(".error-summary")) return;
    const divider = this.host.querySelector("[data-unread]");
    const linked = location.hash && document.getElementById(location.hash.slice(1));
    if (linked) {
      linked.scrollIntoView({ block: "center" });
      linked.focus?.({ preventScroll: true });
    } else if (divider) divider.scrollIntoView({ block: "start" });
    else this.log.toEnd();
  }

  // A new message of somebody else.
  count(message) {
    this.watcher.observe(message);
    if (this.log.isAtEnd() && document.hasFocus()) return;
    this.unseen.add(message.id);
    this.showPill();
  }

  // One that belongs on a later page of the thread: the pill leads there.
  countElsewhere(id) {
    this.unseen.add(id);
    if (this.pill) this.pill.href = location.pathname;
    this.showPill();
  }

  // In the tab's title a number alone: whoever looks over a shoulder reads nothing.
  showPill() {
    const count = this.unseen.size;
    const most = count > 99 ? "99+" : count;
    document.title = count ? `(${most}) ${this.title}` : this.title;
    if (!this.pill) return;
    this.pill.hidden = count === 0 || (this.log.isAtEnd() && !this.host.isPartial);
    const words = this.pill.querySelector("[data-words]") ?? this.pill;
    if (count) words.textContent = `${most} new message${count === 1 ? "" : "s"}`;
  }

  goToFirst(event) {
    const first = this.log.byId([...this.unseen][0] ?? "");
    if (!first) return;
    event.preventDefault();
    first.scrollIntoView({ block: "start" });
    this.log.focus(first);
  }

  look({ target, isIntersecting }) {
    clearTimeout(this.timers.get(target));
    if (isIntersecting) {
      this.timers.set(
        target,
        setTimeout(() => this.seen(target), SEEN_AFTER),
      );
    }
  }

  // The window came back: what is in view now begins to count.
  lookAgain() {
    if (document.hidden || !document.hasFocus()) return;
    this.log.messages().forEach((message) => {
      this.watcher.unobserve(message);
      this.watcher.observe(message);
    });
  }

  seen(message) {
    if (document.hidden || !document.hasFocus() || !message.isConnected) return;
    this.unseen.delete(message.id);
    this.showPill();
    if ("pending" in message.dataset) return;
    if (this.read && this.read.compareDocumentPosition(message) & Node.DOCUMENT_POSITION_PRECEDING) return;
    this.read = message;
    clearTimeout(this.posting);
    this.posting = setTimeout(() => this.post(), 500);
  }

  post() {
    const address = this.host.dataset.reading;
    const token = this.host.querySelector("[name=csrfmiddlewaretoken]")?.value;
    if (!address || !token || !this.read) return;
    const body = new URLSearchParams({ message: this.read.id.replace("message-", ""), csrfmiddlewaretoken: token });
    // Losing one is no harm: the next one says more.
    fetch(address, { method: "POST", body, headers: { "X-Fragment": "1" }, keepalive: true }).catch(() => {});
  }
}
