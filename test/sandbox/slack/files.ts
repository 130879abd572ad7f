import { id, type StoredFile, type Workspace } from './workspace.ts';

/** Stores what somebody uploaded and describes it as Slack's file object does. */
export const storeFile = (
  workspace: Workspace,
  sandboxUrl: string,
  file: { name: string; mimetype: string; bytes: Buffer; user: string; created: number; title?: string },
): StoredFile => {
  const fileId = id('F0');
  const extension = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? 'binary';
  const path = `${sandboxUrl}/slack/files-pri/${workspace.team}-${fileId}`;
  const name = encodeURIComponent(file.name);
  const stored: StoredFile = {
    bytes: file.bytes,
    info: {
      id: fileId,
      created: Math.floor(file.created / 1000),
      timestamp: Math.floor(file.created / 1000),
      name: file.name,
      title: file.title ?? file.name,
      mimetype: file.mimetype,
      filetype: extension === 'jpeg' ? 'jpg' : extension,
      pretty_type: extension.toUpperCase(),
      user: file.user,
      user_team: workspace.team,
      editable: false,
      size: file.bytes.length,
      mode: 'hosted',
      is_external: false,
      external_type: '',
      is_public: true,
      public_url_shared: false,
      display_as_bot: false,
      username: '',
      url_private: `${path}/${name}`,
      url_private_download: `${path}/download/${name}`,
      permalink: `${sandboxUrl}/slack/files/${file.user}/${fileId}/${name}`,
      is_starred: false,
      has_rich_preview: false,
      file_access: 'visible',
    },
  };
  workspace.files.set(fileId, stored);
  return stored;
};
