// <sitting-panel>: what stands beside a talk. The page works without it; this asks for the inside anew when the log shows
// that it changed, votes in place, and closes the composer when nobody writes any more.
//
//   data-url            answers the inside, for this reader alone
//   data-every          on the hosts' page, which has no log: how many seconds it waits before it asks again
//   [data-inside]       what is put in place; in it [data-phase], with data-silent, why nothing is written now, and data-next,
//                       in how many seconds the phase turns
//   in the log          [data-sitting] under the talk's first message, [data-question] under one that is asked

// So many pages hear of a vote in the same moment: they do not ask in the same moment.
const SPREAD = 2000;
// A second click this soon is the same one: it must not take the vote back.
const SAME_CLICK = 700;
const ASKED_IN = ["questions", "live"];
// What is different in every answer and says nothing.
const PASSING = / (value="[A-Za-z0-9]{64}"|data-next="\d+")/g;

class SittingPanel extends HTMLElement {
  connectedCallback() {
    if (this.inside) return;
    this.inside = this.querySelector("[data-inside]");
    if ("every" in this.dataset) this.turns = setInterval(() => document.hidden || this.ask(), this.dataset.every * 1000);
    else this.addEventListener("submit", (event) => this.submit(event));
    // A list must not shift under a thumb that is on its way up.
    this.addEventListener("pointerdown", () => (this.isHeld = true));
    for (const over of ["pointerup", "pointercancel"]) window.addEventListener(over, () => setTimeout(() => (this.isHeld = false)));
    const log = document.querySelector("[role=log]");
    log?.addEventListener("placed", (event) => this.placed(event.target, event.detail.earlier));
    this.obey();
  }

  disconnectedCallback() {
    clearInterval(this.turns);
    clearTimeout(this.timer);
    clearTimeout(this.clock);
  }

  placed(message, earlier) {
    const mark = message.querySelector("[data-sitting]");
    if (mark && "frozen" in mark.dataset) this.silence(mark.textContent.trim());
    if (mark) this.soon(SPREAD / 8);
    else if ([message, earlier].some((one) => one?.querySelector("[data-question]"))) this.soon(SPREAD);
  }

  soon(within) {
    if (this.timer && within >= SPREAD) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), 100 + Math.random() * within);
  }

  async ask() {
    this.timer = 0;
    const turn = this.next();
    try {
      const answer = await fetch(this.dataset.url, { headers: { "X-Fragment": "1" } });
      if (answer.ok && !answer.redirected) this.show(await answer.text(), turn);
    } catch {
      // Without a line nothing is known to have changed. The log says so when it is back.
    }
  }

  // Of two answers on their way, the one asked for last counts, whichever comes first.
  next() {
    this.asked = (this.asked ?? 0) + 1;
    return this.asked;
  }

  async submit(event) {
    const form = event.target;
    event.preventDefault();
    if (this.isBusy || Date.now() - this.actedAt < SAME_CLICK) return;
    this.isBusy = true;
    this.actedAt = Date.now();
    const turn = this.next();
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Fragment": "1" } });
      const isPanel = !answer.redirected && (answer.ok || answer.status === 409);
      if (isPanel) return this.show(await answer.text(), turn);
      if (answer.status === 429) return;
      location.reload();
    } catch {
      form.submit();
    } finally {
      this.isBusy = false;
    }
  }

  // The focus stays where it was, if that is still there.
  show(html, turn) {
    const words = html.replace(PASSING, "");
    if (turn !== this.asked || words === this.shown) return;
    if (this.isHeld) return this.soon(SPREAD / 2);
    this.shown = words;
    const held = this.inside.contains(document.activeElement) && document.activeElement.id;
    this.inside.innerHTML = html;
    if (held) (document.getElementById(held) ?? this.inside.querySelector("#questions")).focus({ preventScroll: true });
    this.obey();
  }

  obey() {
    const { silent, next, phase } = this.inside.querySelector("[data-phase]")?.dataset ?? {};
    document.querySelectorAll("[data-asks]").forEach((button) => (button.hidden = !ASKED_IN.includes(phase)));
    this.silence(silent ?? "");
    clearTimeout(this.clock);
    if (next) this.clock = setTimeout(() => this.soon(SPREAD / 2), next * 1000);
  }

  // What was begun stays to be read and copied; nothing of it is sent.
  silence(words) {
    const form = document.querySelector("form[data-composer]");
    // A page that came while nobody wrote has no composer: it comes anew with one.
    if (!form && this.words && !words && document.querySelector("[role=log]")) location.reload();
    if (!form || form.dataset.silent === words) return (this.words = words);
    form.dataset.silent = words;
    form.querySelectorAll("button").forEach((button) => (button.disabled = Boolean(words)));
    form.elements.namedItem("body").readOnly = Boolean(words);
    this.note ??= Object.assign(document.createElement("p"), { className: "thread__closed" });
    this.note.setAttribute("role", "status");
    this.note.textContent = words;
    if (words) form.before(this.note);
    else this.note.remove();
    if (!words || this.inside.querySelector("[data-phase]")?.dataset.phase !== "closed") return (form.hidden = false);
    form.hidden = !form.elements.namedItem("body").value;
  }
}

customElements.define("sitting-panel", SittingPanel);
