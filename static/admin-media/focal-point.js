// <focal-point>: a click or a dragging finger on the picture fills in the two number fields, which work without this.

const RATIOS = { wide: 16 / 9, square: 1 };

// Where the cut begins, as CSS counts it: the share of what is cut off that lies before it. The same rule as crop_box.
function cutPosition(length, kept, focus) {
  const spare = length - kept;
  if (spare <= 0) return "50%";
  const start = Math.min(Math.max(focus * length - kept / 2, 0), spare);
  return `${(start / spare) * 100}%`;
}

class FocalPoint extends HTMLElement {
  connectedCallback() {
    this.stage = this.querySelector(".focal-point-stage");
    this.whole = this.querySelector(".focal-point-whole");
    this.mark = this.querySelector(".focal-point-mark");
    this.fields = [this.dataset.across, this.dataset.down].map((id) => document.getElementById(id));
    if (this.fields.includes(null)) return;
    for (const field of this.fields) field.addEventListener("input", () => this.show());
    this.stage.addEventListener("pointerdown", (event) => this.grab(event));
    this.stage.addEventListener("pointermove", (event) => this.dragged(event));
    this.whole.addEventListener("load", () => this.show());
    document.addEventListener("picture-chosen", (event) => this.look(event.detail));
    this.show();
  }

  look(address) {
    for (const picture of this.querySelectorAll("img")) picture.src = address;
    this.stage.hidden = false;
    this.set(0.5, 0.5);
  }

  grab(event) {
    event.preventDefault();
    this.stage.setPointerCapture(event.pointerId);
    this.point(event);
  }

  dragged(event) {
    if (this.stage.hasPointerCapture(event.pointerId)) this.point(event);
  }

  point(event) {
    const frame = this.whole.getBoundingClientRect();
    this.set((event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height);
  }

  set(...shares) {
    shares.forEach((share, index) => {
      this.fields[index].value = Math.min(Math.max(share, 0), 1).toFixed(2);
    });
    this.show();
  }

  show() {
    const [across, down] = this.fields.map((field) => Number(field.value));
    const width = this.whole.naturalWidth;
    const height = this.whole.naturalHeight;
    const isKnown = width > 0 && across >= 0 && across <= 1 && down >= 0 && down <= 1;
    this.mark.hidden = !isKnown;
    this.querySelector(".focal-point-cuts").hidden = !isKnown;
    if (!isKnown) return;
    this.mark.style.left = `${across * 100}%`;
    this.mark.style.top = `${down * 100}%`;
    for (const [shape, ratio] of Object.entries(RATIOS)) {
      const kept = [Math.min(width, height * ratio), Math.min(height, width / ratio)];
      const position = `${cutPosition(width, kept[0], across)} ${cutPosition(height, kept[1], down)}`;
      this.querySelector(`.focal-point-${shape}`).style.objectPosition = position;
    }
  }
}

customElements.define("focal-point", FocalPoint);
