const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Returns a new id as the server makes them: 26 letters, the time first. It needs no secure context. */
export const newId = (): string => {
  let time = Date.now();
  let text = '';
  for (let at = 0; at < 10; at += 1) {
    text = `${letters[time % 32]}${text}`;
    time = Math.floor(time / 32);
  }
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) text += letters[byte % 32];
  return text;
};
