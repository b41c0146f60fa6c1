import type { MapLineInput, MapPictureInput, MapThingInput } from '../map/map-picture.ts';

/** A system of the map with nothing special about it, and what is. */
export const mapSystem = (id: string, rest: Partial<MapThingInput> = {}): MapThingInput => ({
  concept: 'SYSTEM',
  id,
  name: `The ${id}`,
  kind: 'SYS-OTHER',
  lane: 'COPY',
  organization: { id: 'hospital', name: 'Hospital' },
  vendor: null,
  zone: null,
  custodian: 'Team',
  grade: 'ASSERTED',
  updatedAt: '2026-11-01T00:00:00.000Z',
  revision: 1,
  status: null,
  verdict: null,
  restrictions: 0,
  marked: 0,
  classes: 2,
  ofClass: null,
  hiddenIn: 0,
  hiddenOut: 0,
  hiddenMarked: 0,
  live: true,
  ...rest,
});

/** A line of one flow between two systems, and what is special about it. */
export const mapLine = (from: string, to: string, rest: Partial<MapLineInput> = {}): MapLineInput => ({
  id: `${from}>${to}`,
  kind: 'FLOW',
  from: { concept: 'SYSTEM', id: from },
  to: { concept: 'SYSTEM', id: to },
  flows: [
    {
      id: `${from}-${to}`,
      name: `${from} to ${to}`,
      protocol: 'HL7 v2',
      classes: 1,
      grade: 'DOCUMENTED',
      updatedAt: '2024-01-01T00:00:00.000Z',
      revision: 1,
      status: null,
    },
  ],
  status: null,
  verdict: null,
  restrictions: 0,
  marked: 0,
  ofClass: null,
  ...rest,
});

/** A small picture: a laboratory of the hospital, its record system with an undocumented restriction, a payer of its own, and a portal. */
export const smallMap: MapPictureInput = {
  asOf: '2026-11-30',
  nodes: [
    mapSystem('lab', { lane: 'ORIGIN', zone: 'inner', ofClass: true }),
    mapSystem('ehr', {
      status: 'NONE',
      verdict: 'UNPROTECTED',
      restrictions: 2,
      marked: 1,
      grade: 'TESTED',
      hiddenOut: 3,
      hiddenMarked: 1,
    }),
    mapSystem('payer', {
      organization: { id: 'plan', name: 'Plan' },
      custodian: null,
      updatedAt: '2020-01-01T00:00:00.000Z',
    }),
    mapSystem('portal', { concept: 'ACCESS_CHANNEL', lane: 'CHANNEL', kind: 'CH-PORTAL' }),
  ],
  edges: [
    mapLine('lab', 'ehr', { ofClass: true }),
    mapLine('ehr', 'payer', { status: 'COMPLETE', verdict: 'COVERED', restrictions: 1 }),
    mapLine('lab', 'payer', { status: 'LATE', verdict: 'COVERABLE_EVIDENCE_MISSING', restrictions: 1, marked: 1 }),
    mapLine('ehr', 'portal', {
      id: 'ehr>>portal',
      kind: 'SERVES',
      to: { concept: 'ACCESS_CHANNEL', id: 'portal' },
      flows: [],
    }),
  ],
};
