/* The picture library, as Django's admin shows it in a pop-up window. */
import { crel, gettext } from "django-prose-editor/editor"

const FIELD = "news-picture-choice"

/** A small view of a picture of the library. */
export function thumbnail({ thumb }, id, alt = "") {
  return crel("img", { className: "news-thumbnail", src: thumb.replace("/0/", `/${id}/`), alt, draggable: false })
}

/** Let the editor choose a picture of the library, or add one there; `chosen` receives its id. */
export function choosePicture({ chooser }, chosen) {
  // Django's own script puts the choice into the field that the pop-up window is named after.
  document.getElementById(FIELD)?.remove()
  const input = crel("input", { type: "hidden", id: FIELD })
  window.django.jQuery(input).one("change", () => {
    input.remove()
    chosen(input.value)
  })
  document.body.append(input)
  const popup = window.open(`${chooser}?_popup=1`, `${FIELD}__${depth() + 1}`, "width=1000,height=700,scrollbars=yes")
  if (popup) popup.focus()
  else window.alert(gettext("Please allow this site to open windows: the picture library opens in one."))
}

// How many pop-up windows deep this page is, counted as Django counts.
function depth() {
  return document.getElementsByName("_popup").length ? Number.parseInt(window.name.split("__").at(-1), 10) || 0 : 0
}
