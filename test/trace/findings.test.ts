import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { projectFolder } from '../../server/src/config.ts';
import { findFindings, findingRules, type Finding } from '../../server/src/domain/findings/index.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';

interface Planted {
  readonly kind: string;
  readonly entities: readonly Readonly<Record<string, string>>[];
}

const asOf = '2026-11-21';
const catalogues = must(await loadCatalogues(join(projectFolder, 'schema')));
const find = (graph: EhiGraph): readonly Finding[] =>
  findFindings({ index: createTraceIndex(graph), catalogues, asOf });

describe.each(['clinic', 'regional-hospital'])('findings in %s', (name) => {
  const { defects } = parse(readFileSync(join(projectFolder, 'seeds', 'planted', `${name}.yaml`), 'utf8')) as {
    readonly defects: readonly Planted[];
  };
  let graph: EhiGraph;
  let findings: readonly Finding[];
  beforeAll(async () => {
    graph = await seedGraph(name as 'clinic' | 'regional-hospital');
    findings = find(graph);
  });

  it.each([...new Set(defects.map(({ kind }) => kind))])('%s: those planted, none missed, none extra', (kind) => {
    const planted = defects
      .filter((defect) => defect.kind === kind)
      .map(({ entities }) =>
        entities
          .flatMap((entity) => Object.entries(entity).map((pair) => pair.join('=')))
          .sort()
          .join(' '),
      );
    const found = findings
      .filter(({ rule }) => rule === kind)
      .map(({ entities }) =>
        entities
          .map((entity) => `${entity.kind}=${entity.id}`)
          .sort()
          .join(' '),
      );
    expect(found.toSorted()).toEqual(planted.toSorted());
  });

  it('come from rules whose every kind is planted somewhere, each with one sentence and an id of its own', () => {
    expect(findings).toHaveLength(defects.length);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    for (const { explanation } of findings) expect(explanation).toMatch(/\.$/);
  });

  it('are the same for the same facts in another order', () => {
    const turned = Object.fromEntries(
      Object.entries(graph).map(([key, value]) => [
        key,
        value instanceof Map ? new Map([...(value as Map<string, unknown>)].toReversed()) : value,
      ]),
    ) as unknown as EhiGraph;
    expect(find(turned)).toEqual(findings);
  });
});

it('every rule has an id, a version and a level of its own', () => {
  expect(new Set(findingRules.map(({ id }) => id)).size).toBe(findingRules.length);
  expect(findingRules.every(({ version }) => version > 0)).toBe(true);
});
