import type { BodyOf } from '../api/client.js';
import { logoAddress } from '../api/logo-address.js';
import { QrCode } from './qr-code.js';

type Receipt = BodyOf<'GET /v1/sales/{saleId}/receipt'>;
type Block = Receipt['blocks'][number];

/** A receipt as it came out of the printer, from its blocks. */
export function ReceiptPaper({ receipt }: Readonly<{ receipt: Receipt }>) {
  return (
    <article className="receipt" lang={receipt.language}>
      {receipt.blocks.map((block, index) => (
        <BlockOf key={index} block={block} />
      ))}
    </article>
  );
}

function BlockOf({ block }: Readonly<{ block: Block }>) {
  switch (block.kind) {
    case 'title':
    case 'banner':
      return <p className="c h">{block.text}</p>;
    case 'text':
      return (
        <p className={block.align === 'center' ? 'c' : undefined}>
          {block.emphasis === 'normal' ? block.text : <b>{block.text}</b>}
        </p>
      );
    case 'columns':
      return (
        <div className={columnsLook(block)}>
          <span>{block.left}</span>
          <span>{block.right}</span>
        </div>
      );
    case 'rule':
      return <hr />;
    case 'space':
      return <p>&nbsp;</p>;
    case 'logo':
      return <img className="logo" src={logoAddress(block.logoId)} alt="" />;
    case 'qr':
      return (
        <>
          <QrCode payload={block.payload} inWords={block.inWords} />
          <p className="c">{block.caption}</p>
        </>
      );
  }
}

function columnsLook({ emphasis, indent }: Extract<Block, { kind: 'columns' }>) {
  if (emphasis === 'total') return 'big';
  return indent === 2 ? 'in1' : undefined;
}
