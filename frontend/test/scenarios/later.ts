import { routes } from '@hearth/contract';
import { type Scenarios, fresh } from './scenario';

const drafts = {
  'the other device begins to write': {
    prepare:
      ({ phone, general }) =>
      () =>
        phone.call(routes.saveDraft, { params: { channelId: general.id }, body: { content: fresh('Half a sentence') } }),
  },
  'the other device sent what it wrote': {
    prepare: async ({ phone, general }) => {
      const params = { channelId: general.id };
      await phone.call(routes.saveDraft, { params, body: { content: fresh('A sentence') } });
      return () => phone.call(routes.deleteDraft, { params });
    },
  },
} satisfies Scenarios;

export const laterScenarios = {
  'draft:update': drafts,
};
