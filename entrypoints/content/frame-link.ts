/**
 * The page and its frames as one: each frame has a session of its own and tells the top frame what it found, which
 * alone answers the popup, the panel and the commands.
 */
import type { ListedClaim, Message, ToBackground, ToPage } from '../shared/messages.ts';
import type { Session } from './start-session.ts';

interface Options {
  /** The frame's own session; null while the extension is off. */
  session(): Session | null;
  /** Asks the background; null where no one answers. */
  relay(frameId: number, message: Message<ToPage>): Promise<ToBackground['relay']['answer']>;
}

interface Frame {
  readonly claims: readonly ListedClaim[];
  readonly openId: string | null;
}

export interface FrameLink {
  /** Names the marks of the page and its frames; asks nothing of the page. */
  ids(): readonly string[];
  /** The claims of the page, then those of its frames. */
  claims(): readonly ListedClaim[];
  /** A frame's answer takes the place of its last; one without claims is forgotten. */
  setFrame(frameId: number, frame: Frame): void;
  open(id: string): boolean;
  step(direction: 'next' | 'previous'): boolean;
  enter(): boolean;
  close(): boolean;
}

/** Parts the frame from the claim in the id of a frame's claim; no id of a session holds it. */
const OF = ':';

/** In the top frame: the claims of all frames in one order, and what is done to them. */
export function linkFrames({ session, relay }: Options): FrameLink {
  const frames = new Map<number, Frame>();

  const frameClaims = () =>
    [...frames].flatMap(([frameId, { claims }]) =>
      claims.map((claim) => ({ ...claim, id: `${frameId}${OF}${claim.id}` })),
    );
  const claims = () => [...(session()?.claims() ?? []), ...(session() ? frameClaims() : [])];

  /** The claim whose card is open, in whichever frame; null where none is. */
  const openId = () => {
    const own = session()?.openId();
    if (own) return own;
    for (const [frameId, { openId: id }] of frames) if (id) return `${frameId}${OF}${id}`;
    return null;
  };

  const closeElsewhere = (but: number) => {
    if (but !== 0) session()?.close();
    for (const [frameId, frame] of frames)
      if (frameId !== but && frame.openId) void relay(frameId, { name: 'closeCard', params: {} });
  };

  const open = (id: string) => {
    const [frame, inFrame] = id.split(OF);
    if (inFrame === undefined) {
      closeElsewhere(0);
      return session()?.open(id) ?? false;
    }
    const frameId = Number(frame);
    if (!frames.has(frameId)) return false;
    closeElsewhere(frameId);
    void relay(frameId, { name: 'openClaim', params: { id: inFrame } });
    return true;
  };

  return {
    claims,
    ids() {
      const own = session();
      return own ? [...own.ids(), ...frameClaims().map(({ id }) => id)] : [];
    },
    open,

    setFrame(frameId, frame) {
      if (frame.claims.length > 0) frames.set(frameId, frame);
      else frames.delete(frameId);
    },

    step(direction) {
      if (frames.size === 0) return session()?.step(direction) ?? false;
      const all = claims();
      const at = all.findIndex(({ id }) => id === openId());
      // Without an open card the page's own marks come first, from the top of what is seen.
      if (at < 0 && session()?.step(direction)) return true;
      const by = direction === 'next' ? 1 : -1;
      const from = at < 0 && by < 0 ? 0 : at;
      const next = all[(from + by + all.length) % all.length];
      return next ? open(next.id) : false;
    },

    enter() {
      for (const [frameId, { openId: id }] of frames)
        if (id) {
          void relay(frameId, { name: 'enterCard', params: {} });
          return true;
        }
      if (session()?.enter()) return true;
      const [first] = claims();
      return first ? open(first.id) : false;
    },

    close() {
      const isOpen = openId() !== null;
      session()?.close();
      closeElsewhere(0);
      return isOpen;
    },
  };
}
