// The connection bar: says once what became of the line, and when it is back.

const PATIENCE = 2000;
const BACK = 4000;
const PAUSED = "Live updates are paused. Reload the page to see new messages.";
const WORDS = {
  lost: "Connection lost. Your messages are kept and will send when you are back.",
  "session-over": "You are signed out. What you wrote is kept in this tab.",
  "right-lost": "You can no longer read this space.",
  "too-fast": PAUSED,
  refused: PAUSED,
};

export class Bar {
  constructor(place, tryNow) {
    this.place = place;
    this.tryNow = tryNow;
    this.said = "";
  }

  show(state, unsent) {
    if (state !== "lost") {
      clearTimeout(this.timer);
      this.timer = null;
    }
    if (state === "open") this.back(unsent);
    else if (state !== "lost") this.say(WORDS[state], state);
    // A short break heals before anybody reads of it.
    else if (["", "newer", "back"].includes(this.said)) this.timer ??= setTimeout(() => this.say(WORDS.lost, "lost"), PATIENCE);
  }

  back(unsent) {
    if (this.said !== "lost") return;
    this.say(`You are back.${unsent ? ` ${unsent} message${unsent === 1 ? "" : "s"} sent.` : ""}`, "back");
    setTimeout(() => {
      if (this.said !== "back") return;
      this.say("", "");
      this.hint(this.isOld);
    }, BACK);
  }

  say(words, state) {
    if (this.said === state) return;
    this.said = state;
    this.place.hidden = !words;
    this.place.dataset.state = state;
    this.place.replaceChildren(words);
    if (state === "lost") this.place.append(" ", this.button());
    if (state === "session-over") this.place.append(" ", this.signIn());
  }

  // A newer page is there: said where nothing more urgent stands, and left to the reader.
  hint(isOld) {
    this.isOld = isOld;
    if (!isOld || this.said) return;
    this.say("There is a newer version of this page. What you are writing is kept.", "newer");
    const link = Object.assign(document.createElement("a"), { href: location.pathname, textContent: "Load it" });
    this.place.append(" ", link);
  }

  button() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--outline button--small";
    button.textContent = "Try now";
    button.addEventListener("click", this.tryNow);
    return button;
  }

  signIn() {
    const link = document.createElement("a");
    link.href = `/accounts/login/?next=${encodeURIComponent(location.pathname)}`;
    link.textContent = "Sign in";
    return link;
  }
}
