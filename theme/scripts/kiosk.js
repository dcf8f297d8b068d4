/**
 * A screen in a hub that many people use, one after the other. It shows what its page was built with, leads nowhere
 * else, keeps nothing of what anybody looked at, and starts afresh once somebody has left.
 *
 * `?hub=old-mill` says where it stands: it then begins with that hub's day.
 */

import { code } from "./qr-code.js";
import { watchForLeaving } from "./kiosk-idle.js";
import { ABROAD, KIOSK, addressOf, onChoice } from "./kiosk-language.js";
import { OLD, age } from "./kiosk-records.js";
import { trail } from "./kiosk-trail.js";
import { keepUpToDate } from "./kiosk-updates.js";
import { view } from "./kiosk-views.js";
import { make } from "./elements.js";
import { gettext, told } from "./language.js";
import { dayNumber, dayOf, dayWords, timeWords, wallTime } from "./london.js";

const HALF_A_MINUTE = 30_000;

/** @type {import("./kiosk-records.js").Records} */
const records = JSON.parse(document.getElementById("records")?.textContent ?? "");
const chosen = new URLSearchParams(location.search).get("hub");
const here = records.hubs.find((hub) => hub.id === chosen);

/** @param {string} name @returns {HTMLElement} */
function part(name) {
  return /** @type {HTMLElement} */ (document.querySelector(`[data-kiosk=${name}]`));
}

let route = "";
/** @type {() => void} */
let takeUpdate = () => {};

/** Shows the view of the route as it is now. */
function draw() {
  const now = wallTime(new Date());
  const moment = { records, here, now };
  const { title, path, content } = view(moment, route);
  const main = part("main");
  main.replaceChildren(make("h1", { tabindex: "-1" }, title), .../** @type {Node[]} */ (content.filter(Boolean)));
  document.body.dataset.view = route ? "other" : "start";
  part("urgent").hidden = route === "urgent";
  part("back").hidden = part("start").hidden = route === "";
  const address = addressOf(records.site, path);
  part("code").replaceChildren(code(address));
  part("address").replaceChildren(...inParts(address.replace(/^https?:\/\//, "").replace(/\/$/, "")));
  part("take").hidden = part("bar").hidden = false;
  tellTime(now);
  const old = age(moment) > OLD;
  part("notice").hidden = !old;
  if (old) {
    const date = dayWords(dayNumber(records.built), dayOf(now));
    part("notice").textContent = gettext(
      "This screen has not been updated since %(date)s. Ask somebody before you go anywhere.",
      { date },
    );
  }
}

/** @param {string} address @returns {(string | Node)[]} its words, with a place to break the line after each slash */
function inParts(address) {
  return address.split(/(?<=\/)/).flatMap((words) => [words, make("wbr")]);
}

/** @param {number} now */
function tellTime(now) {
  const day = dayOf(now);
  part("clock").replaceChildren(make("strong", {}, timeWords(now)), ` ${dayWords(day, day - 7)}`);
}

const steps = trail((to, back) => {
  route = to;
  draw();
  const links = [...part("main").querySelectorAll("a")];
  const left = back && links.find((link) => link.getAttribute("href") === `#/${back.from}`);
  (left || part("main").querySelector("h1"))?.focus({ preventScroll: true });
  scrollTo({ top: back?.scrolled ?? 0, behavior: "instant" });
});
const visitor = watchForLeaving(records.idle, /** @type {HTMLDialogElement} */ (part("ask")), {
  asks: () => route !== "" || ABROAD,
  leave: () => {
    getSelection()?.removeAllRanges();
    steps.forget();
    if (ABROAD) changeTo(new URL(KIOSK, location.href).href);
    else takeUpdate();
  },
});

/**
 * Shows the same in another language, if its page is at hand: else a browser would show its own page of what went wrong.
 *
 * @param {string} page
 */
async function changeTo(page) {
  const isThere = await fetch(page).then(({ ok }) => ok, () => false);
  if (isThere) steps.moveTo(page, route);
}

/** @returns {string} */
function whomToAsk() {
  const { phone } = records;
  if (here && phone) return gettext("Not sure? Ask anybody here, or ring %(phone)s.", { phone });
  if (here) return gettext("Not sure? Ask anybody here.");
  return phone ? gettext("Not sure? Ask at any hub, or ring %(phone)s.", { phone }) : gettext("Not sure? Ask at any hub.");
}

part("ask-us").textContent = whomToAsk();
part("name").replaceChildren(...told(here?.name ?? records.name));
if (here) document.querySelector("link[rel=manifest]")?.setAttribute("href", `${KIOSK}manifests/${here.id}.webmanifest`);
onChoice(changeTo);
part("back").addEventListener("click", steps.back);
part("start").addEventListener("click", () => steps.go(""));
part("urgent").addEventListener("click", () => steps.go("urgent"));
setInterval(() => (visitor.isIdle() ? draw() : tellTime(wallTime(new Date()))), HALF_A_MINUTE);
if (location.hash || ABROAD) visitor.touch();
steps.begin();
keepUpToDate(visitor.isIdle).then((take) => {
  takeUpdate = take;
});
