import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import { imports, sayings } from './eslint.house.js'

const reExports = ['ExportAllDeclaration', 'ExportNamedDeclaration[source]'].map((selector) => ({
  selector,
  message: 'Only the front door src/laegna.ts re-exports; import from where a thing is made.'
}))

function badName(files, message) {
  return { files, rules: { 'no-restricted-syntax': ['error', { selector: 'Program', message }] } }
}

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'test-results/', 'playwright-report/', '.stryker/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    plugins: { house: { rules: { imports, sayings } } },
    languageOptions: {
      globals: globals.node,
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte']
      }
    },
    rules: {
      eqeqeq: 'error',
      // What is empty here, exporters merge into.
      '@typescript-eslint/no-empty-object-type': ['error', { allowWithName: 'Extras$' }],
      'house/imports': 'error',
      'house/sayings': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' }
      ],
      // `async` also turns what is thrown into a rejection, which callers of a promise rely on.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } }
  },
  {
    files: ['**/*.svelte.ts'],
    // A class also keeps books that nothing is drawn from; what is drawn stands in `$state` fields.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' }
  },
  { files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },
  {
    files: ['src/**', 'public/**'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...reExports]
    }
  },
  {
    files: ['src/{storage,worker,state}/**'],
    // Stored, posted and dropped data is validated, never asserted.
    rules: { '@typescript-eslint/no-unsafe-type-assertion': 'error' }
  },
  { files: ['src/laegna.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**'],
    // A test that indexes past the end fails at once, which is all that is asked of it.
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
  },
  badName(
    [
      '**/{util,utils,helper,helpers,common,misc}.*',
      '**/{util,utils,helper,helpers,common,misc}/**'
    ],
    'Name a file after its one thought.'
  ),
  badName(['{src,test}/**/*[A-Z_ ]*.{ts,js}'], 'Scripts are named in kebab-case.'),
  badName(['src/**/[!A-Z]*.svelte', 'src/**/*[-_ ]*.svelte'], 'Components are named in PascalCase.')
)
