import type { ExportFormat } from '../../../../domain/people/list-export.js';
import { csvOf } from './csv.js';
import { printList } from './print.js';
import type { TakenList } from './taken-list.js';
import { xlsxOf } from './xlsx.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Gives the person a list as a file, or prints it. Loaded when it is asked for. */
export function give(format: ExportFormat, list: TakenList): void {
  switch (format) {
    case 'csv':
      return save(`${list.name}.csv`, new Blob([csvOf(list)], { type: 'text/csv;charset=utf-8' }));
    case 'xlsx':
      return save(`${list.name}.xlsx`, new Blob([xlsxOf(list)], { type: XLSX }));
    case 'print':
      return printList(list);
  }
}

function save(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
