import { useWords } from '../words/use-words';
import { PARTIES, type Mark, type Marks } from './marks';

const STEP = 8.5;

const Square = ({ mark }: { readonly mark: Mark }) => {
  switch (mark) {
    case 'held':
      return <rect width="7.5" height="7.5" fill="var(--ink)" />;
    case 'part':
      return (
        <>
          <rect x="0.6" y="0.6" width="6.3" height="6.3" fill="none" stroke="var(--ochre)" strokeWidth="1.2" />
          <path d="M0 7.5h7.5v-7.5z" fill="var(--ochre)" />
        </>
      );
    case 'none':
      return <rect x="0.8" y="0.8" width="5.9" height="5.9" fill="none" stroke="var(--cinnabar)" strokeWidth="1.6" />;
    case 'free':
      return <rect x="2.75" y="2.75" width="2" height="2" fill="var(--ink-3)" />;
  }
};

/** 四方标: territory, department, unit and individual in one sign. Full is held, half not whole, hollow and red nobody, a dot not required. */
export const Quad = ({ marks, size = 14 }: { readonly marks: Marks; readonly size?: number }) => {
  const { t } = useWords();
  const label = PARTIES.map((party) => `${t(`party.${party}`)} ${t(`mark.${marks[party]}`)}`).join(' · ');
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" role="img" aria-label={label}>
      {PARTIES.map((party, at) => (
        <g key={party} transform={`translate(${(at % 2) * STEP} ${Math.floor(at / 2) * STEP})`}>
          <Square mark={marks[party]} />
        </g>
      ))}
    </svg>
  );
};
