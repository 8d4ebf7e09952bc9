/** What a category is called, its colours and its icon: the same everywhere. */
import BookOpen from '@lucide/svelte/icons/book-open'
import Briefcase from '@lucide/svelte/icons/briefcase'
import CodeXml from '@lucide/svelte/icons/code-xml'
import Coffee from '@lucide/svelte/icons/coffee'
import ListChecks from '@lucide/svelte/icons/list-checks'
import MessagesSquare from '@lucide/svelte/icons/messages-square'
import PenLine from '@lucide/svelte/icons/pen-line'
import Users from '@lucide/svelte/icons/users'
import type { Component } from 'svelte'
import type { Category } from '../../bridge'

interface Look {
  name: string
  /** The class that hands the four colours down: `--c` solid, `--ci` ink, `--ct` tint, `--cl` line. */
  colours: string
  icon: Component
}

const LOOKS: Record<Category, Look> = {
  study: { name: 'Study', colours: 'c-study', icon: BookOpen },
  'hands-on': { name: 'Hands-on', colours: 'c-handson', icon: CodeXml },
  'interview-prep': { name: 'Interview prep', colours: 'c-interview', icon: MessagesSquare },
  'job-search': { name: 'Job search', colours: 'c-jobs', icon: Briefcase },
  writing: { name: 'Writing', colours: 'c-writing', icon: PenLine },
  networking: { name: 'Networking', colours: 'c-network', icon: Users },
  review: { name: 'Review', colours: 'c-review', icon: ListChecks },
  rest: { name: 'Rest', colours: 'c-rest', icon: Coffee },
}

/** In the order in which they are listed. */
export const CATEGORIES = Object.keys(LOOKS) as Category[]

export function categoryName(category: Category): string {
  return LOOKS[category].name
}

/** The class that hands a category's colours down; none for no category. */
export function categoryColours(category: Category | null | undefined): string {
  return category ? LOOKS[category].colours : ''
}

export function categoryIcon(category: Category): Component {
  return LOOKS[category].icon
}
