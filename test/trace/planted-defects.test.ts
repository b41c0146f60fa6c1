import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { isLiveOn } from '../../server/src/domain/model/entity.ts';
import { createTraceIndex, trace, type TraceAnswer } from '../../server/src/domain/trace/index.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';

/** A defect as `seeds/planted/<name>.yaml` lists it. */
interface Planted {
  readonly kind: string;
  readonly entities: readonly Readonly<Record<string, string>>[];
}

const asOf = '2026-11-21';

/** What the lists of a kind come to: the named entities of each defect, as text, sorted. */
const listed = (planted: readonly Planted[], kind: string, ...concepts: readonly string[]): readonly string[] =>
  planted
    .filter((defect) => defect.kind === kind)
    .map(({ entities }) =>
      concepts.map((concept) => entities.find((entity) => concept in entity)?.[concept] ?? '?').join(' '),
    )
    .sort();

describe.each(['clinic', 'regional-hospital'] as const)(
  'traces of %s find the planted defects, none missed, none extra',
  (name) => {
    const planted = (
      parse(readFileSync(new URL(`../../seeds/planted/${name}.yaml`, import.meta.url), 'utf8')) as {
        readonly defects: readonly Planted[];
      }
    ).defects;
    let graph: EhiGraph;
    /** The answer for each class of the record set, its parts left out. */
    let answers: readonly TraceAnswer[];

    beforeAll(async () => {
      graph = await seedGraph(name);
      const index = createTraceIndex(graph);
      answers = [...graph.DataClass.values()]
        .filter(({ level, drsStatus }) => level === 'CLASS' && drsStatus !== 'NO' && drsStatus !== 'EXCLUDED')
        .flatMap(({ id }) => must(trace(index, { dataClass: id, asOf })).answers.slice(0, 1));
    });

    it('has enough of them to mean something', () => {
      expect(planted.length).toBeGreaterThan(name === 'clinic' ? 20 : 80);
      expect(answers.length).toBeGreaterThan(name === 'clinic' ? 10 : 80);
    });

    it('restrictions without a claim', () => {
      const index = createTraceIndex(graph);
      const undocumented = new Set<string>();
      for (const id of graph.DataClass.keys()) {
        for (const answer of must(trace(index, { dataClass: id, asOf })).answers) {
          for (const { restriction, documentation } of answer.restrictions)
            if (documentation === 'NONE') undocumented.add(restriction);
        }
      }
      expect([...undocumented].sort()).toEqual(listed(planted, 'undocumented-restriction', 'restriction'));
    });

    it('classes without an origin', () => {
      const unknown = answers.filter(({ originUnknown }) => originUnknown).map(({ id }) => id);
      expect(unknown.sort()).toEqual(listed(planted, 'no-origin', 'dataClass'));
      expect(unknown).toEqual(listed(planted, 'origin-unknown', 'dataClass'));
    });

    it('unexplained copies', () => {
      const copies = answers.flatMap(({ id, starts }) =>
        starts.filter(({ kind }) => kind === 'UNEXPLAINED_COPY').map(({ system }) => `${id} ${system}`),
      );
      expect(copies.sort()).toEqual(listed(planted, 'unexplained-copy', 'dataClass', 'system'));
    });

    it('stranded starts', () => {
      const stranded = answers.flatMap((answer) =>
        answer.starts
          .filter(({ system }) => answer.stranded.includes(system))
          .map(({ system }) => `${answer.id} ${system}`),
      );
      expect(stranded.sort()).toEqual(listed(planted, 'stranded-ehi', 'dataClass', 'system'));
    });

    it('channels for nobody', () => {
      const nobody = [...graph.AccessChannel.values()].filter(
        (channel) => isLiveOn(channel, asOf) && channel.audiences.length === 0,
      );
      expect(nobody.map(({ id }) => id).sort()).toEqual(listed(planted, 'channel-without-audience', 'channel'));
    });
  },
);
