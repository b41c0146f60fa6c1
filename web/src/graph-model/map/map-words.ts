import { isOpenTone, toneWords, type Tone } from '../tone.ts';
import { counted } from '../words.ts';
import type { MapStanding } from './map-picture.ts';

/** The tone of how the restrictions on something stand: by its documentation first, then by its verdict; `none` without any. */
export const standingTone = ({ status, verdict, restrictions }: MapStanding): Tone => {
  if (restrictions === 0 || !status) return 'none';
  if (status === 'NONE') return 'undocumented';
  if (verdict === 'UNPROTECTED') return 'unprotected';
  if (verdict === 'COVERABLE_EVIDENCE_MISSING') return 'incomplete';
  if (verdict === 'LEGAL_REVIEW') return 'review';
  return status === 'COMPLETE' ? 'withheld' : 'incomplete';
};

/** What a tone says on the map, where nothing is traced: there is no class that could be withheld or released. */
export const mapToneWords = (tone: Tone): string => {
  if (isOpenTone(tone)) return toneWords[tone];
  return tone === 'none' ? 'no restriction recorded' : 'restricted, documented';
};

/** `2 restrictions, 1 of them marked: no documented exception`, or that there is none. */
export const restrictionWords = (tone: Tone, restrictions: number, marked: number): string => {
  if (restrictions === 0) return mapToneWords('none');
  if (marked === 0) return `${counted(restrictions, 'restriction')}, documented`;
  const some = marked === restrictions ? '' : `, ${marked} of them marked`;
  return `${counted(restrictions, 'restriction')}${some}: ${mapToneWords(tone)}`;
};

const gradeWordsByCode: Readonly<Record<string, string>> = {
  ASSERTED: 'asserted: a person says so',
  DOCUMENTED: 'documented: a document says so',
  ADVERTISED: 'advertised: a system says so of itself',
  OBSERVED: 'observed in a running configuration',
  TESTED: 'tested',
};

/** How well something is known, in words. */
export const gradeWords = (grade: string): string => gradeWordsByCode[grade] ?? grade.toLowerCase();

/** The lanes' titles, for a tree that is not grouped otherwise. */
export const mapLaneTitles: Readonly<Record<string, string>> = {
  ORIGIN: 'Origin',
  INTEGRATION: 'Integration',
  COPY: 'Holds a copy',
  CHANNEL: 'Access channels',
};

/** `3 not shown before it, 2 after it, 1 of those marked`; undefined where nothing is hidden. */
export const hiddenWords = (hidden: {
  readonly in: number;
  readonly out: number;
  readonly marked: number;
}): string | undefined => {
  const parts = [
    ...(hidden.in === 0 ? [] : [`${counted(hidden.in, 'neighbour')} before it`]),
    ...(hidden.out === 0 ? [] : [`${counted(hidden.out, 'neighbour')} after it`]),
  ];
  if (parts.length === 0) return undefined;
  const marked = hidden.marked === 0 ? '' : `, ${hidden.marked} marked among them`;
  return `not shown: ${parts.join(' and ')}${marked}`;
};
