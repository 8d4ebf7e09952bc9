import '@testing-library/jest-dom/vitest'
import { beforeEach } from 'vitest'
import { connect } from './bridge'
import { fake } from './bridge/fake'

await connect()

// Each test starts from the default scene.
beforeEach(() => fake.show('plan'))
