/** What the person who starts the stack sees: a line for each step when it is done, and while it lasts which ones are under way. */
export interface Progress {
  /** Runs the work and prints its title with the time that it took. */
  readonly step: <T>(title: string, work: (note: (text: string) => void) => Promise<T>) => Promise<T>;
  readonly say: (line: string) => void;
}

interface Step { readonly title: string; readonly startedAt: number; note: string }

const blink = 120;
/** Where the output is no terminal, a step that lasts longer than this says that it goes on. */
const longStep = 3_000;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

export function createProgress(out: NodeJS.WriteStream): Progress {
  const underWay = new Set<Step>();
  const live = out.isTTY === true && process.env.TERM !== 'dumb';
  let timer: NodeJS.Timeout | null = null;
  let frame = 0;

  const clear = (): void => { if (live) out.write('\r\x1b[K'); };
  const draw = (): void => {
    if (!live || underWay.size === 0) return;
    const names = [...underWay].map((s) => `${s.note || s.title} ${((Date.now() - s.startedAt) / 1000).toFixed(0)} s`).join(' · ');
    out.write(`\r\x1b[K  ${frames[frame++ % frames.length] ?? ''} ${names.slice(0, Math.max(20, (out.columns || 80) - 6))}`);
  };
  const say = (line: string): void => {
    clear();
    out.write(`${line}\n`);
    draw();
  };
  return {
    say,
    step: async (title, work) => {
      const step: Step = { title, startedAt: Date.now(), note: '' };
      underWay.add(step);
      if (live) timer ??= setInterval(draw, blink);
      const reminder = live ? null : setInterval(() => say(`  … ${title}${step.note ? `: ${step.note}` : ''}`), longStep);
      const done = (mark: string): void => {
        underWay.delete(step);
        if (reminder) clearInterval(reminder);
        if (underWay.size === 0 && timer) {
          clearInterval(timer);
          timer = null;
        }
        say(`  ${mark} ${title}  ${((Date.now() - step.startedAt) / 1000).toFixed(1)} s`);
      };
      try {
        const result = await work((text) => { step.note = text; });
        done('✓');
        return result;
      } catch (error) {
        done('✗');
        throw error;
      }
    },
  };
}
