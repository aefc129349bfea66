import {
  IconAlertTriangle,
  IconBriefcase,
  IconBuildingBank,
  IconCash,
  IconHandStop,
  IconMail,
  IconMessageQuestion,
  IconPackage,
  IconPrinter,
  IconReceipt,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';
import type { WorkIcon } from './sale-looks.js';
import { lookOf } from './work-looks.js';

const ICONS: Readonly<Record<WorkIcon, typeof IconMail>> = {
  approve: IconUserCheck,
  bank: IconBuildingBank,
  cash: IconCash,
  customer: IconUsers,
  dispute: IconMessageQuestion,
  goods: IconPackage,
  mail: IconMail,
  printer: IconPrinter,
  receipt: IconReceipt,
  refused: IconAlertTriangle,
  agency: IconBriefcase,
  held: IconHandStop,
};

/** The icon of a kind of work; it stands beside its words. */
export function WorkIconOf({ kind }: Readonly<{ kind: string }>) {
  const Icon = ICONS[lookOf(kind).icon];
  return <Icon className="i" aria-hidden="true" />;
}
