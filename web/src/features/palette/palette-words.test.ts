import { describe, expect, test } from 'vitest';
import type { Command } from '../../ui/commands.ts';
import { fittingCommands, parsePaletteWords } from './palette-words.ts';

const command = (group: Command['group'], title: string, words?: string): Command => ({
  id: title,
  group,
  title,
  run: () => undefined,
  ...(words === undefined ? {} : { words }),
});
const commands = [
  command('Go to', 'Findings'),
  command('Go to', 'Coverage matrix'),
  command('Export', 'Save CSV of the matrix'),
  command('Filter', 'Audience: Patient'),
  command('Compare', 'Portal, API and export side by side', 'differences'),
];
const titlesFor = (typed: string): readonly string[] =>
  fittingCommands(commands, parsePaletteWords(typed)).flatMap(([, found]) => found.map(({ title }) => title));

describe('What is typed into the palette', () => {
  test('begins with a verb that says what to do with what is found', () => {
    expect(parsePaletteWords('trace lab results')).toMatchObject({
      verb: 'trace',
      things: 'lab results',
    });
    expect(parsePaletteWords(' Map  LIS ')).toMatchObject({ verb: 'map', things: 'LIS' });
    expect(parsePaletteWords('go to findings')).toMatchObject({ verb: 'open', groups: ['Go to'], text: 'findings' });
  });

  test('is looked for as it stands when a verb is all there is, or there is none', () => {
    expect(parsePaletteWords('trace')).toMatchObject({ verb: 'open', groups: undefined, text: 'trace' });
    expect(parsePaletteWords('go-live checklist')).toMatchObject({ groups: undefined, text: 'go-live checklist' });
    expect(parsePaletteWords('   ')).toMatchObject({ text: '', things: '' });
  });

  test('finds commands by the beginnings of their words, in the order of the groups', () => {
    expect(titlesFor('matrix')).toEqual(['Save CSV of the matrix', 'Coverage matrix']);
    expect(titlesFor('mat cov')).toEqual(['Coverage matrix']);
    expect(titlesFor('differ')).toEqual(['Portal, API and export side by side']);
    expect(titlesFor('atrix')).toEqual([]);
  });

  test('narrows commands to the group its verb names', () => {
    expect(titlesFor('export matrix')).toEqual(['Save CSV of the matrix']);
    expect(titlesFor('filter pat')).toEqual(['Audience: Patient']);
    expect(titlesFor('compare')).toEqual(['Portal, API and export side by side']);
  });

  test('still looks in the inventory for a thing that is called as a verb is', () => {
    expect(parsePaletteWords('export single patient')).toMatchObject({ things: 'export single patient' });
  });

  test('lists everything when nothing is typed', () => {
    expect(titlesFor('')).toHaveLength(commands.length);
  });
});
