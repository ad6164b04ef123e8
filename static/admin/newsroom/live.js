// Ctrl or Cmd with Enter posts, also from within the editor. Without this there is the button.

const form = document.getElementById("tell");

form?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  form.querySelector("[type=submit]:not([hidden])").click();
}, { capture: true });
