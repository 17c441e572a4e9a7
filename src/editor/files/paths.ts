import type { Uri } from 'vscode';

/** Whether `uri` is `ancestor` or lies below it. */
export function isWithin(uri: Uri, ancestor: Uri): boolean {
  if (uri.scheme !== ancestor.scheme || uri.authority !== ancestor.authority) return false;
  const folder = ancestor.path.endsWith('/') ? ancestor.path : `${ancestor.path}/`;
  return uri.path === ancestor.path || uri.path.startsWith(folder);
}

/** The path of the folder that a file stands in. */
export function folderOf({ path }: Uri): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

/** The folders above a path, nearest first, up to `top` (the file system's root where there is none). */
export function foldersAbove(path: string, top = '/'): string[] {
  const folders: string[] = [];
  let folder = path;
  while (folder !== top && folder !== '/') {
    folder = folder.slice(0, folder.lastIndexOf('/')) || '/';
    folders.push(folder);
  }
  return folders;
}
