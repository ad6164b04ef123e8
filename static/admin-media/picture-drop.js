// <picture-drop>: a file may be dropped on the field, and what was chosen is shown at once. The field works without this.

const PREVIEW_WIDTH = 800;

async function preview(file) {
  const bitmap = await createImageBitmap(file);
  const canvas = document.createElement("canvas");
  const scale = Math.min(1, PREVIEW_WIDTH / bitmap.width);
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.toDataURL("image/webp", 0.8);
}

class PictureDrop extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input[type=file]");
    this.querySelector(".picture-drop-hint").hidden = false;
    this.field.addEventListener("change", () => this.announce());
    for (const kind of ["dragenter", "dragover"]) this.addEventListener(kind, (event) => this.hover(event));
    this.addEventListener("dragleave", () => this.toggleAttribute("data-over", false));
    this.addEventListener("drop", (event) => this.receive(event));
  }

  hover(event) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    this.toggleAttribute("data-over", true);
  }

  receive(event) {
    event.preventDefault();
    this.toggleAttribute("data-over", false);
    if (!event.dataTransfer.files.length) return;
    this.field.files = event.dataTransfer.files;
    this.announce();
  }

  async announce() {
    const [file] = this.field.files;
    if (!file) return;
    try {
      this.dispatchEvent(new CustomEvent("picture-chosen", { bubbles: true, detail: await preview(file) }));
    } catch {
      // A file that the browser can not draw is judged by the server, in words.
    }
  }
}

customElements.define("picture-drop", PictureDrop);
