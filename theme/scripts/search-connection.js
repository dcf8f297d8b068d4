/** Talks to the search worker. */

/**
 * @typedef {import("./search-worker.js").Reply} Reply
 * @typedef {import("./search-answer.js").Question} Question
 */

/**
 * A function that asks the worker. The worker and the index are loaded when it is first called; asking null only warms
 * them up. It rejects where either cannot be loaded.
 *
 * @param {string} worker its address
 * @param {string} index its address
 * @param {number[]} bankHolidays days since 1 January 1970
 * @returns {(question: Question | null) => Promise<Reply | null>}
 */
export function connect(worker, index, bankHolidays) {
  /** @type {Promise<Worker> | undefined} */
  let ready;
  /** @type {Map<number, {resolve: (reply: Reply) => void, reject: (error: Error) => void}>} */
  const open = new Map();
  let asked = 0;

  const begin = async () => {
    const begun = new Worker(worker, { type: "module" });
    begun.addEventListener("message", ({ data }) => {
      if (data.error) open.get(data.id)?.reject(new Error(data.error));
      else open.get(data.id)?.resolve(data.reply);
      open.delete(data.id);
    });
    begun.addEventListener("error", () => {
      for (const { reject } of open.values()) reject(new Error("The search worker stopped"));
      open.clear();
    });
    try {
      const whole = await load(index); // while the worker is on its way too
      begun.postMessage({ index: whole, address: new URL(index, location.href).href, bankHolidays }, [whole]);
    } catch (error) {
      begun.terminate();
      ready = undefined; // the next question tries again
      throw error;
    }
    return begun;
  };

  return async (question) => {
    ready ??= begin();
    const running = await ready;
    if (!question) return null;
    asked += 1;
    const id = asked;
    return new Promise((resolve, reject) => {
      open.set(id, { resolve, reject });
      running.postMessage({ id, question });
    });
  };
}

/** @param {string} address @returns {Promise<ArrayBuffer>} the index as it was sent: the worker parses it */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.arrayBuffer();
}
