import { Icon, TextField } from '@shopify/polaris';
import { SearchIcon } from '@shopify/polaris-icons';
import { useEffect, useRef, useState } from 'react';

/** Long enough not to ask at every letter, short enough not to be waited for. */
const PAUSE_MS = 300;

/** Searches once the typing pauses, or at once on Enter. */
export const SearchField = ({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}) => {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A link or the back button may bring another value.
  useEffect(() => setText((old) => (old.trim() === value ? old : value)), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (next: string, pauseMs: number): void => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next.trim()), pauseMs);
  };
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search(text, 0);
        }}
      >
        <TextField
          label={label}
          labelHidden
          placeholder={label}
          prefix={<Icon source={SearchIcon} />}
          value={text}
          onChange={(next) => search(next, PAUSE_MS)}
          clearButton
          onClearButtonClick={() => search('', 0)}
          maxLength={200}
          autoComplete="off"
          type="search"
        />
      </form>
    </search>
  );
};
