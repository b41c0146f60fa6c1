/** A segment as far as it is looked at: its name, the character behind it, and the needed fields that it has. */
export interface PickedSegment {
  readonly name: string;
  readonly separator: string;
  readonly picked: ReadonlyMap<number, string>;
}

/** Picks fields out of segments that come in pieces. `add` takes text of the segment, `take` ends it and gives what was picked (both mutate). */
export interface FieldPicker {
  readonly add: (text: string, from: number, to: number) => void;
  readonly take: () => PickedSegment;
}

/** As much of a field as can matter; a longer one is cut. */
const longestField = 1_000;

const noFields: ReadonlyMap<number, string> = new Map();

/**
 * Returns a picker for fields by the name of their segment. Only names of segments and those fields are ever copied out of the text; it
 * steps over the others without making a value of them. Headers count their own separator as field 1, as HL7 does. The numbers must rise.
 */
export const createFieldPicker = (needed: Readonly<Record<string, readonly number[]>>): FieldPicker => {
  let [name, separator] = ['', ''];
  let field = 0;
  let wanted: readonly number[] = [];
  let picked: Map<number, string> | undefined;

  const startFields = (): void => {
    const fields = Object.hasOwn(needed, name) ? needed[name] : undefined;
    if (fields === undefined) return;
    wanted = fields;
    field = name === 'MSH' || name === 'FHS' || name === 'BHS' ? 2 : 1;
    picked = new Map();
  };
  const addName = (text: string, from: number, to: number): number => {
    let at = from;
    while (at < to && name === '' && /[\s\p{Cc}\uFEFF]/u.test(text.charAt(at))) at += 1;
    while (at < to && name.length < 3) {
      name += text.charAt(at);
      at += 1;
    }
    if (at < to && name.length === 3) {
      separator = text.charAt(at);
      startFields();
      at += 1;
    }
    return at;
  };
  return {
    add: (text, from, to) => {
      let at = separator === '' ? addName(text, from, to) : from;
      if (separator === '') return;
      while (picked !== undefined && at < to && field <= (wanted.at(-1) ?? 0)) {
        const next = text.indexOf(separator, at);
        const end = next < 0 || next >= to ? to : next;
        if (wanted.includes(field)) {
          const before = picked.get(field) ?? '';
          picked.set(field, before + text.slice(at, Math.min(end, at + longestField - before.length)));
        }
        if (end < to) field += 1;
        at = end + 1;
      }
    },
    take: () => {
      const segment = { name, separator, picked: picked ?? noFields };
      [name, separator, picked] = ['', '', undefined];
      return segment;
    },
  };
};
