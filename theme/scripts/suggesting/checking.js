/** Judges a record by its schema, and says what is wrong in the words of the checker of records. */

import { dereference, format as formats, validate } from "@cfworker/json-schema";

import { corrected } from "./corrections.js";
import { faultOf } from "./formats.js";

/**
 * @typedef {import("./ways.js").Json} Json
 * @typedef {import("./formats.js").Said} Said
 * @typedef {any} Schema
 *
 * @typedef {object} Mistake
 * @property {string[]} path the names and positions that lead to the value
 * @property {string} message
 * @property {string} hint what to do about it; empty where nothing need be said
 *
 * @typedef {object} Refusal
 * @property {string[]} path
 * @property {string} list what the value is in is called
 * @property {string} keyword
 * @property {Schema} limit
 * @property {Schema} node what the schema says of the value
 * @property {Json} value
 * @property {string} reason what the schema says of a condition on the way
 */

/** Of these, one is said of each value, the first before the others. */
const OF_A_VALUE = ["type", "enum", "pattern", "maxLength", "minLength", "format", "minimum", "maximum"];
const TYPES = { string: "text", number: "a number", integer: "a whole number", array: "a list", object: "a group" };
const ONE_LINE = ["name", "line", "summary"];

/**
 * @param {Schema} schema without references
 * @param {Said} said
 * @returns {(record: Json) => Mistake[]} everything wrong with the shape of a record
 */
export function checker(schema, said) {
  for (const name of ["date", "time-span", "day-hours", "uk-phone", "role-email", "web-address", "uk-postcode"]) {
    formats[name] = (text) => faultOf(name, text, said) === "";
  }
  const lookup = dereference(schema);
  return (record) => {
    const { errors } = validate(record, schema, "2020-12", lookup, false);
    const refusals = errors.map((error) => refusal(error, schema, record)).sort((one, two) => rank(one) - rank(two));
    return told(refusals, said);
  };
}

/** @param {Refusal} refusal */
function rank({ keyword }) {
  return OF_A_VALUE.indexOf(keyword);
}

/** @param {Refusal[]} refusals @param {Said} said @returns {Mistake[]} one for each thing to put right */
function told(refusals, said) {
  const spokenFor = new Set();
  const mistakes = [];
  for (const each of refusals) {
    const key = each.path.join("/");
    const ofValue = OF_A_VALUE.includes(each.keyword);
    if (!WORDS[each.keyword] || (ofValue && spokenFor.has(key))) continue;
    if (ofValue) spokenFor.add(key);
    mistakes.push(...WORDS[each.keyword](each, said));
  }
  return mistakes;
}

/**
 * @param {{instanceLocation: string, keyword: string, keywordLocation: string}} error
 * @param {Schema} schema
 * @param {Json} record
 * @returns {Refusal}
 */
function refusal(error, schema, record) {
  const path = steps(error.instanceLocation);
  const keywords = steps(error.keywordLocation);
  const then = keywords.lastIndexOf("then");
  return {
    path,
    list: nodeAt(schema, path.slice(0, -1)).title ?? "",
    keyword: error.keyword,
    limit: below(schema, keywords),
    node: nodeAt(schema, path),
    value: below(record, path),
    reason: then < 0 ? "" : (below(schema, keywords.slice(0, then + 1))?.description ?? ""),
  };
}

/** @param {string} pointer */
function steps(pointer) {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** @param {any} value @param {string[]} path @returns {any} */
function below(value, path) {
  return path.reduce((inner, step) => inner?.[step], value);
}

/** @param {Schema} schema @param {string[]} path @returns {Schema} what the schema says of the value there */
export function nodeAt(schema, path) {
  return path.reduce(
    (node, step) => node?.properties?.[step] ?? (node?.items || node?.additionalProperties || {}),
    schema,
  );
}

/** @type {Record<string, (refusal: Refusal, said: Said) => Mistake[]>} */
const WORDS = {
  type: (each, said) => {
    const wanted = TYPES[/** @type {keyof typeof TYPES} */ ([each.limit].flat()[0])];
    return one(each, fill(said, "type", { name: name(each), wanted, value: quoted(each.value, said) }), such(each, said));
  },
  enum: (each, said) => {
    const choices = list(each.limit, "or");
    const message = fill(said, "choice", { name: name(each), choices, value: quoted(each.value, said) });
    return one(each, message, said.sentences.choose);
  },
  pattern: (each, said) => {
    if (ONE_LINE.includes(each.node["x-form"])) {
      return one(each, fill(said, "one line", { name: name(each) }), said.sentences.join);
    }
    const text = String(each.value);
    const correction = corrected(each.node.format ?? each.node["x-form"], text, said);
    const fits = correction && new RegExp(each.limit).test(correction);
    const shape = each.node["x-shape"] ?? each.node.description ?? "";
    const hint = fits ? fill(said, "did you mean", { correction }) : inSentence(shape);
    const gaps = { name: name(each), example: example(each.node), value: quoted(text, said) };
    return one(each, fill(said, "form", gaps), hint);
  },
  format: (each, said) => {
    const text = String(each.value);
    const fault = faultOf(each.limit, text, said);
    const correction = corrected(each.limit, text, said);
    const otherwise = said.advice[fault] ?? such(each, said);
    const hint = correction ? fill(said, "did you mean", { correction }) : otherwise;
    return one(each, fill(said, "format", { name: name(each), value: quoted(text, said), fault }), hint);
  },
  maxLength: (each, said) => {
    const gaps = { name: name(each), length: count([...String(each.value)].length), limit: count(each.limit) };
    return one(each, fill(said, "too long", gaps), said.sentences.shorten);
  },
  minimum: (each, said) => limited(each, said, "too small"),
  maximum: (each, said) => limited(each, said, "too large"),
  required: (each, said) => {
    const reason = each.reason && `: ${inSentence(each.reason)}`;
    const held = /** @type {Record<string, Json>} */ (each.value ?? {});
    return each.limit
      .filter((/** @type {string} */ missing) => !Object.hasOwn(held, missing))
      .map((/** @type {string} */ missing) => {
        const title = each.node.properties?.[missing]?.title ?? missing;
        const message = fill(said, "missing", { name: name(each), missing: title, reason });
        return { path: [...each.path, missing], message, hint: "" };
      });
  },
  not: (each, said) => {
    const message = fill(said, "not here", { name: name(each), reason: inSentence(each.reason) });
    return one(each, message, said.sentences["leave out"]);
  },
};

/** @param {Refusal} each @param {Said} said @param {string} sentence */
function limited(each, said, sentence) {
  const gaps = { name: name(each), limit: String(each.limit), value: String(each.value) };
  return one(each, fill(said, sentence, gaps), inSentence(each.node["x-shape"] ?? each.node.description ?? ""));
}

/** @param {Refusal} each @param {string} message @param {string} hint @returns {Mistake[]} */
function one(each, message, hint) {
  return [{ path: each.path, message, hint }];
}

/** @param {Refusal} each @returns {string} */
function name(each) {
  const last = each.path.at(-1) ?? "";
  return /^[0-9]+$/.test(last) ? `item ${Number(last) + 1} of ${each.list}` : (each.node.title ?? last);
}

/** @param {Refusal} each @param {Said} said */
function such(each, said) {
  return fill(said, "such as", { example: example(each.node) });
}

/** @param {Said} said @param {string} sentence @param {Record<string, string>} gaps */
function fill(said, sentence, gaps) {
  return said.sentences[sentence].replaceAll(/\{(\w+)\}/g, (_, gap) => gaps[gap] ?? "");
}

/** @param {Schema} node */
function example(node) {
  return String(node.examples?.[0] ?? "…");
}

/** @param {Json} value @param {Said} said @returns {string} as a message repeats it */
function quoted(value, said) {
  if (typeof value !== "string") return Array.isArray(value) ? "a list" : String(value);
  const text = [...value.replaceAll("\n", " ")];
  const short = text.length > said.longest_quote ? `${text.slice(0, said.longest_quote - 1).join("").trimEnd()}…` : text.join("");
  return `"${short}"`;
}

/** @param {string} sentence @returns {string} its first sentence as part of a longer one */
function inSentence(sentence) {
  const text = sentence.split(". ")[0].replace(/\.+$/, "");
  const [first] = text.split(" ");
  const isName = first.length > 1 && first === first.toUpperCase() && first !== first.toLowerCase();
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** @param {string[]} words @param {string} last */
function list(words, last) {
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}` : words.join("");
}

/** @param {number} number */
function count(number) {
  return number.toLocaleString("en-GB");
}
