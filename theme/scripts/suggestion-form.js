/** The form for suggestions: first the changes of a record, then a look at them, then how they are sent. */

import { siteAddress } from "./addresses.js";
import { make } from "./elements.js";
import { wallTime } from "./london.js";
import { recordForm } from "./suggesting/form.js";
import { howKnown } from "./suggesting/knowing.js";
import { letter } from "./suggesting/letter.js";
import { sending, stillCorrect } from "./suggesting/sending.js";

const RECORD = /^#(hubs|services)_([a-z0-9-]+)$/;
const KINDS = /** @type {Record<string, string>} */ ({ hubs: "hub", services: "service" });
const UNCHANGED = "Nothing is changed yet. Open a part and change what is wrong.";
const FAILED = "The form could not be loaded. Please try again.";

/**
 * Shows the form of the record that the address names.
 *
 * @param {HTMLElement} shown
 * @param {HTMLElement} title the heading of the page
 */
export async function open(shown, title) {
  const [, folder, slug] = RECORD.exec(location.hash) ?? [];
  shown.replaceChildren(make("p", { class: "govuk-body" }, "One moment…"));
  try {
    const [record, questions] = await Promise.all([
      fetched(`/data/v1/${folder}/${slug}.json`),
      fetched(`/suggest/${KINDS[folder]}.json`),
    ]);
    title.textContent = `Suggest a change to ${record.name}`;
    document.title = `${title.textContent} - ${document.title.split(" - ").at(-1)}`;
    begin(shown, `${folder}/${slug}`, record, questions);
  } catch {
    const email = shown.dataset.email ?? "";
    const write = email ? [" Or write to ", make("a", { class: "govuk-link", href: `mailto:${email}` }, email), "."] : [];
    shown.replaceChildren(make("p", { class: "govuk-body", role: "alert" }, FAILED, ...write));
  }
}

/** @param {string} address */
async function fetched(address) {
  const answer = await fetch(siteAddress(address));
  if (!answer.ok) throw new Error(address);
  return answer.json();
}

/**
 * @param {HTMLElement} shown
 * @param {string} key
 * @param {{name: string, contents: any}} record
 * @param {import("./suggesting/parts.js").Questions} questions
 */
function begin(shown, key, record, questions) {
  const places = { email: shown.dataset.email ?? "", issues: shown.dataset.issues ?? "" };
  const today = new Date(wallTime(new Date()) * 60_000).toISOString().slice(0, 10);
  const form = recordForm(record.contents, questions);
  const known = howKnown(today);
  const send = make("button", { class: "govuk-button", type: "submit" }, "Check your changes");
  const summary = make("div", { hidden: "" });
  const page = make(
    "form",
    { class: "app-suggest__form", novalidate: "", "aria-label": `Changes to ${record.name}` },
    summary,
    stillCorrect(letter(key, record.name, [], { role: "People who run it", source: null, date: today }), places),
    make("h2", { class: "govuk-heading-l" }, "What should change?"),
    ...form.parts,
    known.group,
    send,
  );
  const review = make("div", { hidden: "" });
  shown.replaceChildren(page, review);

  page.addEventListener("submit", (event) => {
    event.preventDefault();
    const differences = form.differences();
    const wrong = [...form.check(), ...known.check()];
    if (differences.length === 0) wrong.unshift({ words: UNCHANGED, control: null });
    showSummary(summary, wrong, form.parts[0]);
    if (wrong.length > 0) return;
    page.hidden = true;
    review.hidden = false;
    const back = () => {
      review.hidden = true;
      page.hidden = false;
      send.focus();
    };
    const written = letter(key, record.name, differences, known.read());
    const finished = sending(differences, known.words(), written, places, back);
    review.replaceChildren(finished);
    finished.querySelector("h2")?.focus();
  });
}

/**
 * @param {HTMLElement} summary
 * @param {import("./suggesting/form.js").Wrong[]} wrong
 * @param {HTMLElement} first where to go for what is about no question
 */
function showSummary(summary, wrong, first) {
  summary.hidden = wrong.length === 0;
  document.title = document.title.replace(/^(?:Error: )?/, wrong.length ? "Error: " : "");
  if (wrong.length === 0) return;
  const links = wrong.map(({ words, control }) => {
    const target = control?.focus ?? /** @type {HTMLElement} */ (first.querySelector("summary"));
    target.id ||= "suggest-first";
    const link = make("a", { href: `#${target.id}` }, words);
    link.addEventListener("click", (event) => {
      event.preventDefault(); // the address names the record
      unfold(target);
      target.focus();
    });
    return make("li", {}, link);
  });
  for (const { control } of wrong) if (control) unfold(control.focus);
  const body = make("ul", { class: "govuk-list govuk-error-summary__list" }, ...links);
  const heading = make("h2", { class: "govuk-error-summary__title" }, "There is a problem");
  const inside = make("div", { class: "govuk-error-summary__body" }, body);
  const alert = make("div", { role: "alert" }, heading, inside);
  const box = make("div", { class: "govuk-error-summary", tabindex: "-1" }, alert);
  summary.replaceChildren(box);
  box.focus();
}

/** @param {Element} element */
function unfold(element) {
  for (let part = element.closest("details"); part; part = part.parentElement?.closest("details") ?? null) part.open = true;
}
