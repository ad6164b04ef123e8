/* Questions to the editor, in a native dialog at the end of the page: outside the story's own form, so that Enter in a field answers the question and does not save the story. */
import { crel, gettext } from "django-prose-editor/editor"

let count = 0

/** A labelled control. `help` is read out with it. */
export function field(label, control, help = "") {
  control.id ||= `news-field-${++count}`
  const parts = [crel("label", { htmlFor: control.id, textContent: label }), control]
  if (help) {
    const note = crel("p", { id: `${control.id}-help`, className: "news-help", textContent: help })
    control.setAttribute("aria-describedby", note.id)
    parts.push(note)
  }
  return crel("div", { className: "news-field" }, parts)
}

/** One choice out of several: `choices` are pairs of value and label. */
export function choice(legend, name, choices, chosen) {
  const options = choices.map(([value, label]) => {
    const radio = crel("input", { type: "radio", name, value, checked: value === chosen })
    return crel("label", { className: "news-choice" }, [radio, label])
  })
  return crel("fieldset", { className: "news-field" }, [crel("legend", { textContent: legend }), ...options])
}

/** A plain button. */
export function button(textContent, onclick, className = "news-button") {
  return crel("button", { type: "button", className, textContent, onclick })
}

/** Show `content` under `title`; resolves to the form when the editor agrees, to null when not. */
export function ask(title, content, agree = gettext("Save")) {
  const heading = crel("h2", { id: `news-dialog-${++count}`, textContent: title })
  const dialog = crel("dialog", { className: "news-dialog", "aria-labelledby": heading.id })
  const actions = crel("div", { className: "news-actions" }, [
    crel("button", { className: "news-button news-button-main", value: "agreed", textContent: agree }),
    button(gettext("Cancel"), () => dialog.close()),
  ])
  const form = crel("form", { method: "dialog" }, [heading, ...content, actions])
  dialog.append(form)
  document.body.append(dialog)
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove()
      resolve(dialog.returnValue === "agreed" ? form : null)
    })
    dialog.showModal()
  })
}
