import { describe, expect, it } from 'vitest';
import { reconciliationOf } from '../../server/src/app/reconciliation-of.ts';
import { findFindings } from '../../server/src/domain/findings/index.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import { must } from '../kit/seed-graph.ts';
import { now, openImports } from './import-kit.ts';

const documentation =
  'Table,Column,Description\nPATIENT,PAT_ID,The patient\nPATIENT,NAME,Name\nORDER_RESULTS,PAT_ID,The patient\nORDER_RESULTS,VALUE,Value of a lab result\nSOCIAL_HX,PAT_ID,The patient\n';
const files = 'PATIENT.tsv\nORDER_RESULTS.tsv\nLOCAL_REGISTRY.tsv\n';

describe('the files of an export against its documentation', () => {
  it('shows files nobody documented and documented tables without a file', async () => {
    const { run, graph, catalogues } = await openImports();
    const options = { systemName: 'Northwind EHR' };
    const send = async (fileName: string, text: string) =>
      must(await run({ fileName, bytes: Buffer.from(text), options }));
    expect((await send('docs.csv', documentation)).kind).toBe('ehi-export-docs');
    const asOf = now.slice(0, 10);
    const gaps = async () =>
      reconciliationOf(await graph(), catalogues, asOf).declaredOnly.map(({ name, why }) => `${name}: ${why}`);
    expect(await gaps()).toEqual([]);
    expect((await send('files.txt', files)).kind).toBe('export-file-list');
    expect(await gaps()).toEqual([expect.stringMatching(/^Export of Northwind EHR: .*1 tables.*SOCIAL_HX/)]);
    const found = findFindings({ index: createTraceIndex(await graph()), catalogues, asOf }).filter(
      ({ rule }) => rule === 'uninventoried',
    );
    expect(found.map(({ explanation }) => explanation)).toContainEqual(
      expect.stringMatching(/export of "Northwind EHR" has files for 1 tables.*LOCAL_REGISTRY/),
    );
    // Once it is documented, the finding is gone.
    await send('docs-2.csv', `${documentation}LOCAL_REGISTRY,PAT_ID,The patient\n`);
    const after = findFindings({ index: createTraceIndex(await graph()), catalogues, asOf });
    expect(after.some(({ explanation }) => explanation.includes('LOCAL_REGISTRY'))).toBe(false);
  });
});
