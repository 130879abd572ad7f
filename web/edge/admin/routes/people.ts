import { type Request, type Response, Router } from 'express';
import { Command } from '../../../../policy/app/commands.ts';
import { personVersion } from '../../../shell/outdated.ts';
import { type People, PersonInput } from '../contract/people.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf, envelopeOf, idOf, seenOf } from '../input.ts';
import { doneOrProblem } from '../problem.ts';
import { actorOf, sessionOf } from '../session.ts';

const emptyIsNone = (text: string | null): string | null => (text === null || text === '' ? null : text);

export const peopleRoutes = ({ read, handle }: Pick<AdminDeps, 'read' | 'handle'>): Router => {
  const save = async (req: Request, res: Response, personId: string | null): Promise<void> => {
    const session = sessionOf(res);
    const { staffId, slackUser, ...rest } = bodyOf(req, PersonInput);
    const command = Command.parse({
      kind: 'people.save',
      personId,
      ...rest,
      staffId: emptyIsNone(staffId),
      slackUser: emptyIsNone(slackUser),
    });
    const seen = personId === null ? undefined : seenOf(req, 'person');
    const envelope = envelopeOf(req, session, 'people.save', personId ?? 'new', seen);
    const outcome = doneOrProblem(await handle(envelope, command));
    res.status(personId === null && !outcome.replayed ? 201 : 200).json({ replayed: outcome.replayed, caseId: null });
  };

  return Router()
    .get('/people', async (_req, res) => {
      const session = sessionOf(res);
      const [people, me, shop] = await Promise.all([
        read.people(session.shop),
        read.person(session.shop, actorOf(session)),
        read.shop(session.shop),
      ]);
      const body: People = {
        people: people
          .filter(({ mergedInto }) => mergedInto == null)
          .map((person) => ({
            id: person.id,
            name: person.name,
            role: person.role,
            staffId: person.staffId,
            slackUser: person.slackUser,
            version: personVersion(person),
            you: person.id === me?.id,
          })),
        slackConnected: shop?.slackTeam != null,
        mayEdit: me?.role === 'owner',
      };
      res.json(body);
    })
    .post('/people', (req, res) => save(req, res, null))
    .put('/people/:id', (req, res) => save(req, res, idOf(req, 'person')));
};
