import { useMemo, useState, type ReactNode } from 'react';
import { VirtualTable, type TableColumn } from './VirtualTable.tsx';

/** A column of a table of things: the text by which rows are sorted, and what its cells show where that is not the text. */
export interface SortedColumn<T> extends TableColumn {
  readonly text: (thing: T) => string;
  readonly show?: (thing: T) => ReactNode;
}

/** A long table of things that is sorted by any of its columns, by the first one to begin with. Numbers within the texts count as numbers. */
export const SortedTable = <T extends { readonly id: string }>(props: {
  readonly label: string;
  readonly columns: readonly SortedColumn<T>[];
  readonly things: readonly T[];
  /** Which rows are set off from the others. Keep its identity from one rendering to the next. */
  readonly isMarked: (thing: T) => boolean;
}): ReactNode => {
  const { columns, things, isMarked } = props;
  const [sort, setSort] = useState({ key: columns[0]?.key ?? '', descending: false });
  const rows = useMemo(() => {
    const by = columns.find(({ key }) => key === sort.key);
    const textOf = by?.text ?? ((): string => '');
    const sorted = things.toSorted((a, b) => textOf(a).localeCompare(textOf(b), 'en', { numeric: true }));
    return (sort.descending ? sorted.toReversed() : sorted).map((thing) => ({
      key: thing.id,
      marked: isMarked(thing),
      cells: columns.map(({ text, show }) => (show === undefined ? text(thing) : show(thing))),
    }));
  }, [columns, things, sort, isMarked]);
  return (
    <VirtualTable
      label={props.label}
      columns={columns}
      rows={rows}
      sort={sort}
      onSort={(key) => setSort({ key, descending: sort.key === key && !sort.descending })}
    />
  );
};
