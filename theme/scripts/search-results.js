/** Shows what a search found: hubs, services and sessions in one list, best first or nearest first. */

import { siteAddress } from "./addresses.js";
import { make } from "./elements.js";
import { milesWords } from "./near.js";

/**
 * @typedef {import("./search-connection.js").Reply} Reply
 * @typedef {import("./search-worker.js").SearchDocument} SearchDocument
 */

const MOST_SHOWN = 50;

/**
 * Fills the list. Where it is nearest first, what can be had from anywhere, and what nobody has said the place of, are
 * in the lists `data-group` "remote" and "unplaced". What has `data-browse` is shown while there is nothing to list, and the template `data-nothing`
 * once nothing was found.
 *
 * @param {HTMLElement} list
 * @param {Reply | null} reply null where nothing was asked
 */
export function show(list, reply) {
  const found = reply?.documents ?? [];
  const placed = reply?.near ? found.filter(({ miles }) => miles !== undefined) : found;
  const rest = reply?.near ? found.filter(({ miles }) => miles === undefined) : [];
  list.replaceChildren(...placed.slice(0, MOST_SHOWN).map(result));
  list.hidden = placed.length === 0;
  group("remote", rest.filter(({ remote }) => remote));
  group("unplaced", rest.filter(({ remote }) => !remote));
  for (const browse of document.querySelectorAll("[data-browse]")) {
    browse.toggleAttribute("hidden", found.length > 0);
  }
  showHelp(list, reply !== null && found.length === 0);
}

/** @param {string} name @param {SearchDocument[]} found */
function group(name, found) {
  const section = document.querySelector(`[data-group=${name}]`);
  section?.querySelector("ol")?.replaceChildren(...found.slice(0, MOST_SHOWN).map(result));
  section?.toggleAttribute("hidden", found.length === 0);
}

/**
 * @param {Reply} reply
 * @param {string} typed
 * @param {string} [near] where the reader is
 * @returns {string} 3 results for “food”, nearest to PL1 1 first
 */
export function countWords({ documents, exact }, typed, near) {
  const { length } = documents;
  if (length === 0) return `Nothing found for “${typed}”`;
  const count = `${length} ${length === 1 ? "result" : "results"}`;
  if (near && !typed) return `${count}: our hubs, nearest to ${near} first`;
  if (near) return `${count} ${exact ? "for" : "that come close to"} “${typed}”, nearest to ${near} first`;
  const limit = length > MOST_SHOWN ? `: the best ${MOST_SHOWN} are shown` : "";
  if (exact) return `${count} for “${typed}”${limit}`;
  return `Nothing matches “${typed}” exactly. ${count} ${length === 1 ? "comes" : "come"} close${limit}`;
}

/** @param {SearchDocument} found */
function result({ kind, title, summary, place, url, miles, hub }) {
  const item = make("li", { class: "search-result" });
  const link = make("a", { class: "govuk-link", href: siteAddress(url) }, title);
  item.append(
    make("strong", { class: "govuk-tag govuk-tag--grey search-result__kind" }, kind),
    make("h2", { class: "govuk-heading-s search-result__title" }, link),
  );
  if (summary) item.append(make("p", { class: "govuk-body search-result__summary" }, summary));
  const away = miles === undefined ? "" : `${milesWords(miles)} away${hub ? `, at ${hub}` : ""}`;
  const where = [away, place === hub ? "" : place].filter(Boolean).join(". ");
  if (where) item.append(make("p", { class: "govuk-body-s search-result__place" }, where));
  return item;
}

/** @param {HTMLElement} list @param {boolean} wanted */
function showHelp(list, wanted) {
  const shown = document.getElementById("search-help");
  const help = document.querySelector("template[data-nothing]");
  if (!wanted) shown?.remove();
  else if (!shown && help instanceof HTMLTemplateElement) {
    list.before(make("div", { id: "search-help" }, help.content.cloneNode(true)));
  }
}
