/** Why a file cannot be read, in words, with what to do. */
export const whyUnreadable = (cause: unknown): string =>
  reasonByCode[String((cause as { readonly code?: unknown }).code)] ??
  (cause instanceof Error ? cause.message : String(cause));

const reasonByCode: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the name, and the folder this is run in.',
  ENOTDIR: 'a part of this path is a file and no folder. Check the name.',
  EISDIR: 'it is a folder. Name the files in it; an inventory folder is read with: atlas load DIR',
  EACCES: 'this user may not read it. Ask for permission, or copy it to where it may be read.',
  EPERM: 'this user may not read it. Ask for permission, or copy it to where it may be read.',
};
