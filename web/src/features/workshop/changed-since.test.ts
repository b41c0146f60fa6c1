import { describe, expect, it } from 'vitest';
import type { Concept } from '../../gql/graphql.ts';
import { ofInventory } from './ChangedSince.tsx';

describe('ofInventory', () => {
  it('counts neither what was said nor the evidence of a picture that was kept, but evidence that is the inventory’s own', () => {
    const entry = (concept: Concept, entity: string) => ({ concept, entity });
    const own = [entry('SYSTEM', 'ehr'), entry('EVIDENCE', 'letter')];
    const entries = [...own, entry('EVIDENCE', 'picture-1'), entry('WORKSHOP_ITEM', 'w1')];
    const picture = { id: 'picture-1', name: 'Picture', download: null };
    expect(ofInventory(entries, [{ picture }, { picture: null }])).toEqual(own);
  });
});
