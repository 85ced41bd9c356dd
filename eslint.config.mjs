import tseslint from 'typescript-eslint';
import astro from 'eslint-plugin-astro';

/** The rooms of the flow, in its order: each imports only from those before it. */
const ROOMS = ['article', 'places', 'dates', 'story', 'basemap', 'feeds'];
const OUTSIDE = ['bench', 'cli', 'desk', 'pages', 'components', 'client', 'styles'];

/** What dates there are: arithmetic alone, which imports from no room. */
const CALENDAR = '(?!dates/(?:calendar|edtf)\\.ts$)';

const flow = ROOMS.map((room, index) => {
  const below = [...ROOMS.slice(index + 1), ...OUTSIDE].join('|');
  return only(room, {
    regex: `^\\.\\./${CALENDAR}(${below}|pipeline\\.ts)|^astro:`,
    message: 'The flow runs one way.',
  });
});

/** What a reader downloads: no gazetteer, no pipeline; of the basemap the parts that are arithmetic alone. */
const client = only('client', {
  regex: '^\\.\\./(?!geo\\.ts$|basemap/(colours|map-story|mark|project|scene|style)\\.ts$)',
  message: 'The script of the page takes types, geo.ts and the drawing of a scene.',
  allowTypeImports: true,
});

function only(room, pattern) {
  return {
    files: [`src/${room}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [pattern] }] },
  };
}

export default tseslint.config(
  { ignores: ['dist/', 'dist.*/', 'parts/', '.cache/', '.astro/', 'node_modules/'] },
  ...tseslint.configs.recommended,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'No network: read a file instead.' }],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Two builds give the same bytes.' },
        { object: 'Date', property: 'now', message: 'Two builds give the same bytes: pass the date in.' },
      ],
      'astro/no-set-html-directive': 'error',
    },
  },
  {
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
          message: 'Article text is untrusted: set textContent.',
        },
      ],
    },
  },
  { files: ['src/components/{Json,Still}.astro'], rules: { 'astro/no-set-html-directive': 'off' } },
  ...flow,
  client,
);
