// Decides without a page load, by buttons or by keys, and says when new comments came. Without it each button sends the form.

const queue = document.querySelector(".queue");
const form = document.getElementById("queue");
const told = queue.querySelector(".queue-told");
const all = document.getElementById("queue-all");
const items = () => [...queue.querySelectorAll(".queue-item")];
const EVERY = 20_000;
let current;

for (const hidden of queue.querySelectorAll(".queue-keys, .queue-all")) hidden.hidden = false;

// Deciding

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  const pressed = event.submitter?.value ?? "";
  body.set("do", pressed);
  const about = chosen(pressed, body);
  about.forEach((item) => item.setAttribute("aria-busy", "true"));
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    const done = await answer.json();
    say(done.told, done.undo);
    count(done.counts);
    if (!answer.ok) return;
    // What moved leaves; whatever else was done shows when the page is made anew.
    if (/^(approve|reject|spam|hold)\b/.test(pressed)) leave(about);
    else location.reload();
  } catch {
    say(told.dataset.away);
  } finally {
    about.forEach((item) => item.removeAttribute("aria-busy"));
  }
});

function chosen(pressed, body) {
  const number = pressed.match(/:(\d+)$/)?.[1];
  const numbers = number ? [number] : pressed.includes(":") ? [] : body.getAll("comment");
  return numbers.map((one) => document.getElementById(`item-${one}`)).filter(Boolean);
}

function leave(gone) {
  const rest = items();
  const after = rest.slice(rest.indexOf(gone.at(-1)) + 1).find((item) => !gone.includes(item));
  gone.forEach((item) => item.remove());
  if (all) all.checked = false;
  if (!items().length) return location.reload();
  go(after ?? items().at(-1));
}

function say(words, undo) {
  told.replaceChildren(Object.assign(document.createElement("span"), { textContent: words }));
  if (!undo) return;
  const button = Object.assign(document.createElement("button"), { className: "button", name: "do", textContent: "Undo" });
  button.value = `undo:${undo}`;
  told.append(button);
}

function count(numbers) {
  for (const [name, number] of Object.entries(numbers)) {
    const place = queue.querySelector(`[data-count="${name}"]`);
    if (place) place.textContent = number;
  }
}

// Keys

function go(item) {
  current = item;
  item?.focus({ preventScroll: true });
  item?.scrollIntoView({ block: "nearest" });
}

const press = (item, verb) => item?.querySelector(`.queue-verbs [value^="${verb}:"]`)?.click();
const step = (by) => {
  const list = items();
  const at = list.indexOf(current);
  go(list[at < 0 ? 0 : Math.min(Math.max(at + by, 0), list.length - 1)]);
};

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press(current, "approve"),
  s: () => press(current, "spam"),
  h: () => press(current, "hold"),
  r: () => {
    const reasons = current?.querySelector("details");
    if (reasons) reasons.open = !reasons.open;
  },
  x: () => current?.querySelector("[name=comment]")?.click(),
  u: () => told.querySelector("[value^='undo:']")?.click(),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  const reasons = current?.querySelector("details[open]");
  const reason = reasons && /^[1-9]$/.test(event.key) && reasons.querySelectorAll("button")[event.key - 1];
  const act = reason ? () => reason.click() : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

queue.addEventListener("focusin", ({ target }) => (current = target.closest(".queue-item") ?? current));
all?.addEventListener("change", () => items().forEach((item) => (item.querySelector("[name=comment]").checked = all.checked)));

// News

async function ask() {
  if (document.visibilityState !== "visible") return;
  try {
    const { counts, fresh } = await (await fetch(queue.dataset.news)).json();
    count(counts);
    if (!fresh || told.querySelector("[value^='undo:']")) return;
    const words = told.dataset.fresh.replace("{}", fresh);
    told.replaceChildren(Object.assign(document.createElement("a"), { href: location.href, textContent: words }));
  } catch { /* later */ }
}

setInterval(ask, EVERY);
