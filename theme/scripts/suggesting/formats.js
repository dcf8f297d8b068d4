/**
 * What can be wrong with a text of a certain form, as the checker of records sees it. Patterns and words come with the
 * form's data, so that both say the same; a test compares the two. Whether a phone number is in use, only the checker
 * knows.
 */

/**
 * @typedef {object} Said
 * @property {Record<string, string>} patterns each for a whole text
 * @property {Record<string, string[]>} hours_words
 * @property {Record<string, string>} faults
 * @property {Record<string, string>} advice
 * @property {Record<string, string>} sentences
 * @property {number} longest_quote
 */

const DAY = 1440;
const SHORTEST_NUMBER = 10; // digits of a national number with its 0; one is shorter
const LONGEST_NUMBER = 11;
const CHILDREN = "08001111";
const LONGEST_LOCAL = 64;
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/** @param {string} pattern @param {string} text */
function whole(pattern, text) {
  return new RegExp(`^(?:${pattern})$(?!\n)`).test(text);
}

/** @type {Record<string, (text: string, said: Said) => string>} the name of the fault, empty where there is none */
const FORMATS = {
  date: (text) => {
    const day = new Date(`${text}T00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? "" : "no-day";
  },
  "time-span": spanFault,
  "day-hours": hoursFault,
  "uk-phone": phoneFault,
  "role-email": emailFault,
  "web-address": webFault,
  "uk-postcode": (text, said) => (whole(said.patterns.postcode, text) ? "" : "no-postcode"),
};

/**
 * @param {string} format
 * @param {string} text
 * @param {Said} said
 * @returns {string} what is wrong with the text in words; empty where nothing is, or nothing is known of the format
 */
export function faultOf(format, text, said) {
  const fault = FORMATS[format]?.(text, said) ?? "";
  return fault && said.faults[fault];
}

/** @param {string} clock 09:30 @returns {number} minutes */
function minutes(clock) {
  const [hours, past] = clock.split(":").map(Number);
  return hours * 60 + past;
}

/** @param {string} text two times @returns {[number, number]} the second on the next day where it is not later */
function span(text) {
  const [opens, closes] = text.split("-").map((time) => minutes(time.trim()));
  return [opens, closes > opens ? closes : closes + DAY];
}

/** @type {(text: string, said: Said) => string} */
function spanFault(text, said) {
  if (!whole(said.patterns["time-span"], text)) return "no-span";
  const [opens, closes] = span(text);
  return closes - opens === DAY && text.replaceAll(" ", "") !== "00:00-24:00" ? "no-time" : "";
}

/** @type {(text: string, said: Said) => string} */
function hoursFault(text, said) {
  if (whole(said.patterns["hours-word"], text)) return "";
  const parts = text.split(",").map((part) => part.trim());
  for (const part of parts) {
    const fault = spanFault(part, said);
    if (fault) return fault;
  }
  const spans = parts.map(span);
  const pairs = spans.slice(1).map((later, before) => ({ earlier: spans[before], later }));
  if (pairs.some(({ earlier, later }) => later[0] < earlier[0])) return "disorder";
  return pairs.some(({ earlier, later }) => later[0] < earlier[1]) ? "overlap" : "";
}

/** @type {(text: string, said: Said) => string} */
function phoneFault(text, said) {
  if (!whole(said.patterns.phone, text)) return "no-phone";
  const national = text.replaceAll("(0)", "").replace("+44", "0").replaceAll(/[^0-9]/g, "");
  if (text.startsWith("+") && !text.startsWith("+44")) return "foreign-phone";
  if (whole(said.patterns["costs-more"], national)) return "costly-phone";
  if (whole(said.patterns["short-phone"], national)) return "";
  const length = national.length >= SHORTEST_NUMBER && national.length <= LONGEST_NUMBER;
  return (length && /^0[1-8]/.test(national)) || national === CHILDREN ? "" : "foreign-phone";
}

/** @type {(text: string, said: Said) => string} */
function emailFault(text, said) {
  const [local, domain, ...more] = text.split("@");
  const labels = (domain ?? "").split(".");
  const named = labels.length > 1 && labels.every((label) => whole(said.patterns["host-label"], label.toLowerCase()));
  if (more.length || !named || /^[0-9]+$/.test(labels.at(-1) ?? "") || !LOCAL.test(local)) return "no-email";
  if (local.length > LONGEST_LOCAL) return "no-email";
  const person = new RegExp(`^(?:${said.patterns.person})$`).exec(local.toLowerCase());
  const team = person?.slice(1).some((name) => whole(said.patterns.team, name));
  return person && !team ? "private-email" : "";
}

/** @type {(text: string, said: Said) => string} */
function webFault(text, said) {
  if (!/^https?:\/\//i.test(text)) return "no-scheme";
  const [, authority] = /^https?:\/\/([^/?#]*)/i.exec(text) ?? ["", ""];
  if (!whole(said.patterns["web-letters"], text)) return "odd-letter";
  if (authority.includes("@")) return "user-name";
  const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority) ?? ["", "", "?"];
  if (port && (!/^[0-9]+$/.test(port) || Number(port) > 65535 || Number(port) === 0)) return "no-address";
  if (/^(?:[0-9]{1,3}\.){3}[0-9]{1,3}$/.test(host) && host.split(".").every((part) => Number(part) < 256)) {
    return "number-host";
  }
  if (/^\[[0-9a-f:.]*:[0-9a-f:.]*\]$/i.test(host)) return "number-host";
  const labels = host.toLowerCase().split(".");
  const named = labels.length > 1 && labels.every((label) => whole(said.patterns["host-label"], label));
  return named && !/^[0-9]+$/.test(labels.at(-1) ?? "") ? "" : "no-address";
}
