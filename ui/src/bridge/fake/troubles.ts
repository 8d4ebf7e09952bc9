/** What a desktop may lack. */
import type { Trouble } from '../types/Trouble'

export const TROUBLES: Trouble[] = [
  {
    about: 'notifications',
    message:
      'No notification service answers on this desktop, so reminders show in Waymark alone. Install one (for example dunst) to see them outside.',
  },
  {
    about: 'tray',
    message: 'This desktop shows no tray icons, so closing the window quits Waymark.',
  },
]
