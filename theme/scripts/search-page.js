/** The search page: answers as the reader types and chooses, and keeps what is asked in the address. */

import { gettext } from "./language.js";
import { dayNumber, wallTime } from "./london.js";
import { nearField } from "./near-field.js";
import { addressOf, askedIn, isSame } from "./search-address.js";
import { connect } from "./search-connection.js";
import { showInstead } from "./search-instead.js";
import { filterPanel } from "./search-panel.js";
import { show } from "./search-results.js";
import { countWords } from "./search-words.js";

/** @typedef {import("./search-address.js").Asked} Asked */

const PAUSE = 300; // milliseconds after a letter until the address says it: browsers count how often it changes
const STEP = 20; // how many results are shown, and how many more each time
const FAILED = gettext("The search is not working just now. Everything is also in the lists of hubs and services.");

/** @type {<Kind extends HTMLElement>(id: string) => Kind} */
const byId = (id) => /** @type {any} */ (document.getElementById(id));

const form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-places]"));
const field = /** @type {HTMLInputElement} */ (form.querySelector("[name=q]"));
const list = byId("search-results");
const status = byId("search-status");
const more = byId("search-more");
const arrange = byId("search-arrange");
/** @type {HTMLSelectElement} */
const sort = byId("search-sort");
/** @type {HTMLSelectElement} */
const within = byId("search-within");

const bankHolidays = (document.documentElement.dataset.bankHolidays ?? "").split(" ").filter(Boolean).map(dayNumber);
const ask = connect(form.dataset.worker ?? "", form.dataset.index ?? "", bankHolidays);
const near = nearField(byId("search-near-box"), form.dataset.places ?? "", () => submit());
const panel = filterPanel(
  byId("search-filters"),
  byId("search-chips"),
  status,
  (facets) => turnTo({ ...submitted, q: field.value.trim(), facets }),
  () => answer(), // for how many each choice would leave
);

let submitted = askedIn(location.search, panel.known);
let waiting = 0;
let turn = 0;
let last = Promise.resolve();
let most = STEP;

/** @param {Asked} asked */
function isQuestion({ q, near: place, facets }) {
  return Boolean(q || place || facets.length > 0);
}

/** Asks one question after the other, and of those that wait only the last. */
function answer() {
  turn += 1;
  const mine = turn;
  last = last.then(() => (mine === turn ? give(mine) : undefined));
  return last;
}

/** @param {number} mine the turn of this question */
async function give(mine) {
  const typed = field.value.trim();
  let asked = isQuestion({ ...submitted, q: typed });
  try {
    const where = await near.where();
    asked = isQuestion({ ...submitted, q: typed, near: where ? "here" : "" });
    const reply = await ask({
      typed,
      facets: submitted.facets,
      point: where?.point,
      within: Number(within.value) || undefined,
      sort: /** @type {any} */ (submitted.sort),
      most,
      now: wallTime(new Date()),
    });
    if (mine !== turn || !reply) return; // the reader went on: a later answer is on its way
    panel.count(reply.counts);
    show(list, asked ? reply : null, unknownWords);
    showInstead(byId("search-instead"), asked ? reply.instead : null, typed !== "", wayWithout);
    showArrangement(reply.order, typed !== "", where !== null, asked && reply.list.length > 0);
    more.hidden = !asked || (reply.list.length >= reply.totals.placed && reply.apart.length >= reply.totals.apart);
    status.textContent = asked ? countWords(reply, { typed, near: where?.name, filters: submitted.facets.length }) : "";
  } catch {
    if (mine !== turn) return;
    show(list, null, unknownWords);
    showInstead(byId("search-instead"), null, false, wayWithout);
    more.hidden = true;
    status.textContent = asked ? FAILED : ""; // nobody needs to hear that numbers beside filters are missing
  }
}

/**
 * @param {string} order
 * @param {boolean} words
 * @param {boolean} place
 * @param {boolean} anything
 */
function showArrangement(order, words, place, anything) {
  arrange.hidden = !anything && !place;
  sort.value = order;
  for (const option of sort.options) {
    const fits = option.value === "next" || (option.value === "best" ? words : place);
    option.hidden = !fits;
    option.disabled = !fits;
  }
  /** @type {HTMLElement} */ (within.parentElement).hidden = !place;
}

/** @param {string} facet or a group of which nothing is known @returns {string} */
function unknownWords(facet) {
  return facet === "within" ? gettext("how far away it is") : panel.label(facet);
}

/** @param {string[]} without groups of filters, "within", or "typed" for the words */
function wayWithout(without) {
  const left = submitted.facets.filter((facet) => !without.includes(facet.slice(0, facet.indexOf("="))));
  const asked = {
    ...submitted,
    q: without.includes("typed") ? "" : field.value.trim(),
    within: without.includes("within") ? "" : submitted.within,
    facets: left,
  };
  const labels = without.flatMap((group) => {
    if (group === "typed") return [field.value.trim()];
    if (group === "within") return [within.selectedOptions[0]?.text ?? ""];
    return submitted.facets.filter((facet) => facet.startsWith(`${group}=`)).map(panel.label);
  });
  const follow = () => {
    turnTo(asked);
    field.value = asked.q;
    panel.set(asked.facets);
    status.focus();
  };
  return { labels, address: addressOf(asked) || location.pathname, follow };
}

/** Goes on to another question, so that Back leads to this one. @param {Asked} asked */
async function turnTo(asked) {
  clearTimeout(waiting);
  if (!isSame(asked, submitted)) {
    history.replaceState(null, "", addressOf(submitted) || location.pathname);
    submitted = asked;
    history.pushState(null, "", addressOf(submitted) || location.pathname);
  }
  within.value = submitted.within;
  most = STEP;
  await answer();
}

async function submit() {
  const place = await near.shared();
  turnTo({ ...submitted, q: field.value.trim(), near: place }); // with what was chosen meanwhile
}

function readAddress() {
  submitted = askedIn(location.search, panel.known);
  within.value = submitted.within;
  near.set(submitted.near);
  panel.set(submitted.facets);
}

field.addEventListener("focus", () => ask(null).catch(() => {}), { once: true }); // a real question tells the reader
field.addEventListener("input", () => {
  most = STEP;
  answer();
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    history.replaceState(null, "", addressOf({ ...submitted, q: field.value }) || location.pathname);
  }, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
sort.addEventListener("change", () => turnTo({ ...submitted, q: field.value.trim(), sort: sort.value }));
within.addEventListener("change", () => turnTo({ ...submitted, q: field.value.trim(), within: within.value }));
more.addEventListener("click", async () => {
  const before = list.children.length;
  most += STEP;
  await answer();
  list.children[before]?.querySelector("a")?.focus();
});
addEventListener("popstate", () => {
  clearTimeout(waiting);
  readAddress();
  field.value = submitted.q;
  most = STEP;
  answer();
});
readAddress();
field.value ||= submitted.q; // what was typed before this module was there stays
if (isQuestion({ ...submitted, q: field.value })) answer();
