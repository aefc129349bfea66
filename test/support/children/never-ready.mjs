// Runs, but never says that it serves.
setInterval(() => {}, 1000);
