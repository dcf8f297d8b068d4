/** The question on the home page: it leads to the search, with the place reduced to what may be in an address. */

import { nearField } from "./near-field.js";

/**
 * Starts on a form whose field is called q, with a field for a place beside it. The search's files, whose addresses the
 * form has as data, are fetched ahead. A whole postcode never leaves the page: its sector does.
 *
 * @param {HTMLElement} form
 */
export function start(form) {
  const field = form.querySelector("[name=q]");
  const box = form.querySelector("[data-near]");
  if (!(form instanceof HTMLFormElement) || !(field instanceof HTMLInputElement) || !(box instanceof HTMLElement)) return;
  const place = /** @type {HTMLInputElement} */ (box.querySelector("input"));
  const near = nearField(box, form.dataset.places ?? "", () => {});
  let refused = ""; // a place that is not known: asked for a second time, the search goes on without it

  field.addEventListener("focus", () => fetchAhead(form), { once: true });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const shared = await near.shared();
    const typed = place.value.trim();
    if (typed && !shared && typed !== refused) {
      refused = typed;
      place.focus();
      return;
    }
    const address = new URL(form.action);
    for (const [name, said] of [["q", field.value.trim()], ["near", shared]]) if (said) address.searchParams.set(name, said);
    location.assign(address);
  });
}

/** @param {HTMLElement} form */
function fetchAhead(form) {
  for (const address of [form.dataset.index, form.dataset.worker]) {
    if (address) fetch(address).catch(() => {}); // only a head start: the search page asks again
  }
}
