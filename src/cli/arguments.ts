import { Command as Commander, CommanderError, Option } from "commander";
import { closestTo } from "../core/closest.ts";
import { GuardError } from "../core/model.ts";
import { tool } from "../report/tool.ts";
import type { Command, Flag, Input } from "./command.ts";
import { commands, commonFlags } from "./commands.ts";
import { type Complaint, description, guardCommand, usage } from "./messages.ts";

/** A command line understood: a command to run, or a text (help, version) that was asked for. */
export type Parsed = { readonly kind: "run"; readonly command: Command; readonly input: Input } | { readonly kind: "text"; readonly text: string };

/** Arguments without `node` and the script; help is broken at `columns`. Throws `GuardError` with code `usage`. */
export function parseArguments(argv: readonly string[], columns: number): Parsed {
  let parsed: Parsed | undefined;
  let text = "";
  const [first, asked] = argv;
  if (first === "help" && asked !== undefined && !asked.startsWith("-") && !commandNames.includes(asked)) {
    const { message, fix } = usage.unknownCommand(asked, closestTo(asked, commandNames));
    throw new GuardError(2, "usage", message, fix);
  }
  const program = createProgram(columns, {
    run: (command, input) => {
      parsed = { kind: "run", command, input };
    },
    print: (part) => {
      text += part;
    },
  });
  try {
    program.parse(argv[0] === "help" ? [...argv.slice(1, 2), "--help"] : [...argv], { from: "user" });
  } catch (error) {
    // Help and the version end the parsing too, with exit code 0.
    if (!(error instanceof CommanderError)) throw error;
  }
  return parsed ?? { kind: "text", text };
}

interface Listener {
  run(command: Command, input: Input): void;
  print(text: string): void;
}

function createProgram(columns: number, listener: Listener): Commander {
  const program = new Commander(guardCommand)
    .description(description)
    .enablePositionalOptions()
    .exitOverride((error) => throwUsageError(error, undefined))
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: listener.print, writeErr: () => {}, getOutHelpWidth: () => columns, getOutHasColors: () => false })
    .version(tool.version, "--version", "print the version")
    .helpOption("--help", "show this help")
    .helpCommand(false)
    .configureHelp({ subcommandTerm: (child) => child.name() });
  const readCommon = addFlags(program, commonFlags);
  for (const command of commands) program.addCommand(createCommand(command, program, readCommon, listener));
  return program;
}

type FlagReader = () => (readonly [string, readonly string[]])[];

function createCommand(command: Command, program: Commander, readCommon: FlagReader, listener: Listener): Commander {
  const child = new Commander(command.name)
    .copyInheritedSettings(program)
    .exitOverride((error) => throwUsageError(error, command))
    .summary(command.summary)
    .description(`${command.summary}.`);
  const { operand } = command;
  if (operand !== undefined) child.argument(operand.count === "one" ? `<${operand.name}>` : `[${operand.name}...]`, operand.summary);
  const readOwn = addFlags(child, [...command.flags, ...commonFlags]);
  if (command.epilogue !== undefined) child.addHelpText("after", `\n${command.epilogue}`);
  return child.action(() => listener.run(command, { operands: child.args, flags: new Map([...readCommon(), ...readOwn()]) }));
}

function toOption(flag: Flag): Option {
  const option = new Option(flag.value === undefined ? flag.name : `${flag.name} <${flag.value}${flag.many ? "..." : ""}>`, flag.summary);
  return flag.choices === undefined ? option : option.choices(flag.choices);
}

/** What it answers is only what was typed: commander has defaults (`--no-color` means `color: true` before anything is said), and one value for `--machine` and `--no-machine`. */
function addFlags(command: Commander, flags: readonly Flag[]): FlagReader {
  const typed = new Map<string, Option>();
  for (const flag of flags) {
    const option = toOption(flag);
    command.addOption(option).on(`option:${option.name()}`, () => typed.set(flag.name, option));
  }
  return () =>
    [...typed].map(([name, option]) => {
      const value: unknown = command.getOptionValue(option.attributeName());
      return [name, Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : []];
    });
}

/** Commander says what it met by a code and quotes the culprit in its own sentence; ours also says what to do. */
function throwUsageError(error: CommanderError, command: Command | undefined): never {
  if (error.exitCode === 0) throw error;
  const { message, fix } = toComplaint(error, command);
  throw new GuardError(2, "usage", message, fix, { cause: error });
}

const commandNames = commands.map(({ name }) => name);

function toComplaint(error: CommanderError, command: Command | undefined): Complaint {
  // error: unknown option '--onyl'
  // error: option '--format <KIND>' argument 'xml' is invalid. Allowed choices are text, json.
  const [, culprit = "", value = ""] = /'(--\S+ <.*>)' argument '(.*)' is/s.exec(error.message) ?? /'(.*)'/s.exec(error.message) ?? [];
  const flag = command?.flags.find(({ name }) => name === culprit.split(" ")[0]);
  switch (error.code) {
    case "commander.unknownCommand":
      return usage.unknownCommand(culprit, closestTo(culprit, commandNames));
    case "commander.unknownOption":
      return toUnknownFlag(culprit, command);
    case "commander.optionMissingArgument":
      return usage.missingValue(flag?.name ?? culprit, command?.name ?? "");
    case "commander.invalidArgument":
      return usage.wrongChoice(flag?.name ?? culprit, value, flag?.choices ?? []);
    case "commander.missingArgument":
      return usage.missingOperand(culprit, command?.name ?? "");
    case "commander.excessArguments":
      return usage.tooManyOperands(command?.name ?? "", command?.operand === undefined ? 0 : 1);
    default:
      return usage.noCommand();
  }
}

function toUnknownFlag(typed: string, command: Command | undefined): Complaint {
  const flag = typed.split("=")[0] ?? typed;
  const known = [...(command?.flags ?? []), ...commonFlags].map(({ name }) => name);
  // Commander takes no notice of `=` behind a flag without a value.
  if (known.some((name) => name === flag)) return usage.unexpectedValue(flag);
  const owner = commands.find(({ flags }) => flags.some(({ name }) => name === flag));
  if (command === undefined && owner !== undefined) return usage.misplacedFlag(flag, owner.name);
  return usage.unknownFlag(flag, command?.name, closestTo(flag, known));
}
