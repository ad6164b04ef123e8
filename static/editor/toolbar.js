/* The editor as a good citizen of the page: no injected styles, a name, one tab stop for its menu, buttons that say their state. */
import { Extension } from "django-prose-editor/editor"

const KEYS = { bold: "B", italic: "I", link: "K", "history:undo": "Z", "history:redo": "Shift+Z" }
const COMMAND = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl+"

function nameAfterLabel(editor) {
  const box = editor.view.dom
  const textarea = box.closest(".prose-editor").querySelector("textarea")
  const label = document.querySelector(`label[for="${textarea.id}"]`)
  if (label) {
    label.id ||= `${textarea.id}-label`
    box.setAttribute("aria-labelledby", label.id)
    label.addEventListener("click", () => editor.commands.focus())
  } else box.setAttribute("aria-label", textarea.name)
  for (const name of ["aria-describedby", "aria-invalid"])
    if (textarea.hasAttribute(name)) box.setAttribute(name, textarea.getAttribute(name))
  box.setAttribute("aria-multiline", "true")
  box.setAttribute("role", "textbox")
  return label?.textContent.replace(/:\s*$/, "") || textarea.name
}

function nameButton(button) {
  const title = button.title.charAt(0).toUpperCase() + button.title.slice(1)
  const key = KEYS[button.dataset.name]
  button.title = key ? `${title} (${COMMAND}${key})` : title
  button.setAttribute("aria-label", title)
}

function sayState(buttons) {
  for (const button of buttons) {
    button.setAttribute("aria-pressed", String(button.classList.contains("active")))
    button.setAttribute("aria-disabled", String(button.classList.contains("disabled")))
  }
}

// One tab stop; the arrow keys walk along the buttons that are to be seen.
function rove(menu, buttons) {
  const shown = () => buttons.filter((button) => !button.classList.contains("hidden"))
  const give = (target) => {
    for (const button of buttons) button.tabIndex = button === target ? 0 : -1
  }
  give(shown()[0])
  menu.addEventListener("focusin", (event) => give(event.target))
  menu.addEventListener("keydown", (event) => {
    const row = shown()
    const at = row.indexOf(document.activeElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: row.length - 1 }[event.key]
    if (to === undefined || at < 0) return
    event.preventDefault()
    row[(to + row.length) % row.length].focus()
  })
}

export const NewsToolbar = Extension.create({
  name: "newsToolbar",
  // After the menu, which it dresses.
  priority: 1,
  onBeforeCreate() {
    // The site's policy forbids injected styles; the same rules come in prosemirror.css.
    this.editor.options.injectCSS = false
  },
  onCreate() {
    const name = nameAfterLabel(this.editor)
    const menu = this.editor.view.dom.parentElement.querySelector(".prose-menubar")
    if (!menu) return
    const buttons = [...menu.querySelectorAll("button")]
    menu.setAttribute("role", "toolbar")
    menu.setAttribute("aria-label", name)
    buttons.forEach(nameButton)
    rove(menu, buttons)
    sayState(buttons)
    this.editor.on("transaction", () => sayState(buttons))
  },
})
