import { describe } from 'vitest';
import { describeEdits } from './edit-contract.ts';
import { describeLog } from './log-contract.ts';
import { describeProcesses } from './process-contract.ts';
import { describeReads } from './read-contract.ts';
import type { OpenStore } from './store-subject.ts';
import { describeWrites } from './write-contract.ts';

/**
 * Everything the port promises, tried on one kind of store: each test opens an empty one. `runs` is how many random
 * inventories each property tries.
 */
export const describeGraphStore = (name: string, open: OpenStore, runs: number): void => {
  describe(`${name}: writes`, () => describeWrites(open, runs));
  describe(`${name}: log`, () => describeLog(open));
  describe(`${name}: reads`, () => describeReads(open));
  describe(`${name}: processes`, () => describeProcesses(open));
  describe(`${name}: edits`, () => describeEdits(open, runs));
};
