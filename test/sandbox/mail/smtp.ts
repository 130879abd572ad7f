import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './mailbox.ts';

/** Addresses whose mail is refused: for good (`bounce`), for now (`defer`), or taken and sent back later (`bounceLater`). */
export type MailFaults = { bounce: Set<string>; defer: Set<string>; bounceLater: Set<string> };

const refusal = (code: number, message: string): Error => Object.assign(new Error(message), { responseCode: code });

/** The largest mail that is taken, in bytes. */
const LARGEST = 25 * 1024 * 1024;

/** An SMTP server that takes everything, except what the faults refuse at `RCPT TO`. */
export const createSmtp = (
  mailbox: Mailbox,
  faults: MailFaults,
  sendBack: (raw: Buffer, to: string) => void = () => undefined,
) => {
  const server = new SMTPServer({
    banner: 'Makegood sandbox',
    authOptional: true,
    // Loopback only: nothing to encrypt, and no certificate to trust.
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: LARGEST,
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const wanted = address.toLowerCase();
      if (faults.bounce.has(wanted)) done(refusal(550, '5.1.1 mailbox unavailable'));
      else if (faults.defer.has(wanted)) done(refusal(450, '4.2.1 mailbox temporarily unavailable, try again later'));
      else done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address) };
        const raw = Buffer.concat(chunks);
        const dead = envelope.to.find((address) => faults.bounceLater.has(address.toLowerCase()));
        if (stream.sizeExceeded) done(refusal(552, '5.3.4 message too big'));
        else if (dead !== undefined) {
          done();
          sendBack(raw, dead);
        } else
          mailbox.receive(raw, envelope).then(
            () => done(),
            () => done(refusal(554, '5.6.0 message could not be read')),
          );
      });
    },
  });
  // A client that goes away in the middle is its own affair; without a listener it would end the process.
  server.on('error', () => undefined);
  return {
    /** @returns the port it listens on */
    start: async (port: number): Promise<number> => {
      const listener = server.server;
      const listening = once(listener, 'listening');
      server.listen(port, '127.0.0.1');
      await listening;
      return (listener.address() as AddressInfo).port;
    },
    stop: (): Promise<void> => new Promise((resolve) => server.close(resolve)),
  };
};
