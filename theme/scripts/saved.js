/**
 * The reader's saved list. The tab keeps it until it is closed, so that it survives going from page to page; whoever
 * wants to keep it longer keeps its link. Where the browser does not let us keep anything, it lasts as long as the page.
 */

import { pageAddress } from "./addresses.js";

const KEY = "saved";
const CHANGED = "saved-changed";
const RECORD = /^(?:hubs|services)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOST = 40;

let here = "";

/** @param {string} text records with commas between @returns {string[]} those that can be records, each once */
export function recordsIn(text) {
  return [...new Set(text.split(",").filter((each) => RECORD.test(each)))].slice(0, MOST);
}

/** @returns {string[]} the places of what is saved, such as hubs/old-mill, in the reader's order */
export function savedRecords() {
  try {
    return recordsIn(sessionStorage.getItem(KEY) ?? "");
  } catch {
    return recordsIn(here);
  }
}

/** @param {string[]} records */
export function keep(records) {
  here = records.join(",");
  try {
    if (here) sessionStorage.setItem(KEY, here);
    else sessionStorage.removeItem(KEY);
  } catch {
    // kept in `here` alone
  }
  document.dispatchEvent(new Event(CHANGED));
}

/** @param {() => void} listener called now and whenever the list changes, also when the reader comes back to the page */
export function follow(listener) {
  listener();
  document.addEventListener(CHANGED, listener);
  addEventListener("pageshow", listener);
}

/** @param {string[]} records @returns {string} the page's address, with the list where no server sees it */
export function listAddress(records) {
  return pageAddress("/saved/") + (records.length > 0 ? `#${records.join(",")}` : "");
}
