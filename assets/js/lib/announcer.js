// Speaks new messages politely, in batches: one is read out, several within five seconds become a count. Can be paused:
// then it says afterwards how many came.

const GATHER = 5000;
const FIRST = 1000;

export class Announcer {
  constructor(place, button) {
    this.place = place;
    this.button = button;
    this.waiting = [];
    this.spokeAt = 0;
    this.isPaused = false;
    if (!button || this.mode === "nothing") return;
    button.hidden = false;
    button.addEventListener("click", () => this.pause());
  }

  // What its reader chose: "each", "counts" or "nothing".
  get mode() {
    return this.place.dataset.announce || "each";
  }

  pause() {
    this.isPaused = !this.isPaused;
    this.button.setAttribute("aria-pressed", String(this.isPaused));
    clearTimeout(this.timer);
    this.timer = null;
    if (!this.isPaused && this.waiting.length) this.speak("counts");
  }

  add(name, text) {
    if (this.mode === "nothing") return;
    this.waiting.push({ name, text });
    if (this.timer || this.isPaused) return;
    const rest = this.spokeAt + GATHER - Date.now();
    this.timer = setTimeout(() => this.speak(this.mode), Math.max(FIRST, rest));
  }

  speak(mode) {
    this.timer = null;
    const news = this.waiting.splice(0);
    this.spokeAt = Date.now();
    if (news.length > 1 || mode === "counts") {
      this.say(`${news.length} new message${news.length === 1 ? "" : "s"}`);
    } else {
      this.say(`${news[0].name}: ${news[0].text.slice(0, 120)}`);
    }
  }

  say(words) {
    this.place.textContent = "";
    // A repeated sentence is only spoken again when the node changes.
    setTimeout(() => (this.place.textContent = words), 50);
  }
}
