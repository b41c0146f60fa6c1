/** Has the browser save something as a file. */
export const download = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** Has the browser save a table as a CSV file. The mark in front tells spreadsheets that it is UTF-8. */
export const downloadCsv = (name: string, text: string): void =>
  download(name, new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
