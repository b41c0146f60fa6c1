import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../app/load-catalogues.ts';
import { signsOfMessageType, signsOfSegment } from './segment-signs.ts';

const loaded = await loadCatalogues(fileURLToPath(new URL('../../../../schema', import.meta.url)));
if (!loaded.ok) throw new Error('the catalogues do not load');
const vocabulary = loaded.value;

const classesOf = (segment: string, message: string): string =>
  signsOfSegment(vocabulary, segment, message)
    .map(({ classes, certainty }) => `${classes.join('/')} ${certainty}`)
    .join();
const classesOfType = (code: string): string =>
  signsOfMessageType(vocabulary, code)
    .map(({ classes, certainty }) => `${classes.join('/')} ${certainty}`)
    .join();

describe('signs of segments', () => {
  it.each([
    ['PID', 'ORU', 'UC-DEM LIKELY'],
    ['OBX', 'ORU', 'UC-LAB/UC-IMG/UC-VIT/UC-CTEST POSSIBLE'],
    ['OBX', '', 'UC-LAB/UC-IMG/UC-VIT/UC-CTEST POSSIBLE'],
    ['OBX', 'MDM', 'UC-NOTE LIKELY'],
    ['OBX', 'OUL', 'UC-LAB LIKELY'],
    ['OBX', 'VXU', 'UC-IMM LIKELY'],
    ['OBR', 'ORM', 'UC-ORD LIKELY'],
    ['RXA', 'VXU', 'UC-IMM LIKELY'],
    ['RXA', 'RAS', 'DR-EMAR/UC-IMM POSSIBLE'],
    ['GT1', 'ADT', 'UC-INS/DR-BILL POSSIBLE'],
    ['GT1', 'DFT', 'DR-BILL LIKELY'],
    ['EVN', 'ADT', ''],
    ['NTE', 'ORU', ''],
    ['ZPD', 'ADT', ''],
  ])('%s in %s', (segment, message, expected) => {
    expect(classesOf(segment, message)).toBe(expected);
  });

  it('say what a message is made for, by its code alone or with its event', () => {
    expect(classesOfType('ADT')).toBe('UC-DEM LIKELY,UC-ENC LIKELY');
    expect(classesOfType('ADT^A01')).toBe(classesOfType('ADT'));
    expect(classesOfType('MDM')).toBe('UC-NOTE LIKELY');
    expect(classesOfType('BAR')).toBe('DR-BILL LIKELY');
    expect(classesOfType('OMP')).toBe('UC-ORD LIKELY,UC-MED LIKELY');
    expect(classesOfType('ORU')).toMatch(/UC-LAB.*POSSIBLE/);
    for (const code of ['QBP', 'RSP', 'ACK', 'MFN', 'XXX', '', 'toString', 'constructor'])
      expect(classesOfType(code)).toBe('');
  });

  it('name every segment messages are made for, and no segment twice for the same message', () => {
    for (const code of 'ADT BAR DFT EHC MDM OMB OML ORU OUL PEX PGL PPG PPR RAS RDE RDS REF RGV SIU SRM VXU CSU BPS BTS'.split(
      ' ',
    ))
      expect([code, signsOfMessageType(vocabulary, code).length > 0]).toEqual([code, true]);
    const places = vocabulary.segmentSigns.flatMap(({ segment, messages }) =>
      (messages.length === 0 ? ['every'] : messages).map((message) => `${segment} in ${message}`),
    );
    expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
  });
});
