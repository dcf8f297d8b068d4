/** Guesses what somebody meant by a text that does not have the form it should, as the checker of records does. */

import { faultOf } from "./formats.js";

/** @typedef {import("./formats.js").Said} Said */

const DASHES = /\s*(?:[-~\u2010-\u2015\u2212]|\bto\b|\buntil\b|\btill?\b)\s*/;
const AND = /\s*(?:,|;|&|\/|\band\b|\+)\s*/;
const TIME = /^([0-9]{1,2})(?:\s*[:.h]\s*([0-9]{2})|([0-9]{2}))?\s*(am|pm|a\.m\.?|p\.m\.?|a|p|hrs?)?$/;
const NOON = 12 * 60;
const LONGEST = 100;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** @type {Record<string, (text: string, said: Said) => string | null>} */
const GUESSES = {
  "day-hours": hours,
  "time-span": (text) => span(text.replace(/^[ .]+|[ .]+$/g, "")),
  date,
  "uk-phone": phone,
  "role-email": (text) =>
    text
      .toLowerCase()
      .replace(/^mailto:/, "")
      .replace(/^[<> .]+|[<> .]+$/g, "")
      .replaceAll(/\s*(?:\(at\)|\[at\]|\bat\b|@)\s*/g, "@"),
  "web-address": webAddress,
  "uk-postcode": (text) => {
    const letters = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
    return `${letters.slice(0, -3)} ${letters.slice(-3)}`;
  },
};

/**
 * @param {string} format
 * @param {string} written
 * @param {Said} said
 * @returns {string | null} a text of that format that was probably meant
 */
export function corrected(format, written, said) {
  if (written.length > LONGEST) return null;
  const found = GUESSES[format]?.(written.trim(), said);
  return found && found !== written && faultOf(format, found, said) === "" ? found : null;
}

/** @type {(text: string, said: Said) => string | null} */
function hours(written, said) {
  const text = written.toLowerCase().replace(/^[\s.]+|[\s.]+$/g, "");
  for (const [word, others] of Object.entries(said.hours_words)) {
    if (text === word || others.includes(text)) return word;
  }
  const spans = text.split(AND).filter(Boolean).map(span);
  return spans.length && spans.every(Boolean) ? apart(spans.sort()).join(", ") : null;
}

/** @param {(string | null)[]} spans @returns {string[]} each that begins before the one before it has ended from there on */
function apart(spans) {
  let ended = "";
  return spans.map((each) => {
    const [opens, closes] = (each ?? "").split("-");
    const start = opens < ended && ended < closes ? ended : opens;
    ended = closes;
    return `${start}-${closes}`;
  });
}

/** @param {string} written @returns {string | null} */
function span(written) {
  const noons = written.toLowerCase().replaceAll("noon", "12pm").replaceAll("midday", "12pm");
  const text = noons.replaceAll("mid12pm", "12pm").replace(/\bmidnight$/, "24:00").replaceAll("midnight", "00:00");
  const dash = DASHES.exec(text);
  if (!dash) return null;
  const begins = TIME.exec(text.slice(0, dash.index).trim());
  const ends = TIME.exec(text.slice(dash.index + dash[0].length).trim());
  let opens = begins && minutesOf(begins);
  let closes = ends && minutesOf(ends);
  if (!begins || !ends || opens === null || closes === null) return null;
  if (!half(begins) && half(ends) === "p" && opens < NOON && opens + NOON < closes) opens += NOON; // 1-3pm is from 13:00
  if (!half(begins) && !half(ends) && closes < opens && closes < NOON) closes += NOON; // 9-5 is nine to five
  return `${clock(opens)}-${clock(closes)}`;
}

/** @param {RegExpExecArray} time */
function half(time) {
  return (time[4] ?? "").replaceAll("h", "").slice(0, 1);
}

/** @param {RegExpExecArray} time @returns {number | null} */
function minutesOf(time) {
  const past = Number(time[2] ?? time[3] ?? 0);
  let hour = Number(time[1]);
  const which = half(time);
  if (which && (hour < 1 || hour > 12)) return null;
  if (which) hour = (hour % 12) + (which === "p" ? 12 : 0);
  return past < 60 && hour <= 24 ? hour * 60 + past : null;
}

/** @param {number} minutes */
function clock(minutes) {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** @param {string} written @returns {string | null} */
function date(written) {
  const text = written.toLowerCase().replaceAll(",", " ").split(/\s+/).filter(Boolean).join(" ");
  const ymd = /^([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})(?:t.*)?$/.exec(text);
  const dmy = /^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})$/.exec(text);
  const named = /^(?:[a-z]+ )?([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3})[a-z]* ([0-9]{4})$/.exec(text);
  const american = /^([a-z]{3})[a-z]* ([0-9]{1,2})(?:st|nd|rd|th)? ([0-9]{4})$/.exec(text);
  if (ymd) return iso(ymd[1], ymd[2], ymd[3]);
  if (dmy) return iso(dmy[3], dmy[2], dmy[1]);
  if (named) return iso(named[3], month(named[2]), named[1]);
  return american && iso(american[3], month(american[1]), american[2]);
}

/** @param {string} name */
function month(name) {
  return String(MONTHS.indexOf(name) + 1);
}

/** @param {string} year @param {string} month @param {string} day */
function iso(year, month, day) {
  const whole = Number(year) + (year.length < 4 ? 2000 : 0);
  return `${String(whole).padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** @param {string} written */
function phone(written) {
  const text = written.replace(/^\s*(?:tel|telephone|phone|ring|call)\b[:. ]*/i, "").replace(/^00\s*44/, "+44");
  return text.replaceAll(".", " ").replaceAll("–", " ").replaceAll(/\s+/g, " ").trim();
}

/** @param {string} written */
function webAddress(written) {
  const text = written.replace(/^[<> ]+|[<> ]+$/g, "").replace(/^(?:https?)?[:;]?\/*/i, "");
  return text.includes(".") ? `https://${text}` : null;
}
