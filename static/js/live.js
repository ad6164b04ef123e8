/* Brings new entries of a live story to a page that is open: one small request in fifteen seconds at most, answered with
   304 while there is nothing new, and none while nobody looks. Without it readers get the same by reloading.
   <live-updates data-address="…/live/after/" data-newest="5"><p role="status"></p></live-updates> <ol id="entries"> */

const EVERY = 15_000;
const AT_MOST = 120_000;

customElements.define("live-updates", class extends HTMLElement {
  connectedCallback() {
    this.newest = this.dataset.newest;
    this.told = 0;
    this.wait = EVERY;
    this.list = document.getElementById("entries");
    document.addEventListener("visibilitychange", () => this.plan());
    this.plan();
  }

  plan() {
    clearTimeout(this.timer);
    if (document.visibilityState === "visible" && this.isConnected) this.timer = setTimeout(() => this.ask(), this.wait);
  }

  async ask() {
    try {
      // The browser asks whether its own copy still holds.
      const answer = await fetch(`${this.dataset.address}${this.newest}/`, { cache: "no-cache", credentials: "omit" });
      if (answer.status === 410 || answer.status === 404) return;
      if (!answer.ok) throw new Error(answer.status);
      this.wait = EVERY;
      this.show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      this.wait = Math.min(2 * this.wait, AT_MOST);
    }
    this.plan();
  }

  show(page) {
    const entries = [...page.querySelectorAll("li[data-entry]")].filter(({ id }) => !document.getElementById(id));
    if (!entries.length) return;
    this.newest = entries[0].dataset.entry;
    const first = this.list.firstElementChild;
    const before = first?.getBoundingClientRect().top;
    this.list.prepend(...entries.map((entry) => document.adoptNode(entry)));
    // Whoever reads further down stays at the line they read.
    if (first && before < 0) scrollBy({ top: first.getBoundingClientRect().top - before, behavior: "instant" });
    this.told += entries.length;
    const { one, many } = this.dataset;
    this.querySelector("[role=status]").textContent = this.told === 1 ? one : many.replace("{}", this.told);
  }
});
