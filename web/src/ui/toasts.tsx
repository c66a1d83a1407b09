/** Short results of what the person just did, shown and read out. Errors never go here: they stay beside what they belong to. */
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import './toasts.css';

const showMs = 6_000;
const ToastContext = createContext<(message: string) => void>(() => undefined);
export const useToast = (): ((message: string) => void) => useContext(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly { id: number; message: string }[]>([]);
  const next = useRef(1);
  const show = useCallback((message: string) => {
    const id = next.current++;
    setToasts((old) => [...old.slice(-2), { id, message }]);
    setTimeout(() => setToasts((old) => old.filter((toast) => toast.id !== id)), showMs);
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => <div key={toast.id} className="toast"><Icon name="check" />{toast.message}</div>)}
      </div>
    </ToastContext>
  );
}
