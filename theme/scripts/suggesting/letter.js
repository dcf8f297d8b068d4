/** What is sent: a letter that people can read, with a block in it that the network's editor can apply as it is. */

/**
 * @typedef {import("./differences.js").Difference} Difference
 *
 * @typedef {object} Known how it is known, and on which day
 * @property {string | null} role of somebody who works there
 * @property {string | null} source what else told it
 * @property {string} date
 *
 * @typedef {object} Letter
 * @property {string} subject
 * @property {string} text
 * @property {string} file a name for it
 */

const LONGEST_MAIL = 1990; // letters of an address that every mail program takes
const LONGEST_ISSUE = 7500; // as GitHub does

/**
 * @param {string} record hubs/old-mill
 * @param {string} name
 * @param {Difference[]} differences none where everything is still correct
 * @param {Known} known
 * @returns {Letter}
 */
export function letter(record, name, differences, known) {
  const correct = differences.length === 0;
  const head = [
    `"hub-atlas-suggestion": 1`,
    `"record": ${JSON.stringify(record)}`,
    `"date": ${JSON.stringify(known.date)}`,
    ...(known.role ? [`"role": ${JSON.stringify(known.role)}`] : []),
    ...(known.source ? [`"source": ${JSON.stringify(known.source)}`] : []),
    ...(correct ? [`"still_correct": true`] : []),
  ].join(",\n");
  const changes = differences.map(({ field, old, new: now }) => JSON.stringify({ field, old, new: now })).join(",\n");
  const block = correct ? `{${head}}` : `{${head},\n"changes": [\n${changes}\n]}`;
  const told = correct
    ? [`Everything about ${name} is still correct.`]
    : [`A change to ${name}:`, "", ...differences.map(line)];
  const how = known.role ? `Told by: ${known.role}` : `Source: ${known.source}`;
  const lines = [...told, "", `${how}, ${known.date}`, "", "Please leave these lines as they are:", "```json", block, "```", ""];
  return {
    subject: correct ? `Still correct: ${name}` : `Change to ${name}`,
    text: lines.join("\n"),
    file: `suggestion-${record.replace("/", "-")}.txt`,
  };
}

/** @param {Difference} difference */
function line({ label, before, after }) {
  return `${label}: ${before || "nothing"} -> ${after || "nothing"}`;
}

/** @param {string} email @param {Letter} letter @returns {string | null} opens a letter; null where it would be too long */
export function mailAddress(email, { subject, text }) {
  const address = `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  return address.length <= LONGEST_MAIL ? address : null;
}

/** @param {string} issues @param {Letter} letter @returns {string | null} opens an issue; null where it would be too long */
export function issueAddress(issues, { subject, text }) {
  const address = `${issues}?title=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  return address.length <= LONGEST_ISSUE ? address : null;
}
