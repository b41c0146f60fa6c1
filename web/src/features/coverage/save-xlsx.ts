import writeXlsxFile from 'write-excel-file/universal';

/** Returns a table of texts as an XLSX file: the first row stays in view. Every cell is text, so that none is taken for a formula. */
export const toXlsx = (rows: readonly (readonly string[])[], sheet: string): Promise<Blob> => {
  const [head = [], ...others] = rows;
  const text = (value: string, extra: { readonly fontWeight?: 'bold' } = {}) => ({ value, type: String, ...extra });
  const data = [
    head.map((value) => ({ ...text(value, { fontWeight: 'bold' }), wrap: true, alignVertical: 'top' as const })),
    ...others.map((row) => row.map((value) => text(value))),
  ];
  const columns = head.map((_, at) => ({ width: Math.max(14, Math.min(48, widest(others, at))) }));
  return writeXlsxFile(data, { sheet, columns, stickyRowsCount: 1 }).toBlob();
};

const widest = (rows: readonly (readonly string[])[], at: number): number =>
  rows.reduce((width, row) => Math.max(width, (row[at] ?? '').length + 2), 0);
