/** The page for suggestions: once its address names a record, behind the #, the form takes the place of the list. */

/**
 * Starts on the element that is to hold the form; `data-script` is what shows it, and `data-list` the id of the list.
 *
 * @param {HTMLElement} shown
 */
export function start(shown) {
  const list = document.getElementById(shown.dataset.list ?? "");
  const title = document.querySelector("h1");
  const plainTitle = title?.textContent ?? "";
  const plainName = document.title;
  /** @param {boolean} later whether somebody came from the list */
  const arrive = async (later) => {
    const named = /^#(?:hubs|services)_/.test(location.hash);
    shown.hidden = !named;
    list?.toggleAttribute("hidden", named);
    if (!title) return;
    title.textContent = plainTitle;
    document.title = plainName;
    if (later) focusOn(title);
    if (!named) return;
    /** @type {typeof import("./suggestion-form.js")} */
    const { open } = await import(new URL(shown.dataset.script ?? "", document.baseURI).href);
    open(shown, title);
  };
  addEventListener("hashchange", () => arrive(true));
  arrive(false);
}

/** @param {HTMLElement} title */
function focusOn(title) {
  title.tabIndex = -1;
  title.focus();
}
