/**
 * Starts the module that each element of the page names in `data-module`. What is only of use on some pages is loaded
 * by them alone: this file is on all of them.
 */

import * as menu from "./menu.js";
import * as openNow from "./open-now.js";
import * as relativeDay from "./relative-day.js";
import * as map from "./map.js";

/** @type {Record<string, (element: HTMLElement) => unknown>} */
const MODULES = {
  menu: menu.start,
  map: map.start,
  "open-now": openNow.start,
  "relative-day": relativeDay.start,
  search: async (element) => (await import("./search.js")).start(element),
};

for (const element of document.querySelectorAll("[data-module]")) {
  if (element instanceof HTMLElement) MODULES[element.dataset.module ?? ""]?.(element);
}
