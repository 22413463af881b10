// The three ways of a line, each begun by a function that takes it: what they hear, and how they end, goes to the line.

import { endIn } from "./deliver.js";

const FINAL = { 4401: "session-over", 4403: "right-lost", 4429: "too-fast", 1008: "refused", 1003: "refused" };
const RESTART = 1012;
const REST = 5000;

function socket(line) {
  let socket;
  try {
    socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}${line.address("socket")}`);
  } catch {
    return line.failed();
  }
  line.hangUp = () => {
    socket.onclose = socket.onmessage = null;
    socket.close();
  };
  socket.onopen = () => {
    line.up = (text) => socket.readyState === 1 && socket.send(text);
    line.opened();
  };
  socket.onmessage = (event) => line.heard([JSON.parse(event.data)]);
  socket.onclose = (event) => {
    if (FINAL[event.code]) line.ended(FINAL[event.code]);
    else line.failed(event.code === RESTART);
  };
}

// It is open when something came: a proxy that holds an answer back may well hand on where it begins.
function stream(line) {
  const source = new EventSource(line.address("stream"));
  line.hangUp = () => source.close();
  source.onmessage = (event) => line.heard([JSON.parse(event.data)]);
  source.addEventListener("pulse", () => line.heard());
  source.addEventListener("end", (event) => {
    if (["session-over", "right-lost"].includes(event.data)) line.ended(event.data);
    else line.failed(event.data === "restart");
  });
  source.onerror = () => line.failed();
}

// A plain question first: "open" is true at once, and where questions that wait are cut off, nothing is missed either.
async function poll(line) {
  const stop = new AbortController();
  line.hangUp = () => stop.abort();
  try {
    for (let kind = ""; ; kind = "poll") {
      const askedAt = Date.now();
      const answer = await fetch(line.address(kind), { signal: stop.signal });
      const end = endIn(answer);
      if (end) return line.ended(end);
      if (!answer.ok) throw new Error(answer.status);
      const news = await answer.json();
      if (stop.signal.aborted) return;
      line.heard(news.reset ? [{ kind: "afresh" }] : news.frames);
      if (["session-over", "right-lost"].includes(news.end)) return line.ended(news.end);
      if (news.end === "restart") return line.failed(true);
      // A server that cannot wait answers at once: it is not asked without a rest.
      const isIdle = kind && news.frames.length === 0 && Date.now() - askedAt < 1000;
      await new Promise((done) => setTimeout(done, isIdle ? REST : 250));
      if (stop.signal.aborted) return;
    }
  } catch {
    if (!stop.signal.aborted) line.failed();
  }
}

export const WAYS = { socket, stream, poll };
