/** The file behind the roadmap. */
import type { Commands } from '../../commands'
import type { Desk } from '../desk'

type Own = Pick<
  Commands,
  | 'get_document'
  | 'set_write_back'
  | 'compare_document'
  | 'read_again'
  | 'pick_progress_file'
  | 'set_progress_file'
  | 'refresh_progress'
>

export function documentCommands(desk: Desk): Own {
  return {
    get_document: async () => desk.document.get(),
    set_write_back: async ({ consent }) =>
      desk.change(
        consent ? 'write ticks into the file' : 'leave the file alone',
        ['roadmap'],
        () => desk.document.setWriteBack(consent),
        () => desk.document.setWriteBack(!consent),
      ),
    compare_document: async ({ path }) => desk.document.compare(path),
    read_again: async ({ path }) => {
      let back = () => {}
      desk.change(
        `read ${desk.document.get().file_name} again`,
        ['roadmap', 'plan'],
        () => (back = desk.document.readAgain(path)),
        () => back(),
      )
    },
    pick_progress_file: async () => '/home/robin/plans/README.md',
    set_progress_file: async ({ path, fresh }) => {
      desk.document.setProgress(path, fresh)
      desk.changed('roadmap')
    },
    refresh_progress: async () => {},
  }
}
