/** Files from another workspace, of which a message says only that they are there: https://docs.slack.dev/apis/slack-connect/ */
import type { File } from './message/file.ts';
import { isRefusal } from './web-api/failure.ts';
import type { Workspace } from './workspace.ts';

/** The file as Slack has it. Rejects where Slack can not be asked. */
export const describedBy =
  ({ clients }: Pick<Workspace, 'clients'>) =>
  async (file: File): Promise<File> => {
    const { id, file_access: access } = file;
    if (access !== 'check_file_info' || id === undefined) return file;
    try {
      return (await clients.read(({ files }) => files.info({ file: id }))).file ?? file;
    } catch (error) {
      if (isRefusal(error)) return file;
      throw error;
    }
  };
