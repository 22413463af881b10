// The heading of a day, above the first message that is said on it while the page is open.

const WORDS = { weekday: "long", day: "numeric", month: "long" };

// Put a heading above a message, or above the fold it stands in, unless the one before was said on the same day. Times are those of the reader's clock.
export function divide(message, before, place = message) {
  const day = dayOf(message);
  if (!before || !day || day === dayOf(before)) return;
  const heading = document.createElement("p");
  heading.className = "log__day";
  const words = document.createElement("span");
  words.textContent = `${day === new Date().toDateString() ? "Today, " : ""}${timeIn(message).toLocaleDateString("en-GB", WORDS)}`;
  heading.append(words);
  place.before(heading);
}

function timeIn(message) {
  return new Date(message.querySelector("time")?.dateTime ?? NaN);
}

function dayOf(message) {
  const time = timeIn(message);
  return Number.isNaN(time.valueOf()) ? "" : time.toDateString();
}
