/* Tells the paper that this page is read, where something in front of it answers with copies: one request without a body, once
   somebody sees the page. Nothing about the reader goes with it, and nothing is kept.
   <script type="module" src="seen.js" data-seen="/seen/story/5/"></script> */

const { seen } = document.querySelector("script[data-seen]").dataset;

/* A page in a tab behind, or made ahead of time, is not seen before it is shown. */
function tell() {
  if (document.visibilityState !== "visible") return;
  document.removeEventListener("visibilitychange", tell);
  navigator.sendBeacon(seen);
}

document.addEventListener("visibilitychange", tell);
tell();
