import { expect, it } from '@jest/globals';
import { pictureUrls } from './picture-urls';

it.each([
  ['12', true, 'icon', undefined],
  ['12', false, 'picture', undefined],
  ['a_12', true, 'icon', 'motion'],
  ['a_12', false, 'still', 'picture'],
])('%s, small: %s', (ref, isSmall, still, motion) => {
  const url = (variant: string | undefined) => variant && `/api/v1/files/12/${variant}`;
  expect(pictureUrls(ref, isSmall)).toEqual({ still: url(still), motion: url(motion) });
});
