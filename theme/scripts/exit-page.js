/** Leaves a page quickly: at the press of the button or of Shift three times, the page is hidden before the next comes. */

// @ts-expect-error - GOV.UK Frontend comes without types
import { ExitThisPage } from "govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs";
import { gettext } from "./language.js";
import { keep } from "./saved.js";

const i18n = {
  activated: gettext("Loading."),
  timedOut: gettext("Exit this page expired."),
  pressTwoMoreTimes: gettext("Shift, press 2 more times."),
  pressOneMoreTime: gettext("Shift, press 1 more time."),
};

/** Forgets the saved list too, which whoever comes to the screen next could open. */
class Exit extends ExitThisPage {
  /** @param {Element} element */
  constructor(element) {
    super(element, { i18n });
  }

  exitPage() {
    keep([]);
    super.exitPage();
  }
}

document.body.classList.add("govuk-frontend-supported"); // what the component asks for before it starts
for (const element of document.querySelectorAll('[data-module="govuk-exit-this-page"]')) new Exit(element);
