/* What comes from word processors and web pages, made fit for the editor; the server cleans once more. */
import { crel, Extension, Plugin } from "django-prose-editor/editor"
import { makeLists } from "newsroom/editor/word-lists"

const UNREAD = "script, title, meta, link, xml, template, svg, math, object, img, video, audio, canvas, noscript, select, textarea"
// Elements that part what is before them from what is after them, which the editor would read in one line.
const PARTING = "center, details, dialog, legend, main, menu, nav, search, summary"
const MEANT = { h1: "h2", h5: "h4", h6: "h4" }
const STYLED = {
  strong: /font-weight:\s*(bold|[6-9]00)/i,
  em: /font-style:\s*italic/i,
  s: /text-decoration[^;]*line-through/i,
  sub: /vertical-align:\s*sub/i,
  sup: /vertical-align:\s*super/i,
}
const PLAIN = { b: /font-weight:\s*(normal|[1-5]00)/i, i: /font-style:\s*normal/i }
const OFFICE = /mso-|class="?Mso|urn:schemas-microsoft-com|LibreOffice/i
// Comments in a document's margin, and words that were struck out while changes were tracked.
const UNSAID =
  "del, .msocomanchor, .msocomoff, .msocomtxt, .MsoCommentReference, [data-style*='mso-element:comment'], [data-style*='mso-special-character:comment']"

/** `html` from the clipboard as HTML of our own elements. */
export function cleaned(html) {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html")
  for (const element of body.querySelectorAll(UNREAD)) element.remove()
  if (OFFICE.test(html)) readOffice(body)
  makeLists(body)
  readStyles(body)
  for (const [from, to] of Object.entries(MEANT)) rename(body, from, to)
  rename(body, PARTING, "div")
  for (const frame of body.querySelectorAll("iframe[src]"))
    frame.replaceWith(crel("news-embed", { "data-url": frame.getAttribute("src").replace(/^\/\//, "https://") }))
  straighten(body)
  return body.innerHTML
}

// The site's policy forbids inline styles and scripts even where they are only read, so they are read as data.
function withoutStyles(html) {
  const bare = html.replace(/<style[\s\S]*?<\/style>/gi, "")
  return bare.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on[a-z]+)\s*=/gi, " data-$1="))
}

function rename(body, from, to) {
  for (const element of body.querySelectorAll(from)) {
    const renamed = crel(to, null, [...element.childNodes])
    for (const name of ["dir", "lang"]) if (element.hasAttribute(name)) renamed.setAttribute(name, element.getAttribute(name))
    element.replaceWith(renamed)
  }
}

function readOffice(body) {
  for (const element of body.querySelectorAll(UNSAID)) element.remove()
  for (const element of body.querySelectorAll("ins")) element.replaceWith(...element.childNodes)
  for (const element of body.querySelectorAll("[lang]")) element.removeAttribute("lang")
}

// Google Docs says with styles what others say with elements, and wraps whole texts in a "b" that is not bold.
function readStyles(body) {
  for (const element of body.querySelectorAll("[data-style]")) {
    const { style } = element.dataset
    delete element.dataset.style
    if (PLAIN[element.localName]?.test(style)) element.replaceWith(...element.childNodes)
    else if (element.localName === "span")
      for (const [tag, pattern] of Object.entries(STYLED))
        if (pattern.test(style)) element.append(crel(tag, null, [...element.childNodes]))
  }
}

// Word fills empty lines and gaps with no-break spaces; a single one between two words is meant.
function straighten(body) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (!text.parentElement.closest("pre"))
      text.data = text.data.replace(/[ \t\r\n\u00a0]+/g, (gap) => (gap === "\u00a0" ? gap : " "))
  }
  for (const paragraph of body.querySelectorAll("p"))
    if (!paragraph.textContent.trim() && !paragraph.querySelector("news-embed, news-figure, news-gallery")) paragraph.remove()
}

export const NewsPaste = Extension.create({
  name: "newsPaste",
  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedHTML: cleaned } })],
})
