/**
 * Makes one Ctrl-C count once for the program that runs in this process afterwards, and returns nothing. A terminal
 * sends the signal to npm and to us, and npm passes its own on: without this, a program that takes a second Ctrl-C for
 * "now, at once" would be killed by the first. A second signal counts again after `quietMs`. Call it while no listener of
 * SIGINT or SIGTERM is there: Node binds `process.emit` when the first one comes, and would go on past ours.
 */
export const countSignalsOnce = (quietMs = 2_500) => {
  const watched = new Set(['SIGINT', 'SIGTERM']);
  for (const signal of watched)
    if (process.listenerCount(signal) > 0) throw new Error(`There is a listener of ${signal} already.`);
  const emit = process.emit;
  let last = -Infinity;
  process.emit = function emitOnce(name, ...rest) {
    if (watched.has(name)) {
      const isEcho = performance.now() - last < quietMs;
      last = performance.now();
      if (isEcho) return true;
    }
    return emit.call(this, name, ...rest);
  };
  // A listener of our own keeps an echo from meeting the default action once the program has removed its listeners.
  // While the program has none, a signal means what it always means.
  for (const signal of watched) {
    const listener = () => {
      if (process.listenerCount(signal) > 1) return;
      process.off(signal, listener);
      process.kill(process.pid, signal);
    };
    process.on(signal, listener);
  }
};
