/** A queue that gives the least first; of equals the one that was put in first. */
export interface Heap<T> {
  readonly push: (item: T, cost: number) => void;
  readonly pop: () => T | undefined;
  /** The least cost in it; `undefined` of an empty one. */
  readonly least: () => number | undefined;
}

interface Entry<T> {
  readonly item: T;
  readonly cost: number;
  readonly at: number;
}

/** Returns an empty queue. */
export const createHeap = <T>(): Heap<T> => {
  const entries: Entry<T>[] = [];
  let pushed = 0;
  const isBefore = (a: Entry<T>, b: Entry<T>): boolean => a.cost < b.cost || (a.cost === b.cost && a.at < b.at);
  const swap = (a: number, b: number): void => {
    [entries[a], entries[b]] = [entries[b] as Entry<T>, entries[a] as Entry<T>];
  };
  return {
    push: (item, cost) => {
      entries.push({ item, cost, at: (pushed += 1) });
      for (let child = entries.length - 1; child > 0;) {
        const parent = (child - 1) >> 1;
        if (!isBefore(entries[child] as Entry<T>, entries[parent] as Entry<T>)) break;
        swap(child, parent);
        child = parent;
      }
    },
    pop: () => {
      const [top] = entries;
      const last = entries.pop();
      if (top === undefined || last === undefined || entries.length === 0) return top?.item;
      entries[0] = last;
      for (let parent = 0; ;) {
        let least = parent;
        for (const child of [2 * parent + 1, 2 * parent + 2])
          if (child < entries.length && isBefore(entries[child] as Entry<T>, entries[least] as Entry<T>)) least = child;
        if (least === parent) return top.item;
        swap(parent, least);
        parent = least;
      }
    },
    least: () => entries[0]?.cost,
  };
};
