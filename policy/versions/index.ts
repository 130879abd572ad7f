export * from './diff.ts';
export * from './version.ts';
