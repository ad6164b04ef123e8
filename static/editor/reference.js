/* What figures, galleries and embeds have in common: a block that refers to something and is edited in a dialog. */
import { crel, gettext, Node, Plugin } from "django-prose-editor/editor"

/** A dataset attribute of a reference element. */
export const datum = (name, fallback = "") => ({
  default: fallback,
  parseHTML: (element) => element.dataset[name] || fallback,
  renderHTML: (attributes) => (attributes[name] && attributes[name] !== fallback ? { [`data-${name}`]: attributes[name] } : {}),
})

/** Put a reference with these attributes where the cursor is, and leave the cursor behind it. */
export function insert(editor, type, attrs) {
  const insertion = editor.chain().focus().insertContent({ type, attrs })
  insertion.command(({ tr }) => tr.selection.node?.type.name !== type || Boolean(writeBehind(tr))).run()
}

// A selected block is replaced by what is typed, so that a picture at the end of a text went with the next letter.
function writeBehind(tr, text = "") {
  const { to } = tr.selection
  const { nodes } = tr.doc.type.schema
  tr.insert(to, nodes.paragraph.create(null, text ? tr.doc.type.schema.text(text) : null))
  return tr.setSelection(tr.selection.constructor.near(tr.doc.resolve(to + 1 + text.length), 1))
}

/**
 * A block element `tag` that holds nothing but its attributes.
 * `draw(node, options)` gives what is shown of it; `edit(editor, node, options)` resolves to new attributes or null.
 */
export function referenceNode({ name, tag, needs, draw, edit, editLabel, ...more }) {
  return Node.create({
    name,
    group: "block",
    atom: true,
    draggable: true,
    priority: 120,
    addOptions: () => ({ chooser: "", thumb: "" }),
    parseHTML: () => [{ tag: `${tag}[${needs}]` }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes],
    addNodeView() {
      return (view) => referenceView(view, { name, draw, edit, editLabel, options: this.options })
    },
    addKeyboardShortcuts() {
      return {
        Enter: ({ editor }) => {
          const { node, from } = editor.state.selection
          if (node?.type.name !== name) return false
          change(editor, node, () => from, edit, this.options)
          return true
        },
      }
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleTextInput({ state, dispatch }, _from, _to, text) {
            if (state.selection.node?.type.name !== name) return false
            dispatch(writeBehind(state.tr, text).scrollIntoView())
            return true
          },
        },
      }),
    ],
    ...more,
  })
}

async function change(editor, node, getPos, edit, options) {
  const attrs = await edit(editor, node, options)
  const chain = editor.chain().setNodeSelection(getPos())
  if (attrs) chain.updateAttributes(node.type.name, attrs)
  chain.focus().run()
}

function referenceView({ node, editor, getPos }, { name, draw, edit, editLabel, options }) {
  let current = node
  const open = () => change(editor, current, getPos, edit, options)
  const editButton = crel("button", { type: "button", className: "news-button", textContent: editLabel, onclick: open })
  const remove = () => editor.chain().focus().setNodeSelection(getPos()).deleteSelection().run()
  const removeButton = crel("button", { type: "button", className: "news-button", textContent: gettext("Remove"), onclick: remove })
  const shown = crel("div", { className: "news-reference-shown" })
  const actions = crel("div", { className: "news-actions" }, [editButton, removeButton])
  const dom = crel("div", { className: `news-reference ${name}`, ondblclick: open }, [shown, actions])
  shown.append(...draw(current, options))
  return {
    dom,
    ignoreMutation: () => true,
    stopEvent: (event) => actions.contains(event.target),
    update(updated) {
      if (updated.type.name !== name) return false
      current = updated
      shown.replaceChildren(...draw(current, options))
      return true
    },
  }
}
