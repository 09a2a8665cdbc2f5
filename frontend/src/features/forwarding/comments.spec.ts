import { expect, it } from '@jest/globals';
import { requestsFor } from './comments';

const toContent = (channelId: string, text: string) => (channelId === '3' ? text : text.replace(':wave:', '<:wave:7>'));

it('a comment goes to each channel as it is written there', () => {
  expect(requestsFor(['1', '3', '2'], 'hi :wave:', toContent)).toEqual([
    { channelIds: ['1', '2'], content: 'hi <:wave:7>' },
    { channelIds: ['3'], content: 'hi :wave:' },
  ]);
  expect(requestsFor(['1', '3'], 'hi', toContent)).toEqual([{ channelIds: ['1', '3'], content: 'hi' }]);
  expect(requestsFor(['1', '3'], '', toContent)).toEqual([{ channelIds: ['1', '3'] }]);
});
