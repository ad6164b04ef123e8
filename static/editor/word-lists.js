/* Word pastes lists as paragraphs with the bullet written out; this makes lists of them again. */
import { crel } from "django-prose-editor/editor"

const LEVEL = /mso-list:[^;]*\blevel(\d)/i
const MARKER = /mso-list:\s*ignore/i
// A number, or letters with a point or bracket behind them: Word also writes bullets as letters, “o” first among them.
const COUNTED = /^[^\p{L}\p{N}]*(?:\p{N}|\p{L}{1,5}[.):、-])/u

const styleOf = (element) => element.dataset.style || ""
const levelOf = (element) => Number(LEVEL.exec(styleOf(element))?.[1] ?? 0)

/** Replace Word's list paragraphs in `body` by lists, nested as Word showed them. */
export function makeLists(body) {
  let open = []
  for (const paragraph of body.querySelectorAll("p")) {
    const level = levelOf(paragraph)
    if (!level) continue
    if (open.at(-1)?.root !== paragraph.previousElementSibling) open = []
    open.length = Math.min(open.length, level)
    open = place(paragraph, open, level)
  }
}

function place(paragraph, open, level) {
  const marker = [...paragraph.querySelectorAll("span")].find((span) => MARKER.test(styleOf(span)))
  const tag = COUNTED.test(marker?.textContent ?? "") ? "ol" : "ul"
  marker?.remove()
  const item = crel("li", null, [crel("p", null, [...paragraph.childNodes])])
  if (open.length < level) {
    const list = crel(tag)
    const parent = open.at(-1)
    if (parent) parent.list.lastElementChild.append(list)
    else paragraph.before(list)
    open.push({ list, root: parent?.root ?? list })
  }
  open.at(-1).list.append(item)
  paragraph.remove()
  return open
}
