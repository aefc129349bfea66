import { holdCommands } from './hold-commands.js';
import { closeWhatTestsLeaveOpen } from './left-open.js';

closeWhatTestsLeaveOpen();
holdCommands();
