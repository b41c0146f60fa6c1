const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/**
 * A printer of numbered steps on `stream`: `await step('Building', work)` prints when it begins, a sign of life every
 * ten seconds, and when it ended. `quiet` prints only steps that took something to do. Failures are thrown by `work`.
 */
export const createSteps = ({ total, stream, signOfLifeMs = 10_000 }) => {
  let number = 0;
  const say = (text) => stream.write(`[${number}/${total}] ${text}\n`);
  return {
    /** Says that a step has nothing to do. */
    skip: (title) => {
      number += 1;
      say(`${title}: up to date`);
    },
    /** Runs one step and returns what it returns. */
    step: async (title, work) => {
      number += 1;
      const from = performance.now();
      say(`${title} …`);
      const life = setInterval(() => say(`${title} … ${seconds(from)}`), signOfLifeMs);
      try {
        const value = await work();
        say(`${title}: done in ${seconds(from)}`);
        return value;
      } catch (error) {
        say(`${title}: FAILED after ${seconds(from)}`);
        throw error;
      } finally {
        clearInterval(life);
      }
    },
  };
};

/** An expected failure of a step: `message` for people, `output` what the failed program printed. */
export const stepFailure = (message, output = '') => Object.assign(new Error(message), { isStepFailure: true, output });
