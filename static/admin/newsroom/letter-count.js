// <letter-count>: says below its field how many letters it has, of how many that read well and that are possible.

class LetterCount extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("textarea");
    this.note = document.createElement("output");
    this.note.className = "letter-count-note";
    this.note.htmlFor = this.field.id;
    // Said when somebody asks, not after each letter.
    this.note.setAttribute("aria-live", "off");
    this.append(this.note);
    this.field.addEventListener("input", () => this.show());
    this.show();
  }

  show() {
    const length = [...this.field.value.trim()].length;
    const well = Number(this.dataset.well);
    this.note.textContent = `${length} of ${this.field.maxLength} letters; up to ${well} read well`;
    this.note.toggleAttribute("data-over", length > well);
  }
}

customElements.define("letter-count", LetterCount);
