/** A search form that leads to the search page: what that page looks up is fetched once the reader enters the field. */

/** @param {HTMLElement} form with `data-index` and `data-worker`, the addresses of both */
export function start(form) {
  const field = form.querySelector("[name=q]");
  field?.addEventListener("focus", () => fetchAhead(form), { once: true });
}

/** @param {HTMLElement} form */
function fetchAhead(form) {
  for (const address of [form.dataset.index, form.dataset.worker]) {
    if (address) fetch(address).catch(() => {}); // only a head start: the search page asks again
  }
}
