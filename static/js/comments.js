/* Posts comments without a page load: the page that would come is fetched, and its comments take the place of these.
   Keeps what was typed for this tab, until it has been posted. Without it readers get the same by the form itself.
   <section id="comments"> <form class="comment-form" data-unsent="…"> …, <section id="receipt" data-at="comment-5"> */

const OWN = "#comments :is(.comment-form, .receipt form)";
const TYPED = ["comment", "name"];

const place = (form) => `typed ${new URL(form.action).pathname} ${form.elements.parent?.value ?? ""}`;
const fields = (form) => TYPED.map((name) => form.elements[name]).filter(Boolean);

// A browser may refuse to keep anything.
const kept = {
  get: (key) => { try { return JSON.parse(sessionStorage.getItem(key)) ?? {}; } catch { return {}; } },
  set: (key, value) => { try { sessionStorage.setItem(key, JSON.stringify(value)); } catch { /* then not */ } },
  drop: (key) => { try { sessionStorage.removeItem(key); } catch { /* then not */ } },
};

function restore() {
  const form = document.querySelector(".comment-form[data-unsent]");
  const typed = form ? kept.get(place(form)) : {};
  for (const field of form ? fields(form) : []) field.value ||= typed[field.name] ?? "";
}

function keep({ target }) {
  const form = target.closest(".comment-form[data-unsent]");
  if (form) kept.set(place(form), Object.fromEntries(fields(form).map(({ name, value }) => [name, value])));
}

async function send(event) {
  const form = event.target.closest(OWN);
  if (!form || new URL(form.action).pathname.includes("/comments/report/")) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  const body = new URLSearchParams(new FormData(form));
  if (event.submitter?.name) body.set(event.submitter.name, event.submitter.value);
  body.set("took", (performance.now() / 1000).toFixed(1));
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("comments")) throw new Error(answer.status);
    if (answer.ok) kept.drop(place(form));
    show(page, answer, Boolean(form.elements.parent));
  } catch {
    tell(form);
  } finally {
    delete form.dataset.sending;
  }
}

function show(page, { ok, url }, isReply) {
  const at = page.getElementById("receipt")?.dataset.at ?? "comments";
  // The page of one comment has no place for the others.
  if (ok && isReply) return location.assign(`${url}#${at}`);
  document.getElementById("comments").replaceWith(document.adoptNode(page.getElementById("comments")));
  document.title = page.title;
  if (!ok) return document.querySelector("#comments .error-summary")?.focus();
  history.pushState(null, "", url);
  location.replace(`#${at}`);
  document.getElementById("receipt")?.focus({ preventScroll: true });
}

function tell(form) {
  const words = (form.closest("#comments").querySelector("[data-unsent]") ?? form).dataset.unsent;
  form.querySelector(".error-summary")?.remove();
  const box = Object.assign(document.createElement("div"), { className: "error-summary", tabIndex: -1 });
  box.append(Object.assign(document.createElement("p"), { textContent: words }));
  box.setAttribute("role", "alert");
  form.prepend(box);
  box.focus();
}

restore();
document.addEventListener("input", keep);
document.addEventListener("submit", send);
addEventListener("popstate", () => location.hash || location.reload());
