/** What helps where nothing was found: a search that asks less, what is next, the nearest hub, and who to ring. */

import { make } from "./elements.js";
import { gettext } from "./language.js";
import { result } from "./search-results.js";
import { wayWords } from "./search-words.js";

/**
 * @typedef {import("./search-worker.js").Reply} Reply
 * @typedef {import("./search-worker.js").Result} Result
 */

const OTHER_WORDS = gettext("Try fewer words, or other words for the same thing.");

/**
 * @param {HTMLElement} box
 * @param {Reply["instead"]} instead null where something was found
 * @param {boolean} words whether any were looked for
 * @param {(without: string[]) => {labels: string[], address: string, follow: () => void}} way what leaving out does
 */
export function showInstead(box, instead, words, way) {
  box.hidden = !instead;
  box.replaceChildren();
  if (!instead) return;
  if (words) box.append(make("p", { class: "govuk-body" }, OTHER_WORDS));
  if (instead.ways.length > 0) {
    const links = instead.ways.map((each) => link(each, way));
    box.append(heading(gettext("Try with fewer filters")), make("ul", { class: "govuk-list" }, ...links));
  }
  list(box, gettext("What is next"), instead.next);
  list(box, gettext("Nearest hub"), instead.nearest);
  const help = document.getElementById("search-help");
  if (help instanceof HTMLTemplateElement) box.append(help.content.cloneNode(true));
}

/**
 * @param {{without: string[], count: number}} each
 * @param {(without: string[]) => {labels: string[], address: string, follow: () => void}} way
 */
function link({ without, count }, way) {
  const { labels, address, follow } = way(without);
  const shown = make("a", { class: "govuk-link", href: address }, wayWords(labels, count));
  shown.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // into a tab of its own
    event.preventDefault();
    follow();
  });
  return make("li", {}, shown);
}

/** @param {HTMLElement} box @param {string} words @param {Result[]} found */
function list(box, words, found) {
  const results = make("ol", { class: "app-results" }, ...found.map((each) => result(each)));
  if (found.length > 0) box.append(heading(words), results);
}

/** @param {string} words */
function heading(words) {
  return make("h2", { class: "govuk-heading-m" }, words);
}
