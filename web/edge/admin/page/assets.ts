import { join } from 'node:path';
import express, { Router } from 'express';

/** The build names files by their content, so a name never gets another content. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Compressed twins the build writes beside each asset, best first. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Scripts and styles of the build, compressed where the browser takes it. What does not exist falls through. */
export const assets = (distDir: string): Router => {
  const files = express.static(join(distDir, 'assets'), { index: false, redirect: false, cacheControl: false });
  return Router().use((req, res, next) => {
    const type = TYPES[/\.(\w+)$/.exec(req.path)?.[1] ?? ''];
    const plain = req.url;
    const accepted = type === undefined ? undefined : ENCODINGS.find(({ name }) => req.acceptsEncodings(name) === name);

    const sendPlain = (): void => {
      req.url = plain;
      for (const name of ['Content-Encoding', 'Content-Type']) res.removeHeader(name);
      files(req, res, (error?: unknown) => {
        for (const name of ['Cache-Control', 'Vary']) res.removeHeader(name);
        next(error);
      });
    };

    res.set('Cache-Control', IMMUTABLE).set('Vary', 'Accept-Encoding');
    if (accepted === undefined || type === undefined) return sendPlain();
    req.url = `${req.path}${accepted.suffix}`;
    res.set('Content-Encoding', accepted.name).set('Content-Type', type);
    // No twin (too small to be worth it): the plain file.
    files(req, res, (error?: unknown) => (error ? next(error) : sendPlain()));
  });
};
