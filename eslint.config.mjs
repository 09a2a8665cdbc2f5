import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const noForwardRef = {
  name: 'forwardRef',
  message: 'Modules that need each other both ways are one module, or talk through an event.',
};

const noEnvironment = {
  object: 'process',
  property: 'env',
  message: 'Only backend/src/config reads the environment; take AppConfig.',
};

const noEnvironmentImport = { selector: 'ImportDeclaration[source.value=/^(node:)?process$/]', message: noEnvironment.message };

/** Words, but not the keys of texts: `members.title`. */
const WORDS = '[value=/^(?!\\w+(\\.\\w+)+$)[^]*\\p{L}{2,}/u]';
const SPOKEN = '/^(?:aria-(?:label|description|valuetext|roledescription)|alt|placeholder|label|title|description|hint|text)$/';

/** What people read comes from the texts of their language. */
const noUntranslated = [
  ...[':matches(JSXElement, JSXFragment)', `JSXAttribute[name.name=${SPOKEN}]`].flatMap((place) => [
    `${place} > JSXExpressionContainer > Literal${WORDS}`,
    `${place} > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal${WORDS}`,
    `${place} > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/(^|\\s)\\p{L}{2,}/u]`,
  ]),
  `JSXText${WORDS}`,
  `JSXAttribute[name.name=${SPOKEN}] > Literal${WORDS}`,
  `CallExpression[callee.property.name='show'] > ObjectExpression > Property[key.name=${SPOKEN}] > Literal${WORDS}`,
].map((selector) => ({ selector, message: 'Take it from the locale files by t(): this would be English in every language.' }));

/** What needs no types; what does is in .oxlintrc.json. */
export default tseslint.config(
  { ignores: ['**/dist*/', '**/generated/', '.cache/', '.data/', '**/test-results/', '**/playwright-report/', '**/coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/src/**/*.{ts,tsx}'],
    ignores: ['bench/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['backend/**/*.ts'],
    rules: {
      // Nest reads the types of constructor parameters at run time, so a class that is only injected must stay a value import.
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@nestjs/common', importNames: ['forwardRef'], message: noForwardRef.message }] },
      ],
      'no-restricted-globals': ['error', noForwardRef],
    },
  },
  {
    files: ['{backend,contract,frontend}/src/**/*.{ts,tsx}'],
    ignores: ['backend/src/config/**', '**/*.spec.{ts,tsx}'],
    rules: {
      'no-restricted-properties': ['error', noEnvironment],
      'no-restricted-syntax': ['error', noEnvironmentImport],
    },
  },
  {
    files: ['frontend/src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'react-i18next', importNames: ['useTranslation'], message: 'That of @/i18n costs a row next to nothing.' }] },
      ],
    },
  },
  {
    files: ['frontend/src/**/*.tsx'],
    ignores: ['frontend/src/gallery/**', '**/*.spec.tsx'],
    rules: { 'no-restricted-syntax': ['error', noEnvironmentImport, ...noUntranslated] },
  },
  {
    files: ['frontend/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['frontend/public/**/*.js'],
    languageOptions: { globals: globals.browser, sourceType: 'script' },
  },
);
