/* Tables with a caption and with header cells that say what they head. */
import { crel, gettext, Table as BaseTable, TableHeader as BaseHeader } from "django-prose-editor/editor"
import { ask, field } from "newsroom/editor/dialog"

async function editCaption(editor) {
  const caption = crel("input", { type: "text", value: editor.getAttributes("table").caption || "" })
  const help = gettext("Says in a line what the table shows. Screen readers announce it first.")
  const form = await ask(gettext("Table caption"), [field(gettext("Caption"), caption, help)])
  if (form) editor.chain().focus().updateAttributes("table", { caption: caption.value.trim() }).run()
}

function withoutCaption(table) {
  const rows = table.cloneNode(true)
  rows.deleteCaption()
  return rows
}

export const Table = BaseTable.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      caption: {
        default: "",
        parseHTML: (element) => element.caption?.textContent.trim().replace(/\s+/g, " ") || "",
        renderHTML: () => ({}),
      },
    }
  },
  parseHTML: () => [{ tag: "table", contentElement: withoutCaption }],
  renderHTML({ node, HTMLAttributes }) {
    const caption = node.attrs.caption ? [["caption", { contenteditable: "false" }, node.attrs.caption]] : []
    return ["table", HTMLAttributes, ...caption, ["tbody", 0]]
  },
  addNodeView: null,
  addMenuItems(storage) {
    this.parent?.(storage)
    storage.menu.defineItem({
      name: "table:caption",
      groups: "table",
      priority: 90,
      button: storage.buttons.material("subtitles", gettext("Table caption")),
      command: editCaption,
      hidden: (editor) => !editor.isActive("table"),
    })
  },
})

export const TableHeader = BaseHeader.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      scope: { default: null },
    }
  },
})
