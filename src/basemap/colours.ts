/** The colours that a map is drawn in, by the names of the site's tokens (`--land` …). */
export interface MapColours {
  paper: string;
  land: string;
  sea: string;
  coastline: string;
  border: string;
  disputed: string;
  river: string;
  'story-label': string;
  'country-label': string;
  'sea-label': string;
  mark: string;
  accent: string;
  'hatch-ground': string;
}

/** The light theme; the site's base.css has the same, and a test compares them. */
export const LIGHT: MapColours = {
  paper: '#fcfbf8',
  land: '#f1efe9',
  sea: '#d3e0e7',
  coastline: '#667e8c',
  border: '#8e897f',
  disputed: '#625e56',
  river: '#9db6c3',
  'story-label': '#14171a',
  'country-label': '#595d61',
  'sea-label': '#3b5a6c',
  mark: '#33383e',
  accent: '#7a1fa2',
  'hatch-ground': '#e9ddf0',
};

/** The dark theme, likewise. */
export const DARK: MapColours = {
  paper: '#14171a',
  land: '#262b30',
  sea: '#111b22',
  coastline: '#6f8391',
  border: '#6c747c',
  disputed: '#a2a9b0',
  river: '#3f5563',
  'story-label': '#f6f4ef',
  'country-label': '#a8afb6',
  'sea-label': '#8daec1',
  mark: '#cbd0d5',
  accent: '#dda3f7',
  'hatch-ground': '#3a2a45',
};
