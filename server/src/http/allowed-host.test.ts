import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createHostCheck, isLoopback } from './allowed-host.ts';

const sentTo = (host: string | undefined): IncomingMessage => ({ headers: { host } }) as IncomingMessage;

const own = ['localhost', 'LOCALHOST:4400', '127.0.0.1:80', '127.8.9.10', '[::1]:4400', '[::1]', 'localhost.:4400'];
const foreign = ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '128.0.0.1', '', ':4400'];

describe('the names a server answers to', () => {
  it.each(['127.0.0.1', '0.0.0.0', '::', 'atlas.internal'])('are its own wherever it listens: %s', (listenHost) => {
    const isAllowed = createHostCheck(listenHost);
    for (const host of own) expect(isAllowed(sentTo(host)), host).toBe(true);
    for (const host of foreign) expect(isAllowed(sentTo(host)), host).toBe(false);
    expect(isAllowed(sentTo(undefined))).toBe(false);
  });

  it('are the one it was told to listen on, and those it was allowed', () => {
    const isAllowed = createHostCheck('atlas.internal', ['Atlas.Example.org', '[fd00::1]']);
    for (const host of ['atlas.internal:4400', 'atlas.example.org', '[fd00::1]:4400']) {
      expect(isAllowed(sentTo(host)), host).toBe(true);
    }
    expect(isAllowed(sentTo('other.example.org'))).toBe(false);
  });

  it('tells this computer from any other', () => {
    expect(['localhost', '127.0.0.1', '127.1.1.1', '::1', '[::1]'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '10.0.0.1', 'atlas.internal', '1270.0.0.1'].some(isLoopback)).toBe(false);
  });
});
