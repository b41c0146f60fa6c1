import type { Id } from '../model/entity.ts';

const windowsDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Returns the file name of each system id, `<id>.yaml`. Characters that some file systems could not hold or tell
 * apart (a colon, the first letter of a device name, capitals where two ids differ in case only) are percent-encoded.
 */
export const systemFileNames = (ids: readonly Id[]): ReadonlyMap<Id, string> => {
  const countByLowerCase = new Map<string, number>();
  for (const id of ids) countByLowerCase.set(id.toLowerCase(), (countByLowerCase.get(id.toLowerCase()) ?? 0) + 1);
  return new Map(
    ids.map((id) => {
      const shared = (countByLowerCase.get(id.toLowerCase()) ?? 0) > 1;
      const device = windowsDevice.test(id);
      const isUnsafe = (character: string, index: number): boolean =>
        character === ':' || (device && index === 0) || (shared && /[A-Z]/.test(character));
      return [id, `${[...id].map((c, index) => (isUnsafe(c, index) ? percentEncode(c) : c)).join('')}.yaml`];
    }),
  );
};

/** Returns the system id that a file name of `systemFileNames` stands for. Total: a `%` that encodes nothing stays. */
export const systemIdOfFileName = (name: string): Id =>
  name
    .replace(/\.yaml$/, '')
    .replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const percentEncode = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
