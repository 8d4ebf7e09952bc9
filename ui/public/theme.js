// Runs before the first paint, so that a theme chosen by hand does not flash in the system's.
const theme = localStorage.getItem('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
