/** Setting right what lines of a document were taken for: what is open, why, and what became of it. */
import { createContext, tick } from 'svelte'
import { SvelteSet } from 'svelte/reactivity'
import { commands, type Item, type Preview, type Readings, type Reason, type Taken } from '../../bridge'
import { parents, walk } from '../../shared/plan/items'
import { attempt } from '../../shared/problems.svelte'
import { placesOf, reasonsOf, stepFrom } from './places'
import { recognised } from './recognised'
import { takenPhrase } from './taking'

export class Correcting {
  /** The places that are open. */
  readonly open = new SvelteSet<string>()
  /** What the latest change came to, to be heard. */
  said = $state('')
  readonly tree
  readonly guesses
  private readonly order
  private readonly places
  private readonly reasons
  private readonly above
  /** What stepping through the guesses opened, to be closed again. */
  private stepped: string | null = null
  private turn = 0
  /** Where the focus goes on to the menu, once it is known what can be chosen there. */
  private awaited: string | null = null

  constructor(
    private readonly preview: () => Preview,
    private readonly replace: (preview: Preview) => void,
  ) {
    this.tree = $derived(recognised(preview()))
    this.order = $derived(walk(preview().items))
    this.places = $derived(placesOf(preview().items))
    this.above = $derived(parents(preview().items))
    this.reasons = $derived(reasonsOf(preview()))
    this.guesses = $derived(this.order.filter((item) => this.isGuess(item)))
  }

  placeOf(item: Item): string {
    return this.places.get(item.id) ?? `${item.span.line}`
  }

  reason(item: Item): Reason | undefined {
    return this.reasons.get(item.id)
  }

  isGuess(item: Item): boolean {
    const reason = this.reason(item)
    return reason !== undefined && !reason.sure && !reason.corrected
  }

  /** How many guesses there are below. */
  guessesIn(items: readonly Item[]): number {
    return this.guesses.length === 0 ? 0 : walk(items).filter((item) => this.isGuess(item)).length
  }

  /** How many things the person set right. */
  get corrected(): number {
    return this.preview().reasons.filter((reason) => reason.corrected).length
  }

  toggle(place: string, open = !this.open.has(place)) {
    if (open) this.open.add(place)
    else this.open.delete(place)
  }

  readings(item: Item): Promise<Readings | undefined> {
    const { source } = this.preview()
    return attempt(() => commands.get_readings({ source, item: item.id }))
  }

  take(item: Item, taken: Taken): Promise<void> {
    const { source } = this.preview()
    return this.change(item, 'Now', () => commands.correct({ source, item: item.id, taken }))
  }

  takeBack(item: Item): Promise<void> {
    const { source } = this.preview()
    const again = () => commands.take_correction_back({ source, item: item.id })
    return this.change(item, 'As recognised', again)
  }

  /** To be told once a line shows what it can be taken for. */
  shows(item: Item) {
    const place = this.placeOf(item)
    if (this.awaited !== place) return
    this.awaited = null
    if (document.activeElement === lineAt(place) || document.activeElement === document.body) {
      menuAt(place)?.focus()
    }
  }

  /** Opens the next guess, or the one before, and goes there. */
  async step(by: 1 | -1) {
    const here = document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset.place ?? this.stepped
    const at = this.order.findIndex((item) => this.placeOf(item) === here)
    const guess = stepFrom(this.order, (one) => this.isGuess(one), at, by)
    if (!guess) return
    const place = this.placeOf(guess)
    if (this.stepped !== null && this.stepped !== place) this.open.delete(this.stepped)
    this.stepped = this.open.has(place) ? null : place
    this.open.add(place)
    this.reveal(guess)
    await tick()
    lineAt(place)?.focus()
  }

  /** The preview that comes back takes the place of the old one, and one stays at the same line. */
  private async change(item: Item, words: string, run: () => Promise<Preview>) {
    const place = this.placeOf(item)
    const turn = ++this.turn
    const next = await attempt(run)
    if (!next || turn !== this.turn) return
    this.replace(next)
    const now = this.order.find((one) => this.placeOf(one) === place)
    if (!now) return
    this.stepped = null
    this.open.add(place)
    this.reveal(now)
    this.said = `${words} ${takenPhrase(now)}: ${now.text}`
    await tick()
    this.awaited = place
    focusAt(place)
    // A menu that closes gives the focus back to what may be gone by now.
    requestAnimationFrame(() => focusAt(place))
  }

  /** Opens the branch in which a thing stands. */
  private reveal(item: Item) {
    let at: Item | undefined = item
    while (at && !this.tree.heads.has(at)) at = this.above.get(at.id)
    if (at && at !== item) this.open.add(this.placeOf(at))
  }
}

function lineAt(place: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-place="${place}"] button`)
}

/** Leaves the focus where it is as long as it is at that place. */
function focusAt(place: string) {
  const holder = document.querySelector<HTMLElement>(`[data-place="${place}"]`)
  if (!holder) return
  if (holder.contains(document.activeElement)) return
  const target = menuAt(place) ?? lineAt(place)
  target?.focus()
}

function menuAt(place: string): HTMLElement | null {
  const menu = document.querySelector<HTMLElement>(`[data-place="${place}"] [data-take]`)
  // Without a menu of its own, the first one found belongs to a line within.
  return menu?.closest<HTMLElement>('[data-place]')?.dataset.place === place ? menu : null
}

export const [useCorrecting, provideCorrecting] = createContext<Correcting>()
