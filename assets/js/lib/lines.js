// The line to the server: a web socket, else server-sent events, else long polls. Whoever listens hears the same
// frames from each; only the speed differs. Knows nothing of messages.
//
// No way is believed for long. One that keeps silent for longer than it ever should is asked, or opened anew; and after a
// try that brought nothing a plain question tells whether the session, the right, the server or only this way is at fault.

import { endIn } from "./deliver.js";
import { WAYS } from "./ways.js";

const WAITS = [1, 2, 4, 8, 15, 30];
// Whoever is sent away by a server that ends comes back with everybody else: each at a time of their own.
const BACK_FROM_RESTART = { least: 1_000, most: 30_000 };
const NEEDS = { socket: "WebSocket", stream: "EventSource" };
// In milliseconds, as forum/live/limits.py has them in seconds.
const SILENCE = { socket: 45_000, stream: 32_000, poll: 37_000 };
const ANSWER = 10_000;
const FRESH = 5_000;

export function pause(tries) {
  const seconds = WAITS[Math.min(tries, WAITS.length - 1)];
  return seconds * (500 + Math.random() * 1000);
}

function pauseAfterRestart() {
  const { least, most } = BACK_FROM_RESTART;
  return least + Math.random() * (most - least);
}

export class Line extends EventTarget {
  // Events: "frame" (detail: the frame), "state" (detail: open, lost, session-over, right-lost ...).
  constructor(space, plain, cursor) {
    super();
    this.space = space;
    this.plain = plain;
    this.cursor = cursor;
    this.state = "new";
    this.tries = 0;
    this.refusals = 0;
    this.worked = new Set();
    this.ways = ["socket", "stream", "poll"].filter((way) => !NEEDS[way] || NEEDS[way] in window);
  }

  get way() {
    return this.ways[0];
  }

  open() {
    this.stopped = this.isHeard = this.isAsked = false;
    clearTimeout(this.timer);
    this.expect(ANSWER);
    WAYS[this.way](this);
  }

  close() {
    this.stopped = true;
    this.hang();
  }

  hang() {
    clearTimeout(this.timer);
    clearTimeout(this.silence);
    this.hangUp?.();
    this.up = this.hangUp = null;
  }

  // The page was looked at again, or the device found a network: whatever stands may have died meanwhile.
  tryNow() {
    if (this.stopped) return;
    if (this.state === "open") return this.isStale && !this.isAsked && this.doubt();
    this.close();
    this.tries = 0;
    this.open();
  }

  say(signal) {
    if (this.up) this.up(JSON.stringify(signal));
  }

  // Where a way begins, or the plain question is asked, from where the page stands.
  address(kind) {
    return `${kind ? `/m/live/${kind}/${this.space}/` : this.plain}?after=${encodeURIComponent(this.cursor())}`;
  }

  tell(state) {
    if (state === this.state && state === "open") return;
    this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: { state, way: this.way } }));
  }

  // ---- is it still there?

  expect(within) {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.doubt(), within);
  }

  get isStale() {
    return Date.now() - this.heardAt > (this.up ? FRESH : SILENCE[this.way] / 2);
  }

  // A socket can be asked. A stream and a poll cannot, nor can anything that has not even opened.
  doubt() {
    if (!this.up || this.isAsked) {
      this.hang();
      return this.failed();
    }
    this.isAsked = true;
    this.expect(ANSWER);
    this.say({ signal: "pulse" });
  }

  // A socket is open before anything comes by it.
  opened() {
    this.heardAt = Date.now();
    this.expect(SILENCE[this.way]);
    this.tell("open");
  }

  // Something came by this way: it lives.
  heard(frames = []) {
    this.isAsked = false;
    if (!this.isHeard) {
      this.isHeard = true;
      this.tries = this.refusals = 0;
      this.worked.add(this.way);
    }
    this.opened();
    frames.filter(({ kind }) => kind !== "pulse").forEach((detail) => this.dispatchEvent(new CustomEvent("frame", { detail })));
  }

  async failed(isRestart = false) {
    this.hang();
    if (this.stopped) return;
    this.tell("lost");
    if (!this.isHeard && !(await this.isWorthATry())) return;
    this.timer = setTimeout(() => this.open(), isRestart ? pauseAfterRestart() : pause(this.tries++));
  }

  // Asks plainly what is at fault. A way that is refused while plain questions are answered gives way to the next, the
  // sooner where it never worked here; while the server is away, none does.
  async isWorthATry() {
    const asking = new AbortController();
    const late = setTimeout(() => asking.abort(), ANSWER);
    const hangUp = () => asking.abort();
    this.hangUp = hangUp;
    const answer = await fetch(this.plain, { signal: asking.signal }).catch(() => null);
    clearTimeout(late);
    // Somebody began anew, or left, while it was asked.
    if (this.hangUp !== hangUp) return false;
    const end = answer && endIn(answer);
    if (end) this.ended(end);
    else if (answer?.ok && ++this.refusals >= (this.worked.has(this.way) ? 3 : 2)) {
      this.ways.push(this.ways.shift());
      this.refusals = 0;
    }
    return !end;
  }

  ended(why) {
    this.close();
    this.tell(why);
  }
}
