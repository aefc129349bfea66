import { logoAddress } from '../api/logo-address.js';
import { useSession } from './session.js';

/** The mark and the name. */
export function Brand() {
  return (
    <div className="brand">
      <img src="/assets/lunas.svg" alt="" width="22" height="22" />
      <span>Lunas</span>
    </div>
  );
}

/** The company whose books these are, by its logo; on white, as on paper. */
export function OwnLogo() {
  const { name, logoId } = useSession().surroundings.company;
  if (logoId === null) return null;
  return <img className="own-logo" src={logoAddress(logoId)} alt={name ?? ''} />;
}
