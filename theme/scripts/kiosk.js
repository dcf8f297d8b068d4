/**
 * A screen in a hub that many people use, one after the other. It shows what its page was built with, leads nowhere
 * else, keeps nothing of what anybody looked at, and starts afresh once somebody has left.
 *
 * `?hub=old-mill` says where it stands: it then begins with that hub's day.
 */

import { code } from "./qr-code.js";
import { watchForLeaving } from "./kiosk-idle.js";
import { OLD, age } from "./kiosk-records.js";
import { trail } from "./kiosk-trail.js";
import { keepUpToDate } from "./kiosk-updates.js";
import { view } from "./kiosk-views.js";
import { make } from "./elements.js";
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
  const address = records.site + path;
  part("code").replaceChildren(code(address));
  part("address").replaceChildren(...inParts(address.replace(/^https?:\/\//, "").replace(/\/$/, "")));
  part("take").hidden = part("bar").hidden = false;
  tellTime(now);
  const old = age(moment) > OLD;
  part("notice").hidden = !old;
  if (old) {
    const since = dayWords(dayNumber(records.built), dayOf(now));
    part("notice").textContent = `This screen has not been updated since ${since}. Ask somebody before you go anywhere.`;
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
  asks: () => route !== "",
  leave: () => {
    getSelection()?.removeAllRanges();
    steps.forget();
    takeUpdate();
  },
});

const number = records.phone ? `, or ring ${records.phone}` : "";
part("ask-us").textContent = `Not sure? Ask ${here ? "anybody here" : "at any hub"}${number}.`;
part("name").textContent = here?.name ?? records.name;
if (here) document.querySelector("link[rel=manifest]")?.setAttribute("href", `manifests/${here.id}.webmanifest`);
part("back").addEventListener("click", steps.back);
part("start").addEventListener("click", () => steps.go(""));
part("urgent").addEventListener("click", () => steps.go("urgent"));
setInterval(() => (visitor.isIdle() ? draw() : tellTime(wallTime(new Date()))), HALF_A_MINUTE);
if (location.hash) visitor.touch();
steps.begin();
keepUpToDate(visitor.isIdle).then((take) => {
  takeUpdate = take;
});
