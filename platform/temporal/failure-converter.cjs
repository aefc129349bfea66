const { DefaultFailureConverter } = require('@temporalio/common');

// Loaded by its path, by the SDK and into the workflow bundle, which is why it is CommonJS: messages and
// stacks of failures become payloads, so that the codec encrypts them as well.
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
