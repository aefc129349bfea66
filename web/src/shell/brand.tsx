/** The mark and the name. */
export function Brand() {
  return (
    <div className="brand">
      <img src="/assets/lunas.svg" alt="" width="22" height="22" />
      <span>Lunas</span>
    </div>
  );
}
