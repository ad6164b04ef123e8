// Keys for what a writer does all day: Ctrl or Cmd with S saves, with Alt and P previews, with Shift and Enter publishes.
// Each presses what the page shows, so without this nothing is missing.

const KEYS = [
  { code: "KeyS", shift: false, alt: false, find: () => document.querySelector("[name=_continue], [name=_save]") },
  { code: "KeyP", shift: false, alt: true, find: () => document.getElementById("preview-link") },
  { code: "Enter", shift: true, alt: false, find: () => document.querySelector("[name=_publish]") },
];

addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.getModifierState("AltGraph") || event.isComposing) return;
  // Nothing happens behind a question.
  if (document.querySelector("dialog[open]")) return;
  const key = KEYS.find(({ code, shift, alt }) => code === event.code && shift === event.shiftKey && alt === event.altKey);
  const found = key?.find();
  if (!found) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat) found.click();
}, { capture: true });
