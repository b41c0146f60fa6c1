/** The most ids that are told. */
const most = 200;

/** What is selected by an address: ids of the view. The trace selects one thing, the map several in a list. Pure. */
export const selectionOf = (url: URL): readonly string[] => {
  const text = url.searchParams.get('sel') ?? '';
  if (text === '') return [];
  const ids =
    url.pathname === '/map'
      ? text
          .split(',')
          .filter((id) => id !== '')
          .map((id) => id.replaceAll('%7E', '~').replaceAll('%2C', ',').replaceAll('%25', '%'))
      : [text];
  return ids.filter((id) => id.length <= 300).slice(0, most);
};
