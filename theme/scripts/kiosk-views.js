/** The views of the kiosk: what to show, and the address of the page that says the same on anybody's own phone. */

import { hubsView, notSureView, servicesView, setUpView, urgentView } from "./kiosk-lists.js";
import { hubView, needView, serviceView } from "./kiosk-pages.js";
import { startView, weekView } from "./kiosk-today.js";

/**
 * @typedef {import("./kiosk-records.js").Moment} Moment
 * @typedef {{title: string, path: string, content: (Node | null)[]}} View `path` is that of the page in the network's own
 *   language
 */

/** @type {Map<string, (moment: Moment) => View>} */
const PLAIN = new Map([
  ["hubs", hubsView],
  ["services", servicesView],
  ["whats-on", weekView],
  ["not-sure", notSureView],
  ["urgent", urgentView],
  ["set-up", setUpView],
]);

/** @param {Moment} moment @param {string} route @returns {View} what a route shows; the start for one that is not known */
export function view(moment, route) {
  const [kind, id] = route.split("/");
  const { hubs, needs, services } = moment.records;
  const find = (/** @type {any[]} */ all) => all.find((each) => each.id === id);
  const hub = kind === "hub" && find(hubs);
  if (hub) return hubView(moment, hub);
  const need = kind === "need" && find(needs);
  if (need) return needView(moment, need);
  const service = kind === "service" && find(services);
  if (service) return serviceView(moment, service);
  return (PLAIN.get(route) ?? startView)(moment);
}
