import { useNavigate, useSearch } from '@tanstack/react-router';

/** The moment that is looked at, from the address; nothing for now. It stays while one goes from screen to screen. */
export const useAsOf = () => {
  const { asOf } = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const setAsOf = (moment: string | undefined) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, asOf: moment }) });
  return { asOf, setAsOf };
};
