/* Puts the editor in the place of its text area: with all of its extensions or not at all, because an editor that knows no
   figures would drop them; and without losing the caret or a word of somebody who began to write before it came. */

const MARK = "data-django-prose-editor-newsroom"
// A character that no text may hold; the gate takes it out.
const CARET = "\ufdd0"

const escaped = (text) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Plain `text` as a text area shows it: blank lines part paragraphs, single line ends part lines. */
function paragraphs(text) {
  const found = text.split(/\n[^\S\n]*\n\s*/).map((lines) => escaped(lines).replaceAll("\n", "<br>"))
  return found.map((html) => `<p>${html}</p>`).join("")
}

/** Where words may stand in `html`, as near to `at` as can be: not in a tag, nor between two blocks. */
function placeForWords(html, at) {
  const inTag = /<[^<>]*$/.exec(html.slice(0, at))
  if (inTag) at = inTag.index
  const opening = /^(?:\s*<[a-z][^<>]*>)+/.exec(html.slice(at))
  if (opening && !/[^>\s]\s*$/.test(html.slice(0, at))) return at + opening[0].length
  const closing = /(?:<\/[a-z][^<>]*>\s*)+$/.exec(html.slice(0, at))
  return closing ? closing.index : at
}

/** What the editor begins with: the text area's HTML, or what was typed into an empty one, with the caret in it. */
function beginning({ value, defaultValue, selectionEnd }, isFocused) {
  // A browser that comes back to a form fills it in with the HTML that was there.
  const isTyped = !defaultValue.trim() && !value.trimStart().startsWith("<")
  const at = isTyped ? selectionEnd : placeForWords(value, selectionEnd)
  const marked = isFocused ? value.slice(0, at) + CARET + value.slice(at) : value
  return isTyped ? paragraphs(marked) : marked
}

function caretIn(doc) {
  let found = null
  doc.descendants((node, position) => {
    const at = node.isText ? node.text.indexOf(CARET) : -1
    if (at >= 0) found = position + at
  })
  return found
}

// At once: what is typed next is meant for the editor.
function focus(editor) {
  const at = caretIn(editor.state.doc)
  if (at !== null) editor.view.dispatch(editor.state.tr.setMeta("addToHistory", false).delete(at, at + 1))
  if (at !== null) editor.commands.setTextSelection(at)
  editor.view.focus()
}

function takeOver(textarea, createEditor) {
  const { value, defaultValue, selectionStart, selectionEnd } = textarea
  const isFocused = document.activeElement === textarea
  textarea.value = beginning(textarea, isFocused)
  try {
    const editor = createEditor()
    if (isFocused) focus(editor)
    textarea.value = value === defaultValue ? value : editor.getHTML()
  } catch (error) {
    const surface = textarea.closest(".prose-editor")
    surface?.before(textarea)
    surface?.remove()
    textarea.value = value
    if (isFocused) textarea.focus()
    textarea.setSelectionRange(selectionStart, selectionEnd)
    throw error
  }
}

async function load({ js_modules, extensions }) {
  const modules = await Promise.all(["django-prose-editor/editor", ...js_modules].map((address) => import(address)))
  const known = Object.assign({}, ...modules)
  const configured = Object.entries(extensions).map(([name, options]) => known[name].configure(options === true ? {} : options))
  return (textarea) => known.createTextareaEditor(textarea, configured)
}

/** Gives what resolves as soon as no word is half composed (as accents and Chinese are) in the text area. */
function composing(textarea) {
  let finished = null
  const watch = () => {
    finished = new Promise((resolve) => textarea.addEventListener("compositionend", resolve, { once: true }))
  }
  // It may have begun before this script came.
  for (const kind of ["compositionstart", "compositionupdate"]) textarea.addEventListener(kind, watch)
  return () => finished
}

function tell(textarea) {
  const note = document.createElement("p")
  note.className = "help news-note"
  note.setAttribute("role", "alert")
  note.textContent = "The editor could not be loaded. You may write here all the same, with a blank line between paragraphs, and save; or save, then load the page again."
  textarea.after(note)
}

async function start(textarea) {
  const composed = composing(textarea)
  try {
    const create = await load(JSON.parse(textarea.getAttribute(MARK)))
    await composed()
    takeOver(textarea, () => create(textarea))
  } catch (error) {
    console.error(error)
    tell(textarea)
  }
}

for (const textarea of document.querySelectorAll(`[${MARK}]`)) start(textarea)
