/** What a kiosk knows, as its page was built with it, and what follows from it at a moment by the clock on the wall. */

import { LANGUAGE, plain } from "./language.js";
import { MINUTES_A_DAY, dayNumber, dayOf } from "./london.js";
import { miles } from "./near.js";
import { openState } from "./opening-hours.js";

/**
 * `hubatlas.pages.kiosk_records` makes these. What is not known is not there; numbers are positions in the lists.
 *
 * @typedef {{phone?: string, email?: string, website?: string}} Contact
 * @typedef {{id: string, label: string, about?: string, unsure?: true}} Need `unsure`: of those who do not know what to
 *   ask for
 * @typedef {{label: string, about: string, phone: string, hours?: string}} Line for people in danger or despair
 *
 * @typedef {object} HubOnly
 * @property {string} id
 * @property {string} name
 * @property {string} kind
 * @property {true} [open] missing where nobody can go there yet
 * @property {string} status whether one can go there, in words that always hold
 * @property {string} [short] the same for lists, where there is a shorter way to say it
 * @property {"hours" | "unknown" | "coming"} state
 * @property {import("./opening-hours.js").OpeningHours} [hours]
 * @property {[string, string][]} [week]
 * @property {[string, string, string][]} [soon]
 * @property {string} [hours_note]
 * @property {string} summary
 * @property {string} [place]
 * @property {[number, number]} [at]
 * @property {string} [way]
 * @property {string} [arrival]
 * @property {string} [has] what is known to be there for getting in and for use
 * @property {string} [lacks] and what is known not to be
 * @property {number[]} [services]
 * @property {string} checked
 * @typedef {HubOnly & Contact} Hub
 *
 * @typedef {object} ServiceOnly
 * @property {string} id
 * @property {string} name
 * @property {string} summary
 * @property {true} [active]
 * @property {string} [status]
 * @property {string[]} [tags]
 * @property {string[]} [needs]
 * @property {number[]} [hubs]
 * @property {true} [remote]
 * @property {string} [who]
 * @property {string} [not_for]
 * @property {string} [get_in]
 * @property {string} [arrival]
 * @property {string} [bring]
 * @property {string} cost
 * @property {string} [provider]
 * @property {string} checked
 * @typedef {ServiceOnly & Contact} Service
 *
 * @typedef {object} Session
 * @property {number} service
 * @property {string} name
 * @property {number} [hub]
 * @property {string} where
 * @property {string} when
 * @property {string} [time]
 * @property {[number, number]} [span] minutes after midnight; may pass 1,440
 * @property {number[]} [days] on which it is held, counted from the day that the page was built for
 * @property {number[]} [unsure] those of them to ask about first
 * @property {true} [book] one has to book first
 * @property {true} [booked] there is no room left
 * @property {string[]} [tags]
 * @property {string} [note]
 *
 * @typedef {object} RecordsOnly
 * @property {string} name
 * @property {string} area
 * @property {string} site
 * @property {string} built
 * @property {number} days for how many days sessions have their dates
 * @property {number} idle
 * @property {string[]} holidays
 * @property {Line[]} lines
 * @property {Need[]} needs
 * @property {Hub[]} hubs
 * @property {Service[]} services
 * @property {Session[]} sessions
 * @typedef {RecordsOnly & Contact} Records
 *
 * @typedef {{session: Session, service: Service, day: number, starts: number, ends: number, unsure: boolean}} Occasion
 *   `starts` and `ends` are wall times; those of the whole day where the time is not known
 * @typedef {{records: Records, here: Hub | undefined, now: number}} Moment `here` is the hub that the screen stands in
 */

export const WEEK = 7;
export const SOME = 6; // that a list shows at first
export const OLD = 14; // days after which a screen says that it is not new any more

/** @param {Need} need @returns {boolean} whether it is that of people who do not know what to ask for */
export function isUnsure({ unsure }) {
  return unsure === true;
}

/** @param {{name: string}} one @param {{name: string}} other */
function byName(one, other) {
  return plain(one.name).localeCompare(plain(other.name), LANGUAGE);
}

/** @param {Moment} moment @returns {number} how many days ago the page was built */
export function age({ records, now }) {
  return dayOf(now) - dayNumber(records.built);
}

/** @param {Moment} moment @returns {boolean} whether the dates of sessions no longer reach to a week from now */
export function isSpent(moment) {
  return age(moment) > moment.records.days - WEEK;
}

/**
 * What is on from now until the end of so many days, in order of time.
 *
 * @param {Moment} moment
 * @param {number} days 1 for today alone
 * @param {(session: Session, service: Service) => boolean} [wanted]
 * @returns {Occasion[]}
 */
export function occasions({ records, now }, days, wanted = () => true) {
  const built = dayNumber(records.built);
  const last = dayOf(now) + days - 1;
  const found = records.sessions.flatMap((session) => {
    const service = records.services[session.service];
    if (!wanted(session, service)) return [];
    const [from, to] = session.span ?? [0, MINUTES_A_DAY];
    return (session.days ?? []).map((away) => {
      const midnight = (built + away) * MINUTES_A_DAY;
      const unsure = session.unsure?.includes(away) ?? false;
      return { session, service, day: built + away, starts: midnight + from, ends: midnight + to, unsure };
    });
  });
  return found
    .filter(({ day, ends }) => ends > now && day <= last)
    .sort((one, other) => one.starts - other.starts || byName(one.session, other.session));
}

/** @param {Moment} moment @param {Hub} hub @returns {import("./opening-hours.js").OpenState | undefined} */
export function stateOf({ records, now }, hub) {
  return hub.hours && openState(hub.hours, new Set(records.holidays.map(dayNumber)), now);
}

/** @param {Moment} moment @param {Hub} hub @returns {number | undefined} miles from where the screen stands */
export function milesTo({ here }, hub) {
  return here?.at && hub.at && hub !== here ? miles(here.at, hub.at) : undefined;
}

/**
 * Those that people can go to: this one first, then what is open now, nearest first.
 *
 * @param {Moment} moment
 * @param {Hub[]} hubs
 * @returns {Hub[]}
 */
export function inOrder(moment, hubs) {
  /** @param {Hub} hub @returns {[number, number]} */
  const rank = (hub) => {
    if (hub === moment.here) return [0, 0];
    const state = stateOf(moment, hub)?.state;
    return [hub.open ? (state === "open" ? 1 : 2) : 3, milesTo(moment, hub) ?? Number.MAX_SAFE_INTEGER];
  };
  return [...hubs].sort((one, other) => {
    const [first, second] = [rank(one), rank(other)];
    return first[0] - second[0] || first[1] - second[1] || byName(one, other);
  });
}
