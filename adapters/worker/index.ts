/** Library, from another thread. */
export { connectLibrary } from './connect.ts';
export { serveLibrary } from './serve.ts';
