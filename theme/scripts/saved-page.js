/** Shows the saved list that the link of the page holds, or else the tab: to reorder, print and share. */

import { pageAddress } from "./addresses.js";
import { make } from "./elements.js";
import { gettext, ngettext, plain, told, withElements } from "./language.js";
import { dayNumber, dayOf, wallTime } from "./london.js";
import { whatBecame } from "./what-became.js";
import { code } from "./qr-code.js";
import { keep, listAddress, recordsIn, savedRecords } from "./saved.js";

/**
 * @typedef {object} Item
 * @property {string} name
 * @property {string} [moved] the record that it is now
 * @property {string} [kind]
 * @property {string} [notice] what is to be known first, as that it has closed
 * @property {string} [phone]
 * @property {string} [place]
 * @property {string} [hours]
 * @property {{day: string, words: string}} [next]
 */

const LONGEST_CODE = 1200; // letters; more make squares too small for a phone's camera

const page = /** @type {HTMLElement} */ (document.getElementById("saved"));
const list = /** @type {HTMLElement} */ (page.querySelector("[data-list]"));
const status = /** @type {HTMLElement} */ (page.querySelector("[data-status]"));
const share = /** @type {HTMLElement} */ (page.querySelector("[data-module=share]"));
const files = (page.dataset.files ?? "").trim().split(/\s+/);
/** @type {Map<string, Promise<Record<string, Item>>>} */
const fetched = new Map();

/** @type {string[]} */
let records = [];

read();
addEventListener("hashchange", read);
page.querySelector("[data-print]")?.addEventListener("click", () => print());
page.querySelector("[data-clear]")?.addEventListener("click", () => change([], gettext("The list is empty now.")));
page.querySelector("[data-large]")?.addEventListener("click", ({ currentTarget }) => {
  const large = page.classList.toggle("saved--large");
  /** @type {Element} */ (currentTarget).setAttribute("aria-pressed", String(large));
});

function read() {
  const linked = recordsIn(location.hash.slice(1).replace(/%2c/gi, ",").replace(/%2f/gi, "/")); // as some apps write it
  change(linked.length > 0 ? linked : savedRecords());
}

/** @param {string[]} now @param {string} [said] @param {string} [focused] the action, and the record it is of */
async function change(now, said, focused) {
  const found = await Promise.all(now.map(itemOf));
  records = found.map(([record]) => record);
  const items = found.map(([, item]) => item);
  keep(records);
  history.replaceState(history.state, "", listAddress(records));
  list.replaceChildren(...items.map((item, at) => row(item, at)));
  page.querySelector("[data-empty]")?.toggleAttribute("hidden", records.length > 0);
  page.querySelector("[data-full]")?.toggleAttribute("hidden", records.length === 0);
  status.replaceChildren(...told(said ?? (records.length > 0 ? countWords(records.length) : "")));
  offer(items);
  const next = focused && page.querySelector(`[data-action="${focused}"]:not(:disabled)`);
  if (next instanceof HTMLElement) next.focus();
  else if (focused) /** @type {HTMLElement} */ (page.querySelector("h1")).focus();
}

/** @param {number} count @returns {string} 3 saved */
function countWords(count) {
  return ngettext("%(number)s saved", "%(number)s saved", count);
}

/** @param {string} record @returns {Promise<[string, Item]>} the record, which may have moved, and what is known of it */
async function itemOf(record) {
  const sum = [...record].reduce((total, sign) => total + sign.charCodeAt(0), 0);
  const file = files[sum % files.length];
  if (!fetched.has(file)) fetched.set(file, fetch(file).then((answer) => answer.json()).catch(() => ({})));
  const known = (await fetched.get(file))?.[record];
  if (known) return [record, known];
  const became = await whatBecame(record);
  return became.moved ? itemOf(became.moved) : [record, became];
}

/** @param {Item} item @param {number} at */
function row(item, at) {
  const record = records[at];
  const address = pageAddress(`/${record}/`);
  const link = make("a", { class: "govuk-link", href: address }, item.name);
  const name = make("h2", { class: "govuk-heading-m saved__name" }, link);
  const facts = make("div", { class: "saved__facts" }, name);
  if (item.kind) facts.prepend(make("p", { class: "app-kind" }, item.kind));
  if (item.notice) facts.append(make("p", { class: "saved__notice" }, item.notice));
  if (item.phone) {
    const dialled = `tel:${item.phone.replace(/[^\d+]/g, "")}`;
    const call = make("a", { class: "govuk-link app-call-link", href: dialled }, item.phone);
    facts.append(make("p", { class: "saved__call" }, ...withElements(gettext("Call %(phone)s"), { phone: call })));
  }
  for (const words of [item.place, item.hours]) if (words) facts.append(make("p", {}, words));
  if (item.next && dayNumber(item.next.day) >= dayOf(wallTime(new Date()))) {
    facts.append(make("p", {}, make("strong", {}, gettext("Next:")), ` ${item.next.words}`));
  }
  facts.append(make("p", { class: "saved__address" }, address.replace(/^https?:\/\//, "")));
  return make("li", { class: "saved__item" }, facts, moves(item.name, at));
}

/** @param {string} name @param {number} at */
function moves(name, at) {
  const record = records[at];
  const others = records.filter((each) => each !== record);
  const beside = others[Math.min(at, others.length - 1)];
  return make(
    "div",
    { class: "saved__moves" },
    action(gettext("Move up"), name, `up ${record}`, at > 0, () => move(record, at - 1, name, "up")),
    action(gettext("Move down"), name, `down ${record}`, at < records.length - 1, () => move(record, at + 1, name, "down")),
    action(gettext("Remove"), name, `remove ${record}`, true, () =>
      change(others, goneWords(name, others.length), beside ? `remove ${beside}` : "none"),
    ),
  );
}

/** @param {string} name @param {number} left */
function goneWords(name, left) {
  return ngettext("%(name)s is off the list. %(number)s saved.", "%(name)s is off the list. %(number)s saved.", left, { name });
}

/** @param {string} words @param {string} name @param {string} id @param {boolean} can @param {() => void} act */
function action(words, name, id, can, act) {
  const hidden = make("span", { class: "govuk-visually-hidden" }, ` ${name}`);
  const button = make("button", { class: "saved__move", type: "button", "data-action": id }, words, hidden);
  button.disabled = !can;
  button.addEventListener("click", act);
  return button;
}

/** @param {string} record @param {number} to @param {string} name @param {"up" | "down"} way */
function move(record, to, name, way) {
  const moved = records.filter((each) => each !== record);
  moved.splice(to, 0, record);
  const atEnd = to === (way === "up" ? 0 : moved.length - 1);
  const focused = `${atEnd ? { up: "down", down: "up" }[way] : way} ${record}`;
  const values = { name, number: to + 1, count: moved.length };
  change(moved, gettext("%(name)s is number %(number)s of %(count)s now.", values), focused);
}

/** @param {Item[]} items */
function offer(items) {
  const address = listAddress(records);
  const title = gettext("Saved list");
  const message = `${items.map(({ name, phone }) => (phone ? `${name}, ${phone}` : name)).join("; ")}: ${address}`;
  Object.assign(share.dataset, { name: title, address });
  const body = encodeURIComponent(plain(message));
  share.querySelector("[data-sms]")?.setAttribute("href", `sms:?&body=${body}`);
  share.querySelector("[data-mail]")?.setAttribute("href", `mailto:?subject=${encodeURIComponent(title)}&body=${body}`);
  page.querySelector("[data-code]")?.replaceChildren(...(address.length <= LONGEST_CODE ? [code(address)] : []));
  page.querySelector("[data-code] svg")?.classList.add("qr");
}
