/** How somebody knows: whether they work there, in which role, or else what told them, and on which day. */

import { make } from "../elements.js";
import { control } from "./controls.js";

/**
 * @typedef {import("./controls.js").Control} Control
 * @typedef {import("./letter.js").Known} Known
 * @typedef {import("./form.js").Wrong} Wrong
 */

const LINE = { type: "string", maxLength: 120 };
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const WAYS = /** @type {const} */ ([
  ["there", "I work or volunteer there"],
  ["elsewhere", "I know it from somewhere else"],
]);

/** @param {string} today @returns {{group: HTMLElement, read: () => Known, words: () => string, check: () => Wrong[]}} */
export function howKnown(today) {
  const role = control(LINE, "", {
    label: "Your role, not your name",
    hint: "For example Hub manager, or Volunteer. The page will say who told us.",
  });
  const source = control(LINE, "", {
    label: "Who or what told you?",
    hint: "For example: a phone call to the hub, or the poster on the door. Please name no private person.",
  });
  const date = control({ type: "string", format: "date" }, today, { label: "When was that?" });
  const radios = WAYS.map(([value, words]) => {
    const field = make("input", { class: "govuk-radios__input", type: "radio", name: "known", id: `known-${value}`, value });
    const label = make("label", { class: "govuk-label govuk-radios__label", for: field.id }, words);
    return { field, item: make("div", { class: "govuk-radios__item" }, field, label) };
  });
  const error = make("p", { class: "govuk-error-message", id: "known-error", hidden: "" });
  const heading = make("h2", { class: "govuk-fieldset__heading" }, "How do you know?");
  const fieldset = make(
    "fieldset",
    { class: "govuk-fieldset" },
    make("legend", { class: "govuk-fieldset__legend govuk-fieldset__legend--m" }, heading),
    error,
    make("div", { class: "govuk-radios" }, ...radios.map(({ item }) => item)),
  );
  const choice = make("div", { class: "govuk-form-group" }, fieldset);
  const chosen = () => radios.find(({ field }) => field.checked)?.field.value;
  const update = () => {
    role.group.hidden = chosen() !== "there";
    source.group.hidden = chosen() !== "elsewhere";
  };
  fieldset.addEventListener("change", update);
  update();

  /** @type {(words: string) => void} */
  const complain = (words) => {
    choice.classList.toggle("govuk-form-group--error", Boolean(words));
    error.hidden = !words;
    error.textContent = words;
    if (words) fieldset.setAttribute("aria-describedby", error.id);
    else fieldset.removeAttribute("aria-describedby");
  };
  const own = { label: "", group: choice, focus: radios[0].field, read: () => chosen() ?? null, complain };

  /** @param {Control} control @param {string} words @returns {Wrong[]} */
  const unless = (control, words) => {
    control.complain(words);
    return words ? [{ words, control }] : [];
  };
  return {
    group: make("div", { class: "app-suggest__known" }, choice, role.group, source.group, date.group),
    read: () => ({
      role: chosen() === "there" ? String(role.read() ?? "") : null,
      source: chosen() === "elsewhere" ? String(source.read() ?? "") : null,
      date: String(date.read()),
    }),
    words: () => {
      const day = DAY.format(new Date(`${date.read()}T12:00Z`));
      return chosen() === "there" ? `You tell us as ${role.read()}, on ${day}.` : `You know it from: ${source.read()}, ${day}.`;
    },
    check: () => {
      const day = String(date.read() ?? "");
      const late = day > today ? "Give a day that has been: this one is still to come." : "";
      return [
        ...unless(own, chosen() ? "" : "Say how you know."),
        ...unless(role, chosen() === "there" && !role.read() ? "Say your role." : ""),
        ...unless(source, chosen() === "elsewhere" && !source.read() ? "Say who or what told you." : ""),
        ...unless(date, day ? late : "Say when that was."),
      ];
    },
  };
}
