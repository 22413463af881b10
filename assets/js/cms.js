// The editor saves by itself. Whoever submits while that is under way waits for it: sent twice at once, a new page would
// be made twice, and the second fails on the first one's address.
const EDITOR = "[data-controller~='w-autosave']";
let isSaving = false;
let held = null;

function sendOn() {
  isSaving = false;
  if (!held) return;
  const { form, button } = held;
  held = null;
  // A button that shows progress is disabled, and a disabled one would not say what it asks for.
  if (button) button.disabled = false;
  form.requestSubmit(button);
}

document.addEventListener("w-autosave:save", () => {
  isSaving = true;
});
document.addEventListener("w-autosave:success", sendOn);
document.addEventListener("w-autosave:error", sendOn);
document.addEventListener(
  "submit",
  (event) => {
    if (!isSaving || !event.target.matches(EDITOR)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = { form: event.target, button: event.submitter };
  },
  true,
);
