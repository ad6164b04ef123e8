/* Pictures of the library in an order: <news-gallery data-images="3,1,2">. */
import { crel, gettext } from "django-prose-editor/editor"
import { ask, button } from "newsroom/editor/dialog"
import { choosePicture, thumbnail } from "newsroom/editor/pictures"
import { insert, referenceNode } from "newsroom/editor/reference"
import { PictureOrder } from "newsroom/editor/order"

function draw({ attrs }, options) {
  const pictures = attrs.images.map((id) => crel("li", null, [thumbnail(options, id)]))
  return [
    crel("p", { className: "news-quiet", textContent: `${gettext("Gallery")}, ${attrs.images.length}` }),
    crel("ul", { className: "news-gallery-row" }, pictures),
  ]
}

/** Let the editor order `images`; resolves to the ids in their new order, or null. */
async function arrange(images, options) {
  const order = new PictureOrder(images, (id) => thumbnail(options, id))
  const add = button(gettext("Add a picture"), () => choosePicture(options, (id) => order.add(id)))
  const hint = crel("p", { className: "news-help", textContent: gettext("Drag the pictures into order, or use the arrows.") })
  const agreed = await ask(gettext("Gallery"), [hint, order.list, order.said, add])
  return agreed && order.ids
}

async function edit(_editor, { attrs }, options) {
  const images = await arrange(attrs.images, options)
  return images?.length ? { images } : null
}

export const NewsGallery = referenceNode({
  name: "newsGallery",
  tag: "news-gallery",
  needs: "data-images",
  draw,
  edit,
  editLabel: gettext("Pictures and order"),
  addAttributes: () => ({
    images: {
      default: [],
      parseHTML: (element) => element.dataset.images.split(",").filter(Boolean),
      renderHTML: ({ images }) => ({ "data-images": images.join(",") }),
    },
  }),
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "newsGallery",
      groups: "news",
      button: buttons.material("photo_library", gettext("Gallery")),
      command: async (editor) => {
        const images = await arrange([], this.options)
        if (images?.length) insert(editor, "newsGallery", { images })
      },
      active: (editor) => editor.isActive("newsGallery"),
    })
  },
})
