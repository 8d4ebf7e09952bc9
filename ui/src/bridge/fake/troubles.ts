/** What a desktop may lack, and what may not work. */
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
  {
    about: 'sound',
    message: 'No sound output was found. Sounds are heard again once there is one.',
  },
  {
    about: 'document',
    message: 'choir.md may not be written by you. Make it writable, or leave ticks to Waymark alone.',
  },
]
