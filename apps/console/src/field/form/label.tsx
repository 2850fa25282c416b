import css from './form.module.css';

interface Props {
  /** What it is the name of. */
  readonly of: string | undefined;
  readonly id?: string;
  readonly name: string;
  readonly aside?: string | undefined;
}

/** The name of a field, and beside it what helps to fill it in. */
export const Label = ({ of, id, name, aside }: Props) => (
  <div className={css.label}>
    {of === undefined ? <span id={id}>{name}</span> : <label {...{ id, htmlFor: of }}>{name}</label>}
    {aside !== undefined && <small>{aside}</small>}
  </div>
);
