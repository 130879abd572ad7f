import { fileURLToPath } from 'node:url';
import express, { type RequestHandler } from 'express';

/** The sandbox's pages are plain files: HTML, style sheets and ES modules, without a build step. */
const folder = fileURLToPath(new URL('./public/', import.meta.url));

const POLICY = [
  "default-src 'self'",
  // Pictures in messages come from wherever the app says.
  "img-src 'self' data: blob: http: https:",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'",
  "frame-src 'self'",
].join('; ');

export const page =
  (name: string): RequestHandler =>
  (_request, response) => {
    response.set({ 'content-security-policy': POLICY, 'cache-control': 'no-store' }).sendFile(name, { root: folder });
  };

export const staticPages = (): RequestHandler =>
  express.static(folder, {
    index: false,
    setHeaders: (response) => void response.setHeader('cache-control', 'no-store'),
  });
