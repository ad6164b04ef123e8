/* Something that another site shows: <news-embed data-url>. Readers get a link to it; a film plays when they ask for it. */
import { crel, gettext } from "django-prose-editor/editor"
import { ask, field } from "newsroom/editor/dialog"
import { datum, insert, referenceNode } from "newsroom/editor/reference"

const hostOf = (url) => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url)

const draw = ({ attrs }) => [
  crel("p", { className: "news-caption", textContent: hostOf(attrs.url) }),
  crel("p", { className: "news-quiet", textContent: attrs.url }),
]

async function askForAddress(url = "") {
  const address = crel("input", { type: "url", required: true, value: url, placeholder: "https://", pattern: "https?://.+" })
  const help = gettext("The address of a video, a recording or a post. Readers see a link that names the site; a film from YouTube or Vimeo also plays here when they ask for it.")
  const form = await ask(gettext("From another site"), [field(gettext("Address"), address, help)])
  return form && { url: address.value.trim() }
}

export const NewsEmbed = referenceNode({
  name: "newsEmbed",
  tag: "news-embed",
  needs: "data-url",
  draw,
  edit: (_editor, { attrs }) => askForAddress(attrs.url),
  editLabel: gettext("Address"),
  addAttributes: () => ({ url: datum("url") }),
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "newsEmbed",
      groups: "news",
      button: buttons.material("smart_display", gettext("Video or post from another site")),
      command: async (editor) => {
        const attrs = await askForAddress()
        if (attrs) insert(editor, "newsEmbed", attrs)
      },
      active: (editor) => editor.isActive("newsEmbed"),
    })
  },
})
