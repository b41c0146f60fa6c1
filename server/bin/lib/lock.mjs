import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const heartbeatMs = 2_000;
const silentMs = 60_000;
const unreadableMs = 3_000;

const createExclusive = (file, text) => {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, text);
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
};

const readOrUndefined = (read) => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/**
 * What can be seen of a lock from outside: `text` (its owner), `mtimeMs` (its last heartbeat) and whether the owner is
 * certainly `dead` (a process of this host that no longer runs). `undefined` when there is no lock.
 */
const observe = (file) => {
  const text = readOrUndefined(() => readFileSync(file, 'utf8'));
  const mtimeMs = readOrUndefined(() => statSync(file).mtimeMs);
  if (text === undefined || mtimeMs === undefined) return undefined;
  const [pid, host] = text.split(' ');
  // An empty text is an owner between open and write: judged by its heartbeat only.
  return { text, mtimeMs, dead: host === hostname() && Number(pid) > 0 && !isAlive(Number(pid)) };
};

/** Removes a lock whose owner is gone. A second exclusive file lets one process at a time do it, on the lock it looked at. */
const removeStale = (file, seen) => {
  const breaker = `${file}.break`;
  const left = readOrUndefined(() => statSync(breaker).mtimeMs);
  if (left !== undefined && Date.now() - left > silentMs) rmSync(breaker, { force: true });
  if (!createExclusive(breaker, String(process.pid))) return;
  try {
    const now = observe(file);
    if (now?.text === seen.text && now.mtimeMs === seen.mtimeMs) rmSync(file, { force: true });
  } finally {
    rmSync(breaker, { force: true });
  }
};

/**
 * Runs `work` while holding the lock file, and returns what it returns. Waits for another holder; calls `onWait` once
 * when it has to. A lock is stale when its process no longer runs, or when its heartbeat has been silent for a minute
 * in two looks (two, because a computer that wakes up has been silent too). Throws when the lock file stays unreadable.
 */
export const withLock = async (file, work, onWait = () => {}) => {
  mkdirSync(dirname(file), { recursive: true });
  const text = `${process.pid} ${hostname()} ${Date.now()}`;
  let waited = false;
  let silentSince;
  let unreadableSince;
  while (!createExclusive(file, text)) {
    const seen = observe(file);
    if (seen === undefined) {
      // Given back between the two looks, as a rule. A lock that stays there and cannot be read is somebody else's file.
      unreadableSince ??= Date.now();
      if (Date.now() - unreadableSince > unreadableMs)
        throw new Error(`The lock file ${file} cannot be read. Remove it, or make it readable for this user.`);
      await sleep(50);
      continue;
    }
    unreadableSince = undefined;
    const silent = Date.now() - seen.mtimeMs > silentMs;
    if (seen.dead || (silent && silentSince === seen.mtimeMs)) {
      removeStale(file, seen);
      silentSince = undefined;
      continue;
    }
    silentSince = silent ? seen.mtimeMs : undefined;
    if (!waited) onWait();
    waited = true;
    await sleep(silent ? 2 * heartbeatMs : 250);
  }
  const release = () => {
    if (readOrUndefined(() => readFileSync(file, 'utf8')) === text) rmSync(file, { force: true });
  };
  const heartbeat = setInterval(() => readOrUndefined(() => utimesSync(file, new Date(), new Date())), heartbeatMs);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
};
