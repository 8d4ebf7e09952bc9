import { expect, test } from 'vitest'
import { roving } from './roving'

function list(rows: string[]) {
  const element = document.createElement('ul')
  element.innerHTML = rows.map((row) => `<li data-row>${row}</li>`).join('')
  document.body.replaceChildren(element)
  roving(element)
  return element
}

const press = (key: string) =>
  document.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  )

test('a list is one tab stop', () => {
  const element = list(['<button>a</button>', '<button>b</button><button>c</button>'])
  expect([...element.querySelectorAll('button')].map((button) => button.tabIndex)).toEqual([0, -1, -1])
})

test('arrows go from row to row and among the controls of one', () => {
  const element = list(['<button>a</button>', 'no control', '<button>b</button><button>c</button>'])
  element.querySelector('button')!.focus()
  press('ArrowDown')
  expect(document.activeElement).toHaveTextContent('b')
  press('ArrowRight')
  expect(document.activeElement).toHaveTextContent('c')
  press('Home')
  expect(document.activeElement).toHaveTextContent('a')
  press('End')
  expect(document.activeElement).toHaveTextContent('b')
})

test('the last control that had the focus is the one that Tab comes back to', () => {
  const element = list(['<button>a</button>', '<button>b</button>'])
  element.querySelectorAll('button')[1]!.focus()
  expect([...element.querySelectorAll('button')].map((button) => button.tabIndex)).toEqual([-1, 0])
})

test('arrows in a text field move its caret, not the focus', () => {
  const element = list(['<button>a</button><input>', '<button>b</button>'])
  element.querySelector('input')!.focus()
  press('ArrowDown')
  expect(document.activeElement).toBe(element.querySelector('input'))
})
