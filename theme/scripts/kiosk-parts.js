/** What the kiosk's views are put together from. Numbers and web addresses are words here: nothing leads away. */

import { make } from "./elements.js";
import { gettext, numberWords, withElements } from "./language.js";
import { dayOf, dayWords, timeWords } from "./london.js";
import { milesWords } from "./near.js";
import { openWords } from "./opening-hours.js";
import { isSpent, milesTo, stateOf } from "./kiosk-records.js";

/**
 * @typedef {import("./kiosk-records.js").Moment} Moment
 * @typedef {import("./kiosk-records.js").Hub} Hub
 * @typedef {import("./kiosk-records.js").Service} Service
 * @typedef {import("./kiosk-records.js").Occasion} Occasion
 * @typedef {import("./kiosk-records.js").Contact} Contact
 */

let numbered = 0;

/**
 * A part of a view with its heading; nothing where it has no content.
 *
 * @param {string} heading
 * @param {...(Node | string | null | undefined | false)} content
 * @returns {HTMLElement | null}
 */
export function section(heading, ...content) {
  const shown = /** @type {(Node | string)[]} */ (content.filter(Boolean));
  if (shown.length === 0) return null;
  numbered += 1;
  const id = `part-${numbered}`;
  return make("section", { "aria-labelledby": id }, make("h2", { id }, heading), ...shown);
}

/** @param {string | undefined | false} words @param {string} [kind] @returns {HTMLElement | null} */
export function paragraph(words, kind) {
  return words ? make("p", kind ? { class: `kiosk-${kind}` } : {}, words) : null;
}

/** @param {(HTMLElement | null)[]} items @param {string} kind @returns {HTMLElement | null} */
export function list(items, kind) {
  const shown = items.filter((item) => item !== null);
  return shown.length ? make("ul", { class: `kiosk-${kind}` }, ...shown) : null;
}

/**
 * The first few of a list, and a button that brings the rest.
 *
 * @param {(HTMLElement | null)[]} items
 * @param {string} kind
 * @param {number} most
 * @returns {HTMLElement | null}
 */
export function few(items, kind, most) {
  const all = list(items, kind);
  const rest = [...(all?.children ?? [])].slice(most);
  if (!all || rest.length < 2) return all; // a single one takes no more room than the button
  const words = gettext("Show all %(number)s", { number: numberWords(all.children.length) });
  const button = make("button", { class: "kiosk-button", type: "button" }, words);
  for (const item of rest) item.setAttribute("hidden", "");
  button.addEventListener("click", () => {
    for (const item of rest) item.removeAttribute("hidden");
    button.parentElement?.remove();
    rest[0].querySelector("a")?.focus({ preventScroll: true });
  });
  return make("div", {}, all, make("p", { class: "kiosk-more" }, button));
}

/** @param {string} words @param {string} route @param {string} [about] @returns {HTMLElement} a large choice to press */
export function choice(words, route, about) {
  const link = make("a", { class: "kiosk-choice", href: `#/${route}` }, make("span", {}, words));
  if (about) link.append(make("span", { class: "kiosk-quiet" }, about));
  return make("li", {}, link);
}

/** @param {string} words @param {string} route @returns {HTMLElement} */
export function more(words, route) {
  return make("p", { class: "kiosk-more" }, make("a", { class: "kiosk-button", href: `#/${route}` }, words));
}

/** @param {Moment} moment @param {Hub} hub @param {boolean} [inList] @returns {HTMLElement} */
export function status(moment, hub, inList = false) {
  const state = stateOf(moment, hub);
  const shown = state ? state.state.replace(" ", "-") : hub.state;
  const words = (inList && hub.short) || hub.status;
  return make("p", { class: "kiosk-status", "data-state": shown }, state ? openWords(state, moment.now) : words);
}

/** @param {string | undefined} number @param {string} [said] with its place, as %(phone)s @returns {HTMLElement | null} */
export function phone(number, said = gettext("Ring %(phone)s")) {
  return number ? make("p", { class: "kiosk-phone" }, ...withElements(said, { phone: make("strong", {}, number) })) : null;
}

/** @param {Contact} contact @returns {(HTMLElement | null)[]} */
export function contact({ phone: number, email, website }) {
  return [
    phone(number),
    paragraph(email && gettext("Write to %(email)s", { email })),
    paragraph(website && gettext("Website: %(website)s", { website })),
  ];
}

/**
 * Something to go to, the time first.
 *
 * @param {Moment} moment
 * @param {Occasion} occasion
 * @param {{place?: boolean, day?: boolean}} [shown] whether to say where it is, and on which day
 * @returns {HTMLElement}
 */
export function occasionRow(moment, { session, service, day, starts, ends, unsure }, { place = true, day: dated = false } = {}) {
  const running = Boolean(session.span) && starts <= moment.now;
  const time = running
    ? gettext("Now, until %(time)s", { time: timeWords(ends) })
    : upperFirst(session.time ?? gettext("Ring to ask when"));
  const when = make("span", { class: "kiosk-row__time" }, time);
  if (dated) when.prepend(make("span", { class: "kiosk-row__day" }, upperFirst(dayWords(day, dayOf(moment.now)))), " ");
  const what = make("span", { class: "kiosk-row__what" }, make("strong", {}, session.name));
  const details = [
    session.booked && gettext("Fully booked"),
    unsure && gettext("Bank holiday: check before you go"),
    place && placeWords(moment, session),
    ...(session.tags ?? []),
  ].filter(Boolean);
  if (details.length) what.append(" ", make("span", { class: "kiosk-quiet" }, details.join(" · ")));
  return make("li", {}, make("a", { class: "kiosk-row", href: `#/service/${service.id}` }, when, " ", what));
}

/** @param {Moment} moment @param {import("./kiosk-records.js").Session} session @returns {string} */
function placeWords(moment, session) {
  if (session.hub === undefined) return session.where;
  const hub = moment.records.hubs[session.hub];
  const distance = milesTo(moment, hub);
  if (hub === moment.here) return gettext("Here");
  return distance === undefined ? session.where : `${session.where}, ${milesWords(distance)}`;
}

/** @param {Moment} moment @param {Hub} hub @param {Node | null} [added] @returns {HTMLElement} */
export function hubRow(moment, hub, added = null) {
  const distance = milesTo(moment, hub);
  const where = [hub === moment.here ? gettext("You are here") : hub.place, distance === undefined ? "" : milesWords(distance)];
  const item = make(
    "li",
    { class: "kiosk-hub" },
    make("a", { class: "kiosk-choice", href: `#/hub/${hub.id}` }, make("span", {}, hub.name)),
    status(moment, hub, true),
  );
  const line = where.filter(Boolean).join(" · ");
  if (line) item.append(make("p", { class: "kiosk-quiet" }, line));
  const number = phone(hub.phone);
  if (number) item.append(number);
  if (added) item.append(added);
  return item;
}

/** @param {Service} service @returns {HTMLElement} */
export function serviceRow(service) {
  const about = service.tags?.join(" · ");
  const link = make("a", { class: "kiosk-choice", href: `#/service/${service.id}` }, make("span", {}, service.name));
  if (about) link.append(make("span", { class: "kiosk-quiet" }, about));
  const number = phone(service.phone);
  if (number) link.append(make("span", { class: "kiosk-phone" }, ...number.childNodes));
  return make("li", {}, link);
}

/**
 * Questions and answers; those without an answer are left out.
 *
 * @param {[string, string | undefined | false][]} asked
 * @returns {HTMLElement | null}
 */
export function answers(asked) {
  const known = asked.filter(([, answer]) => answer);
  if (known.length === 0) return null;
  const pairs = known.map(([question, answer]) => make("div", {}, make("dt", {}, question), make("dd", {}, answer || "")));
  return make("dl", { class: "kiosk-answers" }, ...pairs);
}

/**
 * @param {Moment} moment
 * @param {Occasion[]} shown
 * @param {string} nothing what to say where there is nothing
 * @param {{place?: boolean, day?: boolean, links?: boolean}} [options]
 * @returns {HTMLElement | null}
 */
export function schedule(moment, shown, nothing, { place = true, day = false, links = true } = {}) {
  if (shown.length) {
    const rows = list(shown.map((each) => occasionRow(moment, each, { place, day })), "rows");
    if (!links) for (const link of rows?.querySelectorAll("a") ?? []) link.replaceWith(plain(link));
    return rows;
  }
  const spent = gettext("This screen has not been updated for so long that it does not know what is on. Please ask.");
  return paragraph(isSpent(moment) ? spent : nothing);
}

/** @param {HTMLAnchorElement} link @returns {HTMLElement} the same words, on the page that they would lead to */
function plain(link) {
  return make("div", { class: link.className }, ...link.childNodes);
}

/** @param {Moment} moment @returns {HTMLElement | null} */
export function askAnyone({ here, records }) {
  const who = here ? gettext("Ask anybody who works here.") : gettext("Any hub will help you find the right place.");
  return section(gettext("Not sure who to ask?"), paragraph(who), phone(records.phone, gettext("Or ring %(phone)s")));
}

/** @param {string} words that may be marked @returns {string} */
export function upperFirst(words) {
  return words.replace(/^\ue000?./u, (first) => first.toUpperCase());
}
