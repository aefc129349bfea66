import './guide.css';
import { Help } from './help.js';
import { Tour } from './tour.js';

type Props = Readonly<{ shown: 'help' | 'tour'; onTour: () => void; onClose: () => void }>;

/** What is there for people who are new: a part of its own, which those who know the console never fetch. */
export default function Guide({ shown, onTour, onClose }: Props) {
  if (shown === 'tour') return <Tour onEnd={onClose} />;
  return <Help onClose={onClose} onTour={onTour} />;
}
