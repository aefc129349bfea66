// Shows the paper of every printer and looks again each second. Text from the paper is set as text,
// never as markup.

const LOOK_EVERY_MS = 1000;
const RECEIPTS_SHOWN = 20;

const BEHAVIOURS = [
  ['ready', { kind: 'ready' }],
  ['paper near its end', { kind: 'near-end' }],
  ['paper is out', { kind: 'trouble', trouble: 'paper-out', afterLines: 0 }],
  ['paper ends after 10 lines', { kind: 'trouble', trouble: 'paper-out', afterLines: 10 }],
  ['cover is open', { kind: 'trouble', trouble: 'cover-open', afterLines: 0 }],
  ['cutter is jammed', { kind: 'trouble', trouble: 'cutter-error', afterLines: 0 }],
  ['prints slowly', { kind: 'slow', msPerLine: 400 }],
  ['never answers (clone)', { kind: 'silent' }],
  ['takes jobs and never reads', { kind: 'never-read', afterBytes: 200 }],
  ['breaks the connection', { kind: 'reset', afterBytes: 200 }],
  ['closes its side', { kind: 'half-close', afterBytes: 200 }],
  ['refuses a second connection', { kind: 'refuse-second', lockoutMs: 30000 }],
  ['prints a minute late', { kind: 'late-print', delayMs: 60000 }],
];

const shown = new Map();

async function lookAgain() {
  const link = document.querySelector('#link');
  try {
    const { data } = await getJson('/api/printers');
    for (const printer of data) await show(printer);
    link.textContent = 'live';
    link.classList.add('is-live');
  } catch {
    link.textContent = 'the simulators do not answer';
    link.classList.remove('is-live');
  }
  setTimeout(lookAgain, LOOK_EVERY_MS);
}

async function show(printer) {
  const view = shown.get(printer.name) ?? addPrinter(printer);
  view.section.classList.toggle('is-stopped', printer.condition.trouble !== undefined);
  view.section.classList.toggle('is-warning', printer.condition.isPaperNearEnd);
  if (document.activeElement !== view.select) selectBehaviour(view.select, printer.behaviour);
  if (view.revision === printer.revision) return;
  const since = Math.max(0, printer.lastJob - RECEIPTS_SHOWN);
  const { data } = await getJson(`/api/printers/${printer.name}/paper?since=${since}`);
  showPaper(view, printer, data);
  view.revision = printer.revision;
}

function addPrinter(printer) {
  const section = copyOf('#printer');
  section.querySelector('.name').textContent = printer.name;
  section.querySelector('.address').textContent = printer.address;
  const select = section.querySelector('select');
  for (const [label] of BEHAVIOURS) select.append(new Option(label));
  select.addEventListener('change', () => behave(printer.name, BEHAVIOURS[select.selectedIndex]));
  document.querySelector('#printers').append(section);
  const roll = section.querySelector('.roll');
  const view = { section, select, roll, revision: -1, isFirstLook: true };
  shown.set(printer.name, view);
  return view;
}

async function behave(name, behaviour) {
  if (behaviour === undefined) return;
  await fetch(`/api/printers/${name}/behaviour`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(behaviour[1]),
  });
  document.activeElement?.blur();
}

/** A behaviour that was set over HTTP and is none of the menu's is shown as it is. */
function selectBehaviour(select, behaviour) {
  const index = BEHAVIOURS.findIndex(([, known]) => isSame(known, behaviour));
  const text = JSON.stringify(behaviour);
  select.querySelector('[data-other]')?.remove();
  if (index === -1) {
    const option = new Option(text);
    option.dataset.other = '';
    select.append(option);
  }
  select.selectedIndex = index === -1 ? BEHAVIOURS.length : index;
}

function isSame(known, behaviour) {
  return Object.entries(behaviour).every(([name, value]) => known[name] === value);
}

function showPaper(view, printer, jobs) {
  const newest = [...jobs].reverse().map((job) => {
    const known = view.roll.querySelector(`[data-job="${job.n}"]`);
    const receipt = receiptOf(printer, job);
    receipt.classList.toggle('is-new', known === null && !view.isFirstLook);
    return receipt;
  });
  if (newest.length > 0) view.roll.replaceChildren(...newest);
  view.isFirstLook = false;
}

function receiptOf(printer, job) {
  const receipt = copyOf('#receipt');
  receipt.dataset.job = job.n;
  const paper = receipt.querySelector('.paper');
  receipt.style.setProperty('--columns', printer.columns);
  paper.append(...job.marks.map(markOf).filter((element) => element !== undefined));
  receipt.querySelector('.number').textContent = `no. ${job.n}`;
  const time = receipt.querySelector('time');
  time.dateTime = job.at;
  time.textContent = new Date(job.at).toLocaleTimeString([], { hour12: false });
  receipt.querySelector('.png').href = `/api/printers/${printer.name}/paper/${job.n}.png`;
  const ids = job.processIds.join(' ');
  receipt.querySelector('.job').textContent = ids === '' ? '' : `on paper ${ids}`;
  return receipt;
}

function markOf(mark) {
  switch (mark.kind) {
    case 'text':
      return lineOf(mark);
    case 'feed':
      return spaceOf(mark.lines);
    case 'qr':
      return codeOf(mark);
    case 'pulse':
      return noteOf(`drawer opened (pin ${mark.pin})`);
    case 'barcode':
      return noteOf(`barcode ${mark.data}`);
    case 'image':
      return noteOf(`image ${mark.width} x ${mark.height}: see the picture`);
    case 'unknown':
      return noteOf(`unknown command ${mark.command}`);
    default:
      return undefined;
  }
}

function lineOf({ align, runs }) {
  const line = document.createElement('div');
  line.className = `line is-${align}`;
  for (const run of runs) {
    const span = document.createElement('span');
    span.textContent = run.text;
    const isLarge = run.width > 1;
    const looks = {
      bold: run.bold,
      underlined: run.underline,
      inverse: run.inverse,
      large: isLarge,
    };
    const names = Object.entries(looks).filter(([, isOn]) => isOn);
    span.className = ['run', ...names.map(([name]) => `is-${name}`)].join(' ');
    if (run.height > 1 && !isLarge) span.classList.add('is-tall');
    line.append(span);
  }
  return line;
}

function spaceOf(lines) {
  const space = document.createElement('div');
  space.style.height = `${lines * 0.7}em`;
  return space;
}

function codeOf({ payload }) {
  const image = document.createElement('img');
  image.className = 'code';
  image.alt = `QR code: ${payload}`;
  image.src = `/api/qr.svg?payload=${encodeURIComponent(payload)}`;
  return image;
}

function noteOf(text) {
  const note = document.createElement('p');
  note.className = 'note';
  note.textContent = text;
  return note;
}

function copyOf(selector) {
  return document.querySelector(selector).content.firstElementChild.cloneNode(true);
}

async function getJson(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

void lookAgain();
