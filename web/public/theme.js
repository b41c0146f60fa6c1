// Runs before the first paint, so that a remembered theme does not flash.
try {
  const theme = localStorage.getItem('ehi.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be off; the system's theme then applies.
}
