/** The questions of the form: each a label, a hint, what is answered, and room for what is wrong with it. */

import { make } from "../elements.js";

/**
 * @typedef {import("./ways.js").Json} Json
 * @typedef {import("./checking.js").Schema} Schema
 * @typedef {[string, string][]} Choices pairs of what a record says and what people see
 *
 * @typedef {object} Control
 * @property {string} label
 * @property {HTMLElement} group
 * @property {HTMLElement} focus what takes the keyboard when somebody is led to the question
 * @property {() => Json} read the answer as a record says it; null for none
 * @property {(words: string) => void} complain shows what is wrong; nothing for an empty text
 * @property {Choices} [choices]
 */

const LONG = 150; // characters, from which a field has several lines
const SHORT = 20;
const LINE = 32;
const FEWEST_LINES = 3;
const MOST_LINES = 9;
const ANSWERS = { yes: "Yes", no: "No", unknown: "Not known" };
const KEYBOARDS = /** @type {Record<string, string>} */ ({
  "uk-phone": "tel",
  "role-email": "email",
  "web-address": "url",
});

let made = 0;

/**
 * @param {Schema} node what the schema says of the field
 * @param {Json} value what the record says
 * @param {{choices?: Choices, label?: string, hint?: string, required?: boolean}} [more]
 * @returns {Control}
 */
export function control(node, value, more = {}) {
  const label = more.label ?? node.title ?? "";
  if (node.type === "array" && node.items.enum) return checkboxes(label, node, value);
  const choices = more.choices ?? (node.enum ? /** @type {Choices} */ (node.enum.map(labelled)) : undefined);
  return choices ? select(label, choices, node, value, more) : text(label, node, value, more);
}

/** @param {string} value @returns {[string, string]} */
function labelled(value) {
  const known = ANSWERS[/** @type {keyof typeof ANSWERS} */ (value)];
  return [value, known ?? value.charAt(0).toUpperCase() + value.slice(1)];
}

/** @returns {string} an id of its own for each question */
function newId() {
  made += 1;
  return `question-${made}`;
}

/** @type {(label: string, choices: Choices, node: Schema, value: Json, more: {hint?: string, required?: boolean}) => Control} */
function select(label, choices, node, value, { hint, required }) {
  const id = newId();
  const field = make("select", { class: "govuk-select", id });
  const canBeUnknown = choices.some(([each]) => each === "unknown");
  const all = required || canBeUnknown ? choices : [/** @type {[string, string]} */ (["", "None of these"]), ...choices];
  for (const [each, words] of all) field.append(make("option", { value: each }, words));
  if (value !== null && value !== undefined) field.value = String(value);
  else if (canBeUnknown) field.value = "unknown";
  return { ...asked(id, label, hint ?? "", field), choices, read: () => field.value || null };
}

/** @type {(label: string, node: Schema, value: Json, more: {hint?: string}) => Control} */
function text(label, node, value, { hint }) {
  const id = newId();
  const listed = node.type === "array";
  const dated = node.format === "date";
  const long = listed || (node.maxLength >= LONG && !KEYBOARDS[node.format] && !isOneLine(node, value));
  const field = long
    ? make("textarea", { class: "govuk-textarea", id, rows: String(linesFor(value)) })
    : make("input", { class: "govuk-input", id });
  if (field instanceof HTMLInputElement) {
    field.type = dated ? "date" : (KEYBOARDS[node.format] ?? "text");
    if (node.type === "number" || node.type === "integer") field.inputMode = "decimal";
    if (dated || node.type === "number" || node.maxLength <= SHORT) field.classList.add("govuk-input--width-10");
  }
  field.autocomplete = "off";
  field.spellcheck = long;
  field.value = listed && Array.isArray(value) ? value.join("\n") : value === "unknown" ? "" : String(value ?? "");
  const read = () => {
    const typed = field.value.trim();
    if (!typed) return null;
    if (listed) return typed.split(/[\n,]+/).map((line) => line.trim()).filter(Boolean);
    const number = node.type === "number" || node.type === "integer" ? Number(typed.replace(/^£/, "")) : NaN;
    return Number.isNaN(number) ? typed.replaceAll(/\s*\n\s*/g, " ") : number;
  };
  return { ...asked(id, label, hint ?? described(node), field), read };
}

/** @param {Schema} node @param {Json} value @returns {boolean} whether it is a name or the like: the example is no sentence */
function isOneLine(node, value) {
  const example = String(node.examples?.[0] ?? ".");
  return !/[.!?]$/.test(example) && String(value ?? "").length <= LINE;
}

/** @param {Json} value @returns {number} lines that the text takes on a phone, within reason */
function linesFor(value) {
  const lines = Array.isArray(value) ? value.length + 1 : Math.ceil(String(value ?? "").length / LINE);
  return Math.min(Math.max(lines, FEWEST_LINES), MOST_LINES);
}

/** @type {(label: string, node: Schema, value: Json) => Control} */
function checkboxes(label, node, value) {
  const id = newId();
  const held = Array.isArray(value) ? value : [];
  const boxes = node.items.enum.map((/** @type {string} */ each, /** @type {number} */ position) => {
    const box = make("input", { class: "govuk-checkboxes__input", type: "checkbox", id: `${id}-${position}`, value: each });
    box.checked = held.includes(each);
    return box;
  });
  const items = boxes.map((/** @type {HTMLInputElement} */ box) => {
    const words = make("label", { class: "govuk-label govuk-checkboxes__label", for: box.id }, labelled(box.value)[1]);
    return make("div", { class: "govuk-checkboxes__item" }, box, words);
  });
  const error = make("p", { class: "govuk-error-message", id: `${id}-error` });
  error.hidden = true;
  const fieldset = make(
    "fieldset",
    { class: "govuk-fieldset" },
    make("legend", { class: "govuk-fieldset__legend" }, label),
    error,
    make("div", { class: "govuk-checkboxes govuk-checkboxes--small app-suggest__boxes" }, ...items),
  );
  const group = make("div", { class: "govuk-form-group" }, fieldset);
  return {
    label,
    group,
    focus: boxes[0],
    read: () => {
      const chosen = boxes.filter((/** @type {HTMLInputElement} */ { checked }) => checked);
      return chosen.length ? chosen.map((/** @type {HTMLInputElement} */ box) => box.value) : null;
    },
    complain: (words) => {
      show(group, error, words);
      if (words) fieldset.setAttribute("aria-describedby", error.id);
      else fieldset.removeAttribute("aria-describedby");
    },
  };
}

/**
 * @param {string} id
 * @param {string} label
 * @param {string} hint
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} field
 */
function asked(id, label, hint, field) {
  const error = make("p", { class: "govuk-error-message", id: `${id}-error` });
  error.hidden = true;
  const group = make("div", { class: "govuk-form-group" }, make("label", { class: "govuk-label", for: id }, label));
  if (hint) group.append(make("div", { class: "govuk-hint", id: `${id}-hint` }, hint));
  group.append(error, field);
  /** @param {string} words */
  const complain = (words) => {
    show(group, error, words);
    const by = [hint && `${id}-hint`, words && error.id].filter(Boolean).join(" ");
    if (by) field.setAttribute("aria-describedby", by);
    else field.removeAttribute("aria-describedby");
    field.toggleAttribute("aria-invalid", Boolean(words));
    if (words) field.setAttribute("aria-invalid", "true");
    field.classList.toggle(`${field.classList[0]}--error`, Boolean(words));
  };
  complain("");
  return { label, group, focus: field, complain };
}

/** @param {HTMLElement} group @param {HTMLElement} error @param {string} words */
function show(group, error, words) {
  group.classList.toggle("govuk-form-group--error", Boolean(words));
  error.replaceChildren(...(words ? [make("span", { class: "govuk-visually-hidden" }, "Error: "), words] : []));
  error.hidden = !words;
}

/** @param {Schema} node @returns {string} the schema's own description, and how an answer looks where that matters */
function described(node) {
  const says = node.description ?? "";
  const looks = node.format || node.type === "number";
  return looks && node.format !== "date" && node.examples ? `${says} For example ${node.examples[0]}` : says;
}
