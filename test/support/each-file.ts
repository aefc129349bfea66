import { closeWhatTestsLeaveOpen } from './left-open.js';

closeWhatTestsLeaveOpen();
