import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** How a test's mail server answers: it takes everything, refuses recipients, says it is broken, or says nothing at all. */
export type Behaviour = "takes" | "refuses" | "breaks" | "hangs";

/** A mail server on loopback that keeps what it was sent. */
export type TestMailServer = Readonly<{
  url: string;
  received: string[];
  behave: (how: Behaviour) => void;
  close: () => Promise<void>;
}>;

/** Starts one that takes everything. */
export async function startMailServer(): Promise<TestMailServer> {
  let how: Behaviour = "takes";
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    if (how !== "hangs") converse(socket, () => how, received);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    behave: (next) => void (how = next),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function converse(socket: Socket, how: () => Behaviour, received: string[]): void {
  let text = "";
  let isData = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  say("220 test");
  socket.setEncoding("utf8").on("data", (part: string) => {
    text += part;
    for (;;) {
      const end = text.indexOf(isData ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const piece = text.slice(0, end);
      text = text.slice(end + (isData ? 5 : 2));
      if (isData) received.push(piece);
      say(isData ? "250 taken" : answerTo(piece, how()));
      isData = !isData && piece.startsWith("DATA") && how() === "takes";
    }
  });
}

function answerTo(command: string, how: Behaviour): string {
  if (how === "breaks" && command.startsWith("MAIL")) return "451 out of order";
  if (how === "refuses" && command.startsWith("RCPT")) return "550 unknown";
  if (command.startsWith("DATA")) return "354 go on";
  return command.startsWith("QUIT") ? "221 bye" : "250 ok";
}
