// Ends before it is ready, with a reason in its log as the processes of the product write it.
console.log(JSON.stringify({ level: 60, msg: 'SMTP_URL is not set' }));
process.exit(1);
