/** Told apart by their lightness, too: nobody should have to see colours to read a chart. */
const colours = ['#a40e26', '#d4572a', '#e8a33d', '#f3d999', '#5e7ea3', '#9db7d5', '#6c6f93', '#b9a6cf', '#c9d1d9'];

/** Of what is missing. */
const grey = '#8b949e';

/** How many parts of a bar have a colour of their own. */
export const mostColours = colours.length;

/** The page's whole style: it loads nothing. */
export const pageStyle = `
:root { color-scheme: light dark; --line: #d0d7de; --quiet: #59636e; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --quiet: #9198a1; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 66rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.15rem; margin-top: 2.2rem; }
p.about, .quiet { color: var(--quiet); }
.figures { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1.5rem 0; padding: 0; list-style: none; }
.figures li { border: 1px solid var(--line); border-radius: 8px; padding: .6rem 1rem; min-width: 7rem; }
.figures b { display: block; font-size: 1.5rem; }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: right; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
svg { width: 100%; height: auto; font-size: 13px; } svg text { fill: currentColor; } svg .total { fill: var(--quiet); }
.legend span { margin-right: 1rem; } .legend i { display: inline-block; width: .8em; height: .8em; margin-right: .35em; border-radius: 2px; }
${[...colours.entries(), ['none', grey]].map(([name, colour]) => `.colour-${name} { fill: ${colour}; background: ${colour}; }`).join('\n')}
`;
