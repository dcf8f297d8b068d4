/** A need, a hub, a service: what their pages say, in large. */

import { make } from "./elements.js";
import { gettext } from "./language.js";
import { answers, askAnyone, contact, few, hubRow, list, occasionRow, paragraph, schedule, section, serviceRow, status } from "./kiosk-parts.js";
import { SOME, WEEK, inOrder, occasions } from "./kiosk-records.js";

/**
 * @typedef {import("./kiosk-records.js").Moment} Moment
 * @typedef {import("./kiosk-records.js").Hub} Hub
 * @typedef {import("./kiosk-records.js").Need} Need
 * @typedef {import("./kiosk-records.js").Occasion} Occasion
 * @typedef {import("./kiosk-records.js").Service} Service
 * @typedef {import("./kiosk-records.js").Session} Session
 * @typedef {import("./kiosk-views.js").View} View
 */

const FEW = 4;

/** @param {Moment} moment @param {Need} need @returns {View} */
export function needView(moment, need) {
  const { records } = moment;
  const helps = (/** @type {Service} */ service) => Boolean(service.active && service.needs?.includes(need.id));
  const helping = records.services.filter(helps);
  const remote = helping.filter((service) => service.remote);
  const hubs = records.hubs.filter((hub) => hub.open && hub.services?.some((at) => helps(records.services[at])));
  const placed = new Set(hubs.flatMap((hub) => hub.services ?? []).map((at) => records.services[at]));
  const elsewhere = helping.filter((service) => !service.remote && !placed.has(service));
  const today = occasions(moment, 1, (_, service) => helps(service));
  const soon = occasions(moment, WEEK, (_, service) => helps(service)).slice(today.length);
  return {
    title: need.label,
    path: `needs/${need.id}/`,
    content: [
      paragraph(need.about, "lead"),
      section(gettext("Today"), few(hereFirst(moment, today).map((each) => occasionRow(moment, each)), "rows", SOME)),
      section(gettext("By phone or online"), few(remote.map(serviceRow), "rows", SOME)),
      section(
        today.length ? gettext("Later this week") : gettext("Next"),
        soon.length ? schedule(moment, soon.slice(0, FEW), "", { day: true }) : null,
      ),
      section(
        gettext("Hubs that help"),
        few(inOrder(moment, hubs).map((hub) => hubRow(moment, hub, helpAt(moment, hub, helps))), "hubs", SOME),
      ),
      section(gettext("Elsewhere"), list(elsewhere.map(serviceRow), "rows")),
      askAnyone(moment),
    ],
  };
}

/** @param {Moment} moment @param {Occasion[]} shown */
function hereFirst({ here, records }, shown) {
  const isHere = (/** @type {Occasion} */ { session }) => Number(here !== undefined && records.hubs[session.hub ?? -1] === here);
  return [...shown].sort((one, other) => isHere(other) - isHere(one));
}

/** @param {Moment} moment @param {Hub} hub @param {(service: Service) => boolean} helps @returns {HTMLElement | null} */
function helpAt({ records }, hub, helps) {
  const given = (hub.services ?? []).map((at) => records.services[at]).filter(helps);
  return list(given.map(serviceLink), "links");
}

/** @param {Service} service */
function serviceLink(service) {
  return make("li", {}, make("a", { class: "kiosk-link", href: `#/service/${service.id}` }, service.name));
}

/** @param {Moment} moment @param {Hub} hub @returns {View} */
export function hubView(moment, hub) {
  const { records } = moment;
  const at = records.hubs.indexOf(hub);
  const coming = occasions(moment, WEEK, (session) => session.hub === at);
  const given = (hub.services ?? []).map((position) => records.services[position]);
  return {
    title: hub.name,
    path: `hubs/${hub.id}/`,
    content: [
      status(moment, hub),
      paragraph(hub === moment.here ? gettext("You are here") : hub.place, "lead"),
      ...contact(hub),
      section(
        gettext("This week"),
        few(coming.map((each) => occasionRow(moment, each, { place: false, day: true })), "rows", SOME),
      ),
      section(gettext("What you can get here"), few(given.map(serviceRow), "rows", SOME)),
      section(gettext("When you walk in"), paragraph(hub.arrival)),
      section(gettext("Getting there"), paragraph(hub.way)),
      section(
        gettext("Opening hours"),
        hub.week ? answers(hub.week) : paragraph(hub.status),
        answers((hub.soon ?? []).map(([days, hours, reason]) => [days, `${hours} (${reason})`])),
        paragraph(hub.hours_note),
      ),
      section(
        gettext("In the building"),
        answers([
          [gettext("There is"), hub.has],
          [gettext("There is not"), hub.lacks],
        ]),
        paragraph(gettext("Is what you need not named here? Then we do not know. Please ask.")),
      ),
      paragraph(hub.checked, "quiet"),
    ],
  };
}

/** @param {Moment} moment @param {Service} service @returns {View} */
export function serviceView(moment, service) {
  const { records } = moment;
  const held = records.sessions.filter((session) => records.services[session.service] === service);
  const coming = occasions(moment, records.days, (_, each) => each === service);
  const hubs = (service.hubs ?? []).map((at) => records.hubs[at]);
  return {
    title: service.name,
    path: `services/${service.id}/`,
    content: [
      paragraph(service.status, "warning"),
      paragraph(service.summary, "lead"),
      paragraph(service.tags?.join(" · "), "tags"),
      ...contact(service),
      section(gettext("Next"), coming.length ? schedule(moment, coming.slice(0, FEW), "", { day: true, links: false }) : null),
      section(
        gettext("Before you go"),
        answers([
          [gettext("How to get in"), service.get_in],
          [gettext("What it costs"), service.cost],
          [gettext("Who it is for"), service.who],
          [gettext("Who it is not for"), service.not_for],
          [gettext("What to bring"), service.bring],
          [gettext("When you arrive"), service.arrival],
        ]),
      ),
      section(gettext("Every time and place"), answers(held.map((session) => [session.where, inFull(session, service)]))),
      section(gettext("Where"), few(inOrder(moment, hubs).map((hub) => hubRow(moment, hub)), "hubs", SOME)),
      paragraph(service.provider && gettext("Run by %(organisation)s.", { organisation: service.provider })),
      paragraph(service.checked, "quiet"),
    ],
  };
}

/** @param {Session} session @param {Service} service @returns {string} */
function inFull(session, service) {
  const name = session.name === service.name ? "" : `${session.name}: `;
  const rest = [session.when, ...(session.tags ?? []), session.booked && gettext("fully booked")].filter(Boolean).join(", ");
  return `${name}${rest}.${session.note ? ` ${session.note}` : ""}`;
}
