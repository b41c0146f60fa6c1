import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTraceIndex, tracePaths, type TracePath } from '../../server/src/domain/trace/index.ts';
import { inventories } from './arbitrary-inventory.ts';
import { toGraph, type Ask, type Inventory } from './inventory.ts';

const pathsOf = (
  inventory: Inventory,
  ask: Ask,
  first: number,
  after?: string,
): { readonly paths: readonly TracePath[]; readonly endCursor?: string } => {
  const page = tracePaths(
    createTraceIndex(toGraph(inventory)),
    {
      dataClass: ask.class,
      asOf: ask.on,
      ...(ask.audience === undefined ? {} : { audience: ask.audience }),
      ...(ask.channel === undefined ? {} : { channel: ask.channel }),
    },
    { part: ask.class, first, ...(after === undefined ? {} : { after }) },
  );
  if (!page.ok) throw new Error(JSON.stringify(page.error));
  return page.value;
};

/** Where a step stands in the order: stopped here, then channels, then flows, whether they stop or not. */
const rank = (token: string): string =>
  token === '=' ? '0' : token.startsWith('>') ? `1${token.slice(1)}` : `2${token.replace('|', '')}`;

/** Whether a path comes behind a cursor in the fixed order. */
const isBehind = (id: string, cursor: string): boolean => {
  const [tokens, others] = [id.split('~'), cursor.split('~')];
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, other] = [tokens[at] ?? '', others[at]];
    if (other === undefined) return true;
    const [a, b] = at < 2 ? [token, other] : [rank(token), rank(other)];
    if (a !== b) return a > b;
    if (token !== other) return true;
  }
  return false;
};

describe('paths across a change of the inventory', { timeout: 180_000 }, () => {
  it('go on behind the place of the cursor, none lost and none twice, when a flow ends between two pages', () => {
    let compared = 0;
    fc.assert(
      fc.property(inventories, fc.nat(), fc.nat(), ({ inventory, ask }, size, ended) => {
        const before = pathsOf(inventory, ask, 1 + (size % 5));
        if (before.endCursor === undefined || inventory.flows.length === 0) return;
        const cursor = before.endCursor;
        const later = {
          ...inventory,
          flows: inventory.flows.filter((_, number) => number !== ended % inventory.flows.length),
        };
        const expected = pathsOf(later, ask, 10_000).paths.filter(({ id }) => isBehind(id, cursor));
        expect(pathsOf(later, ask, 10_000, cursor).paths.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        compared += expected.length;
      }),
      { numRuns: 4000 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('do not lose what comes behind a flow that leads nowhere any more', () => {
    const flow = (id: string, from: string, to: string) => ({ id, from, to, carries: ['lab'] });
    const inventory: Inventory = {
      classes: [{ id: 'lab' }],
      systems: ['S', 'T', 'U', 'V'].map((id) => ({
        id,
        holds: id === 'S' ? [{ class: 'lab', role: 'ORIGIN' as const }] : [],
      })),
      flows: [
        flow('f1', 'S', 'T'),
        flow('f2', 'S', 'U'),
        flow('back', 'T', 'S'),
        flow('z1', 'T', 'V'),
        flow('a1', 'U', 'V'),
      ],
      channels: [
        { id: 'ch', system: 'V', releases: ['lab'], for: ['PATIENT'] },
        { id: 'chU', system: 'U', releases: ['lab'], for: ['PATIENT'] },
      ],
      restrictions: [],
    };
    const ask = { class: 'lab', on: '2026-11-21' };
    const { endCursor } = pathsOf(inventory, ask, 1);
    expect(endCursor).toBe('PATIENT~S~f1~z1~>ch');
    const later = { ...inventory, flows: inventory.flows.filter(({ id }) => id !== 'z1') };
    expect(pathsOf(later, ask, 10, endCursor).paths.map(({ id }) => id)).toEqual([
      'PATIENT~S~f2~>chU',
      'PATIENT~S~f2~a1~>ch',
    ]);
  });
});
