import { createClient } from '../../../client/client.js';
import type { WireAnswer } from '../../../client/transport.js';
import { createStory } from '../../../cli/own-company/story.js';

describe('the story of an own company', () => {
  it('tells each call with its body and what was answered, but no secret and no long id', async () => {
    const said: string[] = [];
    const story = createStory((line) => said.push(line));
    const id = crypto.randomUUID();
    story.chapter('The till', 'It gets a key.');
    await story.step(
      answering({ terminal: { code: 'A-01' }, token: 'lunas_secret' }),
      'POST /v1/enrolments',
      {
        input: { body: { code: 'K7QM-3RTP-9XWD' } },
        pick: ({ terminal }) => terminal.code,
      },
    );
    await story.step(answering({ id }), 'PUT /v1/stores/{storeId}', {
      input: {
        params: { storeId: id },
        body: {
          name: 'Dago',
          address: 'Jl. Contoh 2',
          phone: '1',
          timeZone: 'Asia/Jakarta',
          cashRoundingStep: { amount: '1', currency: 'IDR' },
        },
      },
      pick: () => 'changed',
    });
    const text = story.lines().join('\n');
    expect(said).toEqual([...story.lines()]);
    expect(text).toContain('## The till\n\nIt gets a key.');
    expect(text).toContain('- **till**: `POST /v1/enrolments` `{"code":"…"}`\n  → 200 `"A-01"`');
    expect(text).toContain(`PUT /v1/stores/${id.slice(0, 8)}…`);
    expect(text).not.toMatch(/K7QM|lunas_secret/);
    expect(text).not.toContain(id);
  });
});

function answering(body: unknown) {
  const bytes = Buffer.from(JSON.stringify(body));
  const answer: WireAnswer = { status: 200, header: () => 'application/json', bytes };
  const client = createClient({ url: 'http://nowhere.test', transport: async () => answer });
  return { name: 'till', client };
}
