/** The desk's own looks, for its shadow root alone. */
export const css = `
.panel {
  --ground: #fff; --ink: #1b1f24; --soft: #57606a; --line: #8c959f; --field: #f6f8fa; --accent: #0b5cad; --warn: #8a4600;
  position: fixed; inset: 0 0 0 auto; z-index: 2000000009; box-sizing: border-box; width: min(29rem, 100vw);
  overflow: auto; overscroll-behavior: contain; padding: 0 16px 96px; background: var(--ground); color: var(--ink);
  border-left: 1px solid var(--line); font: 14px/1.45 system-ui, sans-serif; text-align: start;
}
.panel[hidden] { display: none; }
@media (prefers-color-scheme: dark) {
  .panel { --ground: #15181c; --ink: #e6e9ec; --soft: #a5adb6; --line: #6b747d; --field: #1f242a; --accent: #7ab8ff; --warn: #ffb366; }
}
header { display: flex; align-items: center; position: sticky; top: 0; z-index: 1; background: var(--ground); }
h1 { flex: 1; font-size: 17px; margin: 12px 0; }
h2 { font-size: 15px; margin: 20px 0 8px; border-bottom: 1px solid var(--line); }
p { margin: 6px 0; }
.said { min-height: 1.45em; color: var(--accent); font-weight: 600; }
.note, small { color: var(--soft); }
.why { color: var(--warn); font-weight: 600; }
.why:empty { display: none; }
.question { border-left: 4px solid var(--line); padding: 2px 0 2px 12px; margin: 12px 0; }
.question.blocking { border-color: var(--warn); }
.question.blocking > .note { color: var(--warn); }
blockquote { margin: 6px 0; padding-left: 10px; border-left: 2px solid var(--line); overflow-wrap: anywhere; }
mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; }
details { border: 1px solid var(--line); border-radius: 6px; margin: 6px 0; padding: 0 10px; }
details.more { border: 0; padding: 0; }
summary { padding: 8px 0; cursor: pointer; }
form { margin: 8px 0 12px; }
fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 8px 0; padding: 4px 10px 8px; }
legend { font-weight: 600; }
.choice { display: flex; gap: 8px; padding: 4px 0; }
.field { margin: 8px 0; min-width: 0; }
.field label { display: block; font-weight: 600; }
.field small { display: block; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
input:not([type=radio], [type=checkbox]), select {
  box-sizing: border-box; width: 100%; min-height: 34px; padding: 4px 8px; font: inherit; color: inherit;
  background: var(--field); border: 1px solid var(--line); border-radius: 4px;
}
button {
  min-height: 34px; padding: 4px 14px; font: inherit; font-weight: 600; color: var(--ground); background: var(--accent);
  border: 1px solid var(--accent); border-radius: 4px; cursor: pointer;
}
.decided button, .close { color: var(--accent); background: none; }
.close { border: 0; font-size: 22px; line-height: 1; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.panel:focus { outline: none; }
svg { display: block; width: 100%; height: auto; background: var(--field); border: 1px solid var(--line); border-radius: 6px; touch-action: pan-y; }
svg .land { fill: var(--line); fill-opacity: .35; stroke: var(--line); stroke-width: .5; }
svg .lines { fill: none; stroke: var(--line); stroke-opacity: .4; stroke-width: .5; }
svg .dot { cursor: pointer; }
svg .dot circle { fill: var(--ground); stroke: var(--ink); stroke-width: 1.5; }
svg .dot text { font: 700 11px system-ui, sans-serif; fill: var(--ink); }
svg .dot.chosen circle { fill: var(--accent); stroke: var(--accent); }
svg .dot.chosen text { fill: var(--ground); }
svg .ring { cursor: grab; touch-action: none; }
svg .ring circle { fill: none; stroke: var(--warn); stroke-width: 2.5; pointer-events: none; }
svg .ring .grip { fill: var(--ground); fill-opacity: .01; stroke: none; pointer-events: all; }
svg .ring:focus-visible { outline: none; }
svg .ring:focus-visible .grip { stroke: var(--accent); }
svg .ring.unset { opacity: .6; }
`;
