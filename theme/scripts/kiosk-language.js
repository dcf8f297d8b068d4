/** The languages of the kiosk: a page for each, all below the one that is in the network's own language. */

const pages = document.documentElement.dataset.pages ?? ""; // such as cy/

/** From this page, where the kiosk is: its page in the network's own language, and the files of all its pages. */
export const KIOSK = pages ? "../" : "./";

/** Whether this page is in another language than the network's own. */
export const ABROAD = pages !== "";

/**
 * @param {string} site where the site is
 * @param {string} path from there, of a page in the network's own language
 * @returns {string} the whole address of the same page in the language of this one
 */
export function addressOf(site, path) {
  return site + (path === "kiosk/" ? path + pages : pages + path);
}

/** @param {(page: string) => void} change what to do when another language is chosen, whose page is at that address */
export function onChoice(change) {
  for (const link of document.querySelectorAll("[data-kiosk=languages] a")) {
    link.addEventListener("click", () => change(/** @type {HTMLAnchorElement} */ (link).href));
  }
}
