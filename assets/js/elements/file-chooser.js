// <file-chooser>: the files of a composer. Each goes ahead of its message, chosen, pasted or dropped, and waits in the form
// with the question what it shows. Without this the form carries them itself.
//
// Inside it: [data-chosen-list], [data-files-status] and the input `files`; its form has data-uploads, where files go.

import { newKey, reasonIn } from "../lib/deliver.js";

// The server's own bounds decide; these spare a long wait for a no.
const MOST = 4;
const LARGEST = 10 * 1024 * 1024;
const DESCRIBE = "Say in a sentence what the picture shows, or tick that it says nothing your words do not.";

class FileChooser extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.list = this.querySelector("[data-chosen-list]");
    this.status = this.querySelector("[data-files-status]");
    this.input = this.form.elements.namedItem("files");
    this.onTheWay = 0;
    this.sent = new Map();
    this.listen();
  }

  listen() {
    this.input.addEventListener("change", () => {
      const chosen = [...this.input.files];
      // Sent from here: the form must not carry them as well.
      this.input.value = "";
      this.add(chosen);
    });
    this.form.addEventListener("paste", (event) => this.bring(event, event.clipboardData));
    this.form.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
    this.form.addEventListener("drop", (event) => this.bring(event, event.dataTransfer));
  }

  bring(event, from) {
    if (!from?.files.length) return;
    event.preventDefault();
    this.add([...from.files]);
  }

  get items() {
    return [...this.list.querySelectorAll("[data-chosen]")];
  }

  get kept() {
    return this.items.filter((item) => item.querySelector("[name=uploads]").checked);
  }

  say(words) {
    this.status.textContent = words;
  }

  async add(files) {
    for (const file of files) {
      if (this.kept.length + this.onTheWay >= MOST) return this.say(`Add at most ${MOST} files to a message.`);
      if (file.size > LARGEST) return this.say(`${file.name} is too large. Choose files of at most 10 MB each.`);
      await this.upload(file);
    }
  }

  async upload(file) {
    this.onTheWay += 1;
    this.say(`Uploading ${file.name}`);
    try {
      const { status, text } = await this.post(file);
      if (status === 200) this.place(text, file.name);
      else this.say(`${file.name}: ${reasonIn(text, status)}`);
    } catch {
      this.say(`${file.name} did not get through. Choose it again when you are connected.`);
    } finally {
      this.onTheWay -= 1;
    }
  }

  // Fetch tells nothing of how far an upload has come.
  post(file) {
    const data = new FormData();
    data.set("csrfmiddlewaretoken", this.form.elements.namedItem("csrfmiddlewaretoken").value);
    data.set("key", newKey());
    data.set("file", file);
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      let told = 0;
      request.upload.onprogress = ({ loaded, total }) => {
        const quarter = Math.floor((4 * loaded) / total) * 25;
        if (quarter > told && quarter < 100) this.say(`Uploading ${file.name}, ${(told = quarter)} per cent`);
      };
      request.onload = () => resolve({ status: request.status, text: request.responseText });
      request.onerror = request.onabort = reject;
      request.open("POST", this.form.dataset.uploads);
      request.setRequestHeader("X-Fragment", "1");
      request.send(data);
    });
  }

  place(fragment, name) {
    const template = document.createElement("template");
    template.innerHTML = fragment;
    const items = [...template.content.querySelectorAll("[data-chosen]")];
    this.list.append(...items);
    const asks = items.some((item) => item.querySelector("[name^=alt_]"));
    this.say(asks ? `${name} is here. Say what it shows.` : `${name} is here.`);
  }

  // Whether the message may go: nothing on its way, and every picture described.
  get isReady() {
    if (this.onTheWay) {
      this.say("A file is still on its way. Send again in a moment.");
      return false;
    }
    const mute = this.kept.map((item) => item.querySelector("[name^=alt_]")).find((alt) => alt && !isDescribed(alt));
    if (!mute) return true;
    mute.setAttribute("aria-invalid", "true");
    mute.focus();
    this.say(DESCRIBE);
    return false;
  }

  // What goes with the message of this key; the composer is empty afterwards.
  take(key) {
    const fields = { uploads: this.kept.map((item) => item.querySelector("[name=uploads]").value) };
    this.kept.forEach((item) =>
      item.querySelectorAll("[name^=alt_], [name^=plain_]:checked").forEach((field) => (fields[field.name] = field.value)),
    );
    this.sent.set(key, this.items);
    this.list.replaceChildren();
    this.say("");
    return fields.uploads.length ? fields : {};
  }

  // Back into the composer: its message was not sent.
  giveBack(key) {
    this.list.append(...(this.sent.get(key) ?? []));
    this.sent.delete(key);
  }

  forget(key) {
    this.sent.delete(key);
  }
}

function isDescribed(alt) {
  const plain = alt.closest("[data-chosen]").querySelector("[name^=plain_]");
  return alt.value.trim() || plain.checked;
}

customElements.define("file-chooser", FileChooser);
