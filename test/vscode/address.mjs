// @ts-check
// The address of a VS Code that is served; apart from the rest, since `npm start` needs it before any package is there.

/**
 * @param {string} authority
 * @param {string | undefined} opened a folder or a workspace file; an empty window where there is none
 * @param {{[name: string]: string | true | undefined}} options of the workbench: paths of the server, or flags
 */
export function workbenchAddress(authority, opened, options) {
  const payload = Object.entries(options).flatMap(([name, value]) =>
    value ? [[name, value === true ? 'true' : `vscode-remote://${authority}${value}`]] : [],
  );
  const kind = opened?.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const address = `http://${authority}/?${opened === undefined ? 'ew=true' : `${kind}=${encoded(opened)}`}`;
  return payload.length > 0 ? `${address}&payload=${encoded(JSON.stringify(payload))}` : address;
}

/** As few escapes as the address allows: it is shown to people. @param {string} text */
function encoded(text) {
  return encodeURIComponent(text).replace(/%(2F|3A|2C)/g, decodeURIComponent);
}
