import type { Importer } from '../importer.ts';
import { describeColumns } from './describe-columns.ts';
import { lackingColumns, readSpreadsheet } from './read-spreadsheet.ts';
import { mayRead, recognise } from './recognise.ts';

/** Reads lists of systems, interfaces and data flows that people keep as CSV files or Excel workbooks. */
export const spreadsheetImporter: Importer = {
  kind: 'spreadsheet',
  title: 'List of systems, interfaces or data flows (CSV or Excel)',
  recognise,
  mayRead,
  lacks: (artefact, { columns }) => lackingColumns(artefact, columns ?? {}),
  fingerprint: async (artefact) => {
    const described = await describeColumns(artefact);
    return described.ok ? described.value.headers : undefined;
  },
  read: readSpreadsheet,
};

export { proposeColumns, type ChosenColumns, type ColumnsProposal, type ProposedColumn } from './columns.ts';
export { describeColumns, type ColumnProposal, type DescribedColumn, type DescribedTable } from './describe-columns.ts';
export { flowTargets, listNames, systemTargets, type ColumnTarget, type ListKind } from './targets.ts';
