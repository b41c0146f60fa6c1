import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadRulePacks } from '../../server/src/app/load-rule-packs.ts';
import { must } from '../kit/seed-graph.ts';
import { projectRoot } from '../rules/project-files.ts';
import { goldenCases, judgeCase } from './golden-case.ts';

const schema = join(projectRoot, 'schema');
const catalogues = must(await loadCatalogues(schema));
const packs = must(await loadRulePacks(schema, catalogues));
const cases = goldenCases();

describe('golden cases', () => {
  it('are as many as the fact base has, each id once', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it.each(cases.map((golden) => [`${golden.id} ${golden.title}`, golden] as const))('%s', (_, golden) => {
    const { parts } = judgeCase(golden, catalogues, packs);
    const found = parts.flatMap(({ classes, audiences, verdict, documentation }) =>
      (classes.length === 0 ? ['*'] : classes).flatMap((dataClass) =>
        (audiences.length === 0 ? ['*'] : audiences).map((audience) => ({
          dataClass,
          audience,
          verdict,
          documentation,
        })),
      ),
    );
    const { limits, audiences: everyone } = golden.restriction;
    const wanted = golden.expect.flatMap((each) =>
      (each.classes ?? (limits.length === 0 ? ['*'] : limits)).flatMap((dataClass) =>
        (each.audiences ?? (everyone.length === 0 ? ['*'] : everyone)).map((audience) => ({
          dataClass,
          audience,
          verdict: each.verdict,
          documentation: each.documentation ?? expect.any(String),
        })),
      ),
    );
    const order = (a: { dataClass: string; audience: string }, b: { dataClass: string; audience: string }): number =>
      `${a.dataClass} ${a.audience}` < `${b.dataClass} ${b.audience}` ? -1 : 1;
    expect(found.toSorted(order), JSON.stringify(parts, null, 1)).toEqual(wanted.toSorted(order));
  });
});
