import { describe, expect, it } from 'vitest';
import { noteKey } from './notes.ts';
import { parseTopics, topicAfter } from './topics.ts';

describe('topics', () => {
  it('are read from what was stored, without what is none', () => {
    expect(
      parseTopics('[{"title":"Sealed results","minutes":10},{"title":""},4,{"title":"Fees","minutes":-1}]'),
    ).toEqual([
      { title: 'Sealed results', minutes: 10 },
      { title: 'Fees', minutes: undefined },
    ]);
    expect(parseTopics('nonsense')).toEqual([]);
  });

  it('come one after the other, the first where none is spoken of', () => {
    const topics = parseTopics('[{"title":"A"},{"title":"B"}]');
    expect([undefined, 'A', 'B'].map((title) => topicAfter(topics, title)?.title)).toEqual(['A', 'B', undefined]);
  });
});

describe('noteKey', () => {
  it('is the topic, else the screen and what it shows, whatever is selected there', () => {
    const address = new URL('http://x/trace?class=laboratory&sel=system:ehr&present=1');
    expect(noteKey(undefined, address)).toBe('view:/trace?class=laboratory');
    expect(noteKey('Fees', address)).toBe('topic:Fees');
  });
});
