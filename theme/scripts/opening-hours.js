/**
 * Whether a hub is open at a moment, and when that changes. The rules are those of `hubatlas.facts.opening_hours`, which
 * a test holds against these: the narrowest exception decides, else a bank holiday's hours, else the usual week; and
 * hours that nobody has stated are never taken for closed.
 */

import { gettext } from "./language.js";
import { MINUTES_A_DAY, dayNumber, dayOf, dayWords, timeWords, weekday } from "./london.js";

/**
 * @typedef {{spans: [number, number][], by_appointment: boolean}} DayHours minutes after midnight; may pass 1,440
 * @typedef {{first_date: string, last_date: string, hours: DayHours | null}} HoursException
 * @typedef {object} OpeningHours
 * @property {(DayHours | null)[]} week Monday first; null for a day that is not known
 * @property {DayHours | "as usual" | null} bank_holidays
 * @property {HoursException[]} exceptions
 *
 * @typedef {object} OpenState
 * @property {"open" | "closed" | "by appointment" | "unknown"} state
 * @property {number | null} closesAt a wall time; null unless open, and where it never closes
 * @property {number | null} opensAt a wall time; null where open, and where a day before the next opening is not known
 * @property {boolean} bankHoliday whether today's hours are what they are because of a bank holiday
 */

const DAYS_LOOKED_AHEAD = 14;
const SOON = 30; // minutes

/** @param {Element} element @returns {Set<number>} what `data-bank-holidays` says around it, in days since 1970 */
export function bankHolidaysAround(element) {
  const listed = element.closest("[data-bank-holidays]")?.getAttribute("data-bank-holidays") ?? "";
  return new Set(listed.split(" ").filter(Boolean).map(dayNumber));
}

/** @param {OpenState} state @param {number} now a wall time @returns {boolean} whether it is open, and not for long */
export function closesSoon({ closesAt }, now) {
  return closesAt !== null && closesAt - now <= SOON;
}

/**
 * @param {OpeningHours} hours
 * @param {ReadonlySet<number>} bankHolidays days since 1 January 1970
 * @param {number} now a wall time
 * @returns {OpenState}
 */
export function openState(hours, bankHolidays, now) {
  const today = dayOf(now);
  const days = Array.from({ length: DAYS_LOOKED_AHEAD + 2 }, (_, away) => today - 1 + away);
  const spans = days.flatMap((day) => spansOn(hours, bankHolidays, day)).sort((one, other) => one[0] - other[0]);
  const bankHoliday = bankHolidays.has(today) && !exceptionOn(hours, today);
  const closesAt = openUntil(spans, now);
  if (closesAt !== null) {
    const staysOpen = closesAt >= (today + DAYS_LOOKED_AHEAD) * MINUTES_A_DAY;
    return { state: "open", closesAt: staysOpen ? null : closesAt, opensAt: null, bankHoliday };
  }
  const hoursToday = hoursOn(hours, bankHolidays, today);
  if (hoursToday === null) return { state: "unknown", closesAt: null, opensAt: null, bankHoliday };
  const state = hoursToday.by_appointment ? "by appointment" : "closed";
  return { state, closesAt: null, opensAt: nextOpening(hours, bankHolidays, spans, now), bankHoliday };
}

/**
 * @param {OpenState} state
 * @param {number} now a wall time
 * @returns {string} "Open now until 5pm", "Closes soon, at 5pm", "Closed now. Opens tomorrow at 9am", and so on
 */
export function openWords({ state, closesAt, opensAt, bankHoliday }, now) {
  const today = dayOf(now);
  if (state === "open") {
    if (closesAt === null) return gettext("Open now, all day and all night");
    const time = timeWords(closesAt);
    if (closesAt - now <= SOON) return gettext("Closes soon, at %(time)s", { time });
    if (closesAt - now <= MINUTES_A_DAY) return gettext("Open now until %(time)s", { time });
    return gettext("Open now until %(day)s at %(time)s", { day: dayWords(dayOf(closesAt), today), time });
  }
  if (state === "unknown") {
    return bankHoliday ? gettext("Bank holiday today: check before you go") : gettext("Today’s hours are not known");
  }
  const atPresent = state === "closed" ? gettext("Closed now") : gettext("By appointment today");
  return opensAt === null ? atPresent : `${atPresent}. ${opensWords(opensAt, today)}`;
}

/** @param {number} opensAt a wall time @param {number} today @returns {string} Opens at 9am, Opens tomorrow at 9am */
function opensWords(opensAt, today) {
  const day = dayOf(opensAt);
  const time = timeWords(opensAt);
  if (day === today) return gettext("Opens at %(time)s", { time });
  return gettext("Opens %(day)s at %(time)s", { day: dayWords(day, today), time });
}

/** @param {OpeningHours} hours @param {number} day */
function exceptionOn(hours, day) {
  const length = (/** @type {HoursException} */ each) => dayNumber(each.last_date) - dayNumber(each.first_date);
  return hours.exceptions
    .filter((each) => dayNumber(each.first_date) <= day && day <= dayNumber(each.last_date))
    .sort((one, other) => length(one) - length(other))[0];
}

/** @param {OpeningHours} hours @param {ReadonlySet<number>} bankHolidays @param {number} day */
function hoursOn(hours, bankHolidays, day) {
  const exception = exceptionOn(hours, day);
  if (exception) return exception.hours;
  const usual = hours.week[weekday(day)];
  if (!bankHolidays.has(day) || hours.bank_holidays === "as usual") return usual;
  return hours.bank_holidays;
}

/**
 * @param {OpeningHours} hours
 * @param {ReadonlySet<number>} bankHolidays
 * @param {number} day
 * @returns {[number, number][]} wall times
 */
function spansOn(hours, bankHolidays, day) {
  const midnight = day * MINUTES_A_DAY;
  const spans = hoursOn(hours, bankHolidays, day)?.spans ?? [];
  return spans.map(([opens, closes]) => [midnight + opens, midnight + closes]);
}

/** The end of the unbroken stretch of opening that holds the moment. @param {[number, number][]} spans @param {number} now */
function openUntil(spans, now) {
  /** @type {number | null} */
  let until = null;
  for (const [opens, closes] of spans) {
    if (until === null && opens <= now && now < closes) until = closes;
    else if (until !== null && opens <= until) until = Math.max(until, closes);
  }
  return until;
}

/**
 * @param {OpeningHours} hours
 * @param {ReadonlySet<number>} bankHolidays
 * @param {[number, number][]} spans
 * @param {number} now
 */
function nextOpening(hours, bankHolidays, spans, now) {
  const next = spans.find(([opens]) => opens > now);
  if (!next) return null;
  for (let day = dayOf(now); day <= dayOf(next[0]); day += 1) {
    if (hoursOn(hours, bankHolidays, day) === null) return null;
  }
  return next[0];
}
