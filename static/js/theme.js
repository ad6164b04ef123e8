/* The reader's choice of a light or dark page, remembered on this device.
   <theme-toggle data-name="Page colours" data-light="Light" data-dark="Dark"></theme-toggle> stays empty without scripts: the system's
   preference then decides. The module blocks the first paint, so a remembered choice never flashes. */

const KEY = "theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off: the choice holds for this page
  }
}

function remember(choice) {
  try {
    if (choice) localStorage.setItem(KEY, choice);
    else localStorage.removeItem(KEY);
  } catch {
    /* as above */
  }
}

function apply(choice) {
  if (choice === "light" || choice === "dark") root.dataset.theme = choice;
  else delete root.dataset.theme;
}

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
}

class ThemeToggle extends HTMLElement {
  connectedCallback() {
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.addEventListener("click", () => this.turn());
    this.replaceChildren(this.button);
    system.addEventListener("change", () => this.show());
    this.show();
  }

  turn() {
    const wanted = isDark() ? "light" : "dark";
    const choice = (wanted === "dark") === system.matches ? null : wanted;
    remember(choice);
    apply(choice);
    this.show();
  }

  show() {
    const offered = isDark() ? this.dataset.light : this.dataset.dark;
    this.button.textContent = offered;
    this.button.ariaLabel = `${this.dataset.name}: ${offered}`;
  }
}

apply(remembered());
customElements.define("theme-toggle", ThemeToggle);
