import tseslint from 'typescript-eslint';
import astro from 'eslint-plugin-astro';

export default tseslint.config(
  { ignores: ['dist/', 'dist.*/', '.cache/', '.astro/', 'node_modules/'] },
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
    },
  },
);
