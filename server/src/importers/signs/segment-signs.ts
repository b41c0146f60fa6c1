import type { SegmentSign } from '../../domain/catalogue/index.ts';
import type { ClassSign } from '../facts/facts.ts';
import type { ClassVocabulary } from '../importer.ts';

/** A sign that has no place in a file yet: whoever reads the file adds its `pointer`, and its own `reason` where it knows more. */
export type UnplacedSign = Omit<ClassSign, 'pointer'>;

type Segments = Pick<ClassVocabulary, 'segmentSigns'>;

/**
 * The segments that make a message what it is, by its code (MSH-9.1; HL7 version 2, table 0076). Every message on a patient has PID, which
 * says nothing of why it is sent, so it counts only where people are what a message is about. Queries, answers to them, acknowledgements
 * and master files are not here: what those carry is said by their segments or not at all.
 */
const definingSegments: Readonly<Record<string, readonly string[]>> = {
  ADT: ['PID', 'PV1'],
  ADR: ['PID', 'PV1'],
  BAR: ['GT1'],
  BPS: ['BPX'],
  BTS: ['BTX'],
  CRM: ['CSR'],
  CSU: ['CSR'],
  DFT: ['FT1'],
  EHC: ['IVC'],
  MDM: ['TXA'],
  OMB: ['BPO'],
  OMD: ['ORC'],
  OMG: ['ORC'],
  OMI: ['ORC'],
  OML: ['ORC'],
  OMN: ['ORC'],
  OMP: ['ORC', 'RXO'],
  OMS: ['ORC'],
  OPL: ['ORC'],
  OPR: ['ORC'],
  OPU: ['OBX'],
  ORB: ['BPO'],
  ORD: ['ORC'],
  ORF: ['OBX'],
  ORG: ['ORC'],
  ORI: ['ORC'],
  ORL: ['ORC'],
  ORM: ['ORC'],
  ORN: ['ORC'],
  ORP: ['ORC', 'RXO'],
  ORR: ['ORC'],
  ORS: ['ORC'],
  ORU: ['OBX'],
  OSR: ['ORC'],
  OUL: ['OBX'],
  PEX: ['PEO'],
  PGL: ['GOL'],
  PPG: ['PTH'],
  PPP: ['PTH'],
  PPR: ['PRB'],
  RAR: ['RXA'],
  RAS: ['RXA'],
  RDE: ['RXE'],
  RDR: ['RXD'],
  RDS: ['RXD'],
  REF: ['RF1'],
  RER: ['RXE'],
  RGR: ['RXG'],
  RGV: ['RXG'],
  ROR: ['RXO'],
  RRI: ['RF1'],
  SIU: ['SCH'],
  SRM: ['ARQ'],
  SRR: ['SCH'],
  VXR: ['RXA'],
  VXU: ['RXA'],
  VXX: ['PID'],
};

/**
 * Returns the signs of a segment (`OBX`) in messages of a code (`ORU`; `''` when it is not known), `[]` when the catalogue has none. What it
 * says of a segment in those messages counts before what it says of it in every message. Several classes are POSSIBLE. Pure.
 */
export const signsOfSegment = (vocabulary: Segments, segment: string, messageCode: string): readonly UnplacedSign[] => {
  const entry = entryFor(vocabulary, segment, messageCode);
  return entry === undefined ? [] : [toSign(entry, `segment ${segment} is "${entry.name}"`)];
};

/**
 * Returns the signs of a message by its code (`ADT`, or `ADT^A01`), whatever segments it has, by the segments that make it what it is: `ADT`
 * gives demographics and encounters. `[]` for queries, their answers, acknowledgements and codes that are not known. Pure.
 */
export const signsOfMessageType = (vocabulary: Segments, code: string): readonly UnplacedSign[] => {
  const type = code.slice(0, 3).toUpperCase();
  const segments = Object.hasOwn(definingSegments, type) ? (definingSegments[type] ?? []) : [];
  return segments.flatMap((segment) => {
    const entry = entryFor(vocabulary, segment, type);
    return entry === undefined ? [] : [toSign(entry, `${type} messages are made for it: ${entry.name} (${segment})`)];
  });
};

const entryFor = ({ segmentSigns }: Segments, segment: string, messageCode: string): SegmentSign | undefined => {
  const of = segmentSigns.filter((each) => each.segment === segment);
  return of.find(({ messages }) => messages.includes(messageCode)) ?? of.find(({ messages }) => messages.length === 0);
};

const toSign = ({ classes }: SegmentSign, reason: string): UnplacedSign => ({
  classes,
  certainty: classes.length === 1 ? 'LIKELY' : 'POSSIBLE',
  reason,
});
