/** What the fake's inbox holds at first. */
import type { InboxEntry } from '../types/InboxEntry'

/** What the inbox holds after a week that ended behind. */
export function weekEntry(): InboxEntry {
  return {
    id: 5,
    kind: 'week-end',
    place: 'replan',
    at: '2026-11-23T09:00:00Z',
    title: 'Week 5 ended 6 h behind',
    body: 'Nothing has to move. There are ways out to look at.',
    category: null,
    answer: null,
    actions: ['see-ways'],
    seen: false,
  }
}

export function entries(): InboxEntry[] {
  return [
    {
      id: 4,
      kind: 'block-start',
      place: 'today',
      at: '2026-11-25T09:00:00Z',
      title: 'Deep work begins at 9:00',
      body: 'Transfer learning from EfficientNet-B0',
      category: 'hands-on',
      answer: null,
      actions: ['start', 'snooze', 'skip'],
      seen: false,
    },
    {
      id: 3,
      kind: 'interval-end',
      place: 'today',
      at: '2026-11-25T08:55:00Z',
      title: 'Focus is over',
      body: 'Data augmentation. Next: a break of 5 minutes.',
      category: 'hands-on',
      answer: 'started',
      actions: [],
      seen: true,
    },
    {
      id: 2,
      kind: 'block-start',
      place: 'today',
      at: '2026-11-24T19:00:00Z',
      title: 'Blog or portfolio begins at 19:00',
      body: '',
      category: 'writing',
      answer: 'missed',
      actions: [],
      seen: true,
    },
    {
      id: 1,
      kind: 'word',
      place: null,
      at: '2026-10-19T18:00:00Z',
      title: 'Waymark stays in the tray',
      body: 'The window is closed and the timer goes on. Choose Quit in the tray’s menu to end it.',
      category: null,
      answer: null,
      actions: [],
      seen: true,
    },
  ]
}
