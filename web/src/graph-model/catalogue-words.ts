/** The names of catalogue codes, as far as they are known. */
export type KindNames = ReadonlyMap<string, string>;

/** The name of a catalogue code, or its short form while the catalogue is not there or does not know it. */
export const kindName = (kind: string, names: KindNames | undefined): string => names?.get(kind) ?? kindCode(kind);

/** A catalogue code without its prefix (`SYS-LIS` gives `LIS`), in lower case where it is long: for where there is no room for the name. */
export const kindCode = (kind: string): string => {
  const tail = kind.replace(/^[A-Z]{2,4}-/, '').replaceAll('-', ' ');
  return tail.length <= 5 ? tail : tail.toLowerCase();
};

/** Whether a thing's own name already says its kind. */
export const saysKind = (name: string, kind: string): boolean => name.toLowerCase().includes(kind.toLowerCase());
