import { runProcess } from './process.ts';

// `npm run worker`: empties the inbox, performs effects, sweeps deadlines; answers no requests.
await runProcess({ web: false, work: true });
