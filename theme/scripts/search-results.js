/** Shows what a search found: hubs, services and sessions in one list, and apart from it what needs no way there. */

import { pageAddress } from "./addresses.js";
import { make } from "./elements.js";
import { gettext, ngettext } from "./language.js";
import { milesWords } from "./near.js";
import { unsaidWords, whenWords } from "./search-words.js";

/**
 * @typedef {import("./search-worker.js").Reply} Reply
 * @typedef {import("./search-worker.js").Result} Result
 */

/**
 * Fills the list, and the lists `data-group` "remote", "unplaced" and "unsaid". What has `data-browse` is shown while
 * nothing was asked.
 *
 * @param {HTMLElement} list
 * @param {Reply | null} reply null where nothing was asked
 * @param {(facet: string) => string} label of a filter
 */
export function show(list, reply, label) {
  list.replaceChildren(...(reply?.list ?? []).map((found) => result(found)));
  list.hidden = !reply || reply.list.length === 0;
  group("remote", reply?.apart ?? []);
  group("unplaced", reply?.unplaced ?? []);
  group("unsaid", reply?.unsaid ?? [], label);
  const left = reply ? reply.totals.unsaid - reply.unsaid.length : 0;
  const rest = make("li", { class: "search-result" }, ngettext("And %(number)s more", "And %(number)s more", left));
  if (left > 0) document.querySelector("[data-group=unsaid] ol")?.append(rest);
  const unsaid = document.getElementById("search-unsaid");
  if (unsaid) unsaid.textContent = reply ? unsaidWords(reply.totals) : "";
  for (const browse of document.querySelectorAll("[data-browse]")) browse.toggleAttribute("hidden", reply !== null);
}

/** @param {string | null | undefined} place @param {string | undefined} at what is said of it already */
function elsewhere(place, at) {
  const others = (place ?? "").split(", ").filter((each) => each !== at);
  if (!at || !place?.split(", ").includes(at)) return place;
  return others.length > 0 && gettext("Also at %(places)s", { places: others.join(", ") });
}

/** @param {string} name @param {Result[]} found @param {(facet: string) => string} [label] */
function group(name, found, label) {
  const section = document.querySelector(`[data-group=${name}]`);
  section?.querySelector("ol")?.replaceChildren(...found.map((each) => result(each, label)));
  section?.toggleAttribute("hidden", found.length === 0);
}

/**
 * @param {Result} found
 * @param {(facet: string) => string} [label] of what it has not told
 * @returns {HTMLElement}
 */
export function result({ kind, title, summary, place, url, miles, at, when, services, more, unsaid }, label) {
  const item = make("li", { class: "search-result" });
  const link = make("a", { class: "govuk-link", href: pageAddress(url) }, title);
  item.append(
    make("strong", { class: "govuk-tag govuk-tag--grey search-result__kind" }, kind),
    make("h2", { class: "govuk-heading-s search-result__title" }, link),
  );
  if (services.length > 0) {
    item.append(make("p", { class: "govuk-body search-result__services" }, servicesWords(services, more)));
  }
  const told = when ? whenWords(when) : "";
  const there = at && miles === undefined ? gettext("%(when)s, at %(place)s", { when: told, place: at }) : told;
  if (told) item.append(make("p", { class: "govuk-body search-result__when" }, there));
  if (summary) item.append(make("p", { class: "govuk-body search-result__summary" }, summary));
  const where = [miles === undefined ? "" : awayWords(miles, at), elsewhere(place, at)].filter(Boolean).join(". ");
  if (where) item.append(make("p", { class: "govuk-body-s search-result__place" }, where));
  if (unsaid && label) {
    const words = [...new Set(unsaid)].map(label).filter(Boolean).join("; ");
    const unknown = gettext("Not known: %(facts)s", { facts: words });
    item.append(make("p", { class: "govuk-body-s search-result__unsaid" }, unknown));
  }
  return item;
}

/** @param {string[]} services @param {number} more */
function servicesWords(services, more) {
  if (more === 0) return gettext("Here: %(services)s", { services: services.join(", ") });
  return ngettext("%(number)s service here fits", "%(number)s services here fit", services.length + more);
}

/** @param {number} miles @param {string | undefined} at */
function awayWords(miles, at) {
  const distance = milesWords(miles);
  return at ? gettext("%(distance)s away, at %(place)s", { distance, place: at }) : gettext("%(distance)s away", { distance });
}
