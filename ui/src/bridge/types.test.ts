import { expect, test } from 'vitest'
import list from './types.ts?raw'

test('every_generated_type_can_be_imported_from_the_bridge', () => {
  const generated = Object.keys(import.meta.glob('./types/*.ts')).map((path) => path.replace(/\.ts$/, ''))
  const listed = [...list.matchAll(/from '(.+)'/g)].map(([, path]) => path)
  expect(listed.toSorted()).toEqual(generated.toSorted())
})
