/** The bytes of a base64 text; `undefined` where it is none. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  const bytes = Buffer.from(text, 'base64');
  // The decoder skips what is not base64; only a text that comes out as it went in was base64.
  return bytes.toString('base64').replace(/=+$/, '') === text.trim().replace(/=+$/, '') ? bytes : undefined;
};
