import { readBookFiles } from '../../prisma/deploy/book-files.js';

describe('the files of the migrations', () => {
  const numbers = readBookFiles().migrations.map(({ name }) => name.split('_')[0]);

  it('have a number each, without a gap, in the order in which they are deployed', () => {
    expect(numbers).toEqual(numbers.map((_, at) => String(at).padStart(4, '0')));
  });
});
