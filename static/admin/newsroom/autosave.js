// Sends what is typed into a story's form to be kept, for its writer alone, until it is saved.

const { address } = document.getElementById("autosave").dataset;
const form = document.querySelector("#content-main > form");
const EVERY = 20_000;
const note = Object.assign(document.createElement("span"), { className: "help desk-kept" });

const typed = () => {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  return new URLSearchParams(fields).toString();
};
const apart = (text) => text.replace(/(^|&)csrfmiddlewaretoken=[^&]*/, "");

let kept = null;
let isLeaving = false;

async function keep({ keepalive = false } = {}) {
  const text = typed();
  if (isLeaving || apart(text) === kept) return;
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const answer = await fetch(address, { method: "POST", headers, body: text, redirect: "manual", keepalive }).catch(() => null);
  if (!answer?.ok) return;
  kept = apart(text);
  const time = new Date((await answer.json()).kept_at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  note.textContent = note.dataset.words.replace("{}", time);
}

if (form) {
  note.dataset.words = document.getElementById("autosave").dataset.words;
  form.querySelector(".submit-row")?.append(note);
  // The editor of the body puts its text in order when it starts; that is no change of anybody's.
  setTimeout(() => {
    kept ??= apart(typed());
    setInterval(keep, EVERY);
  }, 1500);
  form.addEventListener("submit", () => {
    isLeaving = true;
    setTimeout(() => (isLeaving = false), 10_000);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && kept !== null) keep({ keepalive: typed().length < 60_000 });
  });
}
