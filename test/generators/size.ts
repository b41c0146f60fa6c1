/** How large an inventory is made. The shape comes from what is known of real ones (`README.md` beside this file). */
export interface Size {
  readonly name: 'S' | 'M' | 'L';
  readonly systems: number;
  readonly flows: number;
  readonly classes: number;
  /** Elements of classes, one column of a table each. */
  readonly elements: number;
  /** The tables the elements are columns of. */
  readonly tables: number;
  readonly channels: number;
  readonly restrictions: number;
  /** How many of each kind of defect are planted. */
  readonly defects: number;
}

/** A clinic group, a health system, and a health system with the dictionary of a large EHR in it. */
export const sizes = {
  S: {
    name: 'S',
    systems: 60,
    flows: 400,
    classes: 120,
    elements: 0,
    tables: 0,
    channels: 20,
    restrictions: 40,
    defects: 3,
  },
  M: {
    name: 'M',
    systems: 800,
    flows: 4_000,
    classes: 200,
    elements: 8_000,
    tables: 900,
    channels: 60,
    restrictions: 300,
    defects: 10,
  },
  L: {
    name: 'L',
    systems: 800,
    flows: 4_000,
    classes: 200,
    elements: 72_000,
    tables: 8_700,
    channels: 60,
    restrictions: 300,
    defects: 10,
  },
} as const satisfies Readonly<Record<string, Size>>;
