/* What comes from word processors and web pages, made fit for the editor; the server cleans once more. */
import { crel, Extension, Plugin } from "django-prose-editor/editor"
import { makeLists } from "newsroom/editor/word-lists"

const UNREAD = "style, script, title, meta, link, xml, template, svg, object, img, video, audio"
const RENAMED = { h1: "h2", h5: "h4", h6: "h4" }
const OFFICE = /mso-|class="?Mso|urn:schemas-microsoft-com|LibreOffice/i

/** `html` from the clipboard as HTML of our own elements. */
export function cleaned(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html")
  for (const element of body.querySelectorAll(UNREAD)) element.remove()
  makeLists(body)
  for (const [from, to] of Object.entries(RENAMED))
    for (const element of body.querySelectorAll(from)) element.replaceWith(crel(to, null, [...element.childNodes]))
  for (const frame of body.querySelectorAll("iframe[src]"))
    frame.replaceWith(crel("news-embed", { "data-url": frame.getAttribute("src").replace(/^\/\//, "https://") }))
  if (OFFICE.test(html)) for (const element of body.querySelectorAll("[lang]")) element.removeAttribute("lang")
  straighten(body)
  return body.innerHTML
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
