// <picture-choice>: shows the picture that its field names, and opens the library's grid to choose another.

const CHOSEN = "picture-choice-number";

class PictureChoice extends HTMLElement {
  connectedCallback() {
    this.field = document.getElementById(this.dataset.field);
    this.view = this.querySelector(".picture-choice-view");
    this.open = this.querySelector(".picture-choice-open");
    if (!this.field || !window.django) return;
    this.open.hidden = false;
    this.open.addEventListener("click", () => this.choose());
    // Select2 tells of a change through jQuery alone.
    window.django.jQuery(this.field).on("change", () => this.show());
    this.pointPencil();
  }

  show() {
    const number = this.field.value;
    this.pointPencil();
    this.view.hidden = !number;
    if (!number) return;
    this.view.removeAttribute("width");
    this.view.removeAttribute("height");
    this.view.src = this.dataset.thumb.replace("/0/", `/${number}/`);
  }

  // Django's own script looks for the pencil beside the field itself.
  pointPencil() {
    const pencil = this.parentElement.querySelector(".change-related");
    const number = this.field.value;
    pencil?.toggleAttribute("aria-disabled", !number);
    if (number) pencil?.setAttribute("href", pencil.dataset.hrefTemplate.replace("__fk__", number));
    else pencil?.removeAttribute("href");
  }

  // Django's own script writes the choice into the field after which the window is named.
  choose() {
    document.getElementById(CHOSEN)?.remove();
    const input = Object.assign(document.createElement("input"), { type: "hidden", id: CHOSEN });
    document.body.append(input);
    const name = `${CHOSEN}__${depth() + 1}`;
    const popup = window.open(`${this.dataset.library}?_popup=1`, name, "width=1000,height=700,scrollbars=yes");
    window.django.jQuery(input).one("change", () => {
      this.take(input.value, titleIn(popup, input.value));
      input.remove();
    });
    popup?.focus();
  }

  take(number, title) {
    const known = [...this.field.options].find((option) => option.value === number);
    if (!known) this.field.add(new Option(title, number));
    this.field.value = number;
    window.django.jQuery(this.field).trigger("change");
    this.open.focus();
  }
}

// What the window calls the picture: beside its choice in the grid, or in the answer to an upload.
function titleIn(popup, number) {
  const choice = popup?.document.querySelector(`[data-popup-opener="${number}"] .library-title`);
  if (choice) return choice.textContent;
  const answer = popup?.document.getElementById("django-admin-popup-response-constants");
  return answer ? JSON.parse(answer.dataset.popupResponse).obj : `Picture ${number}`;
}

// How many windows deep this page is, counted as Django counts.
function depth() {
  return document.getElementsByName("_popup").length ? Number.parseInt(window.name.split("__").at(-1), 10) || 0 : 0;
}

customElements.define("picture-choice", PictureChoice);
