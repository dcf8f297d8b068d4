/** What the home page and the pages of needs do beyond others: ask, put first what is open, find the nearest. */

import * as ask from "./ask.js";
import * as nearest from "./nearest.js";
import * as openFirst from "./open-first.js";

/** @type {Record<string, (element: HTMLElement) => void>} */
const MODULES = { ask: ask.start, nearest: nearest.start, "open-first": openFirst.start };

for (const element of document.querySelectorAll("[data-module]")) {
  if (element instanceof HTMLElement) MODULES[element.dataset.module ?? ""]?.(element);
}
