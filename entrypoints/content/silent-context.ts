/**
 * Stands in for WXT's content script context (see the alias in wxt.config.ts). WXT's announces each start by an
 * event on the document whose name holds the extension's id, and a page that listens for it learns who reads it.
 * Ours has nothing to announce: index.ts ends an old copy by itself.
 */
export class ContentScriptContext {}
