// Speaks new messages politely, in batches: one is read out, several within five seconds become a count.

const GATHER = 5000;
const FIRST = 1000;

export class Announcer {
  constructor(place) {
    this.place = place;
    this.waiting = [];
    this.spokeAt = 0;
  }

  // The setting: "each", "counts" or "nothing".
  get mode() {
    return this.place.dataset.announce || "each";
  }

  add(name, text) {
    if (this.mode === "nothing") return;
    this.waiting.push({ name, text });
    if (this.timer) return;
    const rest = this.spokeAt + GATHER - Date.now();
    this.timer = setTimeout(() => this.speak(), Math.max(FIRST, rest));
  }

  speak() {
    this.timer = null;
    const news = this.waiting.splice(0);
    this.spokeAt = Date.now();
    if (news.length > 1 || this.mode === "counts") {
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
