import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { projectFolder } from '../../server/src/config.ts';
import { claimStatusOn, currentAnswers } from '../../server/src/domain/claim/index.ts';
import type { WorkshopItem } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { isLiveOn } from '../../server/src/domain/model/entity.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import { countUnknowns, totalUnknown } from '../../server/src/domain/workshop/index.ts';
import { anyGraph } from '../kit/arbitraries.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';

const asOf = '2026-11-21';
const reading = loadCatalogues(join(projectFolder, 'schema')).then(must);
const counted = async (graph: EhiGraph) =>
  countUnknowns({ index: createTraceIndex(graph, new Set()), catalogues: await reading, asOf });

const unknownItem: WorkshopItem = {
  id: 'i',
  name: 'Nobody knows',
  workshop: 'w',
  kind: 'UNKNOWN',
  state: 'OPEN',
  agreedBy: [],
  objectedBy: [],
  revisions: [],
  source: 'J',
  grade: 'ASSERTED',
  recordedAt: asOf,
  createdAt: asOf,
  updatedAt: asOf,
  revision: 1,
};

describe('what is unknown in an inventory', () => {
  it('is counted as each kind is defined, in any inventory', async () => {
    const catalogues = await reading;
    let seen = 0;
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const counts = countUnknowns({ index: createTraceIndex(graph, new Set()), catalogues, asOf });
        const live = <T extends { startedOn?: string; endedOn?: string }>(things: ReadonlyMap<string, T>): T[] =>
          [...things.values()].filter((each) => isLiveOn(each, asOf));
        const classes = live(graph.DataClass).filter(({ level }) => level === 'CLASS');
        const claims = live(graph.Restriction).map((restriction) => ({
          restriction,
          counting: [...graph.BasisClaim.values()].filter(
            (claim) => claim.restriction === restriction.id && claimStatusOn(claim, asOf) !== undefined,
          ),
        }));
        const above = (id: string): string[] => {
          const parent = graph.DataClass.get(id)?.partOf;
          return parent === undefined ? [id] : [id, ...above(parent)];
        };
        const origins = live(graph.System).flatMap(({ holds }) =>
          holds.filter((hold) => hold.role === 'ORIGIN' && isLiveOn(hold, asOf)).map(({ dataClass }) => dataClass),
        );
        const hasOrigin = (id: string): boolean =>
          origins.some((origin) => above(id).includes(origin) || above(origin).includes(id));
        expect(counts).toMatchObject({
          CLASS_UNDECIDED: classes.filter(({ drsStatus }) => drsStatus === 'UNDECIDED').length,
          CLASS_WITHOUT_ORIGIN: classes.filter(
            ({ id, drsStatus }) => drsStatus !== 'NO' && drsStatus !== 'EXCLUDED' && !hasOrigin(id),
          ).length,
          CHANNEL_RELEASES: live(graph.AccessChannel).filter(
            ({ releases }) => releases.filter((link) => isLiveOn(link, asOf)).length === 0,
          ).length,
          RESTRICTION_GROUND: claims.filter(
            ({ restriction, counting }) => restriction.basis === 'UNKNOWN' || counting.length === 0,
          ).length,
          CONDITION_UNKNOWN: claims
            .flatMap(({ counting }) => counting)
            .flatMap((claim) => currentAnswers(claim))
            .filter(({ answer }) => answer === 'UNKNOWN').length,
          SYSTEM_CUSTODIAN: live(graph.System).filter(({ custodian }) => !custodian).length,
          SAID_UNKNOWN: live(graph.WorkshopItem).filter(({ kind, state }) => kind === 'UNKNOWN' && state === 'OPEN')
            .length,
        });
        seen = Math.max(seen, totalUnknown(counts));
      }),
      { numRuns: 150 },
    );
    expect(seen).toBeGreaterThan(5);
  });

  it('goes down when something becomes known, and up by what a workshop says nobody knows', async () => {
    const graph = await seedGraph('clinic');
    const before = await counted(graph);
    const [system] = [...graph.System.values()].filter(({ custodian }) => custodian !== undefined);
    const { custodian: _custodian, ...nameless } = must(
      system === undefined ? { ok: false, error: 'no system' } : { ok: true, value: system },
    );
    const after = await counted({ ...graph, System: new Map(graph.System).set(nameless.id, nameless) });
    expect(after.SYSTEM_CUSTODIAN).toBe(before.SYSTEM_CUSTODIAN + 1);
    expect({ ...after, SYSTEM_CUSTODIAN: 0 }).toEqual({ ...before, SYSTEM_CUSTODIAN: 0 });
    const said = await counted({ ...graph, WorkshopItem: new Map([['i', unknownItem]]) });
    expect(said).toEqual({ ...before, SAID_UNKNOWN: 1 });
  });
});
