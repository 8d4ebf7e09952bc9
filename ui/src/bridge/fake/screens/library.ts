/** The roadmaps side by side. */
import type { Commands } from '../../commands'
import { invalid, type Desk } from '../desk'

type Own = Pick<
  Commands,
  | 'get_roadmaps'
  | 'activate_roadmap'
  | 'archive_roadmap'
  | 'rename_roadmap'
  | 'duplicate_roadmap'
  | 'pick_export'
  | 'export_roadmap'
  | 'import_roadmap'
>

export function libraryCommands(desk: Desk): Own {
  return {
    get_roadmaps: async () => desk.library.get(),
    activate_roadmap: async ({ id }) =>
      desk.rearrange(`go on with “${desk.library.title(id)}”`, () => desk.library.activate(id)),
    archive_roadmap: async ({ id, archived }) =>
      desk.rearrange(`${archived ? 'archive' : 'take back'} “${desk.library.title(id)}”`, () =>
        desk.library.archive(id, archived),
      ),
    rename_roadmap: async ({ id, title }) => {
      if (title.trim() === '') throw invalid('A roadmap needs a title.')
      desk.rearrange(`rename “${desk.library.title(id)}”`, () => desk.library.rename(id, title.trim()))
    },
    duplicate_roadmap: async ({ id }) =>
      desk.rearrange(`duplicate “${desk.library.title(id)}”`, () => desk.library.duplicate(id)),
    pick_export: async ({ title, format }) => `/home/robin/${title}.${format === 'json' ? 'json' : 'md'}`,
    export_roadmap: async () => {},
    import_roadmap: async () =>
      desk.rearrange('import “A year abroad”', () =>
        desk.library.add('A year abroad', { from: 'own' }, { total: 40 }),
      ),
  }
}
