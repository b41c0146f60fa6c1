/** The largest file the server keeps, in bytes. */
const largest = 20 * 1024 * 1024;

/** The bytes of a file as base64, or why not in words. A file that is too large is not read at all. */
export const readFileAsBase64 = async (
  file: Blob,
  name: string,
): Promise<{ readonly ok: true; readonly value: string } | { readonly ok: false; readonly error: string }> => {
  if (file.size > largest) {
    return {
      ok: false,
      error: `“${name}” has ${(file.size / 1024 / 1024).toFixed(1)} MiB; at most 20 are kept. Give a link to it instead.`,
    };
  }
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(String(reader.result)));
      reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
      reader.readAsDataURL(file);
    });
    return { ok: true, value: url.slice(url.indexOf(',') + 1) };
  } catch {
    return {
      ok: false,
      error: `“${name}” could not be read. Check that it is still there, then choose it again.`,
    };
  }
};
