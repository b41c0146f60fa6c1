import { useEffect, useEffectEvent, useId, useState, type ReactNode, type RefObject } from 'react';
import { counted } from '../../graph-model/words.ts';
import { ImportKinds } from './ImportKinds.tsx';

/** Where files are dropped or chosen. They may be dropped anywhere on the page. */
export const DropZone = (props: {
  readonly chooser: RefObject<HTMLInputElement | null>;
  readonly onFiles: (files: readonly File[]) => void;
}): ReactNode => {
  const id = useId();
  const [trouble, setTrouble] = useState<string>();
  const take = (files: readonly File[], folders: number): void => {
    setTrouble(
      folders === 0
        ? undefined
        : `${counted(folders, 'folder')} left out: folders cannot be imported. Drop the files in them.`,
    );
    if (files.length > 0) props.onFiles(files);
  };
  const isOver = useDrop(take);
  return (
    <section className={isOver ? 'drop-zone drop-over' : 'drop-zone'} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{isOver ? 'Let go to try the files' : 'Drop files here'}</h2>
      <p id={`${id}-hint`}>
        Exports, schemas, statements and lists of systems. Each is tried first: nothing is written before you say so.
      </p>
      <div className="chooser">
        <input
          ref={props.chooser}
          id={`${id}-files`}
          className="unseen"
          type="file"
          multiple
          aria-describedby={`${id}-hint`}
          onKeyDown={(event) => {
            // It looks like a button, and not every browser opens it by the key that presses one.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            event.currentTarget.click();
          }}
          onChange={(event) => {
            take([...(event.target.files ?? [])], 0);
            // The same file can be chosen again.
            event.target.value = '';
          }}
        />
        <label htmlFor={`${id}-files`} className="button primary">
          Choose files
        </label>
      </div>
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
      <ImportKinds />
    </section>
  );
};

/** Takes what is dropped anywhere on the page, so that a browser never leaves it for a file. Tells whether files are held over it. */
const useDrop = (onDrop: (files: readonly File[], folders: number) => void): boolean => {
  const [isOver, setIsOver] = useState(false);
  const dropped = useEffectEvent(onDrop);
  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Going from one thing of the page to another is no leaving.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      if (!carriesFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file');
      const folders = items.filter((item) => item.webkitGetAsEntry()?.isDirectory === true);
      const files = items.filter((item) => !folders.includes(item)).flatMap((item) => item.getAsFile() ?? []);
      dropped(files, folders.length);
    };
    const abort = new AbortController();
    const { signal } = abort;
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('drop', drop, { signal });
    return () => abort.abort();
  }, []);
  return isOver;
};
