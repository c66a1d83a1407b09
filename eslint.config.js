// Lint says what types cannot: which folder may import which (docs/architecture.md), and the few habits that the project insists on.
// Nothing here needs types, so that the whole tree is checked in seconds.
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/** Folder → what it may import of the project. An arrow that is not here does not exist. */
const arrows = {
  cli: ['workers', 'api', 'workflows', 'payloads', 'activities', 'documents', 'bpmn', 'db', 'processes', 'contracts', 'domain', 'config'],
  workers: ['api', 'workflows', 'payloads', 'activities', 'db', 'processes', 'contracts', 'domain', 'config'],
  api: ['payloads', 'documents', 'bpmn', 'db', 'processes', 'contracts', 'domain', 'config'],
  workflows: ['domain'],
  payloads: ['domain'],
  activities: ['documents', 'db', 'domain', 'config'],
  documents: ['domain'],
  bpmn: ['domain'],
  db: ['domain', 'config'],
  processes: ['domain'],
  contracts: ['domain'],
  domain: [],
  web: ['contracts'],
  config: [],
};

/** Packages, for the folders whose purity matters. Node's own modules count as packages. */
const packages = {
  domain: ['zod', 'feelin'],
  contracts: ['zod'],
  processes: ['zod'],
  bpmn: ['zod', 'feelin', 'bpmn-moddle', 'dmn-moddle', 'moddle-xml'],
  config: ['zod', 'pino'],
};

const tests = ['**/*.test.{ts,tsx}', 'test/**', 'bench/**'];
const extension = 'Name the file with its extension (.ts, .tsx).';
const relativeWithout = '/^\\.{1,2}\\u002F(?!.*\\.(ts|tsx|css|json|mjs)$)/';

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '.data/', 'coverage/', 'docs/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-syntax': [
        'error',
        { selector: `ImportDeclaration[source.value=${relativeWithout}]`, message: extension },
        { selector: `ExportNamedDeclaration[source.value=${relativeWithout}]`, message: extension },
        { selector: `ImportExpression[source.value=${relativeWithout}]`, message: extension },
        { selector: 'ExportAllDeclaration', message: 'Name what is exported: a barrel hides who needs what.' },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: tests,
    plugins: { boundaries },
    settings: {
      'boundaries/elements': [
        { type: 'payloads', pattern: 'workflows/payloads/**', partialMatch: false },
        ...Object.keys(arrows).filter((folder) => folder !== 'payloads').map((folder) => ({ type: folder, pattern: `${folder}/**`, partialMatch: false })),
      ],
      'boundaries/files': [{ category: 'messages', pattern: 'workflows/messages.ts' }],
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.json', '.css'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            ...Object.entries(arrows).map(([folder, may]) => ({ from: { element: { type: folder } }, allow: { to: { element: { types: { anyOf: [folder, ...may] } } } } })),
            // Whoever sends messages to a case needs their shapes, not the workflow.
            { from: { element: { type: 'api' } }, allow: { to: { file: { categories: 'messages' } } } },
            // The workflow needs the shape of its activities; their code would pull Postgres into Temporal's isolate.
            { from: { element: { type: 'workflows' } }, allow: { to: { element: { type: 'activities' } }, dependency: { kind: 'type' } } },
          ],
        },
      ],
    },
  },
  ...Object.entries(packages).map(([folder, allowed]) => ({
    files: [`${folder}/**/*.ts`],
    ignores: tests,
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: `^(?!\\.|(${allowed.join('|')})(/|$))`, message: `${folder}/ imports of packages only ${allowed.join(', ')}.` }] }],
    },
  })),
  { files: tests, rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
