/**
 * The clock on a wall in the United Kingdom, whatever the time zone of the device.
 *
 * A wall time is a whole number of minutes since midnight on 1 January 1970 by that clock, so that a day always has
 * 1,440 of them and hours can be compared without knowing when the clocks change.
 */

import { gettext } from "./language.js";

export const MINUTES_A_DAY = 1440;

// Functions, so that what says no dates, as the search worker, does without these words.
const days = () => [
  gettext("Monday"), gettext("Tuesday"), gettext("Wednesday"), gettext("Thursday"), gettext("Friday"),
  gettext("Saturday"), gettext("Sunday"),
];
const months = () => [
  gettext("January"), gettext("February"), gettext("March"), gettext("April"), gettext("May"), gettext("June"),
  gettext("July"), gettext("August"), gettext("September"), gettext("October"), gettext("November"),
  gettext("December"),
];
const NOON = 720;
const FIRST_MONDAY = 4; // 5 January 1970, in days since the first

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

/** @param {Date} moment @returns {number} its wall time */
export function wallTime(moment) {
  const part = Object.fromEntries(london.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute) / 60_000;
}

/** @param {string} iso a time on the wall as 2026-12-24T14:30 @returns {number} its wall time; not a number for none */
export function wallTimeOf(iso) {
  return Date.parse(`${iso}Z`) / 60_000;
}

/** @param {string} iso a date as 2026-12-24 @returns {number} days since 1 January 1970 */
export function dayNumber(iso) {
  return Date.parse(`${iso}T00:00Z`) / 86_400_000;
}

/** @param {number} wall @returns {number} the day that the wall time falls on, in days since 1 January 1970 */
export function dayOf(wall) {
  return Math.floor(wall / MINUTES_A_DAY);
}

/** @param {number} day @returns {number} 0 for a Monday to 6 for a Sunday */
export function weekday(day) {
  return (((day - FIRST_MONDAY) % 7) + 7) % 7;
}

/** @param {number} wall @returns {string} 9am, 12:30pm, midday or midnight */
export function timeWords(wall) {
  const minutes = wall - dayOf(wall) * MINUTES_A_DAY;
  if (minutes === 0) return gettext("midnight");
  if (minutes === NOON) return gettext("midday");
  const hourOfDay = Math.floor(minutes / 60);
  const minute = String(minutes % 60).padStart(2, "0");
  const past = minutes % 60 ? `:${minute}` : "";
  const values = { hour: hourOfDay % 12 || 12, past, hour_of_day: hourOfDay, minute };
  return minutes < NOON ? gettext("%(hour)s%(past)sam", values) : gettext("%(hour)s%(past)spm", values);
}

/**
 * @param {number} day
 * @param {number} today
 * @returns {string} today, tomorrow, the day's name within a week, or its date
 */
export function dayWords(day, today) {
  const name = days()[weekday(day)];
  const away = day - today;
  if (away === 0) return gettext("today");
  if (away === 1) return gettext("tomorrow");
  if (away > 1 && away < 7) return name;
  const date = new Date(day * 86_400_000);
  const year = date.getUTCFullYear();
  const thisYear = year === new Date(today * 86_400_000).getUTCFullYear();
  const values = { day: date.getUTCDate(), month: months()[date.getUTCMonth()], year };
  const words = thisYear ? gettext("%(day)s %(month)s", values) : gettext("%(day)s %(month)s %(year)s", values);
  return gettext("%(weekday)s %(date)s", { weekday: name, date: words });
}
