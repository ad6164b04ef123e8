/* Inline elements with a meaning of their own. They are kept when a story that has them is edited; code has a button. */
import { Extension, gettext, Link as BaseLink, Mark } from "django-prose-editor/editor"

const LIBRARYS = ["bold", "italic", "link", "strike", "subscript", "superscript"]
const PLAIN = ["cite", "code", "del", "ins", "kbd", "mark", "q", "samp", "small", "var"]

const mark = (name, tag, attributes = []) =>
  Mark.create({
    name,
    // Before the library's strike, which would take "del" for itself.
    priority: 110,
    inclusive: attributes.length === 0,
    addAttributes: () => Object.fromEntries(attributes.map((attribute) => [attribute, { default: null }])),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag.replace(/\[.*|,.*/g, ""), HTMLAttributes, 0],
  })

export const NewsMarks = Extension.create({
  name: "newsMarks",
  addExtensions: () => [
    ...PLAIN.map((tag) => mark(tag, tag)),
    mark("abbr", "abbr", ["title", "lang", "dir"]),
    mark("language", "span[lang], span[dir]", ["lang", "dir"]),
  ],
  addGlobalAttributes: () => [
    { types: [...LIBRARYS, ...PLAIN], attributes: { lang: { default: null }, dir: { default: null } } },
  ],
  addMenuItems({ buttons, menu }) {
    const define = (name, icon, label) =>
      menu.defineItem({
        name,
        groups: "marks",
        button: buttons.material(icon, label),
        command: (editor) => editor.chain().focus().toggleMark(name).run(),
        active: (editor) => editor.isActive(name),
      })
    define("mark", "border_color", gettext("Highlight"))
    define("code", "code", gettext("Code"))
  },
})

export const Link = BaseLink.extend({
  addAttributes() {
    return { ...this.parent?.(), hreflang: { default: null } }
  },
})
