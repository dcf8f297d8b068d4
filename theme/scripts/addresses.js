/** Addresses inside the site, wherever it is put: scripts are in its folder `assets/`. */

const ROOT = new URL("../", import.meta.url);

/** @param {string} address from the root of the site, such as /hubs/old-mill/ @returns {string} */
export function siteAddress(address) {
  return new URL(address.replace(/^\/+/, ""), ROOT).href;
}

/** @param {string} address of a page, as above @returns {string} of the same page in the language of this one */
export function pageAddress(address) {
  return siteAddress((document.documentElement.dataset.pages ?? "") + address.replace(/^\/+/, ""));
}
