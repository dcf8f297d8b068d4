/** What is on: the start of the kiosk, and the week. */

import { make } from "./elements.js";
import { gettext } from "./language.js";
import { dayOf, dayWords } from "./london.js";
import { choice, list, more, occasionRow, schedule, section, status, upperFirst } from "./kiosk-parts.js";
import { WEEK, isUnsure, occasions } from "./kiosk-records.js";

/**
 * @typedef {import("./kiosk-records.js").Moment} Moment
 * @typedef {import("./kiosk-records.js").Occasion} Occasion
 * @typedef {import("./kiosk-views.js").View} View
 */

const FEW = 3;
const LONGEST = 5 * 60; // minutes: what is open for longer is there all day, and there is no need to hurry to it

/** @param {Moment} moment @returns {View} */
export function startView(moment) {
  const { records, here } = moment;
  const all = on(moment, 1);
  const inTime = all.filter((each) => isWorthGoing(moment, each));
  const today = inTime.length ? inTime : all;
  return {
    title: here ? gettext("Today at %(hub)s", { hub: here.name }) : gettext("On today"),
    path: here ? `hubs/${here.id}/` : "",
    content: [
      make(
        "div",
        { class: "kiosk-today" },
        ...[
          here && status(moment, here),
          schedule(moment, today.slice(0, FEW), gettext("Nothing more with a time is on today."), { place: !here }),
          today.length === 0 && next(moment),
          more(gettext("Everything this week"), "whats-on"),
        ].filter((each) => each instanceof Node),
      ),
      section(
        gettext("What do you need?"),
        make(
          "ul",
          { class: "kiosk-choices" },
          ...records.needs.filter((need) => !isUnsure(need)).map(({ id, label }) => choice(label, `need/${id}`)),
        ),
        make(
          "ul",
          { class: "kiosk-choices kiosk-choices--ways" },
          choice(records.needs.find(isUnsure)?.label ?? gettext("I am not sure"), "not-sure"),
          ...(here ? [choice(gettext("About this hub"), `hub/${here.id}`)] : []),
          choice(here ? gettext("Other hubs") : gettext("Our hubs"), "hubs"),
          choice(gettext("All services, A to Z"), "services"),
        ),
        here ? null : make("p", {}, make("a", { class: "kiosk-link", href: "#/set-up" }, gettext("You work here? Set up this screen"))),
      ),
    ],
  };
}

/** @param {Moment} moment @param {Occasion} occasion @returns {boolean} whether somebody can still come to it, and has to mind the time */
function isWorthGoing({ now }, { session, starts, ends }) {
  const late = session.book && session.span && starts <= now;
  return !session.booked && !late && ends - starts <= LONGEST;
}

/** @param {Moment} moment @returns {View} */
export function weekView(moment) {
  const { here } = moment;
  const coming = on(moment, WEEK);
  const today = dayOf(moment.now);
  const days = [...new Set(coming.map(({ day }) => Math.max(day, today)))];
  return {
    title: here ? gettext("This week at %(hub)s", { hub: here.name }) : gettext("On this week"),
    path: here ? `whats-on/${here.id}/` : "whats-on/",
    content: days.length
      ? days.map((day) =>
          section(
            upperFirst(dayWords(day, today)),
            schedule(moment, coming.filter((each) => Math.max(each.day, today) === day), "", { place: !here }),
          ),
        )
      : [schedule(moment, [], gettext("Nothing with a time is on this week."))],
  };
}

/** @param {Moment} moment @param {number} days @returns {Occasion[]} what is on where the screen stands */
function on(moment, days) {
  const { here, records } = moment;
  const at = here && records.hubs.indexOf(here);
  return occasions(moment, days, (session) => at === undefined || session.hub === at);
}

/** @param {Moment} moment @returns {HTMLElement | null} the next thing on another day */
function next(moment) {
  const [soonest] = on(moment, WEEK);
  return soonest ? list([occasionRow(moment, soonest, { day: true, place: !moment.here })], "rows") : null;
}
