import { useEffect, useState } from 'react';

/** A value once it has rested for so many milliseconds: what is asked for when somebody stops typing, not at every key. */
export function useRest<Value>(value: Value, milliseconds: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const later = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(later);
  }, [value, milliseconds]);
  return rested;
}
