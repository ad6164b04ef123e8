/* A picture of the library in a text: <news-figure data-image data-caption data-alt data-layout>. */
import { crel, gettext } from "django-prose-editor/editor"
import { ask, button, choice, field } from "newsroom/editor/dialog"
import { choosePicture, thumbnail } from "newsroom/editor/pictures"
import { datum, insert, referenceNode } from "newsroom/editor/reference"

const LAYOUTS = [
  ["column", gettext("As wide as the text")],
  ["wide", gettext("Wider than the text")],
  ["full", gettext("As wide as the page")],
]

function draw({ attrs }, options) {
  const layout = LAYOUTS.find(([value]) => value === attrs.layout)?.[1]
  return [
    thumbnail(options, attrs.image, attrs.alt),
    crel("p", {
      className: attrs.caption ? "news-caption" : "news-caption news-quiet",
      textContent: attrs.caption || gettext("Caption from the library"),
    }),
    crel("p", { className: "news-quiet", textContent: layout }),
  ]
}

async function edit(_editor, { attrs }, options) {
  let { image } = attrs
  const picture = crel("div", { className: "news-picture" }, [thumbnail(options, image)])
  const other = button(gettext("Choose another picture"), () =>
    choosePicture(options, (id) => {
      image = id
      picture.replaceChildren(thumbnail(options, image), other)
    }),
  )
  picture.append(other)
  const caption = crel("textarea", { rows: 3, value: attrs.caption })
  const alt = crel("textarea", { rows: 2, value: attrs.alt })
  const form = await ask(gettext("Picture"), [
    picture,
    field(gettext("Caption"), caption, gettext("Leave it empty to show the library's caption.")),
    field(gettext("Description"), alt, gettext("For readers who do not see it. Leave it empty to use the library's.")),
    choice(gettext("Width"), "layout", LAYOUTS, attrs.layout),
  ])
  return form && { image, caption: oneLine(caption), alt: oneLine(alt), layout: form.elements.layout.value }
}

const oneLine = (control) => control.value.trim().replace(/\s+/g, " ")

export const NewsFigure = referenceNode({
  name: "newsFigure",
  tag: "news-figure",
  needs: "data-image",
  draw,
  edit,
  editLabel: gettext("Caption and width"),
  addAttributes: () => ({
    image: datum("image"),
    caption: datum("caption"),
    alt: datum("alt"),
    layout: datum("layout", "column"),
  }),
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "newsFigure",
      groups: "news",
      button: buttons.material("image", gettext("Picture from the library")),
      command: (editor) => choosePicture(this.options, (image) => insert(editor, "newsFigure", { image })),
      active: (editor) => editor.isActive("newsFigure"),
    })
  },
})
