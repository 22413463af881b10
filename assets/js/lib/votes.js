// Votes in a thread that is open. A poll comes alike for everybody; the page says in one place where I have voted.
//
//   [data-hands] data-votes="<message>:<answer>,<answer> ..."     and, where one may vote, form#hands with the token
//   [data-poll=named|anonymous] in a message                      with inputs of that form, [data-vote] and [data-voted]

const LATER = "We could not save that. Your choice is still here: try again.";

export class Votes {
  constructor(host, place) {
    this.list = host.list;
    this.form = place.querySelector("form");
    const words = place.dataset.votes.split(" ").filter(Boolean);
    this.mine = new Map(words.map((word) => word.split(":")).map(([id, chosen]) => [id, chosen.split(",")]));
    this.list.addEventListener("placed", (event) => this.placed(event.target, event.detail.earlier));
    this.list.addEventListener("click", (event) => this.clicked(event));
    host.log.messages().forEach((message) => this.dress(message));
  }

  // What was chosen and not sent yet stays chosen.
  placed(message, earlier) {
    earlier?.querySelectorAll("[data-poll] input:checked").forEach(({ value }) => choose(message, value));
    this.dress(message);
  }

  dress(message) {
    const poll = message.querySelector("[data-poll]");
    const chosen = poll && this.mine.get(message.id.replace("message-", ""));
    if (!chosen) return;
    if (poll.dataset.poll === "anonymous") poll.classList.add("poll--voted");
    else if (!poll.querySelector("input:checked")) chosen.forEach((value) => choose(message, value));
    poll.querySelector("[data-voted]").hidden = false;
  }

  async clicked(event) {
    const button = event.target.closest("[data-vote]");
    if (!button || !this.form) return;
    event.preventDefault();
    if (this.isBusy) return;
    this.isBusy = true;
    const { id } = button.closest("[id^='message-']");
    const words = await this.post(button.formAction);
    this.isBusy = false;
    // The message may have come anew meanwhile.
    const message = this.list.querySelector(`#${CSS.escape(id)}`);
    const told = message?.querySelector("[data-voted]");
    if (!told) return;
    const chosen = [...message.querySelectorAll("[data-poll] input:checked")].map(({ value }) => value);
    if (!words) this.mine.set(id.replace("message-", ""), chosen);
    this.dress(message);
    if (words) told.textContent = words;
    told.hidden = false;
    told.tabIndex = -1;
    told.focus();
  }

  // Why it was not taken, in words; nothing where it was.
  async post(address) {
    try {
      const headers = { "X-Fragment": "1" };
      const answer = await fetch(address, { method: "POST", body: new FormData(this.form), headers });
      if (answer.redirected) return location.reload() ?? LATER;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return answer.ok ? "" : (page.querySelector("[data-voted]")?.textContent.trim() ?? LATER);
    } catch {
      return LATER;
    }
  }
}

function choose(message, value) {
  const input = message.querySelector(`[data-poll] input[value="${CSS.escape(value)}"]`);
  if (input) input.checked = true;
}
