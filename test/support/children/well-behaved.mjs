// A child as small as can be: says that it is ready, ends when it is told to or when its supervisor is gone.
const address = process.argv[2] ?? `pid:${process.pid}`;
process.stdout.write(`${JSON.stringify({ ready: true, name: 'child', address })}\n`);
console.log(`settings ${process.env['DATABASE_URL'] ? 'with' : 'without'} a database`);
process.on('SIGTERM', () => process.exit(0));
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();
