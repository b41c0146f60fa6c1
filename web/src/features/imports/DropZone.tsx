import { useId, useState, type ReactNode } from 'react';

/** Where files are dropped or chosen: a field like any other for whoever has no mouse. */
export const DropZone = ({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): ReactNode => {
  const [over, setOver] = useState(false);
  const id = useId();
  return (
    <div
      className={`drop-zone${over ? ' drop-zone-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <label htmlFor={id}>Drop files here, or choose them</label>
      <input
        id={id}
        type="file"
        multiple
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      <p className="quiet">Nothing is written before you have seen what a file would change.</p>
    </div>
  );
};
