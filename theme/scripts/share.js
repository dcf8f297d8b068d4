/** Sends the page to somebody: through the phone's own sheet, a text message, an email, or by copying its link. */

import { gettext } from "./language.js";

const TOUCHED = "(pointer: coarse)";

/**
 * Starts on the `details` whose links hold already without a script. `data-address` and `data-name` are what is shared,
 * read when it is; where a device is used by touch and has a sheet for sharing, that comes instead of the list.
 *
 * @param {HTMLElement} element
 */
export function start(element) {
  const details = /** @type {HTMLDetailsElement} */ (element);
  const summary = details.querySelector("summary");
  for (const item of details.querySelectorAll("[data-scripted]")) item.removeAttribute("hidden");
  summary?.addEventListener("click", async (event) => {
    if (!navigator.share || !matchMedia(TOUCHED).matches) return;
    event.preventDefault();
    const { name: title = "", address: url = "" } = details.dataset;
    try {
      await navigator.share({ title, url });
    } catch (error) {
      if (/** @type {Error} */ (error).name !== "AbortError") details.open = true;
    }
  });
  details.querySelector("[data-print]")?.addEventListener("click", () => {
    details.open = false;
    print();
  });
  const copy = details.querySelector("[data-copy]");
  copy?.addEventListener("click", () => copyLink(/** @type {HTMLElement} */ (copy), details.dataset.address ?? ""));
  document.addEventListener("click", ({ target }) => {
    if (!details.contains(/** @type {Node} */ (target))) details.open = false;
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    summary?.focus();
  });
}

/** @param {HTMLElement} button @param {string} address */
async function copyLink(button, address) {
  try {
    await navigator.clipboard.writeText(address);
    button.textContent = gettext("Link copied");
  } catch {
    const box = document.createElement("input");
    Object.assign(box, { className: "govuk-input", readOnly: true, value: address });
    box.setAttribute("aria-label", gettext("Link to copy"));
    button.replaceWith(box);
    box.select();
  }
}
