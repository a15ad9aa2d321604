/** The pointer -> calls: it rests, it clicks, it goes away. Looks at the page only once the pointer rests. */

interface PointerCalls {
  /** The pointer has slowed at the point: a good time to fetch what may be wanted. */
  onPause(x: number, y: number): void;
  /** It has rested there. */
  onRest(x: number, y: number): void;
  /** A plain click on text, none on a link, control or selection. */
  onClick(x: number, y: number): void;
  /** Each move, at most one a frame. */
  onMove(x: number, y: number): void;
  /** A press anywhere outside of what is ours. */
  onPressOutside(): void;
}

interface PointerOptions {
  readonly signal: AbortSignal;
  readonly calls: PointerCalls;
  isOurs(node: unknown): boolean;
}

/** Milliseconds without a move until `onPause` and `onRest`; on a way past, a pointer pauses less than this. */
const PAUSE = 100;
const REST = 280;
/** A hand at rest trembles: moves within so many pixels are none. */
const TREMBLE = 3;

const CONTROL =
  'a[href],area,button,input,select,textarea,label,summary,option,video,audio,[contenteditable],[onclick],' +
  '[role=button],[role=link],[role=menuitem],[role=tab],[role=checkbox],[role=switch],[role=option]';

const nothingSelected = () => getSelection()?.isCollapsed !== false;

/** Starts to listen; ends with the signal. */
export function watchPointer({ signal, calls, isOurs }: PointerOptions): void {
  let x = -1;
  let y = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const rest = () => {
    if (nothingSelected()) calls.onRest(x, y);
  };
  const pause = () => {
    calls.onPause(x, y);
    timer = setTimeout(rest, REST - PAUSE);
  };
  const listen = { signal, passive: true, capture: true } as const;

  document.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      if (Math.abs(event.clientX - x) <= TREMBLE && Math.abs(event.clientY - y) <= TREMBLE) return;
      x = event.clientX;
      y = event.clientY;
      clearTimeout(timer);
      if (event.buttons === 0 && !isOurs(event.target)) timer = setTimeout(pause, PAUSE);
      if (frame) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        calls.onMove(x, y);
      });
    },
    listen,
  );
  document.addEventListener('pointerleave', () => clearTimeout(timer), listen);
  document.addEventListener(
    'pointerdown',
    (event) => {
      clearTimeout(timer);
      if (!isOurs(event.target)) calls.onPressOutside();
    },
    listen,
  );
  document.addEventListener(
    'click',
    (event) => {
      if (event.button !== 0 || event.detail > 1 || event.altKey || event.ctrlKey || event.metaKey) return;
      const target = event.composedPath()[0];
      if (isOurs(event.target) || !(target instanceof Element) || target.closest(CONTROL)) return;
      if (nothingSelected()) calls.onClick(event.clientX, event.clientY);
    },
    { signal, passive: true },
  );
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  });
}
