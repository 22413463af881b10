// What stays on the device for a while: unsent messages and unfinished text. Wiped when somebody signs out (site.js), by
// their first word: outbox or draft.
// Every use may fail (private windows, full storage): then things are kept in memory, for as long as the page lives.

class Shelf {
  constructor(storage) {
    this.storage = storage;
    this.memory = new Map();
  }

  get(name) {
    try {
      const kept = this.storage().getItem(name);
      if (kept !== null) return JSON.parse(kept);
    } catch {
      // Read from memory instead.
    }
    return this.memory.get(name) ?? null;
  }

  set(name, value) {
    this.memory.set(name, value);
    try {
      this.storage().setItem(name, JSON.stringify(value));
    } catch {
      // It is in memory.
    }
  }

  drop(name) {
    this.memory.delete(name);
    try {
      this.storage().removeItem(name);
    } catch {
      // Nothing was kept.
    }
  }
}

// The outbox outlives the tab; a draft lives in the tab alone, so that the next person at this device finds nothing.
export const device = new Shelf(() => window.localStorage);
export const tab = new Shelf(() => window.sessionStorage);
