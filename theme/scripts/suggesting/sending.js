/** The look at what was changed, and the ways to send it: a letter, an issue, or a file. */

import { make } from "../elements.js";
import { issueAddress, mailAddress } from "./letter.js";

/**
 * @typedef {import("./differences.js").Difference} Difference
 * @typedef {import("./letter.js").Letter} Letter
 * @typedef {{email: string, issues: string}} Places where suggestions go; empty where they do not
 */

const READY = "It is filled in: press send in your mail program.";
const ON_GITHUB = "Opens a page on GitHub that is filled in. You need an account there, and what you send is public.";

/**
 * @param {Letter} letter
 * @param {Places} places
 * @returns {HTMLElement} the box with the one press that says so
 */
export function stillCorrect(letter, places) {
  const [first] = ways(letter, places, "Everything is still correct");
  const mail = places.issues && places.email && mailAddress(places.email, letter);
  return make(
    "div",
    { class: "app-suggest__correct" },
    make("p", { class: "govuk-body" }, "Do you work or volunteer there, and has nothing changed? Then one press is enough."),
    first,
    ...(mail ? [byMail(mail)] : []),
  );
}

/** @param {string} address */
function byMail(address) {
  const link = make("a", { class: "govuk-link", href: address }, "Or say so by email, without an account");
  return make("p", { class: "govuk-body" }, link);
}

/**
 * @param {Difference[]} differences
 * @param {string} known how they are known, in a sentence
 * @param {Letter} letter
 * @param {Places} places
 * @param {() => void} back
 * @returns {HTMLElement}
 */
export function sending(differences, known, letter, places, back) {
  const again = make("button", { class: "govuk-button govuk-button--secondary", type: "button" }, "Go back and change something");
  again.addEventListener("click", back);
  const rows = differences.map(({ label, before, after }) =>
    make(
      "div",
      { class: "app-suggest__difference" },
      make("dt", {}, label),
      make("dd", { class: "app-suggest__old" }, make("span", { class: "app-quiet" }, "Now: "), before || "nothing"),
      make("dd", { class: "app-suggest__new" }, make("span", { class: "app-quiet" }, "New: "), after || "nothing"),
    ),
  );
  const found = ways(letter, places, "");
  const tooLong = places.email && !mailAddress(places.email, letter);
  return make(
    "div",
    {},
    make("h2", { class: "govuk-heading-l", tabindex: "-1" }, "Is this right?"),
    make("dl", { class: "app-suggest__differences" }, ...rows),
    make("p", { class: "govuk-body" }, known),
    make("h2", { class: "govuk-heading-m" }, "Send it"),
    ...(tooLong ? [make("p", { class: "govuk-body" }, "Your changes are too long to be put into a letter for you.")] : []),
    ...found,
    again,
  );
}

/**
 * The ways to send a letter, the best first. The file always works.
 *
 * @param {Letter} letter
 * @param {Places} places
 * @param {string} label what the button says, if not how it is sent
 * @returns {HTMLElement[]}
 */
function ways(letter, { email, issues }, label) {
  const issue = issues && issueAddress(issues, letter);
  const mail = email && mailAddress(email, letter);
  const file = new File([letter.text], letter.file, { type: "text/plain" });
  const attach = email ? `attach the file to a letter to ${email}.` : "give the file to the network’s editor.";
  const found = [
    ...(issue ? [way(issue, label || "Send it on GitHub", ON_GITHUB)] : []),
    ...(mail ? [way(mail, label || "Send it by email", `Opens a letter to ${email}. ${READY}`)] : []),
    way(URL.createObjectURL(file), label || "Save it as a file", `Save it, and ${attach}`, letter.file),
  ];
  for (const other of found.slice(1)) other.firstElementChild?.classList.add("govuk-button--secondary");
  return found;
}

/** @param {string} href @param {string} label @param {string} about @param {string} [file] a name to save it under */
function way(href, label, about, file) {
  /** @type {Record<string, string>} */
  const more = file ? { download: file } : { rel: "noreferrer" };
  const link = make("a", { class: "govuk-button", href, draggable: "false", ...more }, label);
  return make("div", { class: "app-suggest__way" }, link, make("div", { class: "govuk-hint" }, about));
}
