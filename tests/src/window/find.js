// The first visible element that fits: find('css', selector), find('role', role, words) or find('text', words).
// Names are what a screen reader would say, as far as Waymark's markup needs it.
const [by, what, words] = arguments

const squeeze = (text) => (text ?? '').replace(/\s+/g, ' ').trim()
const visible = (element) => element.checkVisibility({ visibilityProperty: true })

const ROLES = {
  button: 'button, summary, [role=button], input[type=button], input[type=submit]',
  checkbox: 'input[type=checkbox]:not([role]), [role=checkbox]',
  dialog: 'dialog, [role=dialog], [role=alertdialog]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  link: 'a[href]:not([role]), [role=link]',
  main: 'main, [role=main]',
  option: 'option, [role=option]',
  radio: 'input[type=radio], [role=radio]',
  region: 'section[aria-label], section[aria-labelledby], [role=region]',
  slider: 'input[type=range], [role=slider]',
  spinbutton: 'input[type=number], [role=spinbutton]',
  switch: '[role=switch]',
  tab: '[role=tab]',
  textbox: 'input:not([type]), input[type=text], input[type=search], input[type=url], textarea, [role=textbox]',
}

function name(element) {
  const by = element.getAttribute('aria-labelledby')
  if (by) {
    const named = by.split(/\s+/).map((id) => squeeze(document.getElementById(id)?.textContent))
    return named.join(' ')
  }
  const own = element.getAttribute('aria-label')
  if (own) return squeeze(own)
  const labels = [...(element.labels ?? [])].map((label) => squeeze(label.textContent)).join(' ')
  const text = element.matches('input, textarea, select') ? '' : squeeze(element.textContent)
  return labels || text || squeeze(element.getAttribute('title') ?? element.placeholder ?? element.value)
}

function holds(element) {
  return squeeze(element.innerText).includes(what)
}

switch (by) {
  case 'css':
    return [...document.querySelectorAll(what)].find(visible) ?? null
  case 'role': {
    const all = [...document.querySelectorAll(ROLES[what] ?? `[role=${what}]`)].filter(visible)
    return all.find((element) => name(element) === words) ?? all.find((element) => name(element).includes(words)) ?? null
  }
  case 'text': {
    if (!holds(document.body)) return null
    let innermost = document.body
    for (;;) {
      const deeper = [...innermost.children].find((child) => visible(child) && holds(child))
      if (!deeper) return innermost
      innermost = deeper
    }
  }
}
