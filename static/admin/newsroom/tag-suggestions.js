// <tag-suggestions>: offers the tags that exist for the word being typed. Without it the field takes the same words.

const PAUSE = 150;
const KEYS = { ArrowDown: 1, ArrowUp: -1 };

class TagSuggestions extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.list = document.createElement("ul");
    Object.assign(this.list, { id: `${this.field.id}_tags`, className: "tag-suggestions-list", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Tags");
    this.append(this.list);
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(combobox)) this.field.setAttribute(name, value);
    this.field.addEventListener("input", () => this.ask());
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.field.addEventListener("blur", () => this.offer([]));
    // The field keeps the focus, or its blur would take the list away before the click.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.take(event.target.closest("li")));
    this.offer([]);
  }

  // The word in which the caret stands: where it begins and ends between its commas.
  word() {
    const { value, selectionStart } = this.field;
    const begin = value.lastIndexOf(",", selectionStart - 1) + 1;
    const comma = value.indexOf(",", selectionStart);
    return { begin, end: comma < 0 ? value.length : comma };
  }

  ask() {
    clearTimeout(this.timer);
    const { begin, end } = this.word();
    const term = this.field.value.slice(begin, end).trim();
    if (!term) this.offer([]);
    else this.timer = setTimeout(() => this.fetch(term), PAUSE);
  }

  async fetch(term) {
    this.asked = term;
    const answer = await fetch(`${this.dataset.source}&term=${encodeURIComponent(term)}`).catch(() => null);
    const found = answer?.ok && !answer.redirected ? (await answer.json()).results : [];
    if (this.asked === term && document.activeElement === this.field) this.offer(found.slice(0, 8));
  }

  offer(found) {
    const options = found.map(({ text }, index) => {
      const option = Object.assign(document.createElement("li"), { id: `${this.list.id}_${index}`, textContent: text });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      return option;
    });
    this.list.replaceChildren(...options);
    this.list.hidden = !options.length;
    this.field.setAttribute("aria-expanded", String(options.length > 0));
    this.field.removeAttribute("aria-activedescendant");
  }

  press(event) {
    const options = [...this.list.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key in KEYS && options.length) {
      event.preventDefault();
      this.mark(options, (at + KEYS[event.key] + options.length + (at < 0 && KEYS[event.key] < 0)) % options.length);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      this.take(options[at]);
    } else if (event.key === "Escape") this.offer([]);
  }

  mark(options, chosen) {
    for (const [index, option] of options.entries()) option.setAttribute("aria-selected", String(index === chosen));
    this.field.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  }

  take(option) {
    if (!option) return;
    const { begin, end } = this.word();
    const { value } = this.field;
    const before = value.slice(0, begin) + (begin ? " " : "");
    const after = value.slice(end) || ", ";
    const name = option.textContent.includes(",") ? `"${option.textContent}"` : option.textContent;
    this.field.value = before + name + after;
    this.field.selectionStart = this.field.selectionEnd = (before + name + after).length - value.slice(end).length;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    this.offer([]);
  }
}

customElements.define("tag-suggestions", TagSuggestions);
