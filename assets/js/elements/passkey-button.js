// <passkey-button hidden>: a form whose button asks the device for a passkey and sends what it answers.
// Without this script, or on a device without passkeys, it stays hidden and the other ways in remain.
// The button says where the question is: data-ask (an address), data-request or data-creation (an element's id).

import { create, prove } from "../lib/webauthn.js";

class PasskeyButton extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential) return;
    this.hidden = false;
    this.form = this.querySelector("form");
    this.button = this.querySelector("button");
    this.form.addEventListener("submit", (event) => this.ask(event));
  }

  async ask(event) {
    event.preventDefault();
    this.button.setAttribute("aria-busy", "true");
    this.failed(false);
    try {
      this.form.elements.credential.value = JSON.stringify(await this.answer());
      this.form.submit();
    } catch {
      // Cancelled, timed out or refused by the device: one message, and the other ways stand below.
      this.failed(true);
    } finally {
      this.button.removeAttribute("aria-busy");
    }
  }

  async answer() {
    const { ask, request, creation } = this.button.dataset;
    if (creation) return create(this.kept(creation));
    if (request) return prove(this.kept(request));
    const response = await fetch(ask, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(String(response.status));
    return prove((await response.json()).request_options);
  }

  kept(id) {
    return JSON.parse(document.getElementById(id).textContent);
  }

  failed(is) {
    this.querySelector("[role=alert]").hidden = !is;
  }
}

customElements.define("passkey-button", PasskeyButton);
