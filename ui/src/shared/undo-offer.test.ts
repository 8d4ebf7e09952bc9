import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { Toaster } from 'svelte-sonner'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { focusMoved, offer } from './undo-offer'

beforeEach(() => {
  document.body.innerHTML = '<main tabindex="-1"><button>Block</button></main>'
  window.addEventListener('focusin', focusMoved)
})
afterEach(() => window.removeEventListener('focusin', focusMoved))

async function offered() {
  render(Toaster)
  const act = vi.fn()
  offer('Removed', { label: 'Undo', onClick: act })
  return { undo: await screen.findByRole('button', { name: 'Undo' }), act }
}

test('the focus returns to where it was before it went to the offer', async () => {
  const { undo, act } = await offered()
  const block = screen.getByRole('button', { name: 'Block' })
  block.focus()
  undo.focus()
  await userEvent.keyboard('{Enter}')
  expect(act).toHaveBeenCalledOnce()
  expect(block).toHaveFocus()
})

test('where what had it is gone, the room has the focus', async () => {
  const { undo } = await offered()
  const block = screen.getByRole('button', { name: 'Block' })
  block.focus()
  undo.focus()
  block.remove()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('main')).toHaveFocus()
})
