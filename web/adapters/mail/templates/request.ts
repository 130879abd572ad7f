import { policyBlocks } from '../amounts.ts';
import { choices, greeting, type MailBase, type MailDocument, type MailItem, note, paragraph } from '../blocks.ts';

/** What every mail about a request that has no number yet says. */
export type RequestData = MailBase & Readonly<{ caseNumber: number; items: readonly MailItem[] }>;

export type RequestReceivedData = RequestData &
  Readonly<{
    /** Until when a person answers, as a date to read. */
    answerBy: string;
    links: Readonly<Partial<Record<'case' | 'withdraw', string>>>;
  }>;

/** P5: we have it; a person looks at it. */
export const requestReceived = (data: RequestReceivedData): MailDocument => {
  const { words, orderName: order, caseNumber, links } = data;
  const values = { order, case: caseNumber };
  return {
    subject: words.say('request-received.subject', values),
    preview: words.say('request-received.preview'),
    title: words.say('request-received.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('request-received.intro', values)),
      { kind: 'items', items: data.items },
      paragraph(words.say('request-received.next', { date: data.answerBy })),
      ...choices([
        { label: words.say('request-received.see'), url: links.case },
        { label: words.say('request-received.withdraw'), url: links.withdraw },
      ]),
      ...policyBlocks(['P5'], words),
    ],
  };
};

export type PhotosData = RequestData &
  Readonly<{
    /** How many the policy asks for. */
    count: number;
    /** Until when they should be here, as a date to read. */
    answerBy: string;
    photosUrl: string | null;
  }>;

/** P3: the request can be answered once there are pictures. */
export const photosWanted = (data: PhotosData): MailDocument => {
  const { words, orderName: order, caseNumber, count } = data;
  const values = { order, case: caseNumber };
  return {
    subject: words.say('photos-wanted.subject', values),
    preview: words.say('photos-wanted.preview'),
    title: words.say('photos-wanted.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('photos-wanted.intro', { ...values, count })),
      { kind: 'items', items: data.items },
      ...how(data),
      note(words.say('photos-wanted.by', { date: data.answerBy })),
      ...policyBlocks(['P3'], words),
    ],
  };
};

/** P3: once more, before the case is closed. */
export const photosReminder = (data: PhotosData): MailDocument => {
  const { words, orderName: order, caseNumber } = data;
  const values = { order, case: caseNumber };
  return {
    subject: words.say('photos-reminder.subject', values),
    preview: words.say('photos-reminder.preview', { date: data.answerBy }),
    title: words.say('photos-reminder.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('photos-reminder.intro', values)),
      { kind: 'items', items: data.items },
      { kind: 'facts', facts: [{ label: words.say('label.answer-by'), value: data.answerBy }] },
      ...how(data),
      ...policyBlocks(['P3'], words),
    ],
  };
};

const how = ({ words, photosUrl }: PhotosData) => [
  paragraph(words.say('photos-wanted.how')),
  ...choices([{ label: words.say('photos-wanted.send'), url: photosUrl }]),
  note(words.say('photos-wanted.by-mail')),
];

export type TroubleshootingData = RequestData & Readonly<{ checklistUrl: string | null }>;

/** P18: a few steps that often help, before anything is sent back. */
export const troubleshooting = (data: TroubleshootingData): MailDocument => {
  const { words, orderName: order, caseNumber, checklistUrl } = data;
  const link = (answer: string) => (checklistUrl === null ? null : `${checklistUrl}?answer=${answer}`);
  return {
    subject: words.say('troubleshooting.subject', { order, case: caseNumber }),
    preview: words.say('troubleshooting.preview'),
    title: words.say('troubleshooting.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('troubleshooting.intro', { order })),
      { kind: 'items', items: data.items },
      {
        kind: 'steps',
        steps: (['step-1', 'step-2', 'step-3', 'step-4'] as const).map((step) => words.say(`troubleshooting.${step}`)),
      },
      note(words.say('troubleshooting.danger')),
      paragraph(words.say('troubleshooting.ask')),
      ...(checklistUrl === null
        ? [paragraph(words.say('troubleshooting.by-mail'))]
        : [
            ...choices([
              { label: words.say('troubleshooting.solved'), url: link('solved') },
              { label: words.say('troubleshooting.not-solved'), url: link('not-solved') },
            ]),
            note(words.say('note.page')),
          ]),
      ...policyBlocks(['P18'], words),
    ],
  };
};

/** P18: solved without a return. */
export const solved = (data: RequestData): MailDocument => {
  const { words, orderName: order, caseNumber } = data;
  return {
    subject: words.say('solved.subject', { order }),
    preview: words.say('solved.preview', { case: caseNumber }),
    title: words.say('solved.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('solved.intro', { order, case: caseNumber })),
      { kind: 'items', items: data.items },
      paragraph(words.say('solved.again')),
    ],
  };
};
