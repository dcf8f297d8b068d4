/**
 * Starts the module that each element of the page names in `data-module`. This file is on all pages, so what is large
 * (the map's library, the search's index and worker) is loaded by the modules once it is wanted.
 */

import * as agenda from "./agenda.js";
import * as copy from "./copy.js";
import * as map from "./map.js";
import * as menu from "./menu.js";
import * as openNow from "./open-now.js";
import * as print from "./print.js";
import * as relativeDay from "./relative-day.js";
import * as save from "./save.js";
import * as search from "./search.js";
import * as share from "./share.js";
import * as suggest from "./suggest.js";

/** @type {Record<string, (element: HTMLElement) => void>} */
const MODULES = {
  agenda: agenda.start,
  copy: copy.start,
  map: map.start,
  menu: menu.start,
  "open-now": openNow.start,
  print: print.start,
  "relative-day": relativeDay.start,
  save: save.start,
  saved: save.startLink,
  search: search.start,
  share: share.start,
  suggest: suggest.start,
};

for (const element of document.querySelectorAll("[data-module]")) {
  if (element instanceof HTMLElement) MODULES[element.dataset.module ?? ""]?.(element);
}
save.startCards();
