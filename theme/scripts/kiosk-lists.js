/** Lists to choose from, and whom to ask. */

import { make } from "./elements.js";
import { askAnyone, few, hubRow, list, paragraph, section, serviceRow } from "./kiosk-parts.js";
import { NOT_SURE, SOME, inOrder } from "./kiosk-records.js";

/**
 * @typedef {import("./kiosk-records.js").Moment} Moment
 * @typedef {import("./kiosk-records.js").Service} Service
 * @typedef {import("./kiosk-views.js").View} View
 */

/** @param {Moment} moment @returns {View} */
export function hubsView(moment) {
  const { hubs } = moment.records;
  return {
    title: moment.here ? "Other hubs" : "Our hubs",
    path: "hubs/",
    content: [list(inOrder(moment, hubs.filter((hub) => hub !== moment.here)).map((hub) => hubRow(moment, hub)), "hubs")],
  };
}

/** @param {Moment} moment @returns {View} */
export function servicesView({ records }) {
  /** @type {Map<string, Service[]>} */
  const letters = new Map();
  for (const service of records.services) {
    const letter = service.name.charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), service]);
  }
  return {
    title: "All services, A to Z",
    path: "services/",
    content: [...letters].map(([letter, services]) => section(letter, list(services.map(serviceRow), "rows"))),
  };
}

/** @param {Moment} moment @returns {View} */
export function notSureView(moment) {
  const { here, records } = moment;
  const hubs = inOrder(moment, records.hubs.filter((hub) => hub.open && hub !== here));
  const need = records.needs.find(({ label }) => label === NOT_SURE);
  const helping = records.services.filter(({ active, needs }) => active && need && needs?.includes(need.id));
  return {
    title: here ? "Not sure? Ask anybody here" : "Not sure? Ask at any hub",
    path: need ? `needs/${need.id}/` : "needs/",
    content: [
      paragraph("You do not need to know what to ask for. Tell somebody what is on your mind.", "lead"),
      paragraph(here?.arrival),
      askAnyone(moment),
      section("People who help you find the way", few(helping.map(serviceRow), "rows", SOME)),
      section(here ? "Other hubs" : "Hubs you can walk into", list(hubs.slice(0, SOME).map((hub) => hubRow(moment, hub)), "hubs")),
    ],
  };
}

/** @param {Moment} moment @returns {View} */
export function urgentView(moment) {
  const line = (/** @type {string} */ words, /** @type {string} */ number, /** @type {string} */ about) =>
    make("li", { class: "kiosk-line" }, make("p", { class: "kiosk-phone" }, `${words} `, make("strong", {}, number)), make("p", {}, about));
  return {
    title: "In danger now?",
    path: "",
    content: [
      make(
        "ul",
        { class: "kiosk-lines" },
        line("Ring", "999", "If somebody is in danger or badly hurt. Or tell somebody who works here, now."),
        line("Ring", "111", "For urgent health advice, at any hour."),
        line("Ring Samaritans on", "116 123", "To talk to someone, at any hour, about anything."),
      ),
      askAnyone(moment),
    ],
  };
}

/** @param {Moment} moment @returns {View} */
export function setUpView({ records }) {
  return {
    title: "Where does this screen stand?",
    path: "kiosk/",
    content: [
      paragraph("For people who work here. Choose the hub, then keep the page as an app or open it in kiosk mode.", "lead"),
      make(
        "ul",
        { class: "kiosk-choices" },
        ...records.hubs
          .filter((hub) => hub.open)
          .map((hub) => make("li", {}, make("a", { class: "kiosk-choice", href: `?hub=${hub.id}` }, make("span", {}, hub.name)))),
      ),
    ],
  };
}
