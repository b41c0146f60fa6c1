import { describe, expect, it } from 'vitest';
import { mergeFields } from '../../editing/merge-values.ts';
import { baseOfItem, itemInput, specsOf } from './item-form-specs.ts';
import type { ItemData, WorkshopData } from './workshop-data.ts';

const question: ItemData = {
  id: 'q',
  name: 'who holds it',
  description: null,
  kind: 'QUESTION',
  state: 'OPEN',
  topic: null,
  source: 'Ann',
  createdAt: '2026-12-01T10:00:00Z',
  updatedAt: '2026-12-01T10:00:00Z',
  revision: 7,
  agreedBy: [],
  objectedBy: [],
  assignee: null,
  dueOn: null,
  answer: null,
  answeredBy: null,
  answeredAt: null,
  revisions: [],
  link: null,
  about: null,
  picture: null,
};
const workshop: Pick<WorkshopData, 'topics'> = { topics: [] };
const specs = (task: Parameters<typeof specsOf>[0], item = question) => specsOf(task, item, workshop);

describe('a form of something that was said', () => {
  it('sends only what was changed, and clears what was emptied', () => {
    const base = baseOfItem({ ...question, assignee: 'Ben' });
    expect(itemInput(specs('assign'), base.values, base.values)).toBeUndefined();
    expect(itemInput(specs('assign'), base.values, { ...base.values, assignee: '', dueOn: '2027-01-15' })).toEqual({
      assignee: null,
      dueOn: '2027-01-15',
    });
  });

  it('takes over what only the other changed, and leaves to be chosen what both did', () => {
    const base = baseOfItem(question).values;
    const mine = { ...base, assignee: 'Ann' };
    const theirs = { ...base, assignee: 'Ben', dueOn: '2027-01-15' };
    const merged = mergeFields(specs('assign'), base, mine, theirs);
    expect(merged.clashes.map(({ name }) => name)).toEqual(['assignee']);
    expect(merged.values['dueOn']).toBe('2027-01-15');
  });

  it('offers no other kind to a proposal or a picture, and no proposal to anything else', () => {
    const kinds = (kind: ItemData['kind']) =>
      specs('change', { ...question, kind }).find(({ name }) => name === 'kind');
    expect(kinds('PROPOSAL')).toBeUndefined();
    expect(kinds('PICTURE')).toBeUndefined();
    expect(JSON.stringify(kinds('QUESTION'))).not.toContain('PROPOSAL');
  });
});
