import { describe, expect, it } from 'vitest';
import {
  emptyTopic,
  namesIn,
  readTopics,
  workshopInput,
  workshopSpecs,
  workshopWords,
  writeTopics,
} from './agenda-values.ts';

const values = {
  name: ' Lab results ',
  heldOn: '2026-12-01',
  facilitator: '',
  description: '',
  attendees: 'Ann\n Ben \n\nAnn',
  topics: writeTopics([
    { ...emptyTopic, id: 'a', title: ' Origins ', minutes: '10' },
    emptyTopic,
    { ...emptyTopic, title: 'Portal', link: '/trace?class=labs' },
  ]),
};

describe('the form of a workshop', () => {
  it('names each person once, in the order of the lines', () => {
    expect(namesIn(values.attendees)).toEqual(['Ann', 'Ben']);
    expect(namesIn(undefined)).toEqual([]);
  });

  it('gives the API what was typed, without topics that have no title', () => {
    expect(workshopInput(values)).toEqual({
      name: 'Lab results',
      heldOn: '2026-12-01',
      facilitator: '',
      description: null,
      attendees: ['Ann', 'Ben'],
      topics: [
        { id: 'a', title: 'Origins', minutes: 10, notes: null, link: null },
        { title: 'Portal', minutes: null, notes: null, link: '/trace?class=labs' },
      ],
    });
  });

  it('reads no topics from what holds none', () => {
    expect(readTopics('')).toEqual([]);
    expect(readTopics('{')).toEqual([]);
  });

  it('tells an agenda in words, for two versions side by side', () => {
    const spec = workshopSpecs.find(({ name }) => name === 'topics');
    expect(
      spec === undefined ? '' : workshopWords(spec, writeTopics([{ ...emptyTopic, title: 'Portal', minutes: '5' }])),
    ).toBe('Portal (5 min)');
  });
});
