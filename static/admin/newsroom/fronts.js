// A front arranged by dragging, and by keys: Alt with an arrow moves the card that has the focus. Each is one of the
// buttons that the page has anyway, so without this nothing is missing but the hand.

const form = document.getElementById("front");

function ask(action, slot, at) {
  const button = document.createElement("button");
  Object.assign(button, { type: "submit", name: "do", value: action, hidden: true });
  const into = form.elements.namedItem("slot");
  if (slot) {
    if (![...into.options].some((option) => option.value === slot)) return;
    into.value = slot;
  }
  form.elements.namedItem("at").value = at ?? "";
  form.append(button);
  button.click();
}

let dragged = null;

for (const line of form.querySelectorAll(".front-card, .front-filled, .front-offer")) {
  line.draggable = true;
  line.addEventListener("dragstart", (event) => {
    dragged = line;
    line.classList.add("front-dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", line.querySelector("a, .front-headline").textContent);
  });
  line.addEventListener("dragend", () => {
    dragged = null;
    line.classList.remove("front-dragged");
    clear();
  });
}

function clear() {
  for (const marked of form.querySelectorAll(".front-over, .front-before")) marked.classList.remove("front-over", "front-before");
}

// Only among placed cards has a place a number; over what the rule fills, and below, it is the end of them.
function target(event) {
  const slot = event.target.closest(".front-slot");
  if (!slot || !dragged) return null;
  const line = event.target.closest(".front-card");
  const cards = [...slot.querySelectorAll(".front-card")].filter((card) => card !== dragged);
  return { slot, line, at: line ? cards.indexOf(line) : cards.length };
}

form.addEventListener("dragover", (event) => {
  const found = target(event);
  if (!found) return;
  event.preventDefault();
  clear();
  found.slot.classList.add("front-over");
  if (found.line && found.line !== dragged) found.line.classList.add("front-before");
});

form.addEventListener("drop", (event) => {
  const found = target(event);
  if (!found || found.line === dragged) return;
  event.preventDefault();
  const { card, story } = dragged.dataset;
  ask(card ? `put:${card}` : `pin:${story}`, found.slot.dataset.slot, String(found.at));
});

form.addEventListener("keydown", (event) => {
  const line = event.target.closest(".front-card");
  const verb = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  if (!line || !verb || !event.altKey) return;
  event.preventDefault();
  ask(`${verb}:${line.dataset.card}`);
});

// Where the card went, the focus goes: after the browser has gone to the place that the address names.
addEventListener("load", () => {
  const moved = location.hash.startsWith("#card-") && document.querySelector(location.hash);
  if (moved) setTimeout(() => moved.querySelector(".front-buttons button").focus());
});
