import { describe, expect, test } from 'vitest';
import { parseHistory, withDone, withRedone, withUndone, without } from './edit-history.ts';

const none = parseHistory(undefined);
const add = { words: 'PACS added', revisions: [8] };
const end = { words: 'LIS ended', revisions: [9, 10] };

describe('What was edited', () => {
  test('is undone from the last to the first, and redone the other way', () => {
    const both = withDone(withDone(none, add), end);
    const once = withUndone(both, end, [11, 12]);
    expect(once).toEqual({ done: [add], undone: [{ words: 'LIS ended', revisions: [11, 12] }] });
    const twice = withUndone(once, add, [13]);
    expect(twice.undone.at(-1)).toEqual({ words: 'PACS added', revisions: [13] });
    const next = twice.undone.at(-1) ?? add;
    expect(withRedone(twice, next, [14]).done).toEqual([{ words: 'PACS added', revisions: [14] }]);
  });

  test('is undone once, however often that was asked for before the answer came', () => {
    const both = withDone(withDone(none, add), end);
    const once = withUndone(both, end, [11, 12]);
    expect(withUndone(once, end, [11, 12])).toEqual(once);
  });

  test('cannot be redone after something else was done', () => {
    expect(withDone(withUndone(withDone(none, add), add, [11]), end)).toEqual({ done: [end], undone: [] });
  });

  test('stays as it is when there is nothing to undo', () => {
    expect(withUndone(none, add, [1])).toEqual(none);
    expect(withRedone(none, add, [1])).toEqual(none);
    expect(without(withDone(none, add), add)).toEqual(none);
  });

  test('is read again as it was stored, and nothing is made of what is no history', () => {
    const history = withUndone(withDone(withDone(none, add), end), end, [11, 12]);
    expect(parseHistory(JSON.stringify(history))).toEqual(history);
    expect(parseHistory('{"done":[{"words":1}],"undone":"x"}')).toEqual(none);
    expect(parseHistory('nonsense')).toEqual(none);
  });
});
