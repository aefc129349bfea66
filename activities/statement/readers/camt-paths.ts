/** The parts of a camt message that become records of their own. */
export type Scope = 'statement' | 'balance' | 'entry' | 'detail';

/**
 * A node in the tree of wanted camt paths. `key` is the path inside the enclosing record; `isWanted` nodes keep their
 * text; elements outside the tree are skipped.
 */
export type PathNode = Readonly<{
  key: string;
  scope: Scope | undefined;
  isWanted: boolean;
  children: Map<string, PathNode>;
}>;

const ACCOUNT_IDS = ['IBAN', 'Othr/Id', 'BBAN', 'PrtryAcct/Id'];
const PARTIES = ['Dbtr', 'Cdtr', 'UltmtDbtr', 'UltmtCdtr'];

/** References of the payer, its bank, the clearing or our bank; each can identify a payment. */
export const OTHER_REFERENCES = (
  'MsgId PmtInfId InstrId TxId UETR MndtId ChqNb ClrSysRef PrcgId AcctOwnrTxId AcctSvcrTxId ' +
  'MktInfrstrctrTxId AcctSvcrRef Prtry/Ref'
)
  .split(' ')
  .map((name) => `Refs/${name}`);

const WANTED: Readonly<Record<Scope, readonly string[]>> = {
  statement: [
    'Id',
    'ElctrncSeqNb',
    'LglSeqNb',
    'FrToDt/FrDtTm',
    'FrToDt/ToDtTm',
    'Acct/Ccy',
    ...ACCOUNT_IDS.map((id) => `Acct/Id/${id}`),
    'TxsSummry/TtlNtries/NbOfNtries',
    'TxsSummry/TtlNtries/TtlNetNtryAmt',
    'TxsSummry/TtlNtries/TtlNetNtry/Amt',
    'TxsSummry/TtlCdtNtries/NbOfNtries',
    'TxsSummry/TtlCdtNtries/Sum',
    'TxsSummry/TtlDbtNtries/NbOfNtries',
    'TxsSummry/TtlDbtNtries/Sum',
  ],
  balance: [
    'Tp/CdOrPrtry/Cd',
    'Tp/CdOrPrtry/Prtry',
    'Tp/Cd',
    'Amt',
    'CdtDbtInd',
    'Dt/Dt',
    'Dt/DtTm',
  ],
  entry: [
    'Amt',
    'CdtDbtInd',
    'RvslInd',
    'Sts',
    'Sts/Cd',
    'Sts/Prtry',
    'BookgDt/Dt',
    'BookgDt/DtTm',
    'ValDt/Dt',
    'ValDt/DtTm',
    'AcctSvcrRef',
    'BkTxCd/Domn/Cd',
    'BkTxCd/Domn/Fmly/Cd',
    'BkTxCd/Domn/Fmly/SubFmlyCd',
    'BkTxCd/Prtry/Cd',
    'AddtlNtryInf',
    'NtryDtls/Btch/NbOfTxs',
    'NtryDtls/Btch/TtlAmt',
  ],
  detail: [
    'Refs/EndToEndId',
    ...OTHER_REFERENCES,
    'Amt',
    'CdtDbtInd',
    'AmtDtls/TxAmt/Amt',
    'AmtDtls/InstdAmt/Amt',
    ...PARTIES.flatMap((party) => [`RltdPties/${party}/Nm`, `RltdPties/${party}/Pty/Nm`]),
    ...['DbtrAcct', 'CdtrAcct'].flatMap((account) =>
      ACCOUNT_IDS.map((id) => `RltdPties/${account}/Id/${id}`),
    ),
    'RmtInf/Ustrd',
    'RmtInf/Strd/CdtrRefInf/Ref',
    'RmtInf/Strd/CdtrRefInf/CdtrRef',
    'RmtInf/Strd/RfrdDocInf/Nb',
    'RmtInf/Strd/AddtlRmtInf',
    'RtrInf/Rsn/Cd',
    'RtrInf/Rsn/Prtry',
    'AddtlTxInf',
  ],
};

const DETAIL = tree('detail', []);
const ENTRY = tree('entry', [
  ['NtryDtls/TxDtls', DETAIL],
  ['TxDtls', DETAIL],
]);
const STATEMENT = tree('statement', [
  ['Bal', tree('balance', [])],
  ['Ntry', ENTRY],
]);

/** Message element (without a version suffix) -> format and the element of one statement in it. */
export const MESSAGES: ReadonlyMap<
  string,
  Readonly<{ format: 'camt.052' | 'camt.053' | 'camt.054'; node: PathNode }>
> = new Map([
  ['BkToCstmrStmt', { format: 'camt.053', node: message('Stmt') }],
  ['BkToCstmrAcctRpt', { format: 'camt.052', node: message('Rpt') }],
  ['BkToCstmrDbtCdtNtfctn', { format: 'camt.054', node: message('Ntfctn') }],
]);

function message(statementElement: string): PathNode {
  return node('', { children: new Map([[statementElement, STATEMENT]]) });
}

function tree(scope: Scope, nested: readonly (readonly [string, PathNode])[]): PathNode {
  const root = node('', { scope });
  for (const path of WANTED[scope]) place(root, path, undefined);
  for (const [path, child] of nested) place(root, path, child);
  return root;
}

/** Walks to the path and creates missing nodes; the last node becomes `leaf`, or a wanted text. */
function place(root: PathNode, path: string, leaf: PathNode | undefined): void {
  const names = path.split('/');
  let current = root;
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const known = current.children.get(name);
    const next =
      isLast && leaf !== undefined
        ? leaf
        : node(names.slice(0, index + 1).join('/'), {
            isWanted: isLast || known?.isWanted === true,
            children: known?.children ?? new Map(),
          });
    current.children.set(name, next);
    current = next;
  }
}

function node(key: string, parts: Partial<Omit<PathNode, 'key'>>): PathNode {
  return { key, scope: undefined, isWanted: false, children: new Map(), ...parts };
}
