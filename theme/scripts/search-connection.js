/** Talks to the search worker. */

/**
 * @typedef {import("./search-worker.js").SearchDocument} SearchDocument
 * @typedef {{documents: SearchDocument[], exact: boolean}} Reply documents best first; exact where these have
 *   all the words as they were typed
 */

/**
 * A function that asks the worker. The worker and the index are loaded when it is first called; asking for "" only
 * warms them up. It rejects where either cannot be loaded.
 *
 * @param {string} worker its address
 * @param {string} index its address
 * @returns {(typed: string) => Promise<Reply>}
 */
export function connect(worker, index) {
  /** @type {Worker | undefined} */
  let running;
  /** @type {Map<number, {resolve: (reply: Reply) => void, reject: (error: Error) => void}>} */
  const open = new Map();
  let asked = 0;

  const begin = () => {
    const begun = new Worker(worker, { type: "module" });
    begun.addEventListener("message", ({ data }) => {
      const { resolve, reject } = open.get(data.id) ?? {};
      open.delete(data.id);
      if (data.error) reject?.(new Error(data.error));
      else resolve?.(data);
    });
    begun.addEventListener("error", () => {
      for (const { reject } of open.values()) reject(new Error("The search could not start"));
      open.clear();
    });
    begun.postMessage({ index: new URL(index, document.baseURI).href });
    return begun;
  };

  return (typed) => {
    running ??= begin();
    const worker = running;
    asked += 1;
    return new Promise((resolve, reject) => {
      open.set(asked, { resolve, reject });
      worker.postMessage({ id: asked, typed });
    });
  };
}
