// The line to the server: a web socket, else server-sent events, else long polls. Whoever listens hears the same
// frames from each; only the speed differs. Knows nothing of messages.

const WAITS = [1, 2, 4, 8, 15, 30];
const NEEDS = { socket: "WebSocket", stream: "EventSource" };
const FINAL = { 4401: "session-over", 4403: "right-lost", 4429: "too-fast", 1008: "refused", 1003: "refused" };

export function pause(tries) {
  const seconds = WAITS[Math.min(tries, WAITS.length - 1)];
  return seconds * (750 + Math.random() * 500);
}

export class Line extends EventTarget {
  // Events: "frame" (detail: the frame), "state" (detail: open, lost, session-over, right-lost ...).
  constructor(space, cursor) {
    super();
    this.space = space;
    this.cursor = cursor;
    this.state = "new";
    this.tries = 0;
    this.refusals = 0;
    this.worked = new Set();
    this.ways = ["socket", "stream", "poll"].filter((way) => !NEEDS[way] || NEEDS[way] in window);
  }

  open() {
    this.stopped = false;
    clearTimeout(this.timer);
    this[this.ways[0]]();
  }

  close() {
    this.stopped = true;
    clearTimeout(this.timer);
    this.hangUp?.();
    this.hangUp = null;
  }

  tryNow() {
    if (this.state === "open" || this.stopped) return;
    this.close();
    this.tries = 0;
    this.open();
  }

  say(signal) {
    if (this.up) this.up(JSON.stringify(signal));
  }

  address(kind) {
    return `/m/live/${kind}/${this.space}/?after=${encodeURIComponent(this.cursor())}`;
  }

  tell(state, detail = {}) {
    if (state === "open") {
      this.tries = this.refusals = 0;
      this.worked.add(this.ways[0]);
    }
    if (state === this.state && state === "open") return;
    this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: { state, way: this.ways[0], ...detail } }));
  }

  frame(frame) {
    this.dispatchEvent(new CustomEvent("frame", { detail: frame }));
  }

  // A way that never worked here and was refused twice gives way to the next; one that did work is kept.
  failed() {
    this.up = this.hangUp = null;
    if (this.stopped) return;
    if (!this.worked.has(this.ways[0]) && ++this.refusals >= 2) {
      this.ways.push(this.ways.shift());
      this.refusals = 0;
    }
    const wait = pause(this.tries++);
    this.tell("lost", { seconds: Math.round(wait / 1000) });
    this.timer = setTimeout(() => this.open(), wait);
  }

  ended(why) {
    this.stopped = true;
    this.up = this.hangUp = null;
    this.tell(why);
  }

  socket() {
    let socket;
    try {
      socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}${this.address("socket")}`);
    } catch {
      return this.failed();
    }
    const slow = setTimeout(() => socket.close(), 10_000);
    this.hangUp = () => {
      socket.onclose = null;
      socket.close();
    };
    socket.onopen = () => {
      clearTimeout(slow);
      this.up = (text) => socket.readyState === 1 && socket.send(text);
      this.tell("open");
    };
    socket.onmessage = (event) => this.frame(JSON.parse(event.data));
    socket.onclose = (event) => {
      clearTimeout(slow);
      if (FINAL[event.code]) this.ended(FINAL[event.code]);
      else this.failed();
    };
  }

  stream() {
    const source = new EventSource(this.address("stream"));
    this.hangUp = () => source.close();
    source.onopen = () => this.tell("open");
    source.onmessage = (event) => this.frame(JSON.parse(event.data));
    source.addEventListener("end", (event) => {
      source.close();
      if (["session-over", "right-lost"].includes(event.data)) this.ended(event.data);
      else this.failed();
    });
    source.onerror = () => {
      source.close();
      this.failed();
    };
  }

  async poll() {
    const stop = new AbortController();
    this.hangUp = () => stop.abort();
    try {
      while (!this.stopped) {
        // No refusal within a moment: the server waits with us.
        const waits = setTimeout(() => this.tell("open"), 1500);
        const answer = await fetch(this.address("poll"), { signal: stop.signal, redirect: "manual" }).finally(() =>
          clearTimeout(waits),
        );
        if (answer.type === "opaqueredirect") return this.ended("session-over");
        if (answer.status === 404) return this.ended("right-lost");
        if (!answer.ok) throw new Error(answer.status);
        this.tell("open");
        const news = await answer.json();
        news.frames.forEach((frame) => this.frame(frame));
        if (["session-over", "right-lost"].includes(news.end)) return this.ended(news.end);
        if (news.frames.length === 0) await new Promise((done) => setTimeout(done, 250));
      }
    } catch {
      this.failed();
    }
  }
}
