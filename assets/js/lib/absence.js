// What comes after the line was lost is gathered for a moment. A little is shown as if it had come one by one; after a
// long absence one chooses where to go on.

const MOST = 200;
// How long the first of it may take, and how long the rest after each.
const FIRST = 5000;
const NEXT = 250;

export class Absence {
  constructor(host, place) {
    this.host = host;
    this.place = place;
    this.frames = null;
    this.many = 0;
  }

  // Where the gathering stands: whoever asks again goes on from there, and is not told the same without end.
  get reached() {
    return this.frames?.at(-1)?.cursor;
  }

  // The line is open again: gather what was missed.
  back() {
    this.frames = [];
    this.many = 0;
    this.wait(FIRST);
  }

  // True where the frame was taken: it is shown later, or with the page that is chosen.
  take(frame) {
    if (this.isLong) return true;
    if (!this.frames || frame.kind !== "message") return false;
    this.frames.push(frame);
    if (!this.isTooMuch([frame])) this.wait(NEXT);
    return true;
  }

  // Counts what came since the line was lost, and offers the choice where that is too much to follow.
  isTooMuch(frames) {
    this.many += frames.filter((frame) => frame.is_new && frame.thread === this.host.dataset.thread).length;
    if (this.many > MOST) this.offer();
    return this.many > MOST;
  }

  wait(long) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), long);
  }

  show() {
    const frames = this.frames ?? [];
    this.frames = null;
    frames.forEach((frame) => this.host.hear(frame));
  }

  offer() {
    clearTimeout(this.timer);
    this.isLong = true;
    this.frames = null;
    this.host.line.close();
    const words = `More than ${MOST} messages came while you were away. `;
    this.place.replaceChildren(words, link("?at=now", "Jump to now"), " ", link(location.pathname, "Read from where you left"));
    this.place.dataset.state = "absence";
    this.place.hidden = false;
  }
}

function link(address, words) {
  const anchor = Object.assign(document.createElement("a"), { href: address, textContent: words });
  anchor.className = "button button--outline button--small";
  return anchor;
}
