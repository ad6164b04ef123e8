/* Blocks that the library does not bring: pull quote, term list, address, preformatted text; and the language of any block. */
import { Extension, gettext, mergeAttributes, Node } from "django-prose-editor/editor"

const block = (name, tag, more) =>
  Node.create({
    name,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    ...more,
  })

export const PullQuote = Node.create({
  name: "pullQuote",
  group: "block",
  content: "paragraph+",
  defining: true,
  priority: 110,
  parseHTML: () => [{ tag: "aside.pull-quote" }],
  renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes({ class: "pull-quote" }, HTMLAttributes), 0],
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "pullQuote",
      groups: "news",
      button: buttons.text("❝", gettext("Pull quote")),
      command: (editor) => editor.chain().focus().toggleWrap("pullQuote").run(),
      enabled: (editor) => editor.can().toggleWrap("pullQuote"),
      active: (editor) => editor.isActive("pullQuote"),
    })
  },
})

const TermList = block("termList", "dl", { group: "block", content: "(term | meaning)+" })
const Term = block("term", "dt", { content: "inline*", defining: true })
const Meaning = block("meaning", "dd", { content: "block+", defining: true })
const Address = block("address", "address", { group: "block", content: "inline*" })
const Preformatted = Node.create({
  name: "preformatted",
  group: "block",
  content: "text*",
  code: true,
  defining: true,
  parseHTML: () => [{ tag: "pre", preserveWhitespace: "full" }],
  renderHTML: ({ HTMLAttributes }) => ["pre", HTMLAttributes, 0],
})

const SPOKEN = ["paragraph", "heading", "blockquote", "bulletList", "orderedList", "listItem", "table", "tableCell", "tableHeader"]
const OWN = ["pullQuote", "termList", "term", "meaning", "address", "preformatted"]

/** Kept when an imported story is edited, though the menu offers no button for them. */
export const NewsBlocks = Extension.create({
  name: "newsBlocks",
  addExtensions: () => [TermList, Term, Meaning, Address, Preformatted],
  addGlobalAttributes: () => [
    {
      types: [...SPOKEN, ...OWN],
      attributes: { lang: { default: null }, dir: { default: null } },
    },
  ],
})
