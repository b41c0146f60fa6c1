import { describe, expect, it } from 'vitest';
import { mapLine, mapSystem, smallMap } from '../test-kit/map.ts';
import { buildMapView } from './build-map-view.ts';
import { highlightWay } from './highlight-way.ts';
import { foldGroups, groupsOf } from './map-groups.ts';
import { initialsOf } from './map-initials.ts';
import { marksInShort, marksWords, sumOfMarks } from './map-marks.ts';
import { firstFound, mapOutline } from './map-outline.ts';
import { drawingSignsOf, layOver, mapLegendOf, overlays, type Overlay } from './map-overlay.ts';
import { mapRows } from './map-rows.ts';
import { mapSentence, markedOf } from './map-sentence.ts';
import type { MapView } from './map-view.ts';

const view = buildMapView(smallMap, new Map());
const box = (of: MapView, id: string) => of.boxes.find((each) => each.id === id);
const laid = (overlay: Overlay): MapView => layOver(view, overlay, { asOf: '2026-11-30', className: 'Laboratory' });
const outlineState = { closed: new Set<string>(), opened: new Set<string>(), find: '' };

describe('the view of a map', () => {
  it('says of each box how it stands and what of its neighbours is hidden', () => {
    expect(box(view, 'system:ehr')).toMatchObject({ tone: 'undocumented', restrictions: 2, marked: 1 });
    expect(box(view, 'system:ehr')?.sentence).toBe(
      'The ehr (OTHER), run by Hospital. 2 restrictions, 1 of them marked: no documented exception. It holds 2 data classes. Not shown: 3 neighbours after it, 1 marked among them.',
    );
    expect(box(view, 'system:lab')?.sentence).toContain('No restriction recorded.');
    expect(mapSentence(view, view)).toBe(
      '3 systems and 1 access channel with 4 lines between them. 2 restrictions without complete documentation on 1 system and 1 line.',
    );
    expect(markedOf(view)).toEqual(['system:ehr', 'lab>payer']);
  });

  it('leaves out a line whose end is not in the picture', () => {
    const cut = buildMapView({ ...smallMap, nodes: smallMap.nodes.slice(0, 2) }, new Map());
    expect(cut.lines.map((line) => line.id)).toEqual(['lab>ehr']);
  });
});

describe('groups', () => {
  it('fold into one box with the worst status, the counts and the merged lines of what is in them', () => {
    const folded = foldGroups(view, 'organization', new Set());
    expect(folded.boxes.map((each) => each.id)).toEqual(['system:payer', 'group:organization:hospital']);
    expect(box(folded, 'group:organization:hospital')).toMatchObject({
      tone: 'undocumented',
      restrictions: 2,
      marked: 1,
      members: ['system:lab', 'system:ehr', 'channel:portal'],
      detail: '3 things, 1 marked restriction',
    });
    expect(folded.lines).toHaveLength(1);
    expect(folded.lines[0]).toMatchObject({
      kind: 'bundle',
      label: '2 flows',
      tone: 'incomplete',
      restrictions: 2,
      marked: 1,
      members: ['ehr>payer', 'lab>payer'],
    });
  });

  it('stay open when asked to, and a group of one stays that one', () => {
    expect(foldGroups(view, 'organization', new Set(['group:organization:hospital']))).toEqual(view);
    expect(groupsOf(view, 'custodian').map((group) => group.name)).toEqual(['Team', 'No custodian recorded']);
    expect(groupsOf(view, 'zone').map((group) => group.name)).toEqual(['No zone recorded', 'inner']);
  });

  it('lose no thing, no flow and no mark, however they are folded', () => {
    for (const by of ['organization', 'vendor', 'zone', 'custodian'] as const) {
      const folded = foldGroups(view, by, new Set());
      const things = folded.boxes.flatMap((each) => (each.members.length > 0 ? each.members : [each.id]));
      expect([...things].sort()).toEqual(view.boxes.map((each) => each.id).sort());
      const marked = [...folded.boxes, ...folded.lines].reduce((total, each) => total + each.marked, 0);
      expect(marked).toBe(2);
    }
  });
});

describe('overlays', () => {
  it('speak by shapes and words that differ, never by colour alone', () => {
    for (const overlay of overlays) {
      const byShape = new Map<string, string>();
      for (const { sign } of mapLegendOf(laid(overlay))) {
        expect(byShape.get(sign.shape) ?? sign.words).toBe(sign.words);
        byShape.set(sign.shape, sign.words);
      }
    }
  });

  it('have a legend of what is in the picture and nothing else', () => {
    expect(mapLegendOf(laid('status')).map(({ sign, boxes, lines }) => [sign.shape, boxes, lines])).toEqual([
      ['tone:undocumented', 1, 0],
      ['tone:incomplete', 0, 1],
      ['tone:withheld', 0, 1],
    ]);
    expect(mapLegendOf(laid('grade')).map(({ sign }) => sign.shape)).toEqual(['level:1', 'level:2', 'level:5']);
    expect(mapLegendOf(laid('freshness')).map(({ sign }) => sign.shape)).toEqual(['age:0', 'age:3']);
    expect(mapLegendOf(laid('owner')).map(({ sign }) => sign.words)).toEqual(['nobody recorded', 'Team']);
    expect(drawingSignsOf(view, new Set(['system:lab']))).toEqual(['flow', 'serves', 'chip', 'pin']);
    const folded = foldGroups(view, 'organization', new Set());
    expect(drawingSignsOf(folded, new Set())[0]).toBe('group');
  });

  it('give owners initials that differ', () => {
    expect([
      ...initialsOf(['Health information management', 'Pharmacy', 'Phases', 'Home infusion of medicine', '!']),
    ]).toEqual([
      ['Health information management', 'HIM'],
      ['Pharmacy', 'Pha'],
      ['Phases', 'Ph'],
      ['Home infusion of medicine', 'Hom'],
      ['!', '2'],
    ]);
  });

  it('show ages relative to what is there where all of it is about as old', () => {
    const written = (days: readonly string[]) =>
      layOver(
        buildMapView(
          {
            asOf: '2026-11-30',
            nodes: days.map((date, at) => mapSystem(`s${at}`, { updatedAt: `${date}T10:00:00Z` })),
            edges: [],
          },
          new Map(),
        ),
        'freshness',
        { asOf: '2026-11-30', className: undefined },
      ).boxes.map(({ sign }) => sign?.words);
    expect(written(['2026-11-30', '2026-11-30'])).toEqual(Array(2).fill('written in the last 90 days'));
    expect(written(['2026-11-01', '2026-11-02', '2026-11-29'])).toEqual([
      'written 2026-11-01 to 2026-11-02',
      'written 2026-11-01 to 2026-11-02',
      'written 2026-11-29',
    ]);
    expect(written(['2026-11-01', '2020-11-29'])).toEqual([
      'written in the last 90 days',
      'written more than two years ago',
    ]);
  });

  it('tell what holds, carries and releases a class apart, and from a status', () => {
    const held = buildMapView(
      {
        ...smallMap,
        nodes: smallMap.nodes.map((node) => ({ ...node, ofClass: true })),
        edges: smallMap.edges.map((edge) => ({ ...edge, ofClass: true })),
      },
      new Map(),
    );
    const laidOver = layOver(held, 'class', { asOf: '2026-11-30', className: 'Laboratory' });
    expect(mapLegendOf(laidOver).map(({ sign }) => [sign.shape, sign.words])).toEqual([
      ['holds', 'holds Laboratory'],
      ['carries', 'carries Laboratory'],
      ['releases', 'releases Laboratory'],
    ]);
  });

  it('do not deny a class where only a part of it is recorded', () => {
    const held = buildMapView(
      {
        ...smallMap,
        nodes: smallMap.nodes.map((node) => ({ ...node, ofClass: false, ofPart: true })),
        edges: smallMap.edges.map((edge) => ({ ...edge, ofClass: false, ofPart: true })),
      },
      new Map(),
    );
    const laidOver = layOver(held, 'class', { asOf: '2026-11-30', className: 'Laboratory' });
    expect(box(laidOver, 'system:lab')).toMatchObject({
      emphasis: 'normal',
      sign: { shape: 'part', words: 'holds part of Laboratory' },
    });
    expect(laidOver.lines.find((line) => line.kind === 'flow')?.sign?.words).toBe('carries part of Laboratory');
  });

  it('quieten what has nothing of the class', () => {
    const classes = laid('class');
    expect(box(classes, 'system:lab')).toMatchObject({ emphasis: 'normal', sign: { words: 'holds Laboratory' } });
    expect(box(classes, 'system:payer')?.emphasis).toBe('dim');
    expect(classes.lines.map((line) => line.emphasis)).toEqual(['normal', 'dim', 'dim', 'dim']);
  });

  it('tell the worst of a folded group', () => {
    const grades = foldGroups(laid('grade'), 'organization', new Set());
    expect(box(grades, 'group:organization:hospital')?.sign?.shape).toBe('level:1');
    const two = { ...smallMap, nodes: [mapSystem('a', { custodian: 'A' }), mapSystem('b', { custodian: 'B' })] };
    const owners = layOver(buildMapView(two, new Map()), 'owner', { asOf: '2026-11-30', className: undefined });
    expect(foldGroups(owners, 'organization', new Set()).boxes[0]?.sign?.words).toBe('several owners');
  });
});

describe('a way', () => {
  it('is lit up with its lines, and its groups when they are folded', () => {
    const lit = highlightWay(view, {
      steps: [
        { concept: 'SYSTEM', id: 'lab' },
        { concept: 'SYSTEM', id: 'ehr' },
        { concept: 'ACCESS_CHANNEL', id: 'portal' },
      ],
      flows: [],
    });
    expect(lit.lines.filter((line) => line.emphasis === 'path').map((line) => line.id)).toEqual([
      'lab>ehr',
      'ehr>>portal',
    ]);
    expect(box(lit, 'system:payer')?.emphasis).toBe('dim');
    expect(box(foldGroups(lit, 'organization', new Set()), 'group:organization:hospital')?.emphasis).toBe('path');
  });
});

describe('the outline of a map', () => {
  it('has lanes, their things, and the lines of an opened thing with their other ends', () => {
    const rows = mapOutline(view, undefined, { ...outlineState, opened: new Set(['system:ehr']) });
    expect(rows.map((row) => `${row.level} ${row.name}`)).toEqual([
      '1 Lane: Origin',
      '2 The lab',
      '1 Lane: Holds a copy',
      '2 The ehr',
      '3 to The payer',
      '3 to The portal',
      '3 from The lab',
      '2 The payer',
      '1 Lane: Access channels',
      '2 The portal',
    ]);
    expect(rows.find((row) => row.name === 'from The lab')).toMatchObject({
      otherEnd: 'system:lab',
      target: 'lab>ehr',
    });
  });

  it('has groups, folded ones as things that can be selected and opened', () => {
    const rows = mapOutline(foldGroups(view, 'organization', new Set()), 'organization', outlineState);
    expect(rows.map((row) => [row.name, row.group, row.target, row.expanded])).toEqual([
      ['Hospital', 'group:organization:hospital', 'group:organization:hospital', false],
      ['Plan', undefined, undefined, true],
      ['The payer', undefined, 'system:payer', false],
    ]);
  });

  it('finds things in folded groups by name, id, kind and vendor, and keeps an open group as one row that can be selected', () => {
    const folded = foldGroups(view, 'organization', new Set());
    const groupBoxes = folded.boxes.filter((each) => each.kind === 'group');
    const found = (find: string) =>
      mapOutline(folded, 'organization', { ...outlineState, find }, { full: view, groupBoxes });
    expect(found('portal').map((row) => row.name)).toEqual(['Hospital', 'The portal']);
    expect(firstFound(found('portal'))?.target).toBe('channel:portal');
    expect(firstFound(found('EHR'))?.target).toBe('system:ehr');
    expect(firstFound(found('hosp'))?.target).toBe('group:organization:hospital');
    expect(found('other').filter((row) => row.level === 2).length).toBeGreaterThan(0);
    expect(found('nothing at all')).toEqual([]);
    const open = mapOutline(view, 'organization', outlineState, { full: view, groupBoxes });
    expect(open[0]).toMatchObject({ target: 'group:organization:hospital', expanded: true });
  });

  it('counts what is marked as the headline, the group boxes and the table of rows do', () => {
    for (const by of ['organization', 'vendor', 'zone', 'custodian'] as const) {
      const folded = foldGroups(view, by, new Set());
      const groupBoxes = folded.boxes.filter((each) => each.kind === 'group');
      const marks = sumOfMarks([...folded.boxes, ...folded.lines]);
      expect(marks).toEqual(sumOfMarks([...view.boxes, ...view.lines]));
      expect(mapSentence(view, folded)).toContain(marksWords(marks));
      for (const group of groupBoxes) {
        const short = marksInShort(group.marks);
        const closed = mapOutline(folded, by, outlineState).find((row) => row.target === group.id);
        const open = mapOutline(view, by, outlineState, { full: view, groupBoxes }).find(
          (row) => row.target === group.id,
        );
        expect(group.marks.restrictions).toBe(group.marked);
        expect(open?.status).toBe(closed?.status);
        if (short === undefined) continue;
        expect(group.detail).toContain(short);
        expect(closed?.status).toContain(short);
        expect(group.sentence).toContain(marksWords(group.marks));
      }
    }
  });

  it('is narrowed to what is called so', () => {
    const rows = mapOutline(view, undefined, { ...outlineState, find: 'PAY' });
    expect(rows.map((row) => row.name)).toEqual(['Lane: Holds a copy', 'The payer']);
  });
});

describe('the table of a map', () => {
  it('has a row for each thing and line, after what it is', () => {
    const rows = mapRows(view, { title: 'Map', sentence: 'All.', facts: ['As of 2026-11-30'] });
    expect(rows).toHaveLength(2 + 4 + 4);
    expect(rows[0]?.[0]).toContain('counsel decides');
    expect(rows.slice(1).every((row) => row.length === 15)).toBe(true);
  });

  it('names every flow of a line', () => {
    const two = mapLine('lab', 'ehr');
    const double = buildMapView({ ...smallMap, edges: [{ ...two, flows: [...two.flows, ...two.flows] }] }, new Map());
    expect(mapRows(double, { title: '', sentence: '', facts: [] }).at(-1)?.[2]).toBe('lab to ehr; lab to ehr');
  });
});
