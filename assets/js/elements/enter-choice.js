// <enter-choice hidden>: what the Enter key does in a message, kept on this device alone when its form is saved: devices
// differ, and where no script runs the key means nothing but a new line.

import { device } from "../lib/keep.js";

class EnterChoice extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    const chosen = this.querySelector(`[value="${CSS.escape(device.get("enter") ?? "usual")}"]`);
    if (chosen) chosen.checked = true;
    this.closest("form").addEventListener("submit", () => this.keep(this.querySelector(":checked")?.value));
  }

  keep(value) {
    if (value === "usual") device.drop("enter");
    else device.set("enter", value);
  }
}

customElements.define("enter-choice", EnterChoice);
