import type { SectionSign } from '../../domain/catalogue/index.ts';
import type { CannotTellFact, Certainty, ClassSign, NoteFact } from '../facts/facts.ts';
import { wordsOf } from '../signs/words-of.ts';
import type { DocumentSection, SectionContent } from './document.ts';

/** What the sections of a document show: classes, sections that hold less than they could, and sections that are not known. */
export interface SectionFacts {
  readonly signs: readonly ClassSign[];
  readonly notes: readonly NoteFact[];
  readonly cannotTell: readonly CannotTellFact[];
}

/** A section with the entry of the catalogue that knows it. */
interface KnownSection {
  readonly section: DocumentSection;
  readonly entry?: SectionSign;
  readonly by: 'code' | 'template' | 'title' | 'nothing';
}

/** Returns the facts of sections. `channel` is the key of the way out they belong to. Pure. */
export const sectionFacts = (
  sections: readonly DocumentSection[],
  catalogue: readonly SectionSign[],
  channel: string,
  scope: string,
): SectionFacts => {
  const known = sections.map((section) => knownAs(section, catalogue));
  const isKnown = new Set(known.flatMap(({ section, entry }) => (entry === undefined ? [] : [section])));
  const unknown = known.filter(
    ({ section, entry }) =>
      entry === undefined &&
      section.content !== 'SECTIONS' &&
      // What stands within a section that is known is part of it.
      !outersOf(section).some((outer) => isKnown.has(outer)),
  );
  return {
    signs: surestOf(known.flatMap(signOf)),
    notes: notesOf(known, channel, scope),
    cannotTell: unknownOf(unknown),
  };
};

/** By its code, else by its template, else by its title: a title is what a site calls it. */
const knownAs = (section: DocumentSection, catalogue: readonly SectionSign[]): KnownSection => {
  const { loinc, templates, title } = section;
  const byCode = loinc === '' ? undefined : catalogue.find((each) => each.loinc.includes(loinc));
  if (byCode !== undefined) return { section, entry: byCode, by: 'code' };
  const byTemplate = catalogue.find((each) => templates.some((template) => each.templates.includes(template)));
  if (byTemplate !== undefined) return { section, entry: byTemplate, by: 'template' };
  const words = wordsOf(title).join(' ');
  const byTitle =
    words === ''
      ? undefined
      : catalogue.find((each) => [each.name, ...each.titles].some((known) => wordsOf(known).join(' ') === words));
  return byTitle === undefined ? { section, by: 'nothing' } : { section, entry: byTitle, by: 'title' };
};

const outersOf = ({ outer }: DocumentSection): readonly DocumentSection[] =>
  outer === undefined ? [] : [outer, ...outersOf(outer)];

const signOf = ({ section, entry, by }: KnownSection): readonly ClassSign[] => {
  if (entry === undefined || (section.content !== 'DATA' && section.content !== 'NARRATIVE')) return [];
  const steps: readonly Certainty[] = ['CERTAIN', 'LIKELY', 'POSSIBLE'];
  // Text alone, a title alone and several classes each make it less sure.
  const doubts =
    (section.content === 'NARRATIVE' ? 1 : 0) + (by === 'title' ? 1 : 0) + (entry.classes.length > 1 ? 2 : 0);
  const has = section.content === 'DATA' ? counted(section.entries, 'entry', 'entries') : 'narrative only, no entry';
  return [
    {
      classes: entry.classes,
      certainty: steps[Math.min(doubts, 2)] ?? 'POSSIBLE',
      reason: `the section "${entry.name}" has ${has}${by === 'code' ? '' : `; it is known by its ${by}`}`,
      pointer: `line ${section.line}, section ${entry.name}`,
    },
  ];
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const surestOf = (signs: readonly ClassSign[]): readonly ClassSign[] => {
  const rank: Readonly<Record<Certainty, number>> = { CERTAIN: 0, LIKELY: 1, POSSIBLE: 2 };
  const found = new Map<string, ClassSign>();
  for (const sign of signs) {
    const key = sign.classes.join();
    const before = found.get(key);
    if (before === undefined || rank[sign.certainty] < rank[before.certainty]) found.set(key, sign);
  }
  return [...found.values()];
};

const notable: Readonly<Partial<Record<SectionContent, readonly [code: string, name: string, description: string]>>> = {
  NARRATIVE: ['section-narrative-only', 'has narrative only', 'People can read it; no system can take data out of it.'],
  NO_INFORMATION: [
    'section-empty',
    'says that there is no information',
    'It is there, marked as without information (nullFlavor).',
  ],
  EMPTY: ['section-empty', 'is empty', 'It is there, with neither narrative nor entries.'],
};

/** One note for each section and what it lacks. Sections that nothing identifies have none: they are told together. */
const notesOf = (known: readonly KnownSection[], channel: string, scope: string): readonly NoteFact[] => {
  const notes = new Map<string, NoteFact>();
  for (const { section, entry } of known) {
    const [code, name, description] = notable[section.content] ?? [];
    const identity = entry?.id ?? identityOf(section);
    if (code === undefined || identity === undefined) continue;
    const key = `${channel}/${identity}/${section.content}`;
    if (!notes.has(key))
      notes.set(key, {
        key,
        scope,
        name: `The section ${entry === undefined ? `with ${identity}` : `"${entry.name}"`} ${name ?? ''}`,
        pointer: `line ${section.line}`,
        description: `${description ?? ''} In this document: others may have more.`,
        code,
        about: { kind: 'CHANNEL', key: channel },
      });
  }
  return [...notes.values()];
};

const identityOf = ({ loinc, templates }: DocumentSection): string | undefined => {
  if (loinc !== '') return `code ${loinc}`;
  return templates[0] === undefined ? undefined : `template ${templates[0]}`;
};

/** Titles that are not known stay in the file: some systems write into them what was found or done. */
const unknownOf = (unknown: readonly KnownSection[]): readonly CannotTellFact[] => {
  const identified = new Set(unknown.flatMap(({ section }) => identityOf(section) ?? []));
  const lines = unknown.flatMap(({ section }) => (identityOf(section) === undefined ? [section.line] : []));
  return [
    ...[...identified].map((identity) => ({
      subject: `section with ${identity}`,
      reason: 'neither its code, its template nor its title is known',
      candidates: [],
    })),
    ...(lines.length === 0
      ? []
      : [
          {
            subject: `${counted(lines.length, 'section', 'sections')} without a code or template, on ${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, 40).join(', ')}${lines.length > 40 ? ' and more' : ''}`,
            reason: 'only a title says what they are, and none of the titles is known; look them up in the file',
            candidates: [],
          },
        ]),
  ];
};
