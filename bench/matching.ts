import { digitTokens, uniqueAmount } from './matching/baselines.js';
import { byKind, figuresOf, type Figures } from './matching/figures.js';
import { coverageByMonth } from './matching/months.js';
import { playYear, type Outcome } from './matching/play-year.js';
import { LEARNED, matcherWithout, STAGES } from './matching/stages.js';
import { makeCompanyYear } from './matching/year/company-year.js';
import { MIX } from './matching/year/mix.js';
import { round } from './support/load.js';
import { sampleMemory } from './support/memory.js';
import type { BenchResult } from './support/result.js';

const PRECISION_MIN = 99.8;
const PRECISION_LOWER_BOUND_MIN = 99.5;
const COVERAGE_MIN = 82;

/**
 * The matcher over a company's year that is made up from a seed: what it books, what it offers, and what is wrong, beside
 * two simple matchers and with each stage switched off in turn.
 */
export async function benchMatching({ seed }: Readonly<{ seed: number }>): Promise<BenchResult> {
  const year = makeCompanyYear(seed);
  const memory = sampleMemory();
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const outcomes = playYear(year, matcherWithout({}));
  const seconds = (performance.now() - began) / 1_000;
  const cpu = process.cpuUsage(cpuBefore);
  const figures = figuresOf(outcomes);
  tell('mix', MIX);
  tell('matcher', figures);
  tellKinds(outcomes);
  tell('coverage by month', coverageByMonth(outcomes));
  const baselines = {
    'unique amount': figuresOf(playYear(year, uniqueAmount)),
    'digit tokens, oldest first': figuresOf(playYear(year, digitTokens)),
  };
  for (const [name, one] of Object.entries(baselines)) tell(name, one);
  const withoutStage: Record<string, Figures> = {};
  for (const [name, without] of Object.entries(STAGES)) {
    const one = playYear(year, matcherWithout(without));
    withoutStage[name] = figuresOf(one);
    tell(`without ${name}`, withoutStage[name]);
    if (name === LEARNED) tell(`coverage by month without ${name}`, coverageByMonth(one));
  }
  return Promise.resolve({
    bench: 'matching',
    valid: isGoodEnough(figures),
    seed,
    rate: round(outcomes.length / seconds),
    yardstick: baselines['digit tokens, oldest first'].precision,
    ratio: round(figures.coverage / COVERAGE_MIN),
    p50Ms: round((seconds * 1_000) / outcomes.length),
    p95Ms: 0,
    p99Ms: 0,
    cpuMsPerOperation: round((cpu.user + cpu.system) / 1_000 / outcomes.length),
    peakMemoryMb: memory.peakMb(),
    details: { figures, kinds: byKind(outcomes), baselines, withoutStage },
  });
}

function isGoodEnough({ precision, precisionLowerBound, coverage }: Figures): boolean {
  return (
    precision >= PRECISION_MIN &&
    precisionLowerBound >= PRECISION_LOWER_BOUND_MIN &&
    coverage >= COVERAGE_MIN
  );
}

function tell(name: string, facts: unknown): void {
  console.log(`${name}: ${JSON.stringify(facts)}`);
}

function tellKinds(outcomes: readonly Outcome[]): void {
  console.log('payments  booked   wrong   left: first right, one of three right  kind');
  for (const one of byKind(outcomes)) {
    const columns = [one.payments, one.booked, one.wrong, one.firstRight, one.firstThreeRight];
    console.log(`${columns.map((count) => String(count).padStart(8)).join('')}  ${one.kind}`);
  }
}
