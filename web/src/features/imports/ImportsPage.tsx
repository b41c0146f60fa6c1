import { useEffect, useRef, type ReactNode } from 'react';
import { statement } from '../../graph-model/statement.ts';
import { counted } from '../../graph-model/words.ts';
import { useAnnounce } from '../../ui/live.ts';
import { OnlyNow } from '../../view/OnlyNow.tsx';
import { useView } from '../../view/use-view.ts';
import { DropZone } from './DropZone.tsx';
import { ImportCard } from './ImportCard.tsx';
import { isTried } from './import-entry.ts';
import { importQueue } from './import-queue.ts';
import { RunList } from './RunList.tsx';
import { useImportQueue } from './use-import-queue.ts';
import './imports.css';

/** Files to import, one card each, and the imports there were. */
export const ImportsPage = (): ReactNode => {
  const entries = useImportQueue();
  const announce = useAnnounce();
  const { isReadOnly } = useView();
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = 'Imports · EHI Atlas';
  }, []);
  const add = (files: readonly File[]): void => {
    importQueue.add(files);
    announce(`${counted(files.length, 'file')} taken. ${files.length === 1 ? 'It is' : 'They are'} tried first.`);
  };
  const ready = entries.filter((entry) => isTried(entry) && !entry.tried?.report.alreadyImported);
  const written = entries
    .filter(({ step }) => step.at === 'imported' || (step.at === 'failed' && step.attempt === 'import'))
    .map(({ id }) => id)
    .join(' ');
  return (
    <main className="home imports-page" id="main">
      <h1>Imports</h1>
      <OnlyNow>
        <DropZone chooser={chooser} onFiles={add} />
      </OnlyNow>
      {entries.length === 0 || isReadOnly ? null : (
        <section className="import-cards" aria-labelledby="import-files">
          <div className="row spread">
            <h2 id="import-files">{counted(entries.length, 'file')} on this page</h2>
            {ready.length < 2 ? null : (
              <button
                type="button"
                className="button"
                onClick={() => {
                  for (const { id } of ready) importQueue.importNow(id);
                  announce(`Importing ${counted(ready.length, 'file')}, one after the other.`);
                  chooser.current?.focus();
                }}
              >
                Import all {ready.length} that were tried
              </button>
            )}
          </div>
          {entries.map((entry) => (
            <ImportCard
              key={entry.id}
              entry={entry}
              onRemove={() => {
                importQueue.remove(entry.id);
                announce(`${entry.file.name} taken off the page.`);
                chooser.current?.focus();
              }}
            />
          ))}
        </section>
      )}
      <RunList written={written} />
      <p className="quiet">{statement}</p>
    </main>
  );
};
