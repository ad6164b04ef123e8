// Says that this form is open, and tells who else has it open: as often as a beat, and when it is left.

const EVERY = 30_000;
const place = document.getElementById("presence");
const { address } = place.dataset;
const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
const sent = (more = {}) => new URLSearchParams({ csrfmiddlewaretoken: token, ...more });

async function beat() {
  if (document.visibilityState !== "visible") return;
  const answer = await fetch(address, { method: "POST", body: sent(), redirect: "manual" }).catch(() => null);
  if (!answer?.ok) return;
  const { others } = await answer.json();
  const words = others.join(" ");
  if (place.textContent !== words) place.textContent = words;
}

setInterval(beat, EVERY);
document.addEventListener("visibilitychange", beat);

// Who saves comes back at once, and has been here all the time.
let isSaving = false;
addEventListener("submit", () => (isSaving = true));
addEventListener("pagehide", () => isSaving || navigator.sendBeacon(address, sent({ leave: "1" })));
