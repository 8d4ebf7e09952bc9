/** Which option suits the role aimed at, and how that is said. */
import { createContext } from 'svelte'
import type { Item, RoadmapView } from '../../bridge'

export interface Suggestions {
  /** Why an option is suggested; nothing where it is not. */
  reason(item: Item): string | null
  /** That no option of a choice is said to suit the role, where they say whom they suit. */
  none(choice: Item): string | null
}

export const [useSuggestions, provideSuggestions] = createContext<Suggestions>()

export function suggestionsOf(
  view: () => Pick<RoadmapView, 'suggestions' | 'role'> | undefined,
): Suggestions {
  return {
    reason(item) {
      const suggested = view()?.suggestions.some((suggestion) => suggestion.option === item.id)
      return suggested ? `suggested for ${view()?.role ?? 'your role'}` : null
    },
    none(choice) {
      const role = view()?.role
      const known = view()?.suggestions.some((suggestion) => suggestion.choice === choice.id)
      const options = (choice.children ?? []).filter((option) => option.kind === 'option')
      const say = options.some((option) => option.suits) && !options.some((option) => option.record?.chosen)
      return role && say && !known ? `none is said to suit “${role}” in particular` : null
    },
  }
}
