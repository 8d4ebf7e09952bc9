/** Saves what was changed by hand. */
import { commands } from '../../bridge'
import type { Change } from './moves'

export function saveChange(change: Change): Promise<void> {
  if ('once' in change) return commands.save_day_block({ draft: change.once })
  return commands.save_block({ draft: change.every })
}
