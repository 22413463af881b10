// What stays on the device for a while: unsent messages and unfinished text. Wiped when somebody signs out.
// Every use may fail (private windows, full storage): then things are kept in memory, for as long as the page lives.

const PREFIX = "bali:";

class Shelf {
  constructor(storage) {
    this.storage = storage;
    this.memory = new Map();
  }

  get(name) {
    try {
      const kept = this.storage().getItem(PREFIX + name);
      if (kept !== null) return JSON.parse(kept);
    } catch {
      // Read from memory instead.
    }
    return this.memory.get(name) ?? null;
  }

  set(name, value) {
    this.memory.set(name, value);
    try {
      this.storage().setItem(PREFIX + name, JSON.stringify(value));
    } catch {
      // It is in memory.
    }
  }

  drop(name) {
    this.memory.delete(name);
    try {
      this.storage().removeItem(PREFIX + name);
    } catch {
      // Nothing was kept.
    }
  }

  wipe() {
    this.memory.clear();
    try {
      const storage = this.storage();
      Object.keys(storage)
        .filter((name) => name.startsWith(PREFIX))
        .forEach((name) => storage.removeItem(name));
    } catch {
      // Nothing was kept.
    }
  }
}

// The outbox outlives the tab; a draft lives in the tab alone, so that the next person at this device finds nothing.
export const device = new Shelf(() => window.localStorage);
export const tab = new Shelf(() => window.sessionStorage);

export function wipe() {
  device.wipe();
  tab.wipe();
}

document.addEventListener("submit", (event) => {
  if (new URL(event.target.action, location.href).pathname.startsWith("/accounts/logout")) wipe();
});
