import medium from './jest.medium.config.mjs';

/** All medium spec files, in few contexts. */
export default { ...medium, testMatch: ['<rootDir>/test/together/part-*.ts'] };
