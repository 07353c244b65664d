/** The log of a trading session, as a Python bot with the usual format writes it: local time, one record a line, tracebacks on several. */

export interface LogShape {
  /** When the last line was written, milliseconds since the epoch. */
  readonly end: number;
  readonly minutes: number;
  /** Physical lines. */
  readonly lines: number;
  readonly failedCloses: number;
  readonly timeZone: string;
  /** Nothing went wrong at the end: no error in the last hundred lines. */
  readonly calm: boolean;
}

/** A line without its date, or, where `dated` is false, a line as it stands. */
interface Line {
  readonly dated: boolean;
  readonly text: string;
}

/** Physical lines, oldest first. In the last hundred, six records are errors and fourteen lines hold the word: eight are one traceback. */
export function toSessionLog(shape: LogShape): string[] {
  const tail = shape.calm ? quiet(100) : dying();
  const lines = [...trading(shape, shape.lines - tail.length), ...tail];
  const start = shape.end - shape.minutes * 60_000;
  const step = (shape.end - start) / Math.max(1, lines.length - 1);
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: shape.timeZone, dateStyle: "short", timeStyle: "medium" });
  return lines.map(({ dated, text }, i) => {
    const time = Math.round(start + i * step);
    return dated ? `${format.format(time)},${String(time % 1000).padStart(3, "0")} - ${text}` : text;
  });
}

function record(level: string, logger: string, message: string): Line {
  return { dated: true, text: `${logger} - ${level} - ${message}` };
}

/** Closes that fail, some that succeed, an account without money, and the chatter in between. */
function trading(shape: LogShape, count: number): Line[] {
  const blocks: Line[][] = [];
  for (let i = 0; i < shape.failedCloses; i++) blocks.push(failedClose(`ODEMO${i % 2}-CLOSE-FAILS`));
  if (!shape.calm) for (let i = 0; i < 150; i++) blocks.push([record("ERROR", "trading_engine", "Insufficient balance: $0.00 < $15 minimum")]);
  if (!shape.calm) for (let i = 0; i < 2; i++) blocks.push([record("ERROR", "websocket_manager", "place_order: no answer within 10 s")]);
  for (let i = 0; i < 43; i++) blocks.push([record("INFO", "trading_engine", `[CLOSE POSITION] SUCCESS - ODEMO${i}-CLOSE-FINE closed (XLM/USD sell 20.0)`)]);
  const spoken = blocks.reduce((sum, block) => sum + block.length, 0);
  return spread(blocks, quiet(Math.max(0, count - spoken))).slice(-count);
}

function failedClose(id: string): Line[] {
  return [
    record("INFO", "trading_engine", `[CLOSE POSITION] ${id} - Reason: Risk reduction`),
    record("WARNING", "trading_engine", "Order rejected by risk manager: XLM/USD OrderSide.SELL 20.0"),
    record("ERROR", "trading_engine", `[CLOSE POSITION] FAILED - ${id}: Risk limit exceeded`),
  ];
}

/** Deals the blocks evenly into the filler. */
function spread(blocks: readonly Line[][], filler: readonly Line[]): Line[] {
  const out: Line[] = [];
  let used = 0;
  blocks.forEach((block, i) => {
    const until = Math.round(((i + 1) * filler.length) / (blocks.length + 1));
    out.push(...filler.slice(used, until), ...block);
    used = until;
  });
  return [...out, ...filler.slice(used)];
}

function quiet(count: number): Line[] {
  return Array.from({ length: count }, (_, i) => record("INFO", "strategies", `MicroScalping: no signal, price $0.34${String(i % 100).padStart(2, "0")}`));
}

/** The last hundred lines: three orders without money, the fatal record with 46 lines of traceback, and a shutdown with two more errors. */
function dying(): Line[] {
  const poor = record("ERROR", "trading_engine", "Insufficient balance: $0.00 < $15 minimum");
  const end = [
    record("INFO", "__main__", "SHUTDOWN SEQUENCE INITIATED"),
    record("ERROR", "websocket_manager", "cancel_all could not be sent: no close frame"),
    record("ERROR", "errors_simple", "websocket_cancel_all_orders: connection closed"),
    record("WARNING", "trading_engine", "cancel_all_orders: falling back to REST"),
    record("INFO", "database", "Database connection closed"),
    { dated: false, text: "[LOCK] All locks released successfully" },
    record("INFO", "__main__", "SHUTDOWN COMPLETE"),
  ];
  const fatal = [record("ERROR", "__main__", "Fatal: the private connection is lost"), ...traceback()];
  const before = quiet(100 - 3 - fatal.length - end.length);
  return [...before.slice(0, 10), poor, ...before.slice(10, 20), poor, ...before.slice(20, 30), poor, ...before.slice(30), ...fatal, ...end];
}

/** Four chained exceptions: 46 lines, eight of which hold the word that a naive search looks for. */
function traceback(): Line[] {
  const frame = (file: string, line: number, code: string): string[] => [`  File "C:\\bot\\${file}.py", line ${line}, in run`, `    ${code}`];
  const frames = (count: number, code: string): string[] => Array.from({ length: count }, (_, i) => frame("proactor_events", 280 + i, code)).flat();
  const chain = (sentence: string): string[] => ["", sentence, ""];
  const head = "Traceback (most recent call last):";
  const text = [
    ...[head, ...frames(2, "return future.result()"), "           ~~~~~~~~~~~~~^^", "OSError: the network name is no longer available"],
    ...chain("During handling of the above exception, another exception occurred:"),
    ...[head, ...frames(3, "value = callback(transferred)"), ...frame("windows_events", 467, "raise ConnectionResetError(*args)")],
    ...["ConnectionResetError: the network name is no longer available"],
    ...chain("The above exception was the direct cause of the following exception:"),
    ...[head, ...frames(3, "yield await self.recv()"), ...frame("websocket_manager", 490, 'logger.error("private message")')],
    ...["ConnectionClosedError: no close frame received or sent"],
    ...chain("During handling of the above exception, another exception occurred:"),
    ...[head, ...frames(2, "await asyncio.gather(task)"), ...frame("websocket_manager", 302, "failure = WebSocketError(channel)")],
    ...[...frame("websocket_manager", 303, "raise failure from last_error"), "TypeError: takes no keyword arguments"],
  ];
  return text.map((line) => ({ dated: false, text: line }));
}
