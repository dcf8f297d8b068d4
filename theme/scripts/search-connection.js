/** Talks to the search worker. */

/**
 * @typedef {import("./search-worker.js").SearchDocument} SearchDocument
 * @typedef {{documents: SearchDocument[], exact: boolean, near: boolean}} Reply documents best first, or nearest
 *   first where `near`; exact where these have all the words as they were typed
 */

/**
 * A function that asks the worker. The worker and the index are loaded when it is first called; asking for "" only
 * warms them up. It rejects where either cannot be loaded.
 *
 * @param {string} worker its address
 * @param {string} index its address
 * @returns {(typed: string, point?: [number, number]) => Promise<Reply>}
 */
export function connect(worker, index) {
  /** @type {Promise<Worker> | undefined} */
  let ready;
  /** @type {Map<number, {resolve: (reply: Reply) => void, reject: (error: Error) => void}>} */
  const open = new Map();
  let asked = 0;

  const begin = async () => {
    const begun = new Worker(worker, { type: "module" });
    begun.addEventListener("message", ({ data }) => {
      open.get(data.id)?.resolve(data);
      open.delete(data.id);
    });
    begun.addEventListener("error", () => {
      for (const { reject } of open.values()) reject(new Error("The search worker stopped"));
      open.clear();
    });
    try {
      const whole = await load(index); // while the worker is on its way too
      begun.postMessage(whole, [whole]);
    } catch (error) {
      begun.terminate();
      ready = undefined; // the next question tries again
      throw error;
    }
    return begun;
  };

  return async (typed, point) => {
    ready ??= begin();
    const running = await ready;
    asked += 1;
    const id = asked;
    return new Promise((resolve, reject) => {
      open.set(id, { resolve, reject });
      running.postMessage({ id, typed, point });
    });
  };
}

/** @param {string} address @returns {Promise<ArrayBuffer>} the index as it was sent: the worker parses it */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.arrayBuffer();
}
