/** Answers on the search page as the reader types. */

import { connect } from "./search-connection.js";
import { countWords, show } from "./search-results.js";

const PAUSE = 150; // milliseconds between a letter and its answer
const FAILED = "The search is not working just now. Everything is also in the lists of hubs and services.";

/**
 * Starts on a search form whose field is called q. With `data-results` and `data-status`, ids of a list and of a live
 * line, it answers in the page and keeps `?q=` in the address. Without them the form leads to the search page, and the
 * index is fetched ahead once the reader enters the field.
 *
 * @param {HTMLElement} form
 */
export function start(form) {
  const field = form.querySelector("[name=q]");
  if (!(form instanceof HTMLFormElement) || !(field instanceof HTMLInputElement)) return;
  const results = document.getElementById(form.dataset.results ?? "");
  const status = document.getElementById(form.dataset.status ?? "");
  if (results && status) {
    answerHere(form, field, results, status);
  } else {
    field.addEventListener("focus", () => fetchAhead(form), { once: true });
  }
}

/** @param {HTMLElement} form */
function fetchAhead(form) {
  for (const address of [form.dataset.index, form.dataset.worker]) {
    if (address) fetch(address).catch(() => {}); // only a head start: the search page asks again
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 * @param {HTMLElement} results
 * @param {HTMLElement} status
 */
function answerHere(form, field, results, status) {
  const ask = connect(form.dataset.worker ?? "", form.dataset.index ?? "");
  let submitted = typedInAddress();
  let waiting = 0;

  const answer = async () => {
    clearTimeout(waiting);
    const typed = field.value.trim();
    try {
      const reply = typed ? await ask(typed) : null;
      if (typed !== field.value.trim()) return; // the reader typed on: a later answer is on its way
      show(results, reply);
      status.textContent = reply ? countWords(reply, typed) : "";
    } catch {
      show(results, null);
      status.textContent = FAILED;
    }
  };

  field.addEventListener("focus", () => ask("").catch(() => {}), { once: true }); // a real question tells the reader
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      history.replaceState(null, "", addressFor(field.value));
      answer();
    }, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim() !== submitted) {
      history.replaceState(null, "", addressFor(submitted)); // so that Back leads to the search before this one
      submitted = field.value.trim();
      history.pushState(null, "", addressFor(submitted));
    }
    answer();
  });
  addEventListener("popstate", () => {
    submitted = typedInAddress();
    field.value = submitted;
    answer();
  });
  field.value ||= submitted; // what was typed before this module was there stays
  if (field.value) answer();
}

/** @returns {string} */
function typedInAddress() {
  return new URLSearchParams(location.search).get("q")?.trim() ?? "";
}

/** @param {string} typed @returns {string} */
function addressFor(typed) {
  const address = new URL(location.href);
  if (typed.trim()) address.searchParams.set("q", typed.trim());
  else address.searchParams.delete("q");
  return address.href;
}
