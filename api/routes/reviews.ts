/** 我的评审: what the viewer has to do with draws and panels, in whichever capacity. */
import { reviewsSchema } from '../../contracts/panels.ts';
import { seatsOfPerson, unrevealedInSight } from '../../db/queries/draws.ts';
import { panelsInSight, panelsOf, sheetCounts } from '../../db/queries/panels.ts';
import { maySeePanel, mayWitness } from '../../domain/authority/panel-policy.ts';
import { sightOf } from '../../domain/authority/policy.ts';
import { ok, route } from '../http/route.ts';
import { invitationView } from '../views/draw.ts';
import { agencyName } from '../views/names.ts';
import { panelLine } from '../views/panel.ts';

export const reviewsRoute = route(
  { method: 'GET', path: '/reviews', access: 'signed-in', tag: 'panels', summary: '我的评审 · Invitations, sheets to hand in, draws to witness, panels to run', answer: reviewsSchema },
  async ({ viewer }, { database }) => {
    const sight = sightOf(viewer);
    // A party sees its own case, and nothing of who judges it.
    const oversees = viewer.posts.length > 0;
    const [seats, own, draws, panels] = await Promise.all([
      seatsOfPerson(database, viewer.id), panelsOf(database, viewer.id), oversees ? unrevealedInSight(database, sight) : [], oversees ? panelsInSight(database, sight) : [],
    ]);
    const running = panels.filter(({ panel, region }) => maySeePanel(viewer, { agency: panel.agency, region })).map(({ panel }) => panel);
    const counts = await sheetCounts(database, [...new Set([...own, ...running].map((p) => p.id))]);
    return ok({
      invitations: seats.flatMap(({ draw, expert }) => invitationView(draw, expert) ?? []),
      scoring: own.map((panel) => {
        const member = panel.members.find((m) => m.person === viewer.id)?.id ?? '';
        return panelLine(panel, counts(panel.id, member), member);
      }),
      witnessing: draws.filter(({ draw, region }) => mayWitness(viewer, { agency: draw.agency, region }))
        .map(({ draw: { id, caseId, subject, agency, committedAt } }) => ({ id, caseId, subject, agencyName: agencyName(agency), committedAt })),
      running: running.map((panel) => panelLine(panel, counts(panel.id))),
    });
  },
);
