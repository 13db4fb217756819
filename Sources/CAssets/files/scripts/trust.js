// What the server wrote itself may become elements and workers; nothing else on the page may.
export const policy = globalThis.trustedTypes?.createPolicy('tafelrunde', {
  createHTML: (html) => html, createScriptURL: (address) => address,
}) ?? { createHTML: (html) => html, createScriptURL: (address) => address };
