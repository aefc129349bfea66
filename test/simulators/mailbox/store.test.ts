import { MailStore } from '../../../simulators/mailbox/store.js';
import { makeTempFolder } from '../../support/temp-folder.js';

it('shows what another process has laid into its folder since it was opened, in the order of arrival', async () => {
  const folder = makeTempFolder();
  const [shown, other] = [new MailStore(folder.path), new MailStore(folder.path)];
  const envelope = { from: 'a@example.test', to: ['b@example.test'] };
  const letter = (subject: string) => Buffer.from(`Subject: ${subject}\r\n\r\ntext\r\n`);
  await shown.add(letter('one'), envelope);
  const { id } = await other.add(letter('two'), envelope);
  expect(shown.list().map(({ subject }) => subject)).toEqual(['two', 'one']);
  expect(await other.message(id)).toMatchObject({ subject: 'two' });
  await shown.clear();
  expect(other.list()).toEqual([]);
  folder.remove();
});
