/** Lists to choose from, and whom to ask. */

import { make } from "./elements.js";
import { gettext, plain } from "./language.js";
import { askAnyone, few, hubRow, list, paragraph, phone, section, serviceRow } from "./kiosk-parts.js";
import { SOME, inOrder, isUnsure } from "./kiosk-records.js";

/**
 * @typedef {import("./kiosk-records.js").Moment} Moment
 * @typedef {import("./kiosk-records.js").Service} Service
 * @typedef {import("./kiosk-views.js").View} View
 */

/** @param {Moment} moment @returns {View} */
export function hubsView(moment) {
  const { hubs } = moment.records;
  return {
    title: moment.here ? gettext("Other hubs") : gettext("Our hubs"),
    path: "hubs/",
    content: [list(inOrder(moment, hubs.filter((hub) => hub !== moment.here)).map((hub) => hubRow(moment, hub)), "hubs")],
  };
}

/** @param {Moment} moment @returns {View} */
export function servicesView({ records }) {
  /** @type {Map<string, Service[]>} */
  const letters = new Map();
  for (const service of records.services) {
    const letter = plain(service.name).charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), service]);
  }
  return {
    title: gettext("All services, A to Z"),
    path: "services/",
    content: [...letters].map(([letter, services]) => section(letter, list(services.map(serviceRow), "rows"))),
  };
}

/** @param {Moment} moment @returns {View} */
export function notSureView(moment) {
  const { here, records } = moment;
  const hubs = inOrder(moment, records.hubs.filter((hub) => hub.open && hub !== here));
  const need = records.needs.find(isUnsure);
  const helping = records.services.filter(({ active, needs }) => active && need && needs?.includes(need.id));
  return {
    title: here ? gettext("Not sure? Ask anybody here") : gettext("Not sure? Ask at any hub"),
    path: need ? `needs/${need.id}/` : "needs/",
    content: [
      paragraph(gettext("You do not need to know what to ask for. Tell somebody what is on your mind."), "lead"),
      paragraph(here?.arrival),
      askAnyone(moment),
      section(gettext("People who help you find the way"), few(helping.map(serviceRow), "rows", SOME)),
      section(
        here ? gettext("Other hubs") : gettext("Hubs you can walk into"),
        list(hubs.slice(0, SOME).map((hub) => hubRow(moment, hub)), "hubs"),
      ),
    ],
  };
}

/** @param {Moment} moment @returns {View} */
export function urgentView(moment) {
  const lines = moment.records.lines.map(({ label, about, phone: number, hours }) =>
    make(
      "li",
      { class: "kiosk-line" },
      /** @type {HTMLElement} */ (phone(number)),
      make("p", {}, label),
      make("p", {}, hours ? `${about}. ${hours}` : about),
    ),
  );
  return {
    title: gettext("In danger now?"),
    path: "",
    content: [
      paragraph(gettext("Tell somebody who works here, or ring one of these numbers."), "lead"),
      make("ul", { class: "kiosk-lines" }, ...lines),
      askAnyone(moment),
    ],
  };
}

/** @param {Moment} moment @returns {View} */
export function setUpView({ records }) {
  return {
    title: gettext("Where does this screen stand?"),
    path: "kiosk/",
    content: [
      paragraph(
        gettext("For people who work here. Choose the hub, then keep the page as an app or open it in kiosk mode."),
        "lead",
      ),
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
