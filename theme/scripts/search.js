/** Answers on the search page as the reader types. */

import { nearField } from "./near-field.js";
import { connect } from "./search-connection.js";
import { countWords, show } from "./search-results.js";

const PAUSE = 150; // milliseconds between a letter and its answer
const FAILED = "The search is not working just now. Everything is also in the lists of hubs and services.";

/**
 * Starts on a search form whose field is called q. With `data-results` and `data-status`, ids of a list and of a live
 * line, it answers in the page and keeps `?q=` and `?near=` in the address. Without them the form leads to the search
 * page, and the index is fetched ahead once the reader enters the field.
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
  const near = nearField(
    /** @type {HTMLElement} */ (form.querySelector("[data-near]")),
    form.dataset.places ?? "",
    () => submit(),
  );
  let submitted = inAddress();
  let waiting = 0;
  let turn = 0;

  const answer = async () => {
    clearTimeout(waiting);
    turn += 1;
    const mine = turn;
    const typed = field.value.trim();
    try {
      const where = await near.where();
      const reply = typed || where ? await ask(typed, where?.point) : null;
      if (mine !== turn) return; // the reader went on: a later answer is on its way
      show(results, reply);
      status.textContent = reply ? countWords(reply, typed, where?.name) : "";
    } catch {
      show(results, null);
      status.textContent = FAILED;
    }
  };
  const submit = async () => {
    const now = { q: field.value.trim(), near: await near.shared() };
    if (now.q !== submitted.q || now.near !== submitted.near) {
      history.replaceState(null, "", addressFor(submitted)); // so that Back leads to the search before this one
      submitted = now;
      history.pushState(null, "", addressFor(submitted));
    }
    answer();
  };

  field.addEventListener("focus", () => ask("").catch(() => {}), { once: true }); // a real question tells the reader
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      history.replaceState(null, "", addressFor({ q: field.value, near: submitted.near }));
      answer();
    }, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  addEventListener("popstate", () => {
    submitted = inAddress();
    field.value = submitted.q;
    near.set(submitted.near);
    answer();
  });
  field.value ||= submitted.q; // what was typed before this module was there stays
  near.set(submitted.near);
  if (field.value || submitted.near) answer();
}

/** @typedef {{q: string, near: string}} Asked */

/** @returns {Asked} */
function inAddress() {
  const parameters = new URLSearchParams(location.search);
  return { q: parameters.get("q")?.trim() ?? "", near: parameters.get("near")?.trim() ?? "" };
}

/** @param {Asked} asked @returns {string} */
function addressFor(asked) {
  const address = new URL(location.href);
  for (const [name, said] of Object.entries(asked)) {
    if (said.trim()) address.searchParams.set(name, said.trim());
    else address.searchParams.delete(name);
  }
  return address.href;
}
