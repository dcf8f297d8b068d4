/** Saves hubs and services, and says how many are saved. */

import { pageAddress } from "./addresses.js";
import { make } from "./elements.js";
import { gettext, pgettext, textOf } from "./language.js";
import { follow, keep, listAddress, savedRecords } from "./saved.js";

/** @param {HTMLElement} button `hidden` until now; `data-record` is what it saves, or takes off the list again */
export function start(button) {
  const record = button.dataset.record ?? "";
  const named = button.querySelector("[data-named]");
  follow(() => {
    const saved = savedRecords().includes(record);
    button.replaceChildren(saved ? pgettext("of one thing", "Saved") : gettext("Save"), ...(named ? [named] : []));
    button.toggleAttribute("data-saved", saved);
    button.setAttribute("aria-pressed", String(saved));
  });
  button.hidden = false;
  button.addEventListener("click", () => {
    const records = savedRecords();
    keep(records.includes(record) ? records.filter((each) => each !== record) : [...records, record]);
  });
}

/** @param {HTMLElement} element the link to the list or what holds it, `hidden` while nothing is saved */
export function startLink(element) {
  const link = element.querySelector("a") ?? /** @type {HTMLAnchorElement} */ (element);
  follow(() => {
    const records = savedRecords();
    element.hidden = records.length === 0;
    link.textContent = gettext("Saved (%(number)s)", { number: records.length });
    link.href = listAddress(records);
  });
}

/** Puts a button into each card of a hub or service. */
export function startCards() {
  const root = pageAddress("/");
  for (const card of document.querySelectorAll(".app-hub, .app-service")) {
    /** @type {HTMLAnchorElement | null} */
    const link = card.querySelector(".app-hub__name a, .app-service__name a"); // it may name other records as well
    const record = link?.href.startsWith(root) ? link.href.slice(root.length).replace(/\/$/, "") : "";
    if (!link || !/^(hubs|services)\/[^/]+$/.test(record)) continue; // the same cards hold stories, bodies and so on
    const name = make("span", { class: "govuk-visually-hidden", "data-named": "" }, ` ${textOf(link)}`);
    const button = make("button", { class: "app-card-save", type: "button", "data-record": record }, name);
    card.append(button);
    start(button);
  }
}
