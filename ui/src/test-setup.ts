import '@testing-library/jest-dom/vitest'
import { configure } from '@testing-library/svelte'
import { beforeEach } from 'vitest'
import { connect } from './bridge'
import { fake } from './bridge/fake'

await connect()

// What is awaited comes late on a machine with much else to do.
configure({ asyncUtilTimeout: 5_000 })

// Each test starts from the default scene.
beforeEach(() => fake.show('plan'))
