/* A film of another site, played on the page once a reader asks for it: components/embed.html
   <embed-player data-frame="https://…" data-title data-play data-contacts><p class="embed">…</p></embed-player>
   Without scripts it is the link in it. With scripts a button stands before the link, and says whom it contacts; nothing is asked
   of that site before the button is pressed. */

class EmbedPlayer extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("button, iframe")) return; // moved, not new
    const button = document.createElement("button");
    const play = document.createElement("span");
    const contacts = document.createElement("small");
    button.type = "button";
    play.textContent = this.dataset.play;
    contacts.textContent = this.dataset.contacts;
    button.append(play, " ", contacts);
    button.addEventListener("click", () => this.play(button));
    this.prepend(button);
  }

  play(button) {
    const frame = document.createElement("iframe");
    frame.title = this.frameTitle();
    frame.allow = "fullscreen; picture-in-picture; encrypted-media";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.src = this.dataset.frame;
    // The frame keeps the focus while it loads, but its document does not: it is passed on if nobody has moved away.
    frame.addEventListener("load", () => document.activeElement === frame && frame.contentWindow.focus(), { once: true });
    button.replaceWith(frame);
    frame.focus();
  }

  /* Two frames of a page must differ in name. */
  frameTitle() {
    const players = [...document.querySelectorAll(this.localName)];
    return players.length > 1 ? `${this.dataset.title} (${players.indexOf(this) + 1})` : this.dataset.title;
  }
}

customElements.define("embed-player", EmbedPlayer);
