/* Posts comments without a page load: the page that would come is fetched, and its comments take the place of these.
   Keeps what was typed for this tab, until it has been posted. Without it readers get the same by the form itself.
   Says what came meanwhile to a page that is open, once a minute while somebody looks, and brings it when asked to.
   <section id="comments"> <form class="comment-form" data-unsent="…"> …, <section id="receipt" data-at="comment-5">
   <comment-news data-address="…/comments/json/" data-newest="…" data-count="5" data-one data-many><p role="status"> */

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
  for (const field of form ? fields(form) : []) {
    const words = typed[field.name] ?? "";
    // What an answer quotes stands before what was typed, and once.
    if (field.value && "quotes" in field.dataset) field.value = words.includes(field.value.trim()) ? words : field.value + words;
    else field.value ||= words;
  }
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

const EVERY = 60_000;
const AT_MOST = 600_000;

class News extends HTMLElement {
  connectedCallback() {
    this.wait = EVERY;
    document.addEventListener("visibilitychange", () => this.plan());
    this.addEventListener("click", (event) => event.target.closest("a") && this.bring(event));
    this.plan();
  }

  plan() {
    clearTimeout(this.timer);
    if (document.visibilityState === "visible" && this.isConnected) this.timer = setTimeout(() => this.ask(), this.wait);
  }

  async ask() {
    try {
      // The browser asks whether its own copy still holds.
      const answer = await fetch(this.dataset.address, { cache: "no-cache", credentials: "omit" });
      if (answer.status === 410 || answer.status === 404) return;
      if (!answer.ok) throw new Error(answer.status);
      this.wait = EVERY;
      this.tell((await answer.json()).count - this.dataset.count);
    } catch {
      this.wait = Math.min(2 * this.wait, AT_MOST);
    }
    this.plan();
  }

  tell(number) {
    const { one, many, newest } = this.dataset;
    const words = number === 1 ? one : many.replace("{}", number);
    const status = this.querySelector("[role=status]");
    if (number < 1) status.replaceChildren();
    else if (status.textContent !== words) {
      status.replaceChildren(Object.assign(document.createElement("a"), { href: newest, textContent: words }));
    }
  }

  async bring(event) {
    event.preventDefault();
    const known = new Set([...document.querySelectorAll("#comments .comment")].map(({ id }) => id));
    try {
      const answer = await fetch(location.href, { cache: "no-cache" });
      renew(new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("comments"));
    } catch { /* then by the link */ }
    const fresh = [...document.querySelectorAll("#comments .comment")].filter(({ id }) => !known.has(id));
    for (const comment of fresh) comment.dataset.new = "";
    if (!fresh.length) return location.assign(this.dataset.newest);
    fresh[0].tabIndex = -1;
    fresh[0].focus();
  }
}

// All but what somebody may be writing in.
function renew(section) {
  const here = document.getElementById("comments");
  const own = ".section-head, .receipt, .comment-form, script";
  const form = here.querySelector(":scope > .comment-form");
  for (const old of [...here.children]) if (!old.matches(own)) old.remove();
  for (const fresh of [...section.children]) if (!fresh.matches(own)) here.insertBefore(document.adoptNode(fresh), form);
  here.querySelector(".section-head").replaceWith(section.querySelector(".section-head"));
}

restore();
customElements.define("comment-news", News);
document.addEventListener("input", keep);
document.addEventListener("submit", send);
addEventListener("popstate", () => location.hash || location.reload());
