/** What became of a record that is not there any more, from the page that stands at its address. */

import { pageAddress } from "./addresses.js";
import { gettext, textOf } from "./language.js";

const GONE = gettext("This is no longer in our directory. Its page may say where to go instead.");
const UNKNOWN = gettext("This is not in our directory. Ask at any hub, or look for it by name.");
const LEADS_ON = gettext("Its page says where to go instead.");
const NOT_NOW = gettext("We could not look this up just now. Its page may still be there.");

/**
 * @param {string} record such as hubs/old-mill
 * @returns {Promise<{name: string, notice: string, moved?: string}>} words to show for it; `moved` is what it is now
 */
export async function whatBecame(record) {
  const gone = { name: nameOf(record), notice: GONE };
  try {
    const answer = await fetch(pageAddress(`/${record}/`));
    if (!answer.ok) return { ...gone, notice: UNKNOWN };
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const moved = movedTo(page, answer.url);
    if (moved && moved !== record) return { ...gone, moved };
    const name = textAt(page, "main h1, h1") || gone.name;
    const since = textAt(page, "main .govuk-body-l");
    return { name, notice: since ? `${since} ${LEADS_ON}` : GONE };
  } catch {
    return { ...gone, notice: NOT_NOW };
  }
}

/** @param {Document} page @param {string} selector */
function textAt(page, selector) {
  const found = page.querySelector(selector);
  return found ? textOf(found) : "";
}

/** @param {Document} page @param {string} address @returns {string | undefined} the record that the page leads on to */
function movedTo(page, address) {
  const content = page.querySelector("meta[http-equiv=refresh]")?.getAttribute("content");
  const link = content?.split("url=")[1];
  return link && new URL(link, address).href.slice(pageAddress("/").length).replace(/\/$/, "");
}

/** @param {string} record @returns {string} Old mill */
function nameOf(record) {
  const words = record.split("/")[1].replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
