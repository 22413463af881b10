// Who else is here, and who is typing: shown, never announced, and soon forgotten.

const FADES = 6000;

export class Others {
  constructor(host) {
    this.host = host;
    this.typists = new Set();
  }

  hear(frame) {
    if (frame.kind === "here") this.showHere(frame.about);
    else if (frame.thread === this.host.dataset.thread) this.showTyping(frame.name);
  }

  showTyping(name) {
    this.typists.add(name);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.stopTyping(), FADES);
    const others = this.typists.size - 1;
    const more = others === 1 ? "one other" : `${others} others`;
    this.write("typing", others ? `${name} and ${more} are typing` : `${name} is typing`);
  }

  stopTyping() {
    this.typists.clear();
    this.write("typing", "");
  }

  showHere(about) {
    this.write("here", about ? `About ${about} here` : "");
  }

  write(name, words) {
    const place = this.host.querySelector(`[data-${name}]`);
    if (place) place.textContent = words;
  }
}
