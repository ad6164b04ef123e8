// <publish-button>: says “Schedule” while the time that is typed lies ahead, as the server will.

class PublishButton extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("input");
    this.fields = [this.dataset.date, this.dataset.time].map((id) => document.getElementById(id));
    if (this.fields.includes(null)) return;
    // The admin's calendar and clock fill in the fields without an event.
    for (const kind of ["input", "change", "click", "focusin"]) document.addEventListener(kind, () => this.show());
    this.show();
  }

  show() {
    const [day, time] = this.fields.map((field) => field.value.trim());
    const offset = Number(document.body.dataset.adminUtcOffset) * 1000;
    const moment = Date.parse(`${day}T${time || "00:00"}Z`) - offset;
    const wording = moment > Date.now() ? this.dataset.later : this.dataset.now;
    if (this.button.value !== wording) this.button.value = wording;
  }
}

customElements.define("publish-button", PublishButton);
