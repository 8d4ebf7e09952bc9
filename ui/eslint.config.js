import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import { readdirSync } from 'node:fs'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const HOST = {
  regex: '^@tauri-apps/',
  message: 'Only src/bridge speaks to the host: import from the bridge.',
}
const DOOR = {
  regex: '/bridge/(fake|types|host|commands)(/|$)',
  message: 'The bridge has one door: import from src/bridge itself.',
}
const APP = {
  regex: '^(\\.\\./)+app(/|$)',
  message: 'Only src/app knows the frame: take what you need as a prop.',
}
const FEATURES = { regex: '(^|/)features/', message: 'Only src/app knows the features.' }
const INWARD = { regex: '^(\\.\\./)+(app|features|shared)(/|$)', message: 'The bridge knows no screen.' }

const features = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const direction = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})

const feature = (name) => {
  const others = features.filter((other) => other !== name).join('|')
  return direction(
    [`src/features/${name}/**`],
    [
      HOST,
      DOOR,
      APP,
      {
        regex: `^(\\.\\./)+(features/)?(${others})(/|$)`,
        message: 'Features never import each other: what two need belongs in src/shared.',
      },
    ],
  )
}

export default ts.config(
  { ignores: ['dist', 'src/bridge/types'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // TypeScript knows every name there is.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: { 'svelte/no-at-html-tags': 'error' },
  },
  { files: ['*.js', '*.ts'], languageOptions: { globals: { ...globals.node } } },
  direction(['src/app/**'], [HOST, DOOR]),
  direction(['src/shared/**'], [HOST, DOOR, APP, FEATURES]),
  direction(['src/bridge/**'], [INWARD]),
  ...features.map(feature),
  // A test may set the scene.
  {
    files: ['src/**/*.test.ts', 'src/test-setup.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [HOST] }] },
  },
)
