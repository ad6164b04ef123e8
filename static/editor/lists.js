/* Numbered lists that keep the start, the kind and the direction of their numbers. */
import { OrderedList as Base } from "django-prose-editor/editor"

const KINDS = ["1", "a", "A", "i", "I"]

export const OrderedList = Base.extend({
  addOptions() {
    return { ...this.parent?.(), enableListAttributes: false }
  },
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element) => Number.parseInt(element.getAttribute("start") || "1", 10) || 1,
      renderHTML: ({ start }) => (start === 1 ? {} : { start }),
    },
    type: {
      default: null,
      parseHTML: (element) => KINDS.find((kind) => kind === element.getAttribute("type")) || null,
      renderHTML: ({ type }) => (type ? { type } : {}),
    },
    reversed: {
      default: false,
      parseHTML: (element) => element.hasAttribute("reversed"),
      renderHTML: ({ reversed }) => (reversed ? { reversed: "" } : {}),
    },
  }),
  addNodeView: null,
})
