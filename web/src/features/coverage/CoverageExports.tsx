import { useState, type ReactNode } from 'react';
import { toCsv } from '../../graph-model/csv.ts';
import { coverageTable } from '../../graph-model/coverage/coverage-table.ts';
import type { CoverageView } from '../../graph-model/coverage/coverage-view.ts';
import { download, downloadCsv } from '../../ui/download.ts';
import { useAnnounce } from '../../ui/live.ts';
import { useExportCommands } from '../../ui/use-export-commands.ts';
import { FreezeButton } from '../../view/FreezeButton.tsx';
import { withoutIds } from '../../view/saved-about.ts';
import { useView } from '../../view/use-view.ts';

/** Saves the whole matrix, what is out of view included, as it is filtered, grouped and ordered. `about`: what it is, in sentences. */
export const CoverageExports = (props: {
  readonly view: CoverageView;
  readonly asOf: string;
  readonly about: readonly string[];
  readonly disabled: boolean;
}): ReactNode => {
  const announce = useAnnounce();
  const [trouble, setTrouble] = useState<string>();
  const { namesHidden } = useView();
  const rows = (): readonly (readonly string[])[] => {
    const table = coverageTable(props.view, props.about);
    return namesHidden ? withoutIds(table, 0, (title) => title === 'Id') : table;
  };
  const name = `coverage-${props.asOf}`;
  const saveCsv = (): void => {
    downloadCsv(`${name}.csv`, toCsv(rows()));
    announce('CSV saved.');
  };
  const saveXlsx = async (): Promise<void> => {
    setTrouble(undefined);
    try {
      // What writes the file is loaded with the first one.
      const { toXlsx } = await import('./save-xlsx.ts');
      download(`${name}.xlsx`, await toXlsx(rows(), 'Coverage'));
      announce('XLSX saved.');
    } catch {
      setTrouble(
        'The XLSX file could not be made: the part of the page that writes it did not load. Try again, or save CSV.',
      );
    }
  };
  const { disabled } = props;
  useExportCommands(
    disabled
      ? []
      : [
          { title: 'Save the matrix as CSV', run: saveCsv },
          { title: 'Save the matrix as XLSX', run: () => void saveXlsx() },
        ],
  );
  return (
    <div className="exports">
      <button type="button" className="button" disabled={disabled} onClick={saveCsv}>
        Save CSV
      </button>
      <button type="button" className="button" disabled={disabled} onClick={() => void saveXlsx()}>
        Save XLSX
      </button>
      <FreezeButton className="button" />
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
};
