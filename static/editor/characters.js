/* Characters that a keyboard hides. */
import { crel, Extension, gettext } from "django-prose-editor/editor"
import { ask } from "newsroom/editor/dialog"

const CHARACTERS = {
  "–": gettext("en dash"),
  "—": gettext("em dash"),
  "…": gettext("ellipsis"),
  "“": gettext("opening quote"),
  "”": gettext("closing quote"),
  "‘": gettext("opening single quote"),
  "’": gettext("apostrophe"),
  "«": gettext("opening guillemet"),
  "»": gettext("closing guillemet"),
  "·": gettext("middle dot"),
  "•": gettext("bullet"),
  "×": gettext("times"),
  "−": gettext("minus"),
  "±": gettext("plus or minus"),
  "½": gettext("one half"),
  "°": gettext("degree"),
  "€": gettext("euro"),
  "£": gettext("pound"),
  "§": gettext("section"),
  "©": gettext("copyright"),
  "\u00a0": gettext("no-break space"),
  "\u00ad": gettext("soft hyphen"),
}

async function choose(editor) {
  const keys = Object.entries(CHARACTERS).map(([character, name]) =>
    crel("button", {
      className: "news-character",
      value: "agreed",
      textContent: character.trim() && character !== "\u00ad" ? character : name,
      title: name,
      "aria-label": name,
      onclick: (event) => event.target.form.setAttribute("data-character", character),
    }),
  )
  const form = await ask(gettext("Insert a character"), [crel("div", { className: "news-characters" }, keys)], gettext("Close"))
  const { character } = form?.dataset ?? {}
  if (character) editor.chain().focus().insertContent({ type: "text", text: character }).run()
}

export const NewsCharacters = Extension.create({
  name: "newsCharacters",
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "newsCharacters",
      groups: "characters",
      button: buttons.material("emoji_symbols", gettext("Insert a character")),
      command: choose,
    })
  },
})
