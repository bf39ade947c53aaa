import { Transform } from "node:stream";

/** Cuts a stream into pieces of one size and turns each into other bytes. The last, which may be empty, is known as such. */
export function inPieces(size: number, turn: (piece: Buffer, index: number, isLast: boolean) => Buffer): Transform {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let index = 0;
  const take = (bytes: number): Buffer => {
    const all = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
    held = [all.subarray(bytes)];
    heldBytes = all.length - bytes;
    return all.subarray(0, bytes);
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held.push(chunk);
      heldBytes += chunk.length;
      try {
        // One piece is kept back: only the end tells which was the last.
        while (heldBytes > size) this.push(turn(take(size), index++, false));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        this.push(turn(take(heldBytes), index, true));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
