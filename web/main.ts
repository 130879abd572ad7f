import { runProcess } from './process.ts';

// `npm start`: web, Slack and work in one process. For more than one machine: this and `npm run worker` side by side.
await runProcess({ web: true, work: process.env.MAKEGOOD_WEB_ONLY !== '1' });
