/** The workshop and the person of a source `workshop:<workshop id>/<person>`; `undefined` for every other source. */
export const workshopSourceOf = (
  source: string,
): { readonly workshop: string; readonly person: string } | undefined => {
  const [, workshop, person] = /^workshop:([A-Za-z0-9][A-Za-z0-9._:-]{0,127})\/(.+)$/s.exec(source) ?? [];
  return workshop === undefined || person === undefined ? undefined : { workshop, person };
};

/** A source as it is read: "<person>, in workshop <name>", by the id while or where there is no name; every other source as it is. */
export const sourceWords = (source: string, workshopName: string | undefined): string => {
  const found = workshopSourceOf(source);
  return found === undefined ? source : `${found.person}, in workshop ${workshopName ?? found.workshop}`;
};
