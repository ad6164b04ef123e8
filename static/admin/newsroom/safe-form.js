// Nothing typed in a form of the desk is lost: not by leaving it, not by a login that ended, not by a broken network.
// And saving keeps the place on the page. Without this the form saves as any form does.

const settings = document.getElementById("safe-form").dataset;
const form = document.querySelector("#content-main > form");
const PLACE = "desk-place";
const COOKIE = /(?:^|; )newsroom_csrf=([^;]+)/;

let isLeaving = false;
let isSure = false;
let isBusy = false;

const isRefused = () => document.querySelector(".errornote") !== null;

// Against what the server sent, so that nothing counts as there already which was typed before this script ran.
function isChanged(control) {
  if (!control.name || ["BUTTON", "OUTPUT"].includes(control.tagName)) return false;
  if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
  if (control.type === "file") return control.files.length > 0;
  if (control.type === "select-one") return control.selectedOptions[0] !== given(control);
  if (control.type === "select-multiple") return [...control.options].some((option) => option.selected !== option.defaultSelected);
  return control.value !== control.defaultValue;
}

const given = ({ options }) => [...options].find((option) => option.defaultSelected) ?? options[0];

function warn(event) {
  const isTouched = document.querySelector(".errornote:not(.safe-form-note)") !== null || [...form.elements].some(isChanged);
  if (!isLeaving && isTouched) event.preventDefault();
}

function returnToPlace() {
  const place = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  sessionStorage.removeItem(PLACE);
  const isSame = place && place.on === location.pathname.replace(/(add|\d+\/change)\/$/, "");
  if (isSame && !isRefused()) scrollTo({ top: place.at, behavior: "instant" });
}

function keepPlace() {
  const on = location.pathname.replace(/(add|\d+\/change)\/$/, "");
  sessionStorage.setItem(PLACE, JSON.stringify({ on, at: scrollY }));
}

// A login that has ended answers with a way to the login page. The question is asked before the text is sent.
async function check(event) {
  if (isSure) return;
  event.preventDefault();
  // A second click would send the story a second time.
  if (isBusy) return;
  isBusy = true;
  const { submitter } = event;
  const answer = await fetch(settings.probe, { redirect: "manual", cache: "no-store" }).catch(() => null);
  isBusy = false;
  if (!answer) return say("There is no connection. Nothing is lost: save again when it is back.");
  if (answer.type === "opaqueredirect") return say("Your login has ended. Nothing is lost: ", settings.login);
  // A new login has a new token.
  const token = document.cookie.match(COOKIE);
  if (token) form.elements.csrfmiddlewaretoken.value = token[1];
  keepPlace();
  isSure = isLeaving = isBusy = true;
  form.requestSubmit(submitter);
  isSure = false;
  // A form that went nowhere (a download, a stopped load) is watched again.
  setTimeout(() => (isLeaving = isBusy = false), 10000);
}

function say(words, login) {
  const note = document.createElement("p");
  Object.assign(note, { className: "errornote safe-form-note", textContent: words });
  note.setAttribute("role", "alert");
  if (login) {
    const link = Object.assign(document.createElement("a"), { href: login, target: "_blank" });
    link.textContent = "log in in another window, then save here again.";
    note.append(link);
  }
  document.querySelector(".safe-form-note")?.remove();
  form.querySelector(".submit-row").before(note);
  note.scrollIntoView({ block: "nearest" });
}

if (form) {
  returnToPlace();
  form.addEventListener("submit", check);
  addEventListener("beforeunload", warn);
}
