/* A list of pictures that can be put in order with the mouse, with the keyboard, and by ear. */
import { crel, gettext } from "django-prose-editor/editor"
import { button } from "newsroom/editor/dialog"

export class PictureOrder {
  constructor(ids, draw) {
    this.draw = draw
    this.said = crel("p", { className: "visually-hidden", role: "status" })
    this.list = crel("ol", { className: "news-order" })
    this.list.addEventListener("dragover", (event) => this.#dragOver(event))
    for (const id of ids) this.add(id)
  }

  get ids() {
    return [...this.list.children].map((item) => item.dataset.picture)
  }

  add(id) {
    const item = crel("li", { draggable: true, "data-picture": id }, [
      this.draw(id),
      button("←", () => this.#move(item, -1)),
      button("→", () => this.#move(item, 1)),
      button("×", () => this.#remove(item)),
    ])
    item.addEventListener("dragstart", () => item.classList.add("is-dragged"))
    item.addEventListener("dragend", () => {
      item.classList.remove("is-dragged")
      this.#name()
    })
    this.list.append(item)
    this.#name()
  }

  #move(item, step) {
    const neighbour = step < 0 ? item.previousElementSibling : item.nextElementSibling
    if (!neighbour) return
    if (step < 0) neighbour.before(item)
    else neighbour.after(item)
    this.#name()
    const [earlier, later] = item.querySelectorAll("button")
    ;(step < 0 ? earlier : later).focus()
    this.said.textContent = `${gettext("Now number")} ${this.#number(item)}`
  }

  #remove(item) {
    const next = item.nextElementSibling || item.previousElementSibling
    item.remove()
    this.#name()
    next?.querySelector("button").focus()
    this.said.textContent = gettext("Removed from the gallery")
  }

  #dragOver(event) {
    const dragged = this.list.querySelector(".is-dragged")
    const over = event.target.closest("li")
    if (!dragged || !over || over === dragged) return
    event.preventDefault()
    const { left, width } = over.getBoundingClientRect()
    const isLeftToRight = getComputedStyle(this.list).direction === "ltr"
    if (event.clientX < left + width / 2 === isLeftToRight) over.before(dragged)
    else over.after(dragged)
  }

  #number(item) {
    return [...this.list.children].indexOf(item) + 1
  }

  #name() {
    const words = [gettext("Move earlier"), gettext("Move later"), gettext("Remove")]
    for (const item of this.list.children) {
      item.querySelectorAll("button").forEach((control, index) => {
        const label = `${words[index]}: ${gettext("picture")} ${this.#number(item)}`
        control.setAttribute("aria-label", label)
        control.title = label
      })
    }
  }
}
